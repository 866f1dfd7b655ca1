import type { WorkspaceCounts } from '../protocol/engine-api.ts';
import type { StepRow } from './rows.ts';

/** So many rows are read at a time. */
const portion = 1000;

/** Counts the rows that `read` gives by their steps, which come after those that were counted. */
export async function countRows(
  counted: WorkspaceCounts | undefined,
  read: (from: number, to: number) => Promise<readonly StepRow[]>,
): Promise<WorkspaceCounts> {
  let census = counted ?? emptyCensus;
  for (let isMore = true; isMore;) {
    const rows = await read(census.steps + 1, census.steps + portion);
    census = withRows(census, rows);
    isMore = rows.length === portion;
  }
  return census;
}

export const emptyCensus: WorkspaceCounts = { steps: 0, sessions: 0, messages: 0, characters: 0 };

/** The census with these rows, which come after those that it counted. */
export function withRows(census: WorkspaceCounts, rows: readonly StepRow[]): WorkspaceCounts {
  let { sessions, messages, characters } = census;
  for (const { text } of rows) {
    sessions += occurrences(text, '"type":"session.created"');
    messages += occurrences(text, '"type":"message.saved"');
    characters += text.length;
  }
  return { steps: rows.at(-1)?.step ?? census.steps, sessions, messages, characters };
}

/** In JSON no text that somebody wrote can hold these: its quotes are escaped. */
function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) count++;
  return count;
}
