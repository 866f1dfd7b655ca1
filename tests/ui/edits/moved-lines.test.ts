import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedLines } from '../../../src/ui/edits/moved-lines.ts';

const text = (...lines: readonly string[]): string => lines.join('\n');

describe('lines of another version of a text', () => {
  it('a line goes along with what is written above it', () => {
    const before = text('a;', 'b;', 'c;');
    const after = text('new;', 'a;', 'newer;', 'b;', 'c;');

    expect(movedLines(before, after, [1, 2, 3])).toEqual([2, 4, 5]);
  });

  it('a line that was rewritten is the one in its place, and one that is gone the next', () => {
    const before = text('a;', 'b;', 'c;', 'd;');

    expect(movedLines(before, text('a;', 'other;', 'c;', 'd;'), [2])).toEqual([2]);
    expect(movedLines(before, text('a;', 'd;'), [2, 3, 4])).toEqual([2, 2, 2]);
    expect(movedLines(before, text('a;'), [4])).toEqual([1]);
  });

  it('property: lines that stand in both keep their text, their order and stay in the text', () => {
    const words = fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.map(String), other.map(String)];
        const all = before.map((_, index) => index + 1);
        const moved = movedLines(before.join('\n'), after.join('\n'), all);
        expect(moved).toEqual(moved.toSorted((a, b) => a - b));
        expect(moved.every((line) => line >= 1 && line <= after.length)).toBe(true);
        const kept = before.filter((word, index) => after[(moved[index] ?? 0) - 1] === word);
        const inOrder = before.filter((word) => after.includes(word)).length;
        expect(kept.length > 0 || inOrder === 0).toBe(true);
      }),
    );
  });
});
