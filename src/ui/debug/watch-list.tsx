import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Evaluated } from '../../engine/step-observer.ts';
import { useAppContext } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { isComposing } from '../conversation/is-composing.ts';
import { sentence } from '../sentence.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';
import { RowTree } from './row-tree.tsx';
import { createUnfolded } from './unfolded.ts';
import { VariableRow } from './variable-row.tsx';
import { createWatches, type Watches } from './watches.ts';

/** Expressions, and what they are worth where one stands. */
export function WatchList() {
  const { store, keepers } = useAppContext();
  const id = store.workspace.value?.id ?? '';
  const watches = useMemo(() => createWatches(keepers.local, id), [keepers, id]);
  const isAdding = useSignal(false);
  const add = useRef<HTMLButtonElement>(null);
  return (
    <section class="debug-part debug-watches" aria-label={words.watches}>
      <header class="debug-head">
        <h3>{words.watches}</h3>
        <span class="push" />
        <button
          ref={add}
          type="button"
          class="quiet icon-button small"
          aria-label={words.addWatch}
          title={words.addWatch}
          onClick={() => {
            isAdding.value = true;
          }}
        >
          <LaterIcon name="plus" />
        </button>
      </header>
      <div class="debug-scroll">
        <Watched watches={watches} />
        {isAdding.value ? (
          <NewWatch
            onAdd={watches.add}
            onDone={() => {
              isAdding.value = false;
              add.current?.focus();
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

function Watched({ watches }: { readonly watches: Watches }) {
  const expressions = watches.expressions.value;
  const values = useValues(expressions);
  const unfolded = useMemo(createUnfolded, []);
  if (expressions.length === 0) return <p class="empty slim">{words.noWatches}</p>;
  return (
    <RowTree label={words.watches}>
      {expressions.map((expression) => {
        const value = values.get(expression);
        const isWrong = value !== undefined && 'problem' in value;
        const shown = value === undefined || isWrong ? { type: '', value: '' } : value;
        return (
          <VariableRow
            key={expression}
            variable={{ ...shown, name: expression }}
            place={expression}
            path={isWrong ? '' : expression}
            level={0}
            unfolded={unfolded}
            note=""
            problem={isWrong ? sentence(value.problem) : ''}
            onRemove={() => {
              watches.remove(expression);
            }}
          />
        );
      })}
    </RowTree>
  );
}

/** What the expressions are worth in the selected call, evaluated again wherever one stands. */
function useValues(expressions: readonly string[]): ReadonlyMap<string, Evaluated> {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const values = useSignal<ReadonlyMap<string, Evaluated>>(new Map());
  const view = debugging.view.value;
  const frame = debugging.frame.value;
  useEffect(() => {
    if (expressions.length === 0) return undefined;
    let isOver = false;
    void debugging.evaluate(expressions, frame).then((found) => {
      if (isOver || found === null) return;
      values.value = new Map(
        expressions.flatMap((expression, n) => {
          const value = found[n];
          return value === undefined ? [] : [[expression, value] as const];
        }),
      );
    });
    return () => {
      isOver = true;
    };
  }, [debugging, view, frame, expressions, values]);
  return values.value;
}

type NewWatchProps = { readonly onAdd: (expression: string) => void; readonly onDone: () => void };

function NewWatch({ onAdd, onDone }: NewWatchProps) {
  const text = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  // Before anybody types: a letter alone would do something else.
  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <input
      ref={field}
      class="mono debug-new-watch"
      value={text.value}
      aria-label={words.watchField}
      placeholder={words.watchExample}
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => {
        text.value = event.currentTarget.value;
      }}
      onKeyDown={(event) => {
        if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') onAdd(text.peek());
        onDone();
      }}
      onBlur={() => {
        onAdd(text.peek());
      }}
    />
  );
}
