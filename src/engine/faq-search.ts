import type { FaqEntry } from './definition.ts';
import type { World } from './world.ts';

/** How well something answers a question: how many of its words it shares, of how many it has. */
export type FaqHit<T> = { readonly found: T; readonly score: number; readonly words: number };

export type FaqQuestion = {
  /** Id of the folder to look in and below; 0 is the whole tree. */
  readonly folder: number;
  /** Entries that may be seen by this group and wider ones: 4 is everybody, 1 the author (chat-domain §1.7). */
  readonly access: number;
  readonly text: string;
};

/**
 * The published entries that share words with the question, best first: by how many distinct words of three
 * or more letters they share with it; ties by id (rulings 22).
 */
export function searchFaq(world: World, question: FaqQuestion): readonly FaqHit<FaqEntry>[] {
  const folders = question.folder === 0 ? null : withSubfolders(world, question.folder);
  const visible = visibleFaq(world, question.access);
  const there = folders === null ? visible : visible.filter((entry) => folders.has(entry.folder));
  return bestOf(there, question.text, ({ title, question: asked, keywords }) => [title, asked, keywords]);
}

/** What is published for this group and wider ones. */
export const visibleFaq = (world: World, access: number): readonly FaqEntry[] =>
  world.faqEntries.filter((entry) => entry.status === 'published' && entry.access >= access);

/** Those that share words with the text, best first. */
export function bestOf<T extends { readonly id: number }>(
  candidates: readonly T[],
  text: string,
  textsOf: (candidate: T) => readonly string[],
): readonly FaqHit<T>[] {
  const asked = wordsOf(text);
  return candidates
    .map((found) => ({ found, score: shared(asked, wordsIn(found, textsOf)), words: asked.size }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.found.id - b.found.id);
}

/** The folder and all below it; nothing where it is gone (chat-domain Q79). */
export function withSubfolders(world: World, root: number): ReadonlySet<number> {
  const found = new Set(world.faqFolders.flatMap(({ id }) => (id === root ? [id] : [])));
  for (const folder of found) {
    for (const { id, parent } of world.faqFolders) if (parent === folder) found.add(id);
  }
  return found;
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** The words of a candidate, found once: what is changed becomes another one. */
function wordsIn<T extends object>(
  candidate: T,
  textsOf: (one: T) => readonly string[],
): ReadonlySet<string> {
  const words = known.get(candidate) ?? wordsOf(textsOf(candidate).join(' '));
  known.set(candidate, words);
  return words;
}

function shared(words: ReadonlySet<string>, known: ReadonlySet<string>): number {
  let score = 0;
  for (const word of words) if (known.has(word)) score++;
  return score;
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= 3),
  );
