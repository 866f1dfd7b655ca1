import type { Token } from '../syntax/token.ts';

/** A comment, with its marks. */
export type Comment = {
  readonly kind: 'line' | 'block';
  readonly start: number;
  readonly end: number;
  /** Whether it ends before what stands around it does: a line comment always. */
  readonly isClosed: boolean;
};

/** The comments of a source, which lie between its tokens. */
export function commentsOf(source: string, tokens: readonly Token[]): readonly Comment[] {
  const found: Comment[] = [];
  let from = 0;
  for (const { start, end } of tokens) {
    if (start > from) found.push(...commentsIn(source, from, start));
    from = Math.max(from, end);
  }
  found.push(...commentsIn(source, from, source.length));
  return found;
}

/** The comments in a range that holds nothing else but blanks, and what begins no token. */
export function* commentsIn(source: string, from: number, to: number): Generator<Comment> {
  let at = from;
  for (;;) {
    const start = source.slice(at, to).search(/\/[/*]/);
    if (start < 0) return;
    at += start;
    const isLine = source.charAt(at + 1) === '/';
    const length = isLine
      ? source.slice(at, to).search(/[\r\n]/)
      : source.slice(at + 2, to).indexOf('*/') + 4;
    const isClosed = isLine || length > 3;
    // In a page it ends with the code that it stands in.
    const end = isClosed && length >= 0 ? at + length : to - (source.slice(at, to).endsWith('%>') ? 2 : 0);
    yield { kind: isLine ? 'line' : 'block', start: at, end, isClosed };
    at = end;
  }
}
