import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownVariable } from '../../engine/step-observer.ts';
import { useAppContext } from '../context.ts';
import { isComposing } from '../conversation/is-composing.ts';
import { goOnFromHere } from '../past/go-on.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { isWritable } from './variable-path.ts';

type ChangeProps = {
  readonly variable: ShownVariable;
  readonly path: string;
  readonly onDone: () => void;
};

/** A new value for a variable, in its place: the step is run again with it. In a past step it says why not, and what can be done. */
export function ChangeForm(props: ChangeProps) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const box = useRef<HTMLDivElement>(null);
  const { variable, path, onDone } = props;
  const back = () => {
    const row = box.current?.closest<HTMLElement>('[role="treeitem"]');
    onDone();
    row?.focus();
  };
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, []);
  const isPast = debugging.view.value?.target === 'past';
  return (
    <div
      ref={box}
      class="debug-change"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        back();
      }}
    >
      {isPast ? (
        <InPast />
      ) : path === '' || !isWritable(variable) ? (
        <p class="note" role="alert">
          {words.whole}
        </p>
      ) : (
        <NewValue variable={variable} path={path} onChanged={back} />
      )}
    </div>
  );
}

/** What is over does not change; just before it, in a branch, it can still happen otherwise. */
function InPast() {
  const context = useAppContext();
  const { store } = context;
  const failed = useSignal(false);
  return (
    <>
      <p class="note">{words.pastOnly}</p>
      <button
        type="button"
        class="plain small"
        title={words.pastForkHint}
        onClick={() => {
          void goOnFromHere(context, 'fork').then((isMade) => {
            failed.value = !isMade;
            if (isMade) void debuggingOf(store).leave();
          });
        }}
      >
        {words.pastFork}
      </button>
      {failed.value ? (
        <p class="field-problem" role="alert">
          {words.forkFailed}
        </p>
      ) : null}
    </>
  );
}

type NewValueProps = Pick<ChangeProps, 'variable' | 'path'> & { readonly onChanged: () => void };

function NewValue({ variable: { name, value }, path, onChanged }: NewValueProps) {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const text = useSignal(value);
  const problem = useSignal('');
  const id = useId();
  const change = async () => {
    problem.value = await debugging.set(debugging.frame.peek(), path, text.peek());
    if (problem.peek() === '') onChanged();
  };
  return (
    <>
      <input
        class="mono"
        value={text.value}
        aria-label={words.newValue(name)}
        title={words.keysOfChange}
        aria-invalid={problem.value !== ''}
        {...(problem.value === '' ? {} : { 'aria-describedby': id })}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => {
          text.value = event.currentTarget.value;
          problem.value = '';
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event)) return;
          event.preventDefault();
          event.stopPropagation();
          if (!event.repeat) void change();
        }}
      />
      {problem.value === '' ? null : (
        <p class="field-problem" id={id} role="alert">
          {problem.value}
        </p>
      )}
    </>
  );
}
