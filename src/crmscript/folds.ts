import { bracketPairs } from './editing/brackets.ts';
import { commentsOf, type Comment } from './editing/comments.ts';
import { Lines } from './lines.ts';
import { Problems } from './syntax/problems.ts';
import { scan } from './syntax/scanner.ts';
import type { Token } from './syntax/token.ts';

/** What an editor can fold: `start` to `end` is what is hidden then, and runs over the end of a line. */
export type Fold = {
  readonly start: number;
  readonly end: number;
  readonly kind: 'block' | 'comment' | 'includes' | 'region';
};

/**
 * What can be folded: what stands between braces; a comment over several lines, or several on lines of their own, up to their first
 * line; `#include`s that follow one another; and what stands between `//#region` and `//#endregion`. It is told from the
 * tokens, so it is there while the text is broken.
 */
export function folds(source: string): readonly Fold[] {
  const tokens = scan(source, '', new Problems()).slice(0, -1);
  const comments = commentsOf(source, tokens);
  const lines = new Lines(source);
  const found = [
    ...blocks(tokens),
    ...includes(tokens, lines),
    ...regions(source, comments, lines),
    ...commentFolds(source, comments, lines),
  ];
  return found
    .filter(({ start, end }) => start < end && endAfter(lines, start) < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The end of the line that an offset is on. */
const endAfter = (lines: Lines, offset: number): number => lines.endOf(lines.at(offset).line);

const blocks = (tokens: readonly Token[]): readonly Fold[] =>
  [...bracketPairs(tokens)].flatMap(([open, close]) => {
    const [from, to] = [tokens[open], tokens[close]];
    return from?.text !== '{' || to === undefined ? [] : [{ start: from.end, end: to.start, kind: 'block' }];
  });

const isInclude = (token: Token | undefined): boolean =>
  token?.kind === 'directive' && token.text.toLowerCase() === 'include';

/** Two or more `#include`s with nothing between them. */
function includes(tokens: readonly Token[], lines: Lines): readonly Fold[] {
  const found: Fold[] = [];
  for (let at = 0; at < tokens.length;) {
    const start = tokens[at]?.start ?? 0;
    let next = at;
    let end = 0;
    while (isInclude(tokens[next]) && tokens[next + 1]?.kind === 'string') {
      const closed = tokens[next + 2]?.text === ';' ? 3 : 2;
      end = tokens[next + closed - 1]?.end ?? 0;
      next += closed;
    }
    if (next > at) found.push({ start: endAfter(lines, start), end, kind: 'includes' });
    at = Math.max(next, at + 1);
  }
  return found;
}

/** Regions nest; one that nothing ends is none. */
function regions(source: string, comments: readonly Comment[], lines: Lines): readonly Fold[] {
  const found: Fold[] = [];
  const open: Comment[] = [];
  for (const comment of comments) {
    if (comment.kind === 'block') continue;
    const [, ends, name] = /^\/\/\s*#(end)?(region)\b/i.exec(source.slice(comment.start, comment.end)) ?? [];
    if (name === undefined) continue;
    if (ends === undefined) open.push(comment);
    else {
      const start = open.pop();
      if (start !== undefined)
        found.push({ start: endAfter(lines, start.start), end: comment.end, kind: 'region' });
    }
  }
  return found;
}

function commentFolds(source: string, comments: readonly Comment[], lines: Lines): readonly Fold[] {
  const found: Fold[] = [];
  let run: Comment[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined)
      found.push({ start: endAfter(lines, first.start), end: last.end, kind: 'comment' });
    run = [];
  };
  for (const comment of comments) {
    const last = run.at(-1);
    const { line, column } = lines.at(comment.start);
    const lead = source.slice(comment.start - column + 1, comment.start);
    const isOwnLine = comment.kind === 'line' && lead.trim() === '' && !isMark(source, comment);
    const follows = last !== undefined && lines.at(last.start).line === line - 1;
    if (!isOwnLine || !follows) close();
    if (isOwnLine) run.push(comment);
    else if (comment.kind === 'block')
      found.push({ start: endAfter(lines, comment.start), end: comment.end, kind: 'comment' });
  }
  close();
  return found;
}

const isMark = (source: string, { start, end }: Comment): boolean =>
  /^\/\/\s*#(?:end)?region\b/i.test(source.slice(start, end));
