import type { StepMark } from '../../protocol/engine-api.ts';
import { memo } from '../controls/memo.ts';

const actors = ['system', 'agent', 'customer', 'bot'] as const;

/** So many places the line has at most: more cannot be told apart, and ten thousand strokes would be drawn at each new step. */
const places = 1000;
const width = 10_000;

/** A stroke for each step, in the colour of whoever acted, as one line for each colour. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly StepMark[] }) {
  const all = Math.max(1, marks.length);
  const strokes = (actor: (typeof actors)[number]): string => {
    const drawn = new Set<string>();
    marks.forEach(({ by }, n) => {
      if (!by.includes(actor)) return;
      const place = Math.round(((n + 1) / all) * places) * (width / places);
      drawn.add(`M${String(place)} ${by[0] === actor ? '0V60' : '40V100'}`);
    });
    return [...drawn].join('');
  };
  return (
    <svg
      class="past-marks"
      viewBox={`0 0 ${String(width)} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {actors.map((actor) => (
        <path key={actor} class={`by-${actor}`} d={strokes(actor)} vector-effect="non-scaling-stroke" />
      ))}
    </svg>
  );
});
