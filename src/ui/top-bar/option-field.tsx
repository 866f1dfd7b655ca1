import { useSignal } from '@preact/signals';
import type { InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import type { Options } from '../../engine/definition.ts';
import { useStore, useWorld } from '../context.ts';
import { ChangedMeanwhile } from '../edits/changed-meanwhile.tsx';
import { useEdit } from '../edits/use-edit.ts';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';

type OptionFieldProps = {
  readonly label: string;
  readonly name: keyof Options;
  /** What may be typed. */
  readonly field: InputHTMLAttributes;
  readonly onSave: (text: string) => Promise<boolean>;
};

/** The text of one option, saved when the field is left or Enter is pressed. */
export function OptionField({ label, name, field, onSave }: OptionFieldProps) {
  const store = useStore();
  const id = useId();
  const stored = useWorld((world) => String(world.options[name]));
  const editing = useEdit({
    draftKey: null,
    stored,
    now: () => String(requireWorld(store).options[name]),
  });
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
    <>
      <label class="option-value" for={id}>
        <span>{label}</span>
        <input
          id={id}
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
      </label>
      {editing.changed && !saving.value ? (
        <ChangedMeanwhile
          what={words.meanwhile.option}
          mine={text}
          theirs={stored}
          asked={asked.value}
          onKeep={() => void keep()}
          onTake={editing.forget}
        />
      ) : null}
    </>
  );
}
