import { describe, expect, it } from 'vitest';
import { format } from '../../src/crmscript/format.ts';
import { countSteps } from '../support/count-steps.ts';
import { shapes } from './shapes.ts';

const length = 3_000;

/** Steps for each character. */
const formatSteps = (source: string): number => countSteps(() => format(source)) / source.length;

/** Of those that are not refused every third: counting takes longer than formatting. */
const formattedShapes = shapes
  .filter(([, sourceOf]) => format(sourceOf(length)).kind === 'formatted')
  .filter((_, index) => index % 3 === 0);

describe('formatting a script of one shape', () => {
  it.each(formattedShapes)('takes steps in proportion to its length: %s', (_name, sourceOf) => {
    const few = formatSteps(sourceOf(length / 2));
    const many = formatSteps(sourceOf(length));

    expect(many).toBeLessThan(few * 1.2 + 10);
    expect(many).toBeLessThan(400);
  });
});
