import { fold } from './parse-pattern.ts';
import type { CharTest } from './pattern.ts';

export interface CharSource {
  readonly text: string;
  readonly ignoreCase: boolean;
  at: number;
  peek(): string;
  take(text: string): boolean;
  fail(message: string): never;
}

const isDigit: CharTest = (code) => code >= 48 && code <= 57;
export const isWord: CharTest = (code) =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const isSpace: CharTest = (code) =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 160 ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0xfeff;
const not =
  (test: CharTest): CharTest =>
  (code) =>
    !test(code);

const classes: ReadonlyMap<string, CharTest> = new Map([
  ['d', isDigit],
  ['D', not(isDigit)],
  ['w', isWord],
  ['W', not(isWord)],
  ['s', isSpace],
  ['S', not(isSpace)],
]);
const controls: ReadonlyMap<string, number> = new Map([
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['f', 12],
  ['v', 11],
  ['0', 0],
]);

/** What follows a backslash: a class of characters, or the code of one. */
export function parseEscape(source: CharSource): CharTest | number {
  const letter = source.peek();
  if (letter === '') return source.fail('A backslash at the end');
  source.at += 1;
  const found = classes.get(letter) ?? controls.get(letter);
  if (found !== undefined) return found;
  const size = letter === 'x' ? 2 : letter === 'u' ? 4 : 0;
  const hex = source.text.slice(source.at, source.at + size);
  if (size > 0 && hex.length === size && /^[0-9a-fA-F]+$/.test(hex)) {
    source.at += size;
    return Number.parseInt(hex, 16);
  }
  return letter.charCodeAt(0);
}

type CharacterRange = readonly [number, number];

/** `[…]`, after the bracket. */
export function parseClass(source: CharSource): CharTest {
  const negative = source.take('^');
  const tests: CharTest[] = [];
  const ranges: CharacterRange[] = [];
  const add = (member: CharTest | number): void => {
    if (typeof member === 'number') ranges.push([member, member]);
    else tests.push(member);
  };
  for (let first = true; first || source.peek() !== ']'; first = false) {
    if (source.at >= source.text.length) source.fail('A "[" without "]"');
    const from = parseMember(source);
    const next = source.text.charAt(source.at + 1);
    if (source.peek() === '-' && next !== ']' && next !== '') {
      source.at += 1;
      const to = parseMember(source);
      if (typeof from === 'number' && typeof to === 'number') {
        if (to < from) source.fail('A range that ends before it begins');
        ranges.push([from, to]);
      } else {
        // Between a class and a character the dash means itself.
        for (const member of [from, '-'.charCodeAt(0), to]) add(member);
      }
    } else add(from);
  }
  source.at += 1;
  const inside = classTest(tests, ranges, source.ignoreCase);
  return negative ? not(inside) : inside;
}

function parseMember(source: CharSource): CharTest | number {
  if (source.take('\\')) {
    if (source.take('b')) return 8;
    return parseEscape(source);
  }
  const code = source.text.charCodeAt(source.at);
  source.at += 1;
  return code;
}

function classTest(
  tests: readonly CharTest[],
  ranges: readonly CharacterRange[],
  ignoreCase: boolean,
): CharTest {
  const inRanges = (code: number): boolean => ranges.some(([from, to]) => code >= from && code <= to);
  const plain: CharTest = (code) => inRanges(code) || tests.some((test) => test(code));
  if (!ignoreCase) return plain;
  return (code) => {
    if (plain(code) || plain(fold(code))) return true;
    const upper = String.fromCharCode(code).toUpperCase();
    return upper.length === 1 && plain(upper.charCodeAt(0));
  };
}
