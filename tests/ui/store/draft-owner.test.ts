import { describe, expect, it } from 'vitest';
import { findDraftOwner, oneOwner } from '../../../src/ui/store/draft-owner.ts';
import { webStorage } from '../web-storage.ts';

/** As much of the browser's locks as is asked for: one that is taken is held for ever. */
function locksOf() {
  const held = new Set<string>();
  return {
    request: (name: string, { ifAvailable }: LockOptions, work: (lock: object | null) => unknown) => {
      if (held.has(name)) {
        if (ifAvailable === true) work(null);
      } else {
        held.add(name);
        work({});
      }
      return new Promise(() => undefined);
    },
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })), pending: [] }),
  } as unknown as Pick<LockManager, 'request' | 'query'>;
}

function given() {
  const locks = locksOf();
  let ids = 0;
  return (kept: Map<string, string>, isReload = false) =>
    findDraftOwner({ keeper: webStorage(kept), locks, newId: () => String((ids += 1)), isReload });
}

describe('a tab', () => {
  it('that is opened gets an id of its own, and knows of the others', async () => {
    const page = given();
    const first = await page(new Map());
    const second = await page(new Map());

    expect([first, second].map(({ id, isNew }) => ({ id, isNew }))).toEqual([
      { id: '1', isNew: true },
      { id: '2', isNew: true },
    ]);
    expect([...(await first.open())].sort()).toEqual(['1', '2']);
  });

  it('is the same after a reload, even while the page before it has its lock', async () => {
    const page = given();
    const kept = new Map<string, string>();
    await page(kept);

    expect(await page(kept, true)).toMatchObject({ id: '1', isNew: false });
  });

  it('is the same when the browser has restored it', async () => {
    const kept = new Map<string, string>();
    await given()(kept);

    expect(await given()(kept)).toMatchObject({ id: '1', isNew: false });
  });

  it('that was duplicated is another one', async () => {
    const page = given();
    const kept = new Map<string, string>();
    await page(kept);

    expect(await page(new Map(kept))).toMatchObject({ id: '2', isNew: true });
  });

  it('shares what is unsent with all others where there are no locks', async () => {
    const ports = { newId: () => 'x', isReload: false };
    const owner = await findDraftOwner({ ...ports, keeper: webStorage(new Map()), locks: null });

    expect(owner).toBe(oneOwner);
  });
});
