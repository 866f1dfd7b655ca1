import type { DetailsOf, ProblemCode } from '../problem-code.ts';
import type { Diagnostic, Span } from '../diagnostic.ts';
import type { Problems } from '../syntax/problems.ts';
import type { Scanned } from './mending-scanner.ts';
import { isTemplate } from '../syntax/template.ts';
import type { Token } from '../syntax/token.ts';

type Fix = Diagnostic['fix'];
export type Mark = { readonly index: number; readonly problems: number; readonly panicking: boolean };

/** Deeper than this nothing is written by hand; it keeps every later walk of the tree off the host's limits. */
export const depthLimit = 200;

/**
 * The tokens of a file, taken from left to right. What is missing or strange is either mended, and the parser
 * goes on as if it were right (`complain`), or it is quiet until it has found its feet again (`report`).
 */
export class TokenStream {
  readonly problems: Problems;
  readonly source: string;
  /** Text with script in it. */
  readonly isPage: boolean;
  readonly #tokens: Token[];
  readonly #end: Token;
  readonly #lostLines: ReadonlySet<number>;
  /** How many tokens lie behind, and the one that is next; `next` and `rewind` alone change them. */
  position = 0;
  current: Token;
  #depth = 0;
  /** Where the statement that is being read begins. */
  #from = 0;
  /** True from a report until the next statement begins, so that one mistake is one message. Changed here alone. */
  panicking = false;
  #tooDeep = false;
  /** Something of this statement has been reported. */
  #reported = false;
  /** The statement was mended, but who knows whether rightly: nothing more is said about it. */
  #distrusted = false;
  /** The names between these tokens are doubted already. */
  #doubtedFrom = 0;
  #doubtedTo = 0;
  #endsOnNewLine: boolean | undefined;
  /** How many `{` still lack a `}` further down; negative when there are more `}`. */
  unclosed: number;
  /** The token before which a line was taken to end: its semicolon belongs to the change that was offered. */
  closed = -1;
  /** How many `catch` blocks are open. */
  handlers = 0;
  /** The token that opened the innermost block; -1 at the top. */
  opener = -1;

  constructor(
    { tokens, unclosed, lostLines }: Scanned,
    source: string,
    problems: Problems,
    isPage = isTemplate(source),
  ) {
    this.#tokens = tokens;
    this.#end = tokens[tokens.length - 1] as Token;
    this.current = this.at(0);
    this.#lostLines = lostLines;
    // The lines of a page say nothing about the blocks of its script.
    this.isPage = isPage;
    this.unclosed = this.isPage ? 0 : unclosed;
    this.source = source;
    this.problems = problems;
  }

  /** Nothing but blanks stands behind the last end of a line. */
  get endsOnNewLine(): boolean {
    this.#endsOnNewLine ??= this.source.slice(this.source.trimEnd().length).includes('\n');
    return this.#endsOnNewLine;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.position + ahead] ?? this.#end;
  }

  /** The token before this one: where a missing semicolon should have stood. */
  previous(back = 1): Token {
    return this.#tokens[this.position - back] ?? this.current;
  }

  /** The token at a place in the file. */
  at(index: number): Token {
    return this.#tokens[index] ?? this.#end;
  }

  next(): Token {
    const token = this.current;
    if (token === this.#end) return token;
    this.position += 1;
    this.current = this.#tokens[this.position] ?? this.#end;
    return token;
  }

  /** The place of the first token of the statement that is being read. */
  get statementStart(): number {
    return this.#from;
  }

  get atEnd(): boolean {
    return this.position >= this.#tokens.length - 1;
  }

  is(text: string, ahead = 0): boolean {
    const token = ahead === 0 ? this.current : (this.#tokens[this.position + ahead] ?? this.#end);
    return token.text === text && (token.kind === 'operator' || token.kind === 'keyword');
  }

  /** True at the first token of a line. */
  get startsLine(): boolean {
    return this.position === 0 || this.current.line !== this.previous().line;
  }

  /** The column of the line that opened the innermost block; 0 at the top. */
  get indent(): number {
    return this.opener < 0 ? 0 : this.indentOf(this.opener);
  }

  /** Where the line of a token begins to be written, as a column from 1. */
  indentOf(index: number): number {
    const { line } = this.at(index);
    let first = index;
    // A line of more than two hundred tokens is not indented by hand.
    while (first > 0 && index - first < 200 && this.at(first - 1).line === line) first -= 1;
    return this.at(first).column;
  }

  slice({ start }: { readonly start: number }, { end }: { readonly end: number }): string {
    return this.source.slice(start, end);
  }

  accept(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  /** Takes `text`; where it is missing, says that it is needed `purpose`, with the change that adds it. */
  expect(text: string, purpose: string): boolean {
    if (this.accept(text)) return true;
    const message = `Expected "${text}" ${purpose}, but found ${describe(this.current)}.`;
    this.report('expected', message, this.gap(), this.insertion(text), this.#instead(text));
    return false;
  }

  /** As `expect`, and goes on as if it had been there. */
  expectSoftly(text: string, purpose: string): void {
    if (this.accept(text)) return;
    const message = `Expected "${text}" ${purpose}, but found ${describe(this.current)}.`;
    this.complain('expected', message, this.gap(), this.insertion(text), this.#instead(text));
  }

  /** What was expected, and what stands there. */
  #instead(wanted: string) {
    return { wanted, given: this.current.text };
  }

  /** Where something is missing: before the next token, but on the line that it should have ended. */
  gap(): Span {
    const [last, found] = [this.previous(), this.current];
    return this.position > 0 && found.line !== last.line ? this.endOf(last) : found;
  }

  /** The place right behind a token, on the line where the token ends. */
  endOf({ file, start, end, line, column, kind }: Token): Span {
    const lines = kind === 'string' ? this.source.slice(start, end).split(/\r\n|\r|\n/) : [];
    if (lines.length < 2) return { file, start: end, end, line, column: column + (end - start) };
    return { file, start: end, end, line: line + lines.length - 1, column: (lines.at(-1)?.length ?? 0) + 1 };
  }

  /** The change that adds a text behind the token before this one. */
  insertion(text: string): Fix {
    const at = this.position === 0 ? 0 : this.previous().end;
    return { label: `Add "${text.trim()}"`, start: at, end: at, text };
  }

  report<Code extends ProblemCode>(
    code: Code,
    message: string,
    span: Span,
    fix?: Fix,
    params?: DetailsOf<Code>,
  ): void {
    this.complain(code, message, span, fix, params);
    this.panicking = true;
  }

  complain<Code extends ProblemCode>(
    code: Code,
    message: string,
    span: Span,
    fix?: Fix,
    params?: DetailsOf<Code>,
  ): void {
    if (this.panicking || this.current.kind === 'bad' || this.#lostLines.has(span.line)) return;
    // What follows from the first mistake of a statement is no mistake of its own.
    if (this.#reported) this.#distrusted = true;
    else this.problems.syntax(code, message, span, fix, params);
    this.#reported = true;
  }

  /** As `complain`, about something whole around the statement that is being read. */
  complainAnew(code: ProblemCode, message: string, span: Span, fix?: Fix): void {
    this.#reported = false;
    this.complain(code, message, span, fix);
    this.#reported = false;
  }

  /** A statement begins here: mistakes are mistakes of their own again. */
  begin(): void {
    this.recover();
    this.#reported = false;
    this.#from = this.position;
  }

  /** What could not be read ends here. */
  recover(): void {
    if (this.panicking || this.#distrusted) this.#doubt();
    this.panicking = this.#tooDeep;
    this.#distrusted = false;
  }

  /** What is mended in this statement is not judged. */
  distrust(): void {
    this.#distrusted = true;
  }

  #doubt(): void {
    const from = this.at(this.#from);
    this.problems.damage(from.file, from.start, this.current.start, this.previous().line);
    // Of nested statements each ends where the innermost one did: what was gone through is not gone through again.
    const known = this.#from >= this.#doubtedFrom ? this.#doubtedTo : 0;
    for (let index = Math.max(this.#from, known); index < this.position; index++) {
      const { kind, text } = this.at(index);
      if (kind === 'name') this.problems.doubted.add(text);
    }
    if (this.#from > known || known === 0) this.#doubtedFrom = this.#from;
    this.#doubtedTo = Math.max(known, this.position);
  }

  mark(): Mark {
    return { index: this.position, problems: this.problems.mark, panicking: this.panicking };
  }

  /** Back to a place, to read it in another way. */
  rewind({ index, problems, panicking }: Mark): void {
    // What is nested too deep is not read again: it would end in the same way for ever.
    if (this.#tooDeep) return;
    this.#go(index);
    this.problems.rewind(problems);
    this.panicking = panicking;
    this.#distrusted = false;
    this.#reported = false;
  }

  #go(position: number): void {
    this.position = position;
    this.current = this.at(position);
  }

  /** Takes the next token for a keyword that was meant. */
  correct(keyword: string): void {
    this.current = { ...this.current, kind: 'keyword', text: keyword };
    this.#tokens[this.position] = this.current;
  }

  /** Enters a level of nesting. False, with a report, when that is too deep; then everything left is skipped. */
  enter(): boolean {
    this.#depth += 1;
    if (this.#depth <= depthLimit) return true;
    if (!this.#tooDeep) {
      this.panicking = false;
      this.#reported = false;
      const message = `This is nested deeper than ${String(depthLimit)} levels.`;
      this.report('too-deep', message, this.current, undefined, { limit: depthLimit });
      this.#tooDeep = true;
      this.#go(this.#tokens.length - 1);
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
  end: from.end > to.end ? from.end : to.end,
  line: from.line,
  column: from.column,
});
