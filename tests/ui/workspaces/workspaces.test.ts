import { describe, expect, it } from 'vitest';
import type { Began, Workspace } from '../../../src/protocol/engine-api.ts';
import { runsOf } from '../../../src/ui/top-bar/runs.ts';
import { rowsOf } from '../../../src/ui/workspaces/row-list.ts';
import { amountOf } from '../../../src/ui/amount.ts';
import { keepSort, keptSort, sortedBy, type Column } from '../../../src/ui/workspaces/sorting.ts';
import { whenOf } from '../../../src/ui/workspaces/when.ts';
import { webStorage } from '../web-storage.ts';

const workspace = (id: string, openedAt: number, began?: Began, parent?: string): Workspace => ({
  id,
  name: `Name ${id}`,
  createdAt: 0,
  openedAt,
  ...(began === undefined ? {} : { began }),
  ...(parent === undefined ? {} : { parent }),
});
const census = (messages: number, sessions: number) => ({
  steps: 1,
  messages,
  sessions,
  characters: messages * 10,
});

/** Last used first, as the engine tells them. */
const all = [
  { ...workspace('b2', 9, 'branch', 'b'), name: 'Name b' },
  workspace('10', 8, 'link'),
  workspace('9', 7, 'file'),
  workspace('b', 6, 'sample'),
  { ...workspace('other', 5, 'branch', 'elsewhere'), name: 'Zebra' },
  workspace('old', 4),
];
const counted = new Map([
  ['9', census(30, 2)],
  ['10', census(4, 1)],
  ['b2', census(5, 3)],
]);
const given = {
  runs: runsOf(all, 'b2').runs,
  all,
  counted,
  open: 'b2',
  unfolded: new Set<string>(),
  like: '',
};
const idsBy = (by: Column, descending: boolean) =>
  rowsOf({ ...given, sort: { by, descending } }).map(({ workspace: { id } }) => id);

describe('the table of workspaces', () => {
  it('is sorted by each of its columns: names as people count, what is not known as nothing', () => {
    expect(idsBy('used', true)).toEqual(['b2', '10', '9', 'other', 'old']);
    expect(idsBy('name', false)).toEqual(['9', '10', 'b2', 'old', 'other']);
    expect(idsBy('messages', true)).toEqual(['9', 'b2', '10', 'other', 'old']);
    expect(idsBy('sessions', true)).toEqual(['b2', '9', '10', 'other', 'old']);
    expect(idsBy('size', false).at(-1)).toBe('9');
    expect(idsBy('began', false)[0]).toBe('old');
  });

  it('shows earlier runs below their workspace when they are unfolded, and what it is a branch of', () => {
    const sort = { by: 'used', descending: true } as const;
    const folded = rowsOf({ ...given, sort, like: 'name b' });
    const unfolded = rowsOf({ ...given, sort, unfolded: new Set(['b2']), like: '' });

    expect(folded.map(({ workspace: { id }, earlier, isOpen }) => [id, earlier, isOpen])).toEqual([
      ['b2', 1, true],
    ]);
    expect(unfolded.map(({ workspace: { id }, isEarlier }) => [id, isEarlier]).slice(0, 3)).toEqual([
      ['b2', false],
      ['b', true],
      ['10', false],
    ]);
    expect(unfolded.map(({ began }) => began)).toEqual([
      'Started over',
      'Started from a sample',
      'Opened from a link',
      'Opened from a file',
      'Branch',
      '—',
    ]);
  });

  it('remembers how it was sorted, and begins with what was used last where that cannot be read', () => {
    const keeper = webStorage(new Map());
    const sort = sortedBy(sortedBy(keptSort(keeper), 'name'), 'name');
    keepSort(keeper, sort);

    expect(sort).toEqual({ by: 'name', descending: true });
    expect(keptSort(keeper)).toEqual(sort);
    expect(sortedBy(sort, 'size')).toEqual({ by: 'size', descending: true });
    keeper.setItem('rehearsal.workspaces', '{"by":"hack"');
    expect(keptSort(keeper)).toEqual({ by: 'used', descending: true });
  });

  it('tells times as people do, and amounts with their unit', () => {
    const now = new Date(2026, 2, 2, 9, 4).getTime();
    const at = (...when: [number, number, number, number, number]) =>
      whenOf(new Date(...when).getTime(), now);

    expect(at(2026, 2, 2, 0, 0)).toBe('today 00:00');
    expect(at(2026, 2, 1, 15, 40)).toBe('yesterday 15:40');
    expect(at(2026, 1, 27, 8, 0)).toBe('Fri 27 Feb');
    expect(at(2025, 1, 27, 8, 0)).toBe('27 Feb 2025');
    expect([0, 999, 1000, 9940, 212_400, 999_600, 3_140_000].map(amountOf)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '9.9 kB',
      '212 kB',
      '1.0 MB',
      '3.1 MB',
    ]);
  });
});
