import type { HeldLock, Locks } from '../ports.ts';

/**
 * Locks for a browser that has none: whoever asks, gets. The fence in the database then decides: the tab that
 * opened a workspace last writes, the others notice at their next write.
 */
export const loneLocks: Locks = {
  tryToTake: () => Promise.resolve(held),
  wait: () => new Promise(() => undefined),
  steal: () => Promise.resolve(held),
};

const held: HeldLock = { release: () => undefined, stolen: new Promise(() => undefined) };
