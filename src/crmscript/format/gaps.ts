import type { Token } from '../syntax/token.ts';

/** A comment as it stands in the text, without blanks at its end. */
export type Comment = {
  readonly text: string;
  /** How many lines end between it and what stands before it. */
  readonly newlines: number;
  /** It goes to the end of its line. */
  readonly isLine: boolean;
};

/** What stands before a token: blanks and comments, from the end of the token before. */
export type Gap = {
  readonly start: number;
  readonly end: number;
  readonly comments: readonly Comment[];
  /** How many lines end behind the last comment. */
  readonly newlines: number;
};

export const anyLineEnd = /\r\r\n|\r\n|\r|\n/;

/** The gap before each token of a text that has no mistakes, the end included. */
export function gapsOf(source: string, tokens: readonly Token[]): readonly Gap[] {
  let start = 0;
  return tokens.map((token) => {
    const gap = readGap(source, start, token.start);
    start = token.end;
    return gap;
  });
}

/** What stands between two places that no token is between. */
export function readGap(source: string, start: number, end: number): Gap {
  const comments: Comment[] = [];
  let newlines = 0;
  let at = start;
  while (at < end) {
    if (source.charCodeAt(at) === slash) {
      const behind = endOfComment(source, at);
      const text = source.slice(at, behind).trimEnd();
      comments.push({ text, newlines, isLine: source.charCodeAt(at + 1) === slash });
      newlines = 0;
      at = behind;
    } else {
      if (endsLine(source, at)) newlines += 1;
      at += 1;
    }
  }
  return { start, end, comments, newlines };
}

const slash = 47;

/** CR, LF and CR LF each end one line, and so does CR CR LF, which Python on Windows makes of CR LF. */
function endsLine(source: string, at: number): boolean {
  const c = source.charCodeAt(at);
  return c === 10 || (c === 13 && !source.startsWith('\n', at + 1) && !source.startsWith('\r\n', at + 1));
}

function endOfComment(source: string, start: number): number {
  if (source.charCodeAt(start + 1) !== slash) return source.indexOf('*/', start + 2) + 2;
  let at = start;
  while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at += 1;
  return at;
}

/** The first line end of a text that is no part of a written text; `\n` where there is none. */
export function lineEndOf(source: string, gaps: readonly Gap[]): string {
  for (const { start, end } of gaps) {
    const found = source.slice(start, end).match(anyLineEnd)?.[0];
    if (found !== undefined) return found;
  }
  return '\n';
}

/** Whether a line ends in the comments or around them, so that what stands around them cannot be joined. */
export const isBrokenByComments = ({ comments }: Gap): boolean =>
  comments.some(({ newlines, isLine, text }) => newlines > 0 || isLine || /[\n\r]/.test(text));

/** How wide the comments of a gap are on one line, with a blank before each. */
export const widthOfComments = ({ comments }: Gap): number =>
  comments.reduce((width, { text }) => width + text.length + 1, 0);
