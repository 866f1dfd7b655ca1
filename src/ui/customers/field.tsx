import { fieldLimits, type FieldName, type FormProblem } from '../../engine/form-rule.ts';
import { words } from '../words/words.ts';

/** What is wrong with a field of a form, in words to stand beside it. */
export function problemWords(problem: FormProblem): string {
  if (problem.field === 'consent') return words.consentMissing;
  if (problem.field === 'rating') return words.badStars;
  switch (problem.code) {
    case 'missing':
      return words.missing(words.field[problem.field]);
    case 'email':
      return words.badEmail;
    case 'phone':
      return words.badPhone;
    case 'lines':
      return words.oneLineOnly;
    case 'choice':
      return words.notInList;
    case 'tooLong':
      return words.longerThan(problem.limit, problem.length);
  }
}

type FieldProps = {
  readonly id: string;
  readonly name: FieldName;
  readonly required: boolean;
  readonly value: string;
  readonly problem: FormProblem | undefined;
  /** What can be chosen; where that is nothing, text is typed. */
  readonly choices?: readonly string[];
  readonly onType: (text: string) => void;
};

/** One field of a form with its label, and under it what is wrong with it. */
export function Field({ id, name, required, value, problem, choices = [], onType }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>
        {words.field[name]} {required ? <Required /> : null}
      </label>
      <Entry
        {...{ id, name, value, choices, onType }}
        marks={{
          'aria-required': required,
          'aria-invalid': problem !== undefined,
          ...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` }),
        }}
      />
      <FieldError id={id} problem={problem} />
    </div>
  );
}

type EntryProps = Pick<FieldProps, 'id' | 'name' | 'value' | 'onType'> & {
  readonly choices: readonly string[];
  readonly marks: {
    readonly 'aria-required': boolean;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby'?: string;
  };
};

const modes = { email: 'email', phone: 'tel' } as const;

function Entry({ id, name, value, choices, onType, marks }: EntryProps) {
  const shared = { id, value, dir: 'auto' as const, ...marks };
  if (name === 'country' && choices.length > 0) {
    return (
      <select
        {...shared}
        onChange={(event) => {
          onType(event.currentTarget.value);
        }}
      >
        <option value="">{words.chooseOne}</option>
        {choices.includes(value) || value === '' ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    );
  }
  const onInput = (event: { readonly currentTarget: { readonly value: string } }) => {
    onType(event.currentTarget.value);
  };
  const maxLength = fieldLimits[name];
  if (name === 'question') return <textarea {...shared} rows={3} maxLength={maxLength} onInput={onInput} />;
  const inputMode = name === 'email' || name === 'phone' ? modes[name] : 'text';
  return <input {...shared} type="text" inputMode={inputMode} maxLength={maxLength} onInput={onInput} />;
}

type FieldErrorProps = { readonly id: string; readonly problem: FormProblem | undefined };

/** The words that belong to the field of this id. */
export const FieldError = ({ id, problem }: FieldErrorProps) =>
  problem === undefined ? null : (
    <p class="field-problem" id={`${id}-problem`}>
      {problemWords(problem)}
    </p>
  );

export const Required = () => (
  <abbr class="required" title={words.required}>
    *
  </abbr>
);
