import type { Token } from '../syntax/token.ts';
import { Problems } from '../syntax/problems.ts';
import { scan } from '../syntax/scanner.ts';

/** Where a place in a source lies: in code, in a text, or in a comment, where nothing is offered. */
export type Cursor = {
  readonly kind: 'code' | 'text' | 'comment';
  readonly offset: number;
  /** All tokens but the end. */
  readonly tokens: readonly Token[];
  /** How many of them stand before the word (or the text) that the place is in. */
  readonly before: number;
  /** The word around the place; empty where there is none. */
  readonly start: number;
  readonly end: number;
};

const isWord = (character: string): boolean => /\w/.test(character);

export function cursorAt(source: string, offset: number): Cursor {
  const tokens = scan(source, '', new Problems()).slice(0, -1);
  const inside = tokens.findIndex((token) => isInText(source, token, offset));
  const text = tokens[inside];
  if (text !== undefined) {
    const end = isClosed(source, text) ? text.end - 1 : offset;
    return { kind: 'text', offset, tokens, before: inside, start: text.start + 1, end };
  }
  let start = offset;
  while (start > 0 && isWord(source.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < source.length && isWord(source.charAt(end))) end += 1;
  const next = tokens.findIndex((token) => token.end > start);
  const before = next < 0 ? tokens.length : next;
  const from = tokens[before - 1]?.end ?? 0;
  const kind = endsInComment(source.slice(from, start)) ? 'comment' : 'code';
  return { kind, offset, tokens, before, start, end };
}

const isClosed = (source: string, token: Token): boolean =>
  token.end - token.start > 1 && source.charAt(token.end - 1) === source.charAt(token.start);

/** The text of a page around its code has no quotes, and is text through and through. */
function isInText(source: string, token: Token, offset: number): boolean {
  if (token.kind !== 'string' || token.start >= offset) return false;
  const quoted = /["']/.test(source.charAt(token.start));
  return quoted && isClosed(source, token) ? offset < token.end : offset <= token.end;
}

/** Whether what stands between two tokens leaves off inside of a comment. */
function endsInComment(gap: string): boolean {
  let at = 0;
  while (at < gap.length) {
    const isLine = gap.startsWith('//', at);
    const isBlock = gap.startsWith('/*', at);
    if (!isLine && !isBlock) {
      at += 1;
      continue;
    }
    const found = isLine ? /[\r\n]/.exec(gap.slice(at))?.index : gap.indexOf('*/', at + 2) - at;
    if (found === undefined || found < 0) return true;
    at += found + (isLine ? 1 : 2);
  }
  return false;
}
