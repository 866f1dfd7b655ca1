import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Personas, Traits } from '../../protocol/crowd-api.ts';
import { useWorld } from '../context.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { personaWords } from '../words/persona-words.ts';
import { words as pageWords } from '../words/words.ts';
import { numberIn, ranges, ticked, type CrowdChoice, type NumberName } from './crowd-choice.ts';
import { crowdWords as words } from '../words/crowd-words.ts';

type FormProps = {
  readonly choice: CrowdChoice;
  readonly known: Personas;
  readonly change: (part: Partial<CrowdChoice>) => void;
  /** Opens the sheet of a kind by its number; 0 for a new one. */
  readonly onEdit: (persona: number) => void;
  /** Left out where all kinds are as they came. */
  readonly onReset?: (() => void) | undefined;
};

const speeds = [1, 5, 10, 60] as const;

/** Who comes, how many, to where, and who sits at the desks by themselves. */
export function CrowdForm({ choice, known, change, onEdit, onReset }: FormProps) {
  const channels = useWorld((world) => world.channels);
  const agents = useWorld((world) => world.agents);
  const set = (name: NumberName) => (text: string) => {
    change({ texts: { ...choice.texts, [name]: text } });
  };
  const number = (name: NumberName, label: string, help?: string) => (
    <NumberField name={name} label={label} help={help} text={choice.texts[name]} onChange={set(name)} />
  );
  return (
    <div class="crowd-form">
      <HowMany text={choice.texts.customers} onChange={set('customers')} />
      <div class="crowd-numbers">
        {number('perMinute', words.perMinute, words.perMinuteHelp)}
        <div class="crowd-field">
          <span class="crowd-label">{words.curve}</span>
          <Segmented
            label={words.curve}
            chosen={choice.curve}
            choices={(['even', 'wave'] as const).map((name) => ({ name, label: words.curves[name] }))}
            onChoose={(curve) => {
              change({ curve });
            }}
          />
        </div>
        {number('seed', words.seed, words.seedHelp)}
      </div>
      <Ticks
        legend={words.channels}
        empty={words.noChannels}
        all={channels.map(({ id, name }) => ({ id, name }))}
        chosen={choice.channels}
        onChange={(next) => {
          change({ channels: next });
        }}
      />
      <Ticks
        legend={words.personas}
        empty=""
        all={known.customers.map(({ id, name, traits }) => ({ id, name, about: aboutOf(traits) }))}
        chosen={choice.personas}
        onChange={(next) => {
          change({ personas: next });
        }}
        onEdit={onEdit}
      >
        <p class="crowd-kinds">
          <button
            type="button"
            class="plain small"
            onClick={() => {
              onEdit(0);
            }}
          >
            <LaterIcon name="plus" /> {personaWords.add}
          </button>
          <button
            type="button"
            class="plain small"
            onClick={() => {
              onEdit(known.agent.id);
            }}
          >
            <LaterIcon name="rename" /> {personaWords.agent}
          </button>
          {onReset === undefined ? null : (
            <button type="button" class="quiet small" title={personaWords.resetHint} onClick={onReset}>
              <LaterIcon name="undo" /> {personaWords.reset}
            </button>
          )}
        </p>
      </Ticks>
      <Ticks
        legend={words.agents}
        help={words.agentsHelp}
        empty={words.noAgents}
        all={agents.map(({ id, name }) => ({ id, name }))}
        chosen={choice.agents}
        onChange={(next) => {
          change({ agents: next });
        }}
      />
      <div class="crowd-numbers">
        {number('capacity', words.capacity)}
        <div class="crowd-field">
          <span class="crowd-label">{words.speed}</span>
          <Segmented
            label={words.speed}
            chosen={String(choice.speed)}
            choices={speeds.map((one) => ({ name: String(one), label: pageWords.times(one) }))}
            onChoose={(name) => {
              change({ speed: Number(name) });
            }}
          />
        </div>
      </div>
    </div>
  );
}

/** What is unlike most people in somebody, in a few words. */
function aboutOf(traits: Traits): string {
  const said = words.traits;
  const parts = [
    said.patience(traits.patience),
    ...(traits.typos > 5 ? [said.typos(traits.typos)] : []),
    ...(traits.piecemeal ? [said.piecemeal] : []),
    ...(traits.angry ? [said.angry] : []),
    ...(traits.silent ? [said.silent] : []),
    ...(traits.returns > 0 ? [said.returns] : []),
  ];
  return parts.join(', ');
}

type TextProps = { readonly text: string; readonly onChange: (text: string) => void };

function HowMany({ text, onChange }: TextProps) {
  const id = useId();
  const { least, most } = ranges.customers;
  const value = numberIn('customers', text);
  const change = (event: { readonly currentTarget: HTMLInputElement }) => {
    onChange(event.currentTarget.value);
  };
  return (
    <div class="crowd-field">
      <label for={id}>{words.customers}</label>
      <div class="crowd-many">
        <input
          type="range"
          aria-label={words.customers}
          min={least}
          max={most}
          value={value ?? least}
          onInput={change}
        />
        <input
          id={id}
          inputMode="numeric"
          autocomplete="off"
          value={text}
          aria-invalid={value === null}
          aria-describedby={value === null ? `${id}-help` : undefined}
          onInput={change}
        />
      </div>
      {value !== null ? null : (
        <p id={`${id}-help`} class="refusal">
          {words.notWhole(least, most)}
        </p>
      )}
    </div>
  );
}

type NumberFieldProps = TextProps & {
  readonly name: NumberName;
  readonly label: string;
  readonly help?: string | undefined;
};

function NumberField({ name, label, help, text, onChange }: NumberFieldProps) {
  const id = useId();
  const { least, most } = ranges[name];
  const isWrong = numberIn(name, text) === null;
  return (
    <div class="crowd-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}-help`}
        onInput={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      <p id={`${id}-help`} class={isWrong ? 'refusal' : 'note'}>
        {isWrong ? words.notWhole(least, most) : help}
      </p>
    </div>
  );
}

type TicksProps = {
  readonly legend: string;
  readonly help?: string;
  readonly empty: string;
  readonly all: readonly { readonly id: number; readonly name: string; readonly about?: string }[];
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
  readonly onEdit?: (one: number) => void;
  readonly children?: ComponentChildren;
};

const Ticks = ({ legend, help, empty, all, chosen, onChange, onEdit, children }: TicksProps) => (
  <fieldset class="crowd-ticks">
    <legend>{legend}</legend>
    {all.length === 0 ? <Nothing>{empty}</Nothing> : null}
    {all.map(({ id, name, about }) => (
      <div key={id} class="crowd-tick">
        <label>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={() => {
              onChange(ticked(chosen, id));
            }}
          />
          <span>
            <bdi>{name}</bdi>
            {about === undefined ? null : <small>{about}</small>}
          </span>
        </label>
        {onEdit === undefined ? null : (
          <button
            type="button"
            class="quiet icon-button small persona-edit"
            aria-label={personaWords.edit(name)}
            title={personaWords.edit(name)}
            onClick={() => {
              onEdit(id);
            }}
          >
            <LaterIcon name="rename" />
          </button>
        )}
      </div>
    ))}
    {children}
    {help === undefined || all.length === 0 ? null : <Nothing>{help}</Nothing>}
  </fieldset>
);

const Nothing = ({ children }: { readonly children: ComponentChildren }) => <p class="note">{children}</p>;
