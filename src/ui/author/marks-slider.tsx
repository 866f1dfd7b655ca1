import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { authorWords as words } from '../words/author-words.ts';

type MarksProps = {
  /** Steps of what was played. */
  readonly all: number;
  readonly start: number;
  /** 0 where it is not marked yet. */
  readonly goal: number;
  readonly onStart: (at: number) => void;
  readonly onGoal: (at: number) => void;
};

/** Start and goal on all steps of what was played, to be moved by hand or by key. */
export function MarksSlider({ all, start, goal, onStart, onGoal }: MarksProps) {
  if (all === 0) return null;
  const at = (step: number) => `${String((100 * step) / all)}%`;
  const end = goal === 0 ? start : goal;
  return (
    <div class="author-track" style={{ '--from': at(start), '--to': at(end) }}>
      <Handle
        kind="start"
        label={words.startSlider}
        all={all}
        value={start}
        most={goal === 0 ? all : goal - 1}
        onMove={onStart}
      />
      {goal === 0 ? null : (
        <Handle
          kind="goal"
          label={words.goalSlider}
          all={all}
          value={goal}
          least={start + 1}
          most={all}
          onMove={onGoal}
        />
      )}
    </div>
  );
}

type HandleProps = {
  readonly kind: 'start' | 'goal';
  readonly label: string;
  readonly all: number;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly onMove: (at: number) => void;
};

/** A handle over the whole of the track; it stops at the other one. */
function Handle({ kind, label, all, value, least = 0, most, onMove }: HandleProps) {
  const held = useSignal<number | null>(null);
  useEffect(() => {
    held.value = null;
  }, [value, held]);
  const shown = held.value ?? value;
  const within = (at: number) => Math.max(least, Math.min(most, at));
  return (
    <input
      type="range"
      class={`author-handle ${kind}`}
      aria-label={label}
      aria-valuetext={words.sliderValue(shown, all)}
      min={0}
      max={all}
      step={1}
      value={shown}
      onInput={(event) => {
        held.value = within(Number(event.currentTarget.value));
        event.currentTarget.value = String(held.value);
      }}
      onChange={(event) => {
        const at = within(Number(event.currentTarget.value));
        if (at === value) held.value = null;
        else onMove(at);
      }}
    />
  );
}
