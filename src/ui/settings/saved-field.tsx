import { useSignal } from '@preact/signals';
import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { ChangedMeanwhile } from '../edits/changed-meanwhile.tsx';
import { useEdit } from '../edits/use-edit.ts';

type SavedFieldProps = {
  readonly label: string;
  /** What it does, in a sentence. */
  readonly help?: string;
  /** How it stands: as it is drawn, and at the moment somebody acts. */
  readonly stored: string;
  readonly now: () => string;
  /** What is said to be changed, when somebody else does so meanwhile. */
  readonly what: string;
  /** What may be typed. */
  readonly field: InputHTMLAttributes;
  readonly onSave: (text: string) => Promise<boolean>;
};

/** One text of the settings, saved when the field is left or Enter is pressed. */
export function SavedField({ label, help, stored, now, what, field, onSave }: SavedFieldProps) {
  const id = useId();
  const editing = useEdit({ draftKey: null, stored, now });
  const saving = useSignal(false);
  const asked = useSignal(0);
  const text = editing.value ?? '';
  const keep = async () => {
    saving.value = true;
    const sent = editing.current() ?? '';
    if (await onSave(sent)) editing.saved(sent);
    saving.value = false;
  };
  return (
    <div class="saved-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(help === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        {...field}
        value={text}
        onInput={(event) => {
          editing.change(event.currentTarget.value);
        }}
        onChange={({ currentTarget }) => {
          if (!currentTarget.reportValidity()) return;
          if (editing.isChanged()) asked.value += 1;
          else void keep();
        }}
      />
      {help === undefined ? null : (
        <p class="note" id={`${id}-help`}>
          {help}
        </p>
      )}
      {editing.changed && !saving.value ? (
        <ChangedMeanwhile
          what={what}
          mine={text}
          theirs={stored}
          asked={asked.value}
          onKeep={() => void keep()}
          onTake={editing.forget}
        />
      ) : null}
    </div>
  );
}
