import { describe, expect, it } from 'vitest';
import type { SuggestedStep } from '../../../src/protocol/test-making.ts';
import { patternParts } from '../../../src/ui/save-test/pattern-parts.ts';
import { tagsIn } from '../../../src/ui/save-test/test-names.ts';
import { countOf, ticksOf, withAll, withTick } from '../../../src/ui/save-test/ticks.ts';

const step: SuggestedStep = {
  step: 4,
  input: { type: 'customer.writes', session: 1, text: 'hi' },
  at: 0,
  session: 1,
  suggestions: [
    { kind: 'said', expectation: { event: 'message.saved', text: 'a' }, ticked: true, seq: 1 },
    { kind: 'status', expectation: { status: 6 }, ticked: false },
    { kind: 'refused', expectation: { refused: 'x' }, ticked: true, needed: true },
  ],
};

describe('what is ticked', () => {
  it('is what was suggested until somebody chooses otherwise', () => {
    const chosen = withTick(step, withTick(step, new Map(), 1, true), 0, false);

    expect([...ticksOf(step, new Map())]).toEqual([0, 2]);
    expect([...ticksOf(step, chosen)].toSorted()).toEqual([1, 2]);
    expect(countOf([step], chosen)).toEqual({ expectations: 2, steps: 1 });
  });

  it('can be all, none but what a step needs, and what was suggested again', () => {
    const all = withAll([step], new Map(), 'all');
    const none = withAll([step], all, 'none');

    expect(ticksOf(step, all).size).toBe(3);
    expect([...ticksOf(step, none)]).toEqual([2]);
    expect([...ticksOf(step, withAll([step], none, 'suggested'))]).toEqual([0, 2]);
  });
});

describe('an expected text', () => {
  it('is read without its markup, and with what stands open in it by its kind', () => {
    expect(patternParts('Hi <b>Ada</b> &amp; all')).toEqual([{ text: 'Hi Ada & all' }]);
    expect(patternParts({ matches: '^You are \\d+ \\(of 9\\), \\S+\\.$' })).toEqual([
      { text: 'You are ' },
      { any: 'number' },
      { text: ' (of 9), ' },
      { any: 'word' },
      { text: '.' },
    ]);
    expect(patternParts({ contains: 'x' })).toEqual([{ text: '{"contains":"x"}' }]);
  });
});

it('tags stand between commas, each once, with or without their mark', () => {
  expect(tagsIn(' hand-off, #orders,, hand-off ,')).toEqual(['hand-off', 'orders']);
  expect(tagsIn('')).toEqual([]);
});
