import type { WorldFile } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';

/** What of a world tests run with, where they run with the workspace as it stands. */
export type Present = Pick<World, 'folders' | 'channels' | 'mocks'>;

export const presentIn = ({ folders, channels, mocks }: World): Present => ({ folders, channels, mocks });

export const isSamePresent = (one: Present | null, other: Present): boolean =>
  one?.folders === other.folders && one.channels === other.channels && one.mocks === other.mocks;

/** The same as the world of a file, in which time plays no part. */
export const presentFile = (present: Present): WorldFile => ({
  startsAt: '1970-01-01T00:00:00Z',
  ...present,
});
