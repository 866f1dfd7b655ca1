import type { Options } from '../../engine/definition.ts';
import { useSending, useWorld } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { OptionField } from './option-field.tsx';
import { optionWords } from './option-words.ts';

type Named<T> = { [K in keyof Options]: Options[K] extends T ? K : never }[keyof Options];

const switches = [
  'strictDiagram',
  'botSeesFinished',
  'repeatForms',
  'clickAsText',
  'parseJsonEmptyArrayBug',
  'onlineLimits',
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
  const set = (part: Partial<Options>) => sending.send({ type: 'admin.setsOptions', options: part });
  return (
    <div class="small-form options-form">
      <h2>{optionWords.title}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={options.botInQueue === 'listed'}
          onChange={(event) => {
            void set({ botInQueue: event.currentTarget.checked ? 'listed' : 'hidden' });
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
              void set({ [name]: event.currentTarget.checked });
            }}
          />
          <span>{optionWords[name]}</span>
        </label>
      ))}
      {numbers.map(([name, pattern]) => (
        <OptionField
          key={name}
          label={optionWords[name]}
          name={name}
          field={{ inputMode: 'numeric', pattern, title: optionWords.wholeNumber, required: true }}
          onSave={(text) => set({ [name]: Number(text) })}
        />
      ))}
      <OptionField
        label={optionWords.nullIntegerText}
        name="nullIntegerText"
        field={{ maxLength: 20 }}
        onSave={(text) => set({ nullIntegerText: text })}
      />
      <Refusal sending={sending} />
      <p class="note">{optionWords.note}</p>
    </div>
  );
}
