import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { BreakpointProblems } from '../../protocol/help-api.ts';
import { useAppContext, useWorld } from '../context.ts';
import { scriptOf } from '../names.ts';
import { isComposing } from '../conversation/is-composing.ts';
import { sentence } from '../sentence.ts';
import { breakpointsOf, type Edited } from './breakpoints.ts';
import { isDepending, scriptIdOf, subjectOf } from './breakpoint-text.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import { draftOf, isBare, written, type Draft } from './draft.ts';

/** How long the hands have to rest until what is written is looked at, in milliseconds. */
const checkAfter = 150;

const none: BreakpointProblems = { condition: null, hitCondition: null, logMessage: null };

/** Under its line, or else above it, and never out of the window. */
function standAt({ style, offsetHeight, offsetWidth }: HTMLElement, place: Edited['place']): void {
  const lowest = innerHeight - 8 - offsetHeight;
  const isUnder = place.bottom + 4 <= lowest;
  const top = isUnder ? place.bottom + 4 : Math.min(place.top - 4 - offsetHeight, lowest);
  style.top = `${String(Math.max(8, top))}px`;
  style.left = `${String(Math.max(8, Math.min(place.left, innerWidth - offsetWidth - 8)))}px`;
}

/** The form of a breakpoint, at its line or at its row: what it depends on, looked at as it is written. */
export function EditBreakpoint({ breakpoint, line, source, place, focus }: Edited) {
  const { store, help } = useAppContext();
  const { edited, put } = breakpointsOf(store);
  const draft = useSignal<Draft>(draftOf(breakpoint));
  const problems = useSignal<BreakpointProblems>(none);
  const isNameless = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();
  const script = scriptIdOf(breakpoint);
  const name = useWorld((world) => scriptOf(world, script)?.name ?? '');
  const { condition, hitCondition, logMessage } = draft.value;
  const close = () => {
    edited.value = null;
  };
  useLayoutEffect(() => {
    const shown = panel.current;
    if (shown === null) return undefined;
    const before = document.activeElement;
    shown.showPopover();
    standAt(shown, place);
    form.current?.querySelector<HTMLElement>(`[name="${focus}"]`)?.focus();
    // What is wrong makes it grow, and the window shrinks.
    const resized = new ResizeObserver(() => {
      standAt(shown, place);
    });
    resized.observe(shown);
    resized.observe(document.body);
    return () => {
      resized.disconnect();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [place, focus]);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      void help
        .checkBreakpoint({ script, source, line, condition, hitCondition, logMessage })
        .then((found) => {
          if (!over && found !== null) problems.value = found;
        });
    }, checkAfter);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [help, script, source, line, condition, hitCondition, logMessage, problems]);
  const change = (part: Partial<Draft>) => {
    draft.value = { ...draft.value, ...part };
    isNameless.value = false;
  };
  const save = async () => {
    const found = (await help.checkBreakpoint({ script, source, line, ...draft.peek() })) ?? none;
    problems.value = found;
    isNameless.value = isBare(draft.peek(), breakpoint);
    const wrong = (Object.keys(found) as (keyof BreakpointProblems)[]).find((field) => found[field] !== null);
    const first = isNameless.peek() ? 'name' : wrong;
    if (first !== undefined) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    put(written(breakpoint, draft.peek()));
    close();
  };
  const field = (which: keyof BreakpointProblems, label: string, hint: string) => (
    <Field
      id={`${id}-${which}`}
      name={which}
      label={label}
      hint={hint}
      value={draft.value[which]}
      problem={problems.value[which] === null ? '' : sentence(problems.value[which])}
      onType={(text) => {
        change({ [which]: text });
      }}
    />
  );
  return (
    <div
      ref={panel}
      popover="auto"
      class="popover edit-breakpoint"
      role="dialog"
      aria-label={words.form.edit}
      onToggle={({ newState }) => {
        if (newState === 'closed') close();
      }}
    >
      <form
        ref={form}
        class="small-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (isComposing(event) && event.key === 'Enter') event.preventDefault();
        }}
      >
        <h3>{words.form.edit}</h3>
        {breakpoint.kind === 'function' ? (
          <Field
            id={`${id}-name`}
            name="name"
            label={words.form.name}
            hint={words.form.nameHint}
            value={draft.value.name}
            problem={isNameless.value ? words.form.needsName : ''}
            onType={(text) => {
              change({ name: text });
            }}
          />
        ) : (
          <p class="note">{subjectOf({ ...breakpoint, id: 0 }, name, line)}</p>
        )}
        {isDepending({ ...breakpoint, id: 0 }) ? (
          <>
            {field('condition', words.form.condition, words.form.conditionHint)}
            {field('hitCondition', words.form.hits, words.form.hitsHint)}
            {field('logMessage', words.form.log, words.form.logHint)}
            <p class="note">{words.form.note}</p>
          </>
        ) : null}
        <label class="check-line">
          <input
            type="checkbox"
            checked={!draft.value.isOff}
            onChange={(event) => {
              change({ isOff: !event.currentTarget.checked });
            }}
          />
          {words.form.on}
        </label>
        <div class="row">
          <button type="submit" class="primary">
            {words.form.save}
          </button>
          <button type="button" class="plain" onClick={close}>
            {words.form.cancel}
          </button>
        </div>
      </form>
    </div>
  );
}

type FieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string;
  readonly onType: (text: string) => void;
};

/** A line of code, what it is for, and below it what is wrong with it. */
function Field({ id, name, label, hint, value, problem, onType }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        class="mono"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={value}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          onType(event.currentTarget.value);
        }}
      />
      {/* As high with a problem as without: what is below stays where it is. */}
      <p class={problem === '' ? 'note' : 'field-problem'} id={`${id}-hint`}>
        {problem === '' ? hint : problem}
      </p>
    </div>
  );
}
