import { describe, expect, it } from 'vitest';
import { fittingTabs } from '../../../src/ui/controls/fitting-tabs.ts';

describe('tabs that do not fit', () => {
  const given = (room: number, open = 0) =>
    fittingTabs({ widths: [60, 110, 110, 90, 60], gap: 4, room, more: 80, open });

  it('are none where there is room for all, without what opens the rest', () => {
    expect(given(446)).toEqual([0, 1, 2, 3, 4]);
  });

  it('are the last ones, as many as leave room for what opens them', () => {
    expect(given(445)).toEqual([0, 1, 2]);
    expect(given(300)).toEqual([0, 1]);
  });

  it('are never the one that is open: it takes the place of the last', () => {
    expect(given(445, 4)).toEqual([0, 1, 2, 4]);
    expect(given(420, 3)).toEqual([0, 1, 3]);
    expect(given(10, 3)).toEqual([3]);
  });
});
