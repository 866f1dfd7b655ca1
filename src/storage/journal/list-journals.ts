import type { JournalFolder, JournalName } from './folder.ts';
import { inTime, type After } from './in-time.ts';

/** Where the database holds nothing, so long is waited for the names of the journals, in milliseconds. */
const listedWithin = 10_000;
/** … and so often they are asked for again when that fails, so many milliseconds apart. */
const [mostTimes, apart] = [8, 250];

/** Which journals there are; none where nobody can tell soon. */
export const listJournals = (folder: JournalFolder, after: After): Promise<readonly JournalName[]> =>
  inTime(
    after,
    folder.list().catch(() => []),
    [],
  );

/**
 * The same where something may have been lost: nobody begins anew before it is known what the journals hold. What fails once is asked for
 * again; a browser that lets nobody at its private files, as in a private window, says so for good. Null where nobody can tell.
 */
export function listPatiently(folder: JournalFolder, after: After): Promise<readonly JournalName[] | null> {
  const list = async (times: number): Promise<readonly JournalName[] | null> => {
    try {
      return await folder.list();
    } catch (error) {
      if (isForGood(error)) return [];
      if (times === 1) return null;
      await new Promise<void>((resolve) => after(apart, resolve));
      return list(times - 1);
    }
  };
  return inTime(after, list(mostTimes), null, listedWithin);
}

const isForGood = (error: unknown): boolean =>
  error instanceof Error && ['SecurityError', 'NotSupportedError', 'NotAllowedError'].includes(error.name);
