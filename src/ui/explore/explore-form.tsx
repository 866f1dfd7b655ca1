import { useSignal, type Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { exploreWords as words } from '../words/explore-words.ts';
import type { Chosen } from './use-exploring.ts';

type Range = { readonly least: number; readonly most: number };

const ranges = {
  window: { least: 0, most: 3_600_000 },
  runs: { least: 1, most: 100_000 },
  seed: { least: 0, most: 2_147_483_647 },
} as const satisfies Record<keyof Chosen, Range>;

const numberIn = (text: string, { least, most }: Range): number | null => {
  const value = /^\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

/** What was typed, and what it means; null where something is no number that can be. */
export function useChoice(): {
  readonly texts: Readonly<Record<keyof Chosen, Signal<string>>>;
  readonly chosen: Chosen | null;
} {
  const texts = { window: useSignal('2000'), runs: useSignal(''), seed: useSignal('1') };
  const window = numberIn(texts.window.value, ranges.window);
  const seed = numberIn(texts.seed.value, ranges.seed);
  const isAll = texts.runs.value.trim() === '';
  const runs = isAll ? null : numberIn(texts.runs.value, ranges.runs);
  const isWhole = window !== null && seed !== null && (isAll || runs !== null);
  return { texts, chosen: isWhole ? { window, runs, seed } : null };
}

/** The window, how many orders at most, and the seed of random ones. */
export const ExploreForm = ({ texts }: Pick<ReturnType<typeof useChoice>, 'texts'>) => (
  <div class="explore-form">
    <NumberField name="window" text={texts.window} label={words.window} help={words.windowHelp} />
    <NumberField
      name="runs"
      text={texts.runs}
      label={words.runs}
      help={words.runsHelp}
      empty={words.runsAll}
    />
    <NumberField name="seed" text={texts.seed} label={words.seed} help={words.seedHelp} />
  </div>
);

type NumberFieldProps = {
  readonly name: keyof Chosen;
  readonly text: Signal<string>;
  readonly label: string;
  readonly help: string;
  /** What an empty one stands for; without it, it has to be filled in. */
  readonly empty?: string;
};

function NumberField({ name, text, label, help, empty }: NumberFieldProps) {
  const id = useId();
  const { least, most } = ranges[name];
  const mayBeEmpty = empty !== undefined && text.value.trim() === '';
  const isWrong = !mayBeEmpty && numberIn(text.value, ranges[name]) === null;
  return (
    <div class="explore-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autocomplete="off"
        value={text.value}
        placeholder={empty}
        aria-describedby={`${id}-help`}
        aria-invalid={isWrong}
        onInput={(event) => {
          text.value = event.currentTarget.value;
        }}
      />
      <p id={`${id}-help`} class={isWrong ? 'refusal' : 'note'}>
        {isWrong ? words.notWhole(least, most) : help}
      </p>
    </div>
  );
}
