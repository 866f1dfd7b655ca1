import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Sending } from '../context.ts';
import { ChangedMeanwhile } from '../edits/changed-meanwhile.tsx';
import { LeftDrafts } from '../conversation/left-drafts.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { ShutInPast } from '../controls/shut-in-past.tsx';
import { useLocked } from '../controls/use-locked.ts';
import { fieldId, FormContext } from './form-context.ts';
import { formWords } from '../words/form-words.ts';
import type { Form } from './use-form.ts';
import './form.css';
import { leavesOf, valueAt, type Settings } from '../../engine/setting-kinds.ts';
import type { FieldWords } from '../words/field-words.ts';

/** The values of a form as lines, to be compared with others. */
const formLines = (settings: Settings, words: unknown, values: unknown): string =>
  leavesOf(settings)
    .map(({ path }) => {
      const value = valueAt(values, path);
      const said = valueAt(words, path) as FieldWords;
      return `${said.label}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
    })
    .join('\n');

type FormViewProps<T extends object> = {
  readonly form: Form<T>;
  /** The words of its fields, in the shape of its settings. */
  readonly words: unknown;
  /** The `id` of its title. */
  readonly labelledBy: string;
  /** What it is about, as a sentence begins: “This channel”. */
  readonly what: string;
  readonly draftKey: string;
  readonly sending: Pick<Sending, 'refusal' | 'clear'>;
  /** Brings the field at a path into sight before it gets the focus, where the form has tabs. */
  readonly onShow?: (path: string) => void;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
};

/** A form of a stored thing: its head, what stands against saving it, and its fields. */
export function FormView<T extends object>(props: FormViewProps<T>) {
  const { form, words, labelledBy, what, draftKey, sending, onShow, head, children } = props;
  const { settings, value, stored, refused } = form;
  const locked = useLocked();
  const errors = form.problems.filter(({ isWarning }) => isWarning !== true);
  const first = errors[0]?.path;
  const view = useRef<HTMLFormElement>(null);
  const show = useRef<() => void>(() => undefined);
  show.current = () => {
    if (first === undefined) return;
    onShow?.(first);
    // Behind the drawing of the tab that it stands in.
    setTimeout(() => {
      const field = document.getElementById(fieldId(first));
      (field ?? view.current?.querySelector<HTMLElement>('[aria-invalid="true"]'))?.focus();
    }, 0);
  };
  useEffect(() => {
    if (refused > 0) show.current();
  }, [refused]);
  const lines = (one: T) => formLines(settings, words, one);
  return (
    <FormContext.Provider value={{ form, words }}>
      <form
        ref={view}
        class="form-view"
        aria-labelledby={labelledBy}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (form.unsaved && !form.saving) void form.save();
        }}
      >
        {head}
        <Refusal sending={sending} />
        {refused > 0 && errors.length > 0 ? (
          <p class="refusal" role="alert">
            {formWords.mendFirst(errors.length)}
          </p>
        ) : null}
        {form.changedMeanwhile ? (
          <ChangedMeanwhile
            what={what}
            mine={lines(value)}
            theirs={stored === null ? null : lines(stored)}
            asked={form.asked}
            onKeep={() => void form.keepMine()}
            onTake={form.takeTheirs}
          />
        ) : null}
        {locked ? (
          <p class="form-locked" role="status">
            <LaterIcon name="lock" /> {formWords.locked}
          </p>
        ) : null}
        <LeftDrafts place={draftKey} />
        <ShutInPast also={locked}>{children}</ShutInPast>
      </form>
    </FormContext.Provider>
  );
}
