import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../src/cli/matcher.ts';

describe('matchesRegexp', () => {
  it.each([
    ['Echo', 'Echo: hi', true],
    ['^hi', 'Echo: hi', false],
    ['echo', 'Echo: hi', false],
    ['\\d+ (of|from) \\d+', 'number 3 of 12', true],
    ['(', '(', false],
  ])('%s in %j', (pattern, text, expected) => {
    expect(matchesRegexp(pattern, text)).toBe(expected);
  });

  it('gives up on a pattern that would take for ever', () => {
    expect(matchesRegexp('(a+)+$', `${'a'.repeat(60)}!`)).toBe(false);
  });
});
