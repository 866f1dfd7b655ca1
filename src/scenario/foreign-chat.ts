import { limits } from './limits.ts';
import type { FileProblem } from './problem.ts';
import { tooLarge } from './read-json.ts';
import type { ForeignChat } from './transcript/foreign.ts';
import { Reading, Unreadable } from './transcript/reading.ts';
import { readActivities } from './transcript/read-activities.ts';
import { readChatdown } from './transcript/read-chat.ts';
import { readConvo } from './transcript/read-convo.ts';
import { readCsv } from './transcript/read-csv.ts';

export type { ForeignChat } from './transcript/foreign.ts';

export type ChatResult =
  | { readonly ok: true; readonly chat: ForeignChat }
  /** The first problems; nothing of the file is taken. */
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

const readers = {
  '.transcript': readActivities,
  '.convo.txt': readConvo,
  '.chat': readChatdown,
  '.csv': readCsv,
} as const;
type Ending = keyof typeof readers;

const endingOf = (file: string): Ending | undefined =>
  (Object.keys(readers) as Ending[]).find((ending) => file.toLowerCase().endsWith(ending));

/** Whether a file of this name holds a conversation that `readChat` reads. */
export const isChatFile = (file: string): boolean => endingOf(file) !== undefined;

/** What a text in a field holds, and how deep or long it is, are hostile until it has come through here (ARCHITECTURE "Invariants", 10). */
export function readChat(text: string, file: string): ChatResult {
  const ending = endingOf(file);
  if (ending === undefined) {
    const known = Object.keys(readers).join(', ');
    return refused(
      '',
      `A conversation is read by the ending of its file: ${known}. “${file}” has none of them.`,
    );
  }
  if (text.length > limits.fileBytes) return refused('', tooLarge);
  if (hasTooManyLines(text))
    return refused('', `There are more than ${String(lineLimit)} lines in it. Take a part of it.`);
  const base = file.slice(file.search(/[^/\\]*$/), -ending.length);
  try {
    const reading = new Reading();
    const { name, sessions } = readers[ending](text.startsWith('\uFEFF') ? text.slice(1) : text, reading);
    if (sessions.every(({ turns }) => turns.length === 0)) {
      return refused('', 'Nobody says anything in it.');
    }
    return { ok: true, chat: { name: nameOf(name, base), sessions, left: reading.left } };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, problems: error.problems };
  }
}

/** Lines cost memory, however short they are; messages are counted as they are read. */
const lineLimit = 1_000_000;

function hasTooManyLines(text: string): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= lineLimit; at = text.indexOf('\n', at + 1)) lines++;
  return lines > lineLimit;
}

const refused = (path: string, message: string): ChatResult => ({ ok: false, problems: [{ path, message }] });

const nameOf = (name: string, base: string): string =>
  (name.trim() || base.trim() || 'Conversation').slice(0, limits.name);
