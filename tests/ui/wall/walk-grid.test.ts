import { describe, expect, it } from 'vitest';
import { cellAfter } from '../../../src/ui/wall/walk-grid.ts';

const after = (key: string, at: readonly [number, number], ctrlKey = false) =>
  cellAfter({ key, ctrlKey, metaKey: false }, at, [3, 5]);

describe('the keys of a grid', () => {
  it('lead from cell to cell, and not over an edge', () => {
    expect(after('ArrowDown', [0, 2])).toEqual([1, 2]);
    expect(after('ArrowDown', [2, 2])).toEqual([2, 2]);
    expect(after('ArrowLeft', [1, 0])).toEqual([1, 0]);
    expect(after('ArrowRight', [1, 3])).toEqual([1, 4]);
  });

  it('lead to the ends of a row, and with Ctrl of the grid', () => {
    expect(after('Home', [1, 3])).toEqual([1, 0]);
    expect(after('End', [1, 3])).toEqual([1, 4]);
    expect(after('Home', [1, 3], true)).toEqual([0, 0]);
    expect(after('End', [1, 3], true)).toEqual([2, 4]);
  });

  it('leave all others to whoever wants them', () => {
    expect(after('Enter', [1, 3])).toBeNull();
    expect(after('ArrowDown', [1, 3], true)).toBeNull();
  });
});
