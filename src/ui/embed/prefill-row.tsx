import { useId } from 'preact/hooks';
import { embedWords as words } from '../words/embed-words.ts';
import { readsAsSource, type Prefill, type PrefillField, type PrefillSource } from './write-embed-script.ts';

type PrefillRowProps = {
  readonly field: PrefillField;
  readonly chosen: Prefill[PrefillField];
  readonly onChoose: (chosen: Prefill[PrefillField]) => void;
};

const sources = Object.entries(words.sources) as [PrefillSource | 'none', string][];

/** Where a field of the form is filled in from. */
export function PrefillRow({ field, chosen, onChoose }: PrefillRowProps) {
  const id = useId();
  const label = words.fields[field];
  const isOdd = chosen?.source === 'text' && readsAsSource(chosen.value);
  return (
    <div class="prefill-row">
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-label={words.sourceOf(label)}
        value={chosen?.source ?? 'none'}
        onChange={(event) => {
          const source = event.currentTarget.value as PrefillSource | 'none';
          onChoose(source === 'none' ? undefined : { source, value: chosen?.value ?? '' });
        }}
      >
        {sources.map(([source, name]) => (
          <option key={source} value={source}>
            {name}
          </option>
        ))}
      </select>
      {chosen === undefined ? null : (
        <input
          type="text"
          spellcheck={false}
          dir="auto"
          aria-label={chosen.source === 'text' ? words.valueOf(label) : words.nameOf(label)}
          aria-invalid={isOdd}
          {...(isOdd && { 'aria-describedby': `${id}-odd` })}
          placeholder={words.examples[chosen.source]}
          value={chosen.value}
          onInput={(event) => {
            onChoose({ ...chosen, value: event.currentTarget.value });
          }}
        />
      )}
      {isOdd ? (
        <p class="field-problem" id={`${id}-odd`}>
          {words.readsAsSource}
        </p>
      ) : null}
    </div>
  );
}
