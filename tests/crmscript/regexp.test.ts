import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/crmscript/regexp.ts';

const find = (pattern: string, text: string, ignoreCase = false) => {
  const made = createMatcher(pattern, { ignoreCase });
  if ('error' in made) throw new Error(made.error);
  return made.matcher.find(text, 0, () => undefined);
};

/** Patterns on which the host's own matcher cannot run away. */
const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '^', '$', '\\b'),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
    tie('pattern').map((inner) => `(${inner})`),
    fc
      .tuple(
        fc.constantFrom('a', 'b', '.', '[a-c]', '(?:ab)'),
        fc.constantFrom('*', '+', '?', '{1,2}', '*?', '+?', '{2}'),
      )
      .map(([a, b]) => a + b),
    tie('pattern').map((inner) => `(?=${inner})`),
    tie('pattern').map((inner) => `(?!${inner})`),
  ),
}));

describe('the matcher', () => {
  it('finds what the host finds', () => {
    fc.assert(
      fc.property(
        pattern,
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', '1', ' '), maxLength: 12 }),
        fc.boolean(),
        (source, text, ignoreCase) => {
          const expected = new RegExp(source, ignoreCase ? 'i' : '').exec(text);
          const found = find(source, text, ignoreCase);

          expect(found?.index).toBe(expected?.index);
          if (expected !== null) expect(found?.groups[0]).toBe(expected[0]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['(?:a?)?b', 'xab', 'ab'],
    ['(?:a*)+c', 'aac', 'aac'],
    ['(?:^)*a', 'ba', 'a'],
    ['[\\d-x]+', 'y1-x2y', '1-x2'],
  ])('knows %s', (source, text, wanted) => {
    expect(find(source, text)?.groups[0]).toBe(wanted);
  });

  it('goes through long texts without a deep stack', () => {
    expect(find('(x|y)*z', `${'xy'.repeat(50_000)}z`)?.groups[1]).toBe('y');
  });

  it('gives groups, and back references mean them', () => {
    expect(find('(\\w)(\\w)?\\1', 'xabay')?.groups).toEqual(['aba', 'a', 'b']);
  });

  it.each([
    '(',
    ')',
    '[a',
    '*a',
    'a**',
    'a{2,1}',
    'a{9999}',
    '\\',
    '(?<n>a)',
    '[b-a]',
    `${'('.repeat(300)}${')'.repeat(300)}`,
  ])('refuses %s with a reason', (source) => {
    expect(createMatcher(source)).toHaveProperty('error');
  });

  it('refuses patterns that are too large', () => {
    expect(createMatcher('(a{1,1000}){1,1000}')).toEqual({ error: 'The pattern is too large.' });
    expect(createMatcher('()'.repeat(20_000))).toHaveProperty('error');
  });

  it('tells of its steps, so that a search can be ended', () => {
    const made = createMatcher('^(a+)+$');
    if ('error' in made) throw new Error(made.error);
    let steps = 0;
    class Enough extends Error {}

    expect(() =>
      made.matcher.find(`${'a'.repeat(40)}!`, 0, (count) => {
        steps += count;
        if (steps > 50_000) throw new Enough();
      }),
    ).toThrow(Enough);
  });
});
