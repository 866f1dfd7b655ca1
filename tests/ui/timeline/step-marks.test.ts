import { expect, it } from 'vitest';
import { marksOn, type StepMark } from '../../../src/ui/timeline/check-marks.ts';

const row = (step: number, level = 0) => ({ level, laned: { event: { step } } });
const mark = (step: number): StepMark => ({ step, kind: 'start', text: 'Start' });

it('marks the last moment up to a step, and none before there is one', () => {
  const rows = [row(1), row(1, 1), row(3), row(3), row(3, 1), row(5)];

  expect([...marksOn([mark(3)], rows).keys()]).toEqual([3]);
  // Nothing came of steps 2 and 4.
  expect([...marksOn([mark(2), mark(4)], rows).keys()]).toEqual([0, 3]);
  expect([...marksOn([mark(9)], rows).keys()]).toEqual([5]);
  expect(marksOn([mark(0)], rows).get(-1)).toEqual(mark(0));
  expect(marksOn([], rows).size).toBe(0);
});
