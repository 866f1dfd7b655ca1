import { FieldHelp, describedBy } from './field-frame.tsx';
import { useField } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

/** Something that is on or off, with a sentence below. */
export function SwitchField({ path }: { readonly path: string }) {
  const field = useField(path);
  const { id, words, value, isChanged, waitsFor } = field;
  return (
    <div class={`field switch-line${waitsFor === undefined ? '' : ' waits'}`} data-path={path}>
      <button
        type="button"
        role="switch"
        class="switch"
        id={id}
        aria-checked={value === true}
        aria-labelledby={`${id}-label`}
        {...describedBy(field)}
        onClick={() => {
          field.set(value !== true);
        }}
      />
      <label class="field-label" id={`${id}-label`} for={id}>
        {words.label}
        {isChanged ? <span class="changed-dot" title={formWords.changed} /> : null}
      </label>
      <FieldHelp field={field} />
    </div>
  );
}
