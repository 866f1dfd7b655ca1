import type { RecordedEvent } from '../../engine/events.ts';

/** How many events are read from disk at a time. */
export const page = 500;

type Read = (from: number, to: number) => Promise<readonly RecordedEvent[]>;

/** The newest event before number `first` that passes the test, read page by page. */
export async function findBack(
  read: Read,
  first: number,
  test: (event: RecordedEvent) => boolean,
): Promise<RecordedEvent | undefined> {
  for (let to = first - 1; to >= 1; to -= page) {
    const found = (await read(Math.max(1, to - page + 1), to)).findLast(test);
    if (found !== undefined) return found;
  }
  return undefined;
}
