import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInSight, rowStarts } from '../../../src/ui/timeline/rows-in-sight.ts';

const even = rowStarts(100, 20);

describe('the rows in sight', () => {
  it('are those that a room shows any part of, and some more on either side', () => {
    expect(rowsInSight(even, 0, 100, 0)).toEqual({ first: 0, last: 4 });
    expect(rowsInSight(even, 30, 100, 0)).toEqual({ first: 1, last: 6 });
    expect(rowsInSight(even, 400, 100, 3)).toEqual({ first: 17, last: 27 });
  });

  it('are never more than there are', () => {
    expect(rowsInSight(even, 0, 100, 12)).toEqual({ first: 0, last: 16 });
    expect(rowsInSight(rowStarts(3, 20), 0, 500, 12)).toEqual({ first: 0, last: 2 });
  });

  it('are none where nothing can be seen, and none of no rows', () => {
    expect(rowsInSight(even, 0, 0, 12)).toBeNull();
    expect(rowsInSight(rowStarts(0, 20), 0, 100, 12)).toBeNull();
  });

  it('are the last ones while a list that became shorter is still scrolled further than it reaches', () => {
    expect(rowsInSight(rowStarts(10, 20), 1900, 100, 0)).toEqual({ first: 5, last: 9 });
  });

  it('are the first ones as long as what stands before the list is in sight', () => {
    expect(rowsInSight(even, -60, 100, 0)).toEqual({ first: 0, last: 4 });
  });

  it('fill the room whatever the heights of rows are, and no row too many', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.nat(3000), fc.integer({ min: 1, max: 400 }), (each, wished, room) => {
        const starts = rowStarts(each.length, (index) => each[index] ?? 0);
        const from = Math.max(0, Math.min(wished, starts.of(each.length) - room));
        const expected = each
          .map((height, index) => ({ index, top: starts.of(index), bottom: starts.of(index) + height }))
          .filter(({ top, bottom }) => bottom > from && top < from + room)
          .map(({ index }) => index);
        expect(rowsInSight(starts, wished, room, 0)).toEqual({ first: expected[0], last: expected.at(-1) });
      }),
    );
  });
});
