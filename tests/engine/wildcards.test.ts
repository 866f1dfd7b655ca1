import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLike } from '../../src/bots/records/sql-like.ts';
import { fitsWildcards } from '../../src/engine/wildcards.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '%', '_'), maxLength: 8 });

/** The same pattern as the platform reads it. */
const asRegExp = (pattern: string, one: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('')
      .map((part) => (part === '%' ? '[^]*' : part === one ? '[^]' : part.replace('.', '\\.')))
      .join('')}$`,
  );

describe('a pattern with wildcards', () => {
  it('fits the texts that the same regular expression fits', () => {
    fc.assert(
      fc.property(text, pattern, (text, pattern) => {
        expect(fitsWildcards(text, pattern, '%')).toBe(asRegExp(pattern, '').test(text));
        expect(isLike(text, pattern)).toBe(asRegExp(pattern, '_').test(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('does not let two of its ends stand on one character', () => {
    expect(fitsWildcards('aba', 'ab*ba', '*')).toBe(false);
    expect(fitsWildcards('abba', 'ab*ba', '*')).toBe(true);
  });

  it('takes a wildcard of another kind for itself', () => {
    expect(fitsWildcards('a_b', 'a_b', '%')).toBe(true);
    expect(fitsWildcards('axb', 'a_b', '%')).toBe(false);
  });
});
