import type { Json } from '../engine/definition.ts';

/**
 * What to expect of a text that was said once, told from what was said in its place when clock, chance or numbering were other
 * ones: the text itself, a pattern in which the changing parts stand open, or null where hardly anything of it stays.
 * Numbers that hang together with a changing one, as those of a date do, stand open with it.
 */
export function textPattern(
  text: string,
  variants: readonly string[],
  names: readonly string[] = [],
): Json | null {
  const others = variants.filter((other) => other !== text);
  const parts = partsOf(text);
  if (others.length > 0 && text.length > longest) return null;
  const open = new Set<number>();
  for (const other of others) {
    const changed = changedParts(parts, partsOf(other));
    if (changed === null) return affixPattern(text, others);
    for (const index of changed) open.add(index);
  }
  for (const index of [...open]) openRun(parts, index, open);
  openNames(parts, names, open);
  if (open.size === 0) return text;
  const stays = parts.filter((part, index) => !open.has(index) && isWord(part)).length;
  if (stays === 0) return null;
  return {
    matches: `^${parts.map((part, index) => (open.has(index) ? openPart(part) : literal(part))).join('')}$`,
  };
}

/** Longer texts are not taken apart. */
const longest = 4000;

/** Runs of digits, of letters, and each other character. */
const partsOf = (text: string): readonly string[] => text.match(/\d+|[\p{L}\p{M}]+|[^]/gu) ?? [];

const isDigits = (part: string | undefined): boolean => part !== undefined && /^\d+$/.test(part);
const isWord = (part: string): boolean => /^[\d\p{L}]/u.test(part);

/** Where two texts of equally many parts are not the same; null where more than words and numbers changed. */
function changedParts(one: readonly string[], other: readonly string[]): readonly number[] | null {
  if (one.length !== other.length) return null;
  const changed: number[] = [];
  for (const [index, part] of one.entries()) {
    const now = other[index] ?? '';
    if (part === now) continue;
    if (!isWord(part) || !isWord(now)) return null;
    changed.push(index);
  }
  return changed;
}

/** What may stand between the numbers of a date or a time. */
const joins: ReadonlySet<string | undefined> = new Set([':', '.', '-', '/', 'T', ' ']);

/** Opens the numbers of the date or time that a changing number belongs to. */
function openRun(parts: readonly string[], from: number, open: Set<number>): void {
  if (!isDigits(parts[from])) return;
  for (const step of [-2, 2])
    for (let at = from + step; isDigits(parts[at]) && joins.has(parts[at - step / 2]); at += step)
      open.add(at);
}

/** Opens the names of people, where they stand as they are. */
function openNames(parts: readonly string[], names: readonly string[], open: Set<number>): void {
  for (const name of names) {
    const words = partsOf(name);
    if (words.length === 0) continue;
    for (let at = 0; at + words.length <= parts.length; at++) {
      if (words.every((word, n) => parts[at + n] === word))
        for (let n = 0; n < words.length; n++) if (isWord(words[n] ?? '')) open.add(at + n);
    }
  }
}

/** `\d+` of digits that may be others, else a word or two. */
const openPart = (part: string): string => (isDigits(part) ? '\\d+' : '\\S+');

/** How a text begins and ends whatever changes between; null when that is the smaller part of it. */
function affixPattern(text: string, others: readonly string[]): Json | null {
  let start = text.length;
  let end = text.length;
  for (const other of others) {
    start = Math.min(start, sharedStart(text, other));
    end = Math.min(end, sharedStart(reversed(text), reversed(other)));
  }
  const shortest = Math.min(text.length, ...others.map(({ length }) => length));
  end = Math.min(end, shortest - start);
  if (start + end < text.length / 2) return null;
  const tail = end === 0 ? '' : text.slice(-end);
  return { matches: `^${literal(text.slice(0, start))}[\\s\\S]*${literal(tail)}$` };
}

/** Code unit by code unit: both texts are turned alike, and only counted. */
const reversed = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text[text.length - 1 - at]).join('');

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

/** A text as a pattern that means itself. */
const literal = (text: string): string => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, '\\$&');
