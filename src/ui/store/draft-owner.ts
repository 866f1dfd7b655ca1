import type { Keeper } from '../window-state.ts';

/** Whose unsent text is whose: each tab has its own, and gets it back when it is reloaded or restored. */
export type DraftOwner = {
  /** Empty where tabs cannot be told apart: then all of them share what is unsent. */
  readonly id: string;
  /** The tab was opened just now; it was neither reloaded nor restored. */
  readonly isNew: boolean;
  /** The tabs that are open at this moment. */
  readonly open: () => Promise<ReadonlySet<string>>;
};

/** All tabs are one: for browsers without locks, and for tests of other things. */
export const oneOwner: DraftOwner = { id: '', isNew: true, open: () => Promise.resolve(new Set([''])) };

export type DraftOwnerPorts = {
  /** `sessionStorage`: it outlives a reload, and is copied when a tab is duplicated. */
  readonly keeper: Keeper | null;
  /** Null where there are none. */
  readonly locks: Pick<LockManager, 'request' | 'query'> | null;
  /** An id that was never used; of two ids, the later one is greater. */
  readonly newId: () => string;
  /** Whether this page took the place of one that was open in the same tab. */
  readonly isReload: boolean;
};

const nameInTab = 'rehearsal.tab';
const lockOf = (id: string): string => `rehearsal drafts of ${id}`;

/**
 * Finds out which tab this is. A lock that is held for the life of the page tells the others that the tab is open,
 * and a duplicated tab, which brings the id of the first one along, that it needs one of its own.
 */
export async function findDraftOwner({
  keeper,
  locks,
  newId,
  isReload,
}: DraftOwnerPorts): Promise<DraftOwner> {
  if (locks === null || keeper === null) return oneOwner;
  try {
    const known = keeper.getItem(nameInTab);
    // Until the page before is gone, the lock is its: nobody has to wait for that.
    if (known !== null && isReload) void hold(locks, known, {});
    if (known !== null && (isReload || (await hold(locks, known, { ifAvailable: true }))))
      return ownerOf(locks, known, false);
    const id = newId();
    keeper.setItem(nameInTab, id);
    return (await hold(locks, id, {})) ? ownerOf(locks, id, true) : oneOwner;
  } catch {
    return oneOwner; // where the browser forbids one of them
  }
}

function ownerOf(locks: Pick<LockManager, 'query'>, id: string, isNew: boolean): DraftOwner {
  const prefix = lockOf('');
  const open = async () => {
    const { held = [], pending = [] } = await locks.query();
    const names = [...held, ...pending].map(({ name = '' }) => name);
    return new Set([
      id,
      ...names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    ]);
  };
  return { id, isNew, open };
}

/** Takes the lock and keeps it until the page is gone; false when it cannot be had. */
function hold(locks: Pick<LockManager, 'request'>, id: string, options: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    locks
      .request(lockOf(id), options, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => undefined);
      })
      .catch(() => {
        resolve(false);
      });
  });
}
