import type { Mock } from './definition.ts';
import { without, withSavedLast } from './fold-list.ts';
import { withEntry } from './with-entry.ts';
import type { WorldCopy } from './changed.ts';
import type { World } from './world.ts';

/** Folds that a mock answered: its next response is due, and what it says of a state holds. */
export function foldPlayed(world: WorldCopy, id: number): World {
  world.mocksPlayed = withEntry(world.mocksPlayed, id, (n = 0) => n + 1);
  const { name, becomes } = world.mocks.find((mock) => mock.id === id)?.state ?? {};
  if (name !== undefined && becomes !== undefined) {
    world.mockStates = withEntry(world.mockStates, name, () => becomes);
  }
  return world;
}

/** Folds a mock that was saved: it begins anew, and with it what it says the state of. */
export function foldSavedMock(world: WorldCopy, mock: Mock): World {
  world.mocks = withSavedLast(world.mocks, mock);
  world.mocksPlayed = withEntry(world.mocksPlayed, mock.id, () => 0);
  if (mock.state !== undefined) {
    const { [mock.state.name]: _begins, ...others } = world.mockStates;
    world.mockStates = others;
  }
  return world;
}

/** The mocks with one put before another; last, where that one is not there. */
export function movedMock(mocks: readonly Mock[], id: number, before: number): readonly Mock[] {
  const mock = mocks.find((one) => one.id === id);
  if (mock === undefined || id === before) return mocks;
  const others = without(mocks, id);
  const at = others.findIndex((one) => one.id === before);
  return others.toSpliced(at < 0 ? others.length : at, 0, mock);
}
