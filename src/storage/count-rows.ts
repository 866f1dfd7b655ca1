import type { Census } from '../protocol/engine-api.ts';
import type { StepRow } from './rows.ts';

export const emptyCensus: Census = { steps: 0, sessions: 0, messages: 0, characters: 0 };

/** The census with these rows, which come after those that it counted. */
export function withRows(census: Census, rows: readonly StepRow[]): Census {
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
