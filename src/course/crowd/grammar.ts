import type { Chance } from './chance.ts';

/** How deep choices stand in each other; what is deeper is taken as text. */
const deepest = 16;

/**
 * What a line says this time. `{Hi|Hello}` is one of them, which may be empty and may hold further choices; `{name}` is what `names`
 * has for it. What is no choice and no name stays as it is written.
 */
export function spoken(line: string, chance: Chance, names: Readonly<Record<string, string>> = {}): string {
  return read(line, 0, chance, names, 0).text.replace(/ {2,}/g, ' ').trim();
}

type Read = { readonly text: string; readonly end: number };

/** Reads up to the end of the line or, inside a choice, up to its brace; an opening brace without its other half is text. */
function read(
  line: string,
  from: number,
  chance: Chance,
  names: Readonly<Record<string, string>>,
  depth: number,
): Read {
  let text = '';
  let at = from;
  while (at < line.length) {
    const character = line.charAt(at);
    if (depth > 0 && (character === '}' || character === '|')) break;
    const end = character === '{' && depth < deepest ? closing(line, at) : -1;
    if (end < 0) {
      text += character;
      at += 1;
    } else {
      text += chosen(line, at, end, chance, names, depth);
      at = end + 1;
    }
  }
  return { text, end: at };
}

function chosen(
  line: string,
  open: number,
  close: number,
  chance: Chance,
  names: Readonly<Record<string, string>>,
  depth: number,
): string {
  const inside = line.slice(open + 1, close);
  if (Object.hasOwn(names, inside)) return names[inside] ?? '';
  const starts = alternatives(line, open + 1, close);
  if (starts.length === 1) return `{${read(line, open + 1, chance, names, depth + 1).text}}`;
  return read(line, chance.pick(starts) ?? open + 1, chance, names, depth + 1).text;
}

/** Where the alternatives between two places begin. */
function alternatives(line: string, from: number, to: number): readonly number[] {
  const starts = [from];
  let depth = 0;
  for (let at = from; at < to; at++) {
    const character = line.charAt(at);
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '|' && depth === 0) starts.push(at + 1);
  }
  return starts;
}

/** The brace that closes the one at a place; -1 where there is none. */
function closing(line: string, open: number): number {
  let depth = 0;
  for (let at = open; at < line.length; at++) {
    if (line.charAt(at) === '{') depth += 1;
    else if (line.charAt(at) === '}' && --depth === 0) return at;
  }
  return -1;
}
