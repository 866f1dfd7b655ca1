import { describe, expect, it } from 'vitest';
import { fieldsMatch, matches, reach } from '../../src/scenario/match.ts';

const never = () => false;
const isIn = (pattern: string, text: string) => text.includes(pattern);

describe('matches', () => {
  it.each([
    [5, 5, true],
    ['5', 5, false],
    [null, null, true],
    [undefined, null, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [1], false],
    [{ a: 1, b: 2 }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 1 }] } }, true],
    ['Echo: hi', { contains: 'hi' }, true],
    [['a', 'b'], { contains: 'b' }, true],
    [5, { contains: '5' }, false],
    ['Write <b>human</b>.<br>Or&nbsp;wait', { says: 'Write human. Or wait' }, true],
    ['<ul><li>One</li><li>Two</li></ul>', { says: '• One\n• Two' }, true],
    ['2 < 3', { says: '2 <  3' }, true],
    ['Echo: hi', { says: 'hi' }, false],
    [5, { says: '5' }, false],
    ['a', { not: 'b' }, true],
    [undefined, { not: null }, true],
    ['Echo: hi', { not: { contains: 'hi' } }, false],
  ] as const)('compares %j with %j', (actual, pattern, expected) => {
    expect(matches(actual, pattern, never)).toBe(expected);
  });

  it('leaves patterns of text to the matcher that it is given', () => {
    expect(matches('Echo: hi', { matches: 'Echo' }, isIn)).toBe(true);
    expect(matches('Echo: hi', { matches: 'Echo' }, never)).toBe(false);
    expect(matches(5, { matches: '5' }, isIn)).toBe(false);
  });

  it('reaches inside with dots, and prefers a field whose name has them', () => {
    expect(fieldsMatch({ customer: { email: 'a@b' } }, { 'customer.email': 'a@b' }, never)).toBe(true);
    expect(reach({ 'a.b': 1, a: { b: 2 } }, 'a.b')).toBe(1);
    expect(reach({ a: null }, 'a.b')).toBeUndefined();
    expect(reach({}, 'constructor.name')).toBeUndefined();
  });
});
