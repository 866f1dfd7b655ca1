import type { Token } from '../syntax/token.ts';
import { anyLineEnd, type Comment, type Gap } from './gaps.ts';
import type { Layout } from './layout.ts';
import { indentOf, indentWidth, type Measure } from './line-width.ts';
import type { Separator } from './separator.ts';

type Line = Extract<Separator, { kind: 'line' }>;
type InLine = Exclude<Separator, Line>;
/** A bracket that is open: the level of the line that it opened on, and by how much further lines in it stand more to the right. */
type Open = { readonly level: number; readonly step: number };

const mostBlankLines = (level: number): number => (level === 0 ? 2 : 1);
const hugging = /^[)\].,;]$/;

/** What is to stand between two tokens, in place of what stands from `start` to `end`. */
export type FormattedGap = { readonly start: number; readonly end: number; readonly text: string };

/** Writes what stands before each token, and knows on which line it is. */
export class Printer {
  readonly #measure: Measure;
  readonly #lineEnd: string;
  readonly #layout: Layout;
  /** Nothing stands on the line yet. */
  #atStart: boolean;
  /** How wide the line is so far, and its level. */
  #column = 0;
  #level = 0;
  /** The level of the line on which the statement began. */
  #statement = 0;
  #open: Open[] = [];
  /** The token that was written last. */
  #last = '';

  constructor(measure: Measure, lineEnd: string, layout: Layout, atStart: boolean) {
    this.#measure = measure;
    this.#atStart = atStart;
    this.#lineEnd = lineEnd;
    this.#layout = layout;
  }

  /** What is to stand in the gaps before the tokens from `first` on. */
  print(
    source: string,
    tokens: readonly Token[],
    gaps: readonly Gap[],
    separators: readonly Separator[],
    first = 0,
  ): FormattedGap[] {
    return gaps.map((gap, at) => {
      const index = first + at;
      const token = tokens[index] as Token;
      const written = source.slice(token.start, token.end);
      const text = this.before(index, gap, separators[index] as Separator, written);
      this.#wrote(token, written, index, separators[index + 1]);
      return { start: gap.start, end: gap.end, text };
    });
  }

  /** What stands before the token of a number, whose text is `token`; nothing stands before `token` ''. */
  before(index: number, gap: Gap, separator: Separator, token: string): string {
    return separator.kind === 'line'
      ? this.#line(gap, separator, index, token)
      : this.#inLine(gap, separator, index, token);
  }

  /** Takes note of a token that was written, and what stands before the next. */
  #wrote(
    { kind, text }: Pick<Token, 'kind' | 'text'>,
    token: string,
    index: number,
    next: Separator | undefined,
  ): void {
    this.#pass(token);
    this.#last = token;
    if (kind !== 'operator') return;
    if (text === '(' || text === '[') {
      const hangs = this.#layout.forced[index + 1] ?? false;
      const isHead = next?.kind === 'kept' && next.between && next.within?.isHead === true;
      this.#open.push({ level: this.#level, step: isHead && !hangs ? 2 : 1 });
    } else if (text === ')' || text === ']') this.#open.pop();
  }

  #pass(text: string): string {
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    this.#column = end < 0 ? this.#column + text.length : text.length - end - 1;
    return text;
  }

  #newline(level: number, blankLines = 0): string {
    this.#level = level;
    this.#column = indentWidth(this.#measure, level);
    return this.#lineEnd.repeat(blankLines + 1) + indentOf(this.#measure, level);
  }

  /** A comment, in which lines that begin with a star stand below the first one's. */
  #comment({ text }: Comment): string {
    const [first = '', ...others] = text.split(anyLineEnd).map((line) => line.trimEnd());
    const isStarred = others.every((line) => /^\s*\*/.test(line));
    const lines = isStarred
      ? others.map((line) => `${indentOf(this.#measure, this.#level)} ${line.trim()}`)
      : others;
    return this.#pass([first, ...lines].join(this.#lineEnd));
  }

  #line({ comments, newlines }: Gap, separator: Line, index: number, token: string): string {
    const { level, commentLevel, begins } = separator;
    this.#open = [];
    this.#statement = level;
    let written = '';
    // Nothing but comments stands before it on its line, so it begins there.
    let afterOpening = this.#last === '' || this.#last === '{';
    const begin = (before: number, at: number, blankLines: number): string => {
      const blank = afterOpening ? 0 : Math.min(Math.max(before - 1, 0), blankLines);
      afterOpening = false;
      if (!this.#atStart) return this.#newline(at, blank);
      this.#atStart = false;
      this.#level = at;
      this.#column = 0;
      return '';
    };
    const belongsToNext = begins && token !== '' && newlines === 0;
    const firstOfNext = belongsToNext ? comments.findLastIndex((one) => one.newlines > 0) : comments.length;
    comments.forEach((comment, at) => {
      const isFollowing = comment.newlines === 0 && at !== 0;
      const startsHere = comment.newlines > 0 || this.#atStart || (at === 0 && firstOfNext < 0);
      if (startsHere) written += begin(comment.newlines, commentLevel, mostBlankLines(commentLevel));
      else if (isFollowing || this.#last !== '') written += this.#pass(' ');
      written += this.#comment(comment);
    });
    if (token === '') return this.#atStart ? '' : written + this.#lineEnd;
    if (comments.length > 0 && belongsToNext) return written + this.#pass(' ');
    return written + begin(newlines, level, begins ? mostBlankLines(level) : 0);
  }

  #inLine({ comments, newlines }: Gap, separator: InLine, index: number, token: string): string {
    const isForced = this.#layout.forced[index] ?? false;
    const breaks = !isForced && this.#breaks(separator, index);
    const level = this.#levelOf(separator);
    let written = '';
    comments.forEach((comment, at) => {
      if (comment.newlines > 0 || (breaks && at === 0)) written += this.#newline(level);
      else if (at > 0 || !/^[([]$/.test(this.#last)) written += this.#pass(' ');
      written += this.#comment(comment);
    });
    const mayBegin = separator.kind !== 'joined' && (separator.kind !== 'close' || isForced);
    const begins = (comments.at(-1)?.isLine ?? false) || (mayBegin && newlines > 0 && isForced);
    if (begins || (breaks && comments.length === 0)) return written + this.#newline(level);
    const space = separator.space || (comments.length > 0 && !hugging.test(token));
    return space ? written + this.#pass(' ') : written;
  }

  /** Whether a line begins because the rest does not fit, and it moves to the left by that. */
  #breaks(separator: InLine, index: number): boolean {
    if (separator.kind !== 'break') return false;
    if (this.#column + (this.#layout.widths[index] ?? 0) <= this.#measure.width) return false;
    return indentWidth(this.#measure, this.#levelOf(separator)) < this.#column;
  }

  /** The level of a line that goes on with a statement. */
  #levelOf(separator: InLine): number {
    const open = this.#open.at(-1);
    if (open === undefined) return this.#statement + 1;
    if (separator.kind === 'close') return open.level;
    return open.level + open.step + (isInOneOfSeveral(separator) ? 1 : 0);
  }
}

/** Inside of one of several things in a bracket, which goes one level further. */
const isInOneOfSeveral = (separator: InLine): boolean =>
  (separator.kind === 'kept' || separator.kind === 'break') &&
  !separator.between &&
  separator.within?.several === true;
