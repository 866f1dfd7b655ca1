import { FieldFrame, describedBy, invalid } from './field-frame.tsx';
import { useField } from './form-context.ts';
import { formWords } from '../words/form-words.ts';

/** From here on it is told how much room is left. */
const full = 0.8;

type TextFieldProps = {
  readonly path: string;
  /** What is offered, where anything else may be typed as well. */
  readonly offers?: readonly string[];
  /** Which keys a phone offers. */
  readonly keyboard?: 'text' | 'email' | 'url';
  /** Code is set in the face of code, and not checked for spelling. */
  readonly isCode?: boolean;
  readonly rows?: number;
};

/** A text: one line, or several. */
export function TextField({
  path,
  offers = [],
  keyboard = 'text',
  isCode = false,
  rows = 3,
}: TextFieldProps) {
  const field = useField(path);
  const { id, setting, words, set } = field;
  const text = String(field.value);
  const { max = Infinity, hasLines = false } = setting;
  const tells = (hasLines && max < 10_000) || text.length > max * full;
  const common = {
    id,
    value: text,
    dir: 'auto' as const,
    ...(words.placeholder === undefined ? {} : { placeholder: words.placeholder }),
    ...(isCode ? { class: 'code', spellcheck: false } : {}),
    ...describedBy(field),
    ...invalid(field),
  };
  return (
    <FieldFrame field={field} {...(tells ? { aside: formWords.used(text.length, max) } : {})}>
      {hasLines ? (
        <textarea
          {...common}
          rows={rows}
          onInput={(event) => {
            set(event.currentTarget.value);
          }}
        />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={keyboard}
          {...(offers.length === 0 ? {} : { list: `${id}-offers` })}
          onInput={(event) => {
            set(event.currentTarget.value);
          }}
        />
      )}
      {offers.length === 0 ? null : (
        <datalist id={`${id}-offers`}>
          {offers.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}
