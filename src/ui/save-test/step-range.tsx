import { useId } from 'preact/hooks';
import type { Bookmark } from '../../protocol/engine-api.ts';
import { Segmented } from '../controls/segmented.tsx';
import { saveTestWords as words } from '../words/save-test-words.ts';

/** Which steps are played with expectations: from one to another, from 1. */
export type StepRange = {
  readonly kind: 'whole' | 'step' | 'bookmark';
  readonly from: number;
  readonly to: number;
};

type StretchProps = {
  readonly stretch: StepRange;
  readonly last: number;
  readonly bookmarks: readonly Bookmark[];
  readonly onChange: (stretch: StepRange) => void;
};

/** The whole conversation, or a part of it from a step or a bookmark on. */
export function StepRangeChoice({ stretch, last, bookmarks, onChange }: StretchProps) {
  const { kind, from, to } = stretch;
  const first = bookmarks[0];
  const choices = [
    { name: 'whole', label: words.whole },
    { name: 'step', label: words.fromStep },
    ...(first === undefined ? [] : [{ name: 'bookmark', label: words.fromBookmark } as const]),
  ] as const;
  const choose = (name: StepRange['kind']) => {
    if (name === 'whole') onChange({ kind: name, from: 1, to: last });
    else if (name === 'step') onChange({ ...stretch, kind: name });
    else onChange({ kind: name, from: Math.min(last, (first?.step ?? 0) + 1), to: last });
  };
  return (
    <section class="test-stretch">
      <h3>{words.stretch}</h3>
      <div class="test-stretch-row">
        <Segmented label={words.stretch} choices={choices} chosen={kind} onChoose={choose} />
        {kind === 'step' ? (
          <>
            <Step
              label={words.from}
              value={from}
              most={last}
              onChange={(value) => {
                onChange({ ...stretch, from: value });
              }}
            />
            <Step
              label={words.to}
              value={to}
              most={last}
              onChange={(value) => {
                onChange({ ...stretch, to: value });
              }}
            />
          </>
        ) : null}
        {kind === 'bookmark' ? (
          <select
            aria-label={words.bookmark}
            value={from}
            onChange={(event) => {
              onChange({ ...stretch, from: Number(event.currentTarget.value) });
            }}
          >
            {bookmarks.map(({ step, name, event }) => (
              <option key={`${String(step)} ${String(event)}`} value={Math.min(last, step + 1)}>
                {words.bookmarkAt(name, step)}
              </option>
            ))}
          </select>
        ) : null}
      </div>
      {from > 1 && from <= to ? <p class="note">{words.leads(from - 1)}</p> : null}
    </section>
  );
}

type StepProps = {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
};

function Step({ label, value, most, onChange }: StepProps) {
  const id = useId();
  return (
    <span class="test-step-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={most}
        value={value}
        onInput={(event) => {
          const wished = event.currentTarget.valueAsNumber;
          if (Number.isInteger(wished) && wished >= 1) onChange(Math.min(wished, Math.max(1, most)));
        }}
      />
    </span>
  );
}
