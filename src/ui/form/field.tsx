import { ChoiceField } from './choice-field.tsx';
import { ColourField } from './colour-field.tsx';
import { useField } from './form-context.ts';
import { SomeField } from './some-field.tsx';
import { TextField } from './text-field.tsx';
import { FieldFrame, describedBy, invalid, FieldHelp } from './field-frame.tsx';
import { formWords } from '../words/form-words.ts';

/** What was typed, as the number that it is; what is none stays, and is told to be none. */
const read = (typed: string): number | string => (/^\d{1,15}$/.test(typed.trim()) ? Number(typed) : typed);

/** A whole number with its unit. */
function NumberField({ path }: { readonly path: string }) {
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

/** The control for the setting at a path, by what it can be. What refers to something else is drawn by whoever knows that. */
export function Field({ path }: { readonly path: string }) {
  const { setting } = useField(path);
  switch (setting.kind) {
    case 'switch':
      return <SwitchField path={path} />;
    case 'number':
      return <NumberField path={path} />;
    case 'colour':
      return <ColourField path={path} />;
    case 'choice':
      return <ChoiceField path={path} />;
    case 'some':
      return <SomeField path={path} />;
    case 'text':
    case 'time':
    case 'zone':
    case 'faqFolder':
      return <TextField path={path} />;
  }
}

/** Something that is on or off, with a sentence below. */
function SwitchField({ path }: { readonly path: string }) {
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
