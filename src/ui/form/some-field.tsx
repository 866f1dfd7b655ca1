import { FieldHelp } from './field-frame.tsx';
import { useField } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

/** Some of a list: a box for each. */
export function SomeField({ path, only }: { readonly path: string; readonly only?: readonly string[] }) {
  const field = useField(path);
  const { options = [] } = field.setting;
  const chosen = field.value as readonly string[];
  const shown = options.filter((name) => only === undefined || only.includes(name) || chosen.includes(name));
  return (
    <fieldset
      class={`field${field.waitsFor === undefined ? '' : ' waits'}`}
      id={field.id}
      data-path={path}
      tabIndex={-1}
    >
      <legend class="field-label">
        {field.words.label}
        {field.isChanged ? <span class="changed-dot" title={formWords.changed} /> : null}
      </legend>
      <div class="boxes">
        {shown.map((name) => (
          <label key={name} class="box">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ currentTarget: { checked } }) => {
                field.set(options.filter((one) => (one === name ? checked : chosen.includes(one))));
              }}
            />
            {field.words.options?.[name] ?? name}
          </label>
        ))}
      </div>
      <FieldHelp field={field} />
    </fieldset>
  );
}
