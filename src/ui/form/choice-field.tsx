import { Segmented } from '../controls/segmented.tsx';
import { FieldFrame, describedBy, invalid } from './field-frame.tsx';
import { useField } from './form-context.ts';

type Option = { readonly value: string; readonly label: string };

/** One of a list. What is chosen and is none of them stands among them, so that nothing is changed unasked. */
export function SelectField({
  path,
  options,
}: {
  readonly path: string;
  readonly options: readonly Option[];
}) {
  const field = useField(path);
  const chosen = String(field.value);
  const isNumber = typeof field.value === 'number';
  return (
    <FieldFrame field={field}>
      <select
        id={field.id}
        value={chosen}
        {...describedBy(field)}
        {...invalid(field)}
        onChange={({ currentTarget: { value } }) => {
          field.set(isNumber ? Number(value) : value);
        }}
      >
        {options.some(({ value }) => value === chosen) ? null : <option value={chosen}>{chosen}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** More than so many options stand in a list that opens. */
const mostBeside = 3;

/** One of the options of the setting: beside each other where they are few. */
export function ChoiceField({ path }: { readonly path: string }) {
  const field = useField(path);
  const { options = [] } = field.setting;
  const { words } = field;
  const label = (name: string) => words.options?.[name] ?? name;
  if (options.length > mostBeside)
    return <SelectField path={path} options={options.map((value) => ({ value, label: label(value) }))} />;
  return (
    <FieldFrame field={field}>
      <Segmented
        id={field.id}
        label={words.label}
        choices={options.map((name) => ({ name, label: label(name) }))}
        chosen={String(field.value)}
        onChoose={field.set}
      />
    </FieldFrame>
  );
}
