import type { DanglingReferences } from '../../engine/dangling-references.ts';
import { countOf } from '../format.ts';

/** So many are named; of more it is told how many they are. */
const most = 3;

/** `Ada, Bo and Cy`; `Ada, Bo and 5 others`. */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  const shown = quoted.length > most ? quoted.slice(0, most - 1) : quoted;
  const others = quoted.length - shown.length;
  const last = others > 0 ? `${countOf(others)} others` : shown.at(-1);
  const before = others > 0 ? shown : shown.slice(0, -1);
  return before.length === 0 ? (last ?? '') : `${before.join(', ')} and ${last ?? ''}`;
}

const n = (names: readonly string[], one: string, more: string): string =>
  names.length === 1 ? `1 ${one}` : `${countOf(names.length)} ${more}`;

type Sentence = (names: readonly string[]) => string;

/** What a deletion would leave behind, in a sentence each. */
export const leftBehindWords = {
  delete: 'Delete',
  sure: (name: string) => `Really delete “${name}”`,
  ask: (name: string) => `Delete “${name}”? Then:`,
  cannot: (name: string) => `“${name}” cannot be deleted now.`,
  once: 'Once it is deleted:',
  keep: 'Keep',
  understood: 'Close',
  allTheSame: 'Delete all the same',
  of: {
    chats: (names) => `Chats with ${listed(names)} go on. Somebody has to end them or take them over first.`,
    memberships: (names) => `${listed(names)} ${names.length === 1 ? 'has' : 'have'} one member less.`,
    unanswered: (names) => `Nobody is left who may answer on ${listed(names)}.`,
    quickReplies: (names) =>
      `${n(names, 'quick reply has', 'quick replies have')} no owner: ${listed(names)}.`,
    customers: (names) =>
      `${n(names, 'session goes', 'sessions go')} on without a channel (${listed(names)}): nobody can pick them up, and the widget has no settings.`,
    bots: (names) => `The bot of ${listed(names)} does not run any more.`,
    triggers: (names) => `${n(names, 'trigger has', 'triggers have')} no script to run.`,
    handlers: (names) => `The webhook ${listed(names)} finds no script and answers 404.`,
    entries: (names) => `${n(names, 'entry lies', 'entries lie')} in no folder: ${listed(names)}.`,
    subfolders: (names) => `${listed(names)} ${names.length === 1 ? 'stands' : 'stand'} at the top.`,
    suggestions: (names) =>
      `${listed(names)} ${names.length === 1 ? 'suggests' : 'suggest'} no answers any more.`,
    links: (names) => `The session of ${listed(names)} is linked to nobody that is known.`,
    deliveries: (names) => `${n(names, 'delivery that waits is', 'deliveries that wait are')} dropped.`,
  } satisfies Record<DanglingReferences['what'], Sentence> as Record<DanglingReferences['what'], Sentence>,
};
