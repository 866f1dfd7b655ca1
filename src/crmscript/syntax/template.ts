import type { Span } from '../diagnostic.ts';
import type { Token, TokenKind } from './token.ts';

/** A page with script in it: what stands in the page is printed, what stands in `<% … %>` runs (crm §3.3). */
export const isTemplate = (source: string): boolean => source.includes(startMark);

const startMark = '%EJSCRIPT_START%';
const endMark = '%EJSCRIPT_END%';

export type Region = { readonly kind: 'text' | 'code'; readonly start: number; readonly end: number };

/** The regions of a page in their order; the marks between them belong to none. */
export function* regionsOf(source: string): Generator<Region> {
  const find = (mark: string, from: number, limit: number): number => {
    // Not looked for behind the limit: a page may have many parts.
    const at = source.slice(from, limit + mark.length).indexOf(mark);
    return at < 0 || from + at > limit ? limit : from + at;
  };
  let at = 0;
  while (at < source.length) {
    const start = find(startMark, at, source.length);
    yield { kind: 'text', start: at, end: start };
    at = start + startMark.length;
    if (at > source.length) return;
    const end = find(endMark, at, source.length);
    while (at < end) {
      const open = find('<%', at, end);
      yield { kind: 'text', start: at, end: open };
      const close = find('%>', open + 2, end);
      if (open < end) yield { kind: 'code', start: open + 2, end: close };
      at = close + 2;
    }
    at = end + endMark.length;
  }
}

/** `print("…");` in the place of a text. */
export function printing(text: string, span: Span): Token[] {
  const { file, start, end, line, column } = span;
  const token = (kind: TokenKind, written: string): Token => ({
    kind,
    text: written,
    file,
    start,
    end,
    line,
    column,
  });
  return [
    token('name', 'print'),
    token('operator', '('),
    token('string', text),
    token('operator', ')'),
    token('operator', ';'),
  ];
}
