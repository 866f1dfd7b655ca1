import type { StepMark } from '../../protocol/engine-api.ts';
import { memo } from '../parts/memo.ts';

const actors = ['system', 'agent', 'customer', 'bot'] as const;

/** One stroke for each step, in the colour of whoever acted, as one line for each colour: thousands of them are drawn at once. */
export const Marks = memo(function Marks({ marks }: { readonly marks: readonly StepMark[] }) {
  const all = Math.max(1, marks.length);
  const strokes = (actor: (typeof actors)[number]): string =>
    marks
      .map(({ by }, n) =>
        !by.includes(actor)
          ? ''
          : `M${String(Math.round(((n + 1) / all) * 10_000))} ${by[0] === actor ? '0V60' : '40V100'}`,
      )
      .join('');
  return (
    <svg class="past-marks" viewBox="0 0 10000 100" preserveAspectRatio="none" aria-hidden="true">
      {actors.map((actor) => (
        <path key={actor} class={`by-${actor}`} d={strokes(actor)} vector-effect="non-scaling-stroke" />
      ))}
    </svg>
  );
});
