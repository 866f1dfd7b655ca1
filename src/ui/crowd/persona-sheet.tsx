import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { speechOf } from '../../course/crowd/speech.ts';
import type { Persona, Traits } from '../../protocol/crowd-api.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { personaWords as words } from '../words/persona-words.ts';
import { most, traitRanges, type NumberTrait } from './kept-personas.ts';

type PersonaSheetProps = {
  readonly persona: Persona;
  readonly isAgent: boolean;
  readonly onSave: (persona: Persona) => void;
  readonly onBack: () => void;
  /** Left out where it cannot be taken away. */
  readonly onRemove?: (() => void) | undefined;
};

/** How one kind of customer is and what they say, with what that sounds like. */
export function PersonaSheet({ persona, isAgent, onSave, onBack, onRemove }: PersonaSheetProps) {
  const id = useId();
  const edited = useSignal(persona);
  const { name, traits, lines } = edited.value;
  const set = (part: Partial<Persona>) => {
    edited.value = { ...edited.value, ...part };
  };
  const setTraits = (part: Partial<Traits>) => {
    set({ traits: { ...traits, ...part } });
  };
  const said = lines.filter((line) => line.trim() !== '');
  const wrong =
    name.trim() === ''
      ? words.noName
      : said.length === 0
        ? words.noLines
        : said.length > most.lines
          ? words.tooMany
          : '';
  const numbers = isAgent ? (['patience', 'speed', 'typos'] as const) : allNumbers;
  return (
    <div class="persona">
      <button type="button" class="quiet persona-back" onClick={onBack}>
        <LaterIcon name="back" /> {words.back}
      </button>
      <div class="crowd-field">
        <label for={`${id}-name`}>{words.name}</label>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={most.name}
          onInput={(event) => {
            set({ name: event.currentTarget.value });
          }}
        />
      </div>
      <div class="persona-traits">
        {numbers.map((trait) => (
          <Slider
            key={trait}
            trait={trait}
            value={traits[trait]}
            onChange={(value) => {
              setTraits({ [trait]: value });
            }}
          />
        ))}
      </div>
      <div class="persona-switches">
        {(isAgent ? (['piecemeal', 'angry'] as const) : (['piecemeal', 'angry', 'silent'] as const)).map(
          (trait) => (
            <label key={trait}>
              <input
                type="checkbox"
                checked={traits[trait]}
                onChange={(event) => {
                  setTraits({ [trait]: event.currentTarget.checked });
                }}
              />
              {words.switches[trait]}
            </label>
          ),
        )}
      </div>
      <div class="persona-speech">
        <div class="crowd-field">
          <label for={`${id}-lines`}>{words.lines}</label>
          <textarea
            id={`${id}-lines`}
            rows={7}
            dir="auto"
            aria-describedby={`${id}-help`}
            value={lines.join('\n')}
            onInput={(event) => {
              const typed = event.currentTarget.value
                .split('\n')
                .map((line) => line.slice(0, most.characters));
              set({ lines: typed });
            }}
          />
          <p id={`${id}-help`} class="note">
            {isAgent ? words.agentLinesHelp : words.linesHelp}
          </p>
        </div>
        <Preview persona={{ ...edited.value, lines: said }} />
      </div>
      <p class="persona-acts">
        <span role="status" class={wrong === '' ? 'note' : 'refusal'}>
          {wrong}
        </span>
        {onRemove === undefined ? null : (
          <button type="button" class="quiet" onClick={onRemove}>
            {words.remove}
          </button>
        )}
        <button
          type="button"
          class="primary"
          disabled={wrong !== ''}
          onClick={() => {
            onSave({ ...edited.value, name: name.trim(), lines: said });
          }}
        >
          {words.save}
        </button>
      </p>
    </div>
  );
}

const allNumbers = Object.keys(traitRanges) as readonly NumberTrait[];

type SliderProps = {
  readonly trait: NumberTrait;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function Slider({ trait, value, onChange }: SliderProps) {
  const id = useId();
  const { least, most: greatest, step } = traitRanges[trait];
  const said = words.values[trait](value);
  return (
    <div class="crowd-field">
      <label for={id}>
        {words.traits[trait]} <span class="muted number">{said}</span>
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={greatest}
        step={step}
        value={value}
        aria-valuetext={said}
        onInput={(event) => {
          onChange(Number(event.currentTarget.value));
        }}
      />
    </div>
  );
}

/** What they might say, by a seed that goes on with each press. */
function Preview({ persona }: { readonly persona: Persona }) {
  const seed = useSignal(1);
  const speech = speechOf(persona, seed.value, words.names);
  return (
    <section class="persona-preview" aria-label={words.preview}>
      <header>
        <h3>{words.preview}</h3>
        <button
          type="button"
          class="quiet small"
          onClick={() => {
            seed.value += 1;
          }}
        >
          <LaterIcon name="orders" /> {words.again}
        </button>
      </header>
      <ul role="status">
        {speech.map((messages, index) => (
          <li key={index}>
            {messages.map((text, part) => (
              <p key={part} dir="auto">
                {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
