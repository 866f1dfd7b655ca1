import { describe, expect, it } from 'vitest';
import { pinnedOrNot, shownTiles } from '../../../src/ui/people/shown-tiles.ts';
import { roomOf } from '../../../src/ui/people/use-room.ts';
import { createWindowState } from '../../../src/ui/window-state.ts';
import { initialsOf } from '../../../src/ui/controls/avatar.tsx';

const all = [1, 2, 3, 4, 5, 6, 7, 8];

describe('who has a tile', () => {
  it.each([
    ['everybody, where all fit', { pinned: [5], recent: [2], room: 8 }, all],
    ['the first of the list, when nobody was selected yet', { pinned: [], recent: [], room: 2 }, [1, 2]],
    ['those who were selected last', { pinned: [], recent: [7, 3, 1], room: 2 }, [3, 7]],
    ['the selected one and no other, where one fits', { pinned: [], recent: [7, 3], room: 1 }, [7]],
    ['who is pinned, and beside them the selected one', { pinned: [6, 2], recent: [4], room: 2 }, [6, 2, 4]],
    [
      'who is pinned, and who was selected before one of them',
      { pinned: [6], recent: [6, 4], room: 2 },
      [6, 4],
    ],
    ['nobody who is not there any more', { pinned: [66], recent: [99, 3], room: 2 }, [1, 3]],
  ])('is %s', (_, { pinned, recent, room }, expected) => {
    expect(shownTiles({ all, pinned, recent, room })).toEqual(expected);
  });

  it('is up to who pins and unpins', () => {
    expect(pinnedOrNot([1, 2], 3)).toEqual([1, 2, 3]);
    expect(pinnedOrNot([1, 2, 3], 2)).toEqual([1, 3]);
  });

  it('remembers who was selected last, each once', () => {
    const windowState = createWindowState(null);
    for (const session of [1, 2, 1, 3]) windowState.change({ session });
    windowState.change({ event: 5 });
    windowState.change({ session: 0 });

    expect(windowState.view.value.recent).toEqual([3, 1, 2]);
  });
});

describe('a pane', () => {
  it.each([
    [600, 2, { shape: 'tiles', tiles: 2 }],
    [600, 3, { shape: 'list', tiles: 2 }],
    [520, 30, { shape: 'list', tiles: 1 }],
    [390, 30, { shape: 'faces', tiles: 1 }],
    [1, 30, { shape: 'faces', tiles: 1 }],
    [390, 1, { shape: 'tiles', tiles: 1 }],
  ])('of %i pixels with %i people has room as %o', (width, count, room) => {
    expect(roomOf(width, count, 240)).toEqual(room);
  });
});

describe('initials', () => {
  it.each([
    ['Ada Berg', 'AB'],
    ['  ada  ', 'A'],
    ['عبد الله', 'عا'],
    ['👩‍👩‍👧 Fam', '👩‍👩‍👧F'],
    ['', ''],
  ])('of “%s” are “%s”', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
