import type { ComponentChildren } from 'preact';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { FieldOf } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

type FieldFrameProps = {
  readonly field: FieldOf;
  /** Stands at the right of the help, such as how many characters there are. */
  readonly aside?: string;
  readonly children: ComponentChildren;
};

/** What a control says it is described by: the sentences that its frame draws. */
export const describedBy = ({ id, words, problem, waitsFor }: FieldOf) =>
  words.help === undefined && problem === undefined && waitsFor === undefined
    ? {}
    : { 'aria-describedby': `${id}-help` };

export const invalid = ({ problem }: FieldOf) =>
  problem === undefined || problem.isWarning === true ? {} : { 'aria-invalid': true };

/** Under a control: what is wrong with it, else what it does. */
export function FieldHelp({
  field: { id, words, problem, waitsFor },
  aside,
}: Omit<FieldFrameProps, 'children'>) {
  if (problem === undefined && words.help === undefined && waitsFor === undefined && aside === undefined)
    return null;
  return (
    <div class="field-help" id={`${id}-help`}>
      {problem === undefined ? (
        <span class="note">{waitsFor === undefined ? words.help : formWords.needs(waitsFor.label)}</span>
      ) : (
        <span class={problem.isWarning === true ? 'field-problem warn' : 'field-problem danger'} role="alert">
          <LaterIcon name="warn" size={13} />
          {problem.text}
        </span>
      )}
      {aside === undefined ? null : <span class="note number">{aside}</span>}
    </div>
  );
}

/** A control with its label above, and what is said of it below. */
export function FieldFrame({ field, aside, children }: FieldFrameProps) {
  const { id, words, isChanged, waitsFor } = field;
  return (
    <div class={`field${waitsFor === undefined ? '' : ' waits'}`} data-path={field.path}>
      <label class="field-label" for={id}>
        {words.label}
        {isChanged ? <span class="changed-dot" title={formWords.changed} /> : null}
      </label>
      {children}
      <FieldHelp field={field} {...(aside === undefined ? {} : { aside })} />
    </div>
  );
}
