import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../src/ui/top-bar/runs.ts';

const workspace = (id: string, parent?: string) => ({
  id,
  name: id,
  createdAt: 0,
  openedAt: 0,
  ...(parent === undefined ? {} : { parent }),
});
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the runs of a workspace', () => {
  it('stand as one in the list, under the one that is open, with the earlier ones beside it', () => {
    const all = [workspace('c', 'b'), workspace('z'), workspace('b', 'a'), workspace('a'), workspace('y')];

    const inBranch = runsOf(all, 'c');
    const wentBack = runsOf(all, 'a');

    expect(ids(inBranch.heads)).toEqual(['c', 'z', 'y']);
    expect(ids(inBranch.earlier)).toEqual(['b', 'a']);
    expect(ids(wentBack.heads)).toEqual(['a', 'z', 'y']);
    expect(ids(wentBack.earlier)).toEqual(['c', 'b']);
    expect(ids(runsOf(all, 'z').earlier)).toEqual([]);
  });

  it('still belong together when the first of them is gone', () => {
    const all = [workspace('c', 'gone'), workspace('b', 'gone')];

    expect(ids(runsOf(all, 'c').heads)).toEqual(['c']);
    expect(ids(runsOf(all, 'c').earlier)).toEqual(['b']);
  });
});
