import type { Span } from '../diagnostic.ts';
import type { Problems } from './problems.ts';
import type { Token } from './token.ts';

/** Deeper than this nothing is written by hand; it keeps every later walk of the tree off the host's limits. */
export const depthLimit = 200;

const endToken: Token = { kind: 'end', text: '', file: '', start: 0, end: 0, line: 1, column: 1 };

/** The tokens of a file, taken from left to right. Reporting is quiet until the parser has found its feet again. */
export class TokenStream {
  readonly problems: Problems;
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;
  /** True from a report until the next statement begins, so that one mistake is one message. */
  #panicking = false;
  #tooDeep = false;

  constructor(tokens: readonly Token[], problems: Problems) {
    this.#tokens = tokens;
    this.problems = problems;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#index + ahead] ?? this.#tokens.at(-1) ?? endToken;
  }

  /** The token before this one: where a missing semicolon should have stood. */
  previous(): Token {
    return this.#tokens[this.#index - 1] ?? this.peek();
  }

  next(): Token {
    const token = this.peek();
    if (this.#index < this.#tokens.length - 1) this.#index += 1;
    return token;
  }

  get position(): number {
    return this.#index;
  }

  get atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  get panicking(): boolean {
    return this.#panicking;
  }

  is(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.text === text && (token.kind === 'operator' || token.kind === 'keyword');
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  /** Takes `text`; where it is missing, says that it is needed `purpose`. */
  expect(text: string, purpose: string): boolean {
    if (this.accept(text)) return true;
    this.report(
      'expected',
      `Expected "${text}" ${purpose}, but found ${describe(this.peek())}.`,
      this.peek(),
    );
    return false;
  }

  report(code: string, message: string, span: Span, fix?: Parameters<Problems['error']>[3]): void {
    if (!this.#panicking) this.problems.error(code, message, span, fix);
    this.#panicking = true;
  }

  /** Something whole begins: mistakes are mistakes of their own again. */
  recover(): void {
    this.#panicking = this.#tooDeep;
  }

  /** Enters a level of nesting. False, with a report, when that is too deep; then everything left is skipped. */
  enter(): boolean {
    this.#depth += 1;
    if (this.#depth <= depthLimit) return true;
    if (!this.#tooDeep) {
      this.#panicking = false;
      this.report('too-deep', `This is nested deeper than ${String(depthLimit)} levels.`, this.peek());
      this.#tooDeep = true;
      this.#index = this.#tokens.length - 1;
    }
    return false;
  }

  leave(levels = 1): void {
    this.#depth -= levels;
  }
}

export const describe = (token: Token): string => {
  if (token.kind === 'end') return 'the end of the script';
  if (token.kind === 'string') return 'a text';
  if (token.kind === 'directive') return `"#${token.text}"`;
  return `"${token.text}"`;
};

/** From the first place to the end of the second. */
export const through = (from: Span, to: Span): Span => ({
  file: from.file,
  start: from.start,
  end: Math.max(from.end, to.end),
  line: from.line,
  column: from.column,
});
