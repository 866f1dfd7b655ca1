import type { Span } from '../diagnostic.ts';
import type { DetailsOf, ProblemCode } from '../problem-code.ts';
import { SyntaxFault, type Purpose } from './syntax-fault.ts';
import type { Token } from './token.ts';

/** Deeper than this nothing is written by hand; it keeps every later walk of the tree off the host's limits. */
export const depthLimit = 200;

/** Is told of each fault, at the token where it was met. It may throw, to have the text read in another way. */
export type FaultListener = (fault: SyntaxFault, tokens: Cursor) => void;

/** The tokens of a file, taken from left to right. The last one, the end, is never passed. */
export class Cursor {
  readonly source: string;
  readonly all: readonly Token[];
  readonly #listener: FaultListener;
  readonly #last: number;
  /** How many tokens lie behind, and the one that is next. */
  position = 0;
  current: Token;
  /** How many levels of nesting stand around it. */
  depth = 0;
  /** The first token of the statement or member that is being read. */
  statementStart = 0;

  constructor(tokens: readonly Token[], source: string, listener: FaultListener) {
    this.all = tokens;
    this.#listener = listener;
    this.#last = tokens.length - 1;
    this.source = source;
    this.current = this.at(0);
  }

  /** The token at a place in the file. */
  at(index: number): Token {
    return this.all[index] ?? (this.all[this.#last] as Token);
  }

  peek(ahead = 0): Token {
    return this.at(this.position + ahead);
  }

  /** The token before this one. */
  get previous(): Token {
    return this.all[this.position - 1] ?? this.current;
  }

  get atEnd(): boolean {
    return this.position >= this.#last;
  }

  next(): Token {
    const token = this.current;
    if (this.position < this.#last) {
      this.position += 1;
      this.current = this.all[this.position] as Token;
    }
    return token;
  }

  /** True where the next token, or the one so many behind it, is this operator or word of the language. */
  is(text: string, ahead = 0): boolean {
    const token = ahead === 0 ? this.current : this.peek(ahead);
    return (token.kind === 'operator' || token.kind === 'keyword') && token.text === text;
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  /** Takes `text`, which is needed `purpose`. */
  expect(text: string, purpose: Purpose): Token {
    if (this.is(text)) return this.next();
    const params = { wanted: text, given: this.current.text };
    const message = `Expected "${text}" ${purpose}, but found ${this.found}.`;
    throw new SyntaxFault('expected', message, this.gap, params, purpose);
  }

  /** The next token in words. */
  get found(): string {
    const { kind, text } = this.current;
    if (kind === 'end') return 'the end of the script';
    if (kind === 'string') return 'a text';
    return kind === 'directive' ? `"#${text}"` : `"${text}"`;
  }

  /** Where something is missing: before the next token, but on the line that it should have ended (rulings 34). */
  get gap(): Span {
    return this.position > 0 && this.current.line !== this.previous.line ? this.endOfPrevious : this.current;
  }

  /** The place right behind the token before this one, on the line where that ends. */
  get endOfPrevious(): Span {
    const { file, start, end, line, column, kind } = this.previous;
    const lines = kind === 'string' ? this.source.slice(start, end).split(/\r\n|\r|\n/) : [];
    if (lines.length < 2) return { file, start: end, end, line, column: column + (end - start) };
    return { file, start: end, end, line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
  }

  /** What the grammar does not allow, to be thrown; where the statement around it ends, reading goes on. */
  fault<Code extends ProblemCode>(
    code: Code,
    message: string,
    span: Span = this.current,
    params?: DetailsOf<Code>,
  ): SyntaxFault {
    return new SyntaxFault(code, message, span, params);
  }

  /** Says what the grammar does not allow, where reading can go on as if nothing were. */
  report(fault: SyntaxFault): void {
    this.#listener(fault, this);
  }

  /** Enters a level of nesting. */
  enter(): void {
    this.depth += 1;
    if (this.depth <= depthLimit) return;
    const message = `This is nested deeper than ${String(depthLimit)} levels.`;
    throw this.fault('too-deep', message, this.current, { limit: depthLimit });
  }

  leave(levels = 1): void {
    this.depth -= levels;
  }

  /** Goes to a token by its place in the file. */
  moveTo(index: number): void {
    this.position = Math.min(index, this.#last);
    this.current = this.at(this.position);
  }
}

/** From the first place to the end of the second. */
export const through = (from: Span, to: Span): Span => ({
  file: from.file,
  start: from.start,
  end: from.end > to.end ? from.end : to.end,
  line: from.line,
  column: from.column,
});
