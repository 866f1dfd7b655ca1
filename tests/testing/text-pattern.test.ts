import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { matches } from '../../src/scenario/match.ts';
import { textPattern } from '../../src/testing/text-pattern.ts';

describe('what to expect of a text', () => {
  it('is the text itself where every run says it', () => {
    expect(textPattern('Order 1042 left Oslo.', ['Order 1042 left Oslo.'])).toBe('Order 1042 left Oslo.');
  });

  it('leaves a number open that clock, chance or counting makes', () => {
    expect(textPattern('You are number 3 (of 9).', ['You are number 4 (of 9).'])).toEqual({
      matches: '^You are number \\d+ \\(of 9\\)\\.$',
    });
  });

  it('leaves the whole of a date open where one of its numbers changes', () => {
    expect(textPattern('It is 2026-03-02 09:00:00 now.', ['It is 2026-03-30 09:01:01 now.'])).toEqual({
      matches: '^It is \\d+-\\d+-\\d+ \\d+:\\d+:\\d+ now\\.$',
    });
  });

  it('leaves a word open', () => {
    expect(textPattern('Come again on Monday.', ['Come again on Friday.'])).toEqual({
      matches: '^Come again on \\S+\\.$',
    });
  });

  it('says how it begins and ends where the rest is of another shape', () => {
    expect(textPattern('Your code is AB-12 3, keep it.', ['Your code is XYZ, keep it.'])).toEqual({
      matches: '^Your code is [\\s\\S]*, keep it\\.$',
    });
  });

  it('is nothing where hardly anything stays', () => {
    expect(textPattern('Why did the chicken cross the road?', ['A man walks into a bar.'])).toBeNull();
    expect(textPattern('7', ['9'])).toBeNull();
  });

  it('leaves names of people open when asked to', () => {
    expect(textPattern('Hello Ada Berg, how are you, Ada?', [], ['Ada Berg', 'Ada'])).toEqual({
      matches: '^Hello \\S+ \\S+, how are you, \\S+\\?$',
    });
  });

  it('holds for every text that it was made of', () => {
    const words = fc.array(
      fc.constantFrom('a', 'b', '12', '7', ' ', ':', '.', '(', '\\', '\n', 'Ångström', '*'),
      {
        maxLength: 12,
      },
    );
    const text = words.map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (said, variants) => {
        const pattern = textPattern(said, variants);

        if (pattern === null) return;
        for (const one of [said, ...(pattern === said ? [] : variants)])
          expect(matches(one, pattern, matchesRegexp), JSON.stringify([pattern, one])).toBe(true);
      }),
    );
  });
});
