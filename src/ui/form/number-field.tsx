import { FieldFrame, describedBy, invalid } from './field-frame.tsx';
import { useField } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

/** What was typed, as the number that it is; what is none stays, and is told to be none. */
const read = (typed: string): number | string => (/^\d{1,15}$/.test(typed.trim()) ? Number(typed) : typed);

/** A whole number with its unit. */
export function NumberField({ path }: { readonly path: string }) {
  const field = useField(path);
  const { counts } = field.setting;
  return (
    <FieldFrame field={field}>
      <span class="with-unit">
        <input
          id={field.id}
          inputMode="numeric"
          autocomplete="off"
          value={String(field.value)}
          {...describedBy(field)}
          {...invalid(field)}
          onInput={(event) => {
            field.set(read(event.currentTarget.value));
          }}
        />
        {counts === undefined ? null : <span class="unit">{formWords.units[counts]}</span>}
      </span>
    </FieldFrame>
  );
}
