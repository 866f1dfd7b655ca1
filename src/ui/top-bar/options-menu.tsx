import { useId } from 'preact/hooks';
import type { Options } from '../../engine/definition.ts';
import { useSending, useWorld } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { optionWords } from './option-words.ts';

type Named<T> = { [K in keyof Options]: Options[K] extends T ? K : never }[keyof Options];

const switches = [
  'strictDiagram',
  'botSeesFinished',
  'repeatForms',
  'clickAsText',
  'parseJsonEmptyArrayBug',
] as const satisfies readonly Named<boolean>[];
/** With what may be typed: whole numbers as the scenario file takes them. */
const numbers = [
  ['idleSeconds', '\\d{1,9}'],
  ['statementBudget', '[1-9]\\d{0,6}|1\\d{7}|20000000'],
] as const satisfies readonly (readonly [Named<number>, string])[];

/** Where SuperOffice is silent or has a known fault, a workspace may behave one way or the other (rulings 27). */
export const OptionsMenu = () => (
  <Popover
    label={<Icon name="more" />}
    name={optionWords.title}
    title={optionWords.title}
    role="dialog"
    class="quiet icon-button"
  >
    {() => <OptionsForm />}
  </Popover>
);

function OptionsForm() {
  const options = useWorld((world) => world.options);
  const sending = useSending();
  const id = useId();
  const set = (part: Partial<Options>) => {
    void sending.send({ type: 'admin.setsOptions', options: part });
  };
  return (
    <div class="small-form options-form">
      <h2>{optionWords.title}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={options.botInQueue === 'listed'}
          onChange={(event) => {
            set({ botInQueue: event.currentTarget.checked ? 'listed' : 'hidden' });
          }}
        />
        <span>{optionWords.botInQueue}</span>
      </label>
      {switches.map((name) => (
        <label class="check" key={name}>
          <input
            type="checkbox"
            checked={options[name]}
            onChange={(event) => {
              set({ [name]: event.currentTarget.checked });
            }}
          />
          <span>{optionWords[name]}</span>
        </label>
      ))}
      {numbers.map(([name, pattern]) => (
        <label class="option-value" key={name} for={`${id}${name}`}>
          <span>{optionWords[name]}</span>
          <input
            id={`${id}${name}`}
            inputMode="numeric"
            pattern={pattern}
            title={optionWords.wholeNumber}
            required
            defaultValue={String(options[name])}
            onChange={({ currentTarget: field }) => {
              if (field.reportValidity()) set({ [name]: Number(field.value) });
            }}
          />
        </label>
      ))}
      <label class="option-value" for={`${id}null`}>
        <span>{optionWords.nullIntegerText}</span>
        <input
          id={`${id}null`}
          maxLength={20}
          defaultValue={options.nullIntegerText}
          onChange={(event) => {
            set({ nullIntegerText: event.currentTarget.value });
          }}
        />
      </label>
      <Refusal sending={sending} />
      <p class="note">{optionWords.note}</p>
    </div>
  );
}
