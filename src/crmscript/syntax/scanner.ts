import type { Span } from '../diagnostic.ts';
import type { Problems } from './problems.ts';
import { resolveCapitals } from './keyword-case.ts';
import { scanNumber } from './scan-number.ts';
import { scanInterpolated, scanPrefixed } from './scan-interpolated.ts';
import { scanStrange } from './scan-strange.ts';
import { scanString } from './scan-string.ts';
import { isTemplate, printing, regionsOf } from './template.ts';
import { keywords, longOperators, type Token, type TokenKind } from './token.ts';

const blank = 1;
const newline = 2;
const nameStart = 3;
const digit = 4;
const quote = 5;
const operator = 6;

/** What each of the first 128 characters may begin. */
const classes = new Uint8Array(128);
const classify = (characters: string, kind: number): void => {
  for (const character of characters) classes[character.charCodeAt(0)] = kind;
};
classify(' \t\v\f', blank);
classify('\n\r', newline);
classify('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', nameStart);
classify('0123456789', digit);
classify('"\'', quote);
classify('+-*/%=<>!&|.,;()[]{}?:^~', operator);

const singles = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
/** What may be the second character of an operator. */
const seconds = new Uint8Array(128);
for (const character of '+-*/=<>&|.?:') seconds[character.charCodeAt(0)] = 1;

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isNamePart = (c: number): boolean => {
  const kind = classes[c];
  return kind === nameStart || kind === digit;
};

/** A place in a source that moves forward only, so that scanning is linear. */
export class Scanner {
  readonly source: string;
  readonly file: string;
  readonly problems: Problems;
  readonly tokens: Token[] = [];
  /** Where names stand that are a keyword but for their capitals. */
  readonly capitals: number[] = [];
  /** Lines with a quote too many or too few: nothing more is said about them. */
  readonly lostLines = new Set<number>();
  position = 0;
  line = 1;
  lineStart = 0;
  /** How many `{` have no `}`; negative when it is the other way round. */
  unclosed = 0;
  /** A text without an end was met: from there on texts end with their line, so that scanning stays linear. */
  lost = false;

  constructor(source: string, file: string, problems: Problems) {
    this.source = source;
    this.file = file;
    this.problems = problems;
  }

  /** The character at the place, or NaN at the end. */
  code(ahead = 0): number {
    return this.source.charCodeAt(this.position + ahead);
  }

  /** Goes one character on, and counts lines: CR, LF and CR LF each end one. */
  advance(): void {
    const c = this.source.charCodeAt(this.position);
    this.position += 1;
    if (c === 10 || (c === 13 && this.source.charCodeAt(this.position) !== 10)) {
      this.line += 1;
      this.lineStart = this.position;
    }
  }

  here(length = 0): Span {
    const { file, position, line, lineStart } = this;
    return { file, start: position, end: position + length, line, column: position - lineStart + 1 };
  }

  /** A token that began at `start` on this line and ends here. */
  push(kind: TokenKind, text: string, start: number): void {
    const { file, position, line, lineStart } = this;
    this.tokens.push({ kind, text, file, start, end: position, line, column: start - lineStart + 1 });
  }

  /** As `push`, for one that may have begun on another line. */
  add(kind: TokenKind, text: string, from: Span): void {
    const { file, start, line, column } = from;
    this.tokens.push({ kind, text, file, start, end: this.position, line, column });
  }
}

export type Scanned = Pick<Scanner, 'tokens' | 'unclosed' | 'lostLines'>;

/** Turns a source into tokens, the last of which is the end. What is no token is reported. */
export function scan(source: string, file: string, problems: Problems): Scanned {
  const scanner = new Scanner(source, file, problems);
  if (isTemplate(source)) scanTemplate(scanner);
  else scanTo(scanner, source.length);
  scanner.push('end', '', scanner.position);
  resolveCapitals(scanner);
  return scanner;
}

/** All code of a page is one program, with what stands between as statements that print it (crm §3.3). */
function scanTemplate(scanner: Scanner): void {
  const { source, file, problems, tokens } = scanner;
  for (const { kind, start, end } of regionsOf(source)) {
    while (scanner.position < start) scanner.advance();
    const from = scanner.here(end - start);
    if (kind === 'text') {
      if (end > start) tokens.push(...printing(source.slice(start, end), from));
      while (scanner.position < end) scanner.advance();
      continue;
    }
    // Nothing in a chunk of code, such as a comment, goes on behind its end.
    const chunk = new Scanner(source.slice(0, end), file, problems);
    Object.assign(chunk, { position: scanner.position, line: scanner.line, lineStart: scanner.lineStart });
    scanTo(chunk, end);
    for (const index of chunk.capitals) scanner.capitals.push(tokens.length + index);
    for (const token of chunk.tokens) tokens.push(token);
    for (const line of chunk.lostLines) scanner.lostLines.add(line);
    scanner.position = chunk.position;
    scanner.line = chunk.line;
    scanner.lineStart = chunk.lineStart;
    scanner.unclosed += chunk.unclosed;
  }
}

/** What stands in a part of a line, as if it were all of the file. */
export function scanPart(source: string, from: Span, problems: Problems): Scanned {
  const part = new Scanner(source.slice(0, from.end), from.file, problems);
  const { start: position, line, column } = from;
  Object.assign(part, { position, line, lineStart: position - column + 1 });
  scanTo(part, from.end);
  part.push('end', '', from.end);
  return part;
}

function scanTo(scanner: Scanner, end: number): void {
  const { source } = scanner;
  while (scanner.position < end) {
    const c = source.charCodeAt(scanner.position);
    switch (classes[c]) {
      case blank:
        scanner.position += 1;
        break;
      case newline:
        scanner.advance();
        break;
      case nameStart:
        scanName(scanner);
        break;
      case digit:
        scanNumber(scanner);
        break;
      case quote:
        scanString(scanner);
        break;
      case operator:
        if (c === 47 || c === 46) scanSlashOrPoint(scanner, c);
        else scanOperator(scanner, c);
        break;
      default:
        if (c === 160 || c === 0xfeff) scanner.position += 1;
        else if (c === 35 && classes[scanner.code(1)] === nameStart) scanDirective(scanner);
        else if (!scanInterpolated(scanner)) scanStrange(scanner);
    }
  }
}

function scanSlashOrPoint(scanner: Scanner, c: number): void {
  const after = scanner.code(1);
  if (c === 47 && after === 47) skipLine(scanner);
  else if (c === 47 && after === 42) skipComment(scanner);
  else if (c === 46 && isDigit(after)) scanNumber(scanner);
  else scanOperator(scanner, c);
}

export function skipLine(scanner: Scanner): void {
  const { source } = scanner;
  restOfLine.lastIndex = scanner.position;
  restOfLine.test(source);
  scanner.position = restOfLine.lastIndex;
}

function skipComment(scanner: Scanner): void {
  const from = scanner.here(2);
  const end = scanner.source.indexOf('*/', scanner.position + 2);
  const stop = end < 0 ? scanner.source.length : end + 2;
  while (scanner.position < stop) scanner.advance();
  if (end < 0) {
    scanner.problems.syntax('unterminated-comment', 'This comment has no end. Close it with "*/".', from, {
      label: 'Add "*/"',
      start: stop,
      end: stop,
      text: ' */',
    });
  }
}

function scanName(scanner: Scanner): void {
  const { source, position: start } = scanner;
  const text = nameAt(source, start);
  scanner.position += text.length;
  if (text.length === 1 && scanPrefixed(scanner, start)) return;
  const first = source.charCodeAt(start);
  if (first > 96) {
    scanner.push(keywords.has(text) ? 'keyword' : 'name', text, start);
    return;
  }
  if (text.length <= 8 && keywords.has(text.toLowerCase())) scanner.capitals.push(scanner.tokens.length);
  scanner.push('name', text, start);
}

/** Hosts go through many characters faster by a pattern than one by one. */
const nameParts = /\w*/y;
const restOfLine = /[^\n\r]*/y;

function nameAt(source: string, start: number): string {
  nameParts.lastIndex = start;
  nameParts.test(source);
  return source.slice(start, nameParts.lastIndex);
}

function scanDirective(scanner: Scanner): void {
  const start = scanner.position;
  const text = nameAt(scanner.source, start + 1);
  scanner.position += text.length + 1;
  scanner.push('directive', text, start);
}

function scanOperator(scanner: Scanner, c: number): void {
  const { source, position: start } = scanner;
  if (seconds[source.charCodeAt(start + 1)] === 1) {
    for (let length = 3; length > 1; length--) {
      const text = source.slice(start, start + length);
      const kind = longOperators.get(text);
      if (kind === undefined) continue;
      // At the end of the source it is shorter than what was asked for.
      scanner.position += text.length;
      scanner.push(kind, text, start);
      return;
    }
  }
  scanner.position += 1;
  if (c === 123) scanner.unclosed += 1;
  else if (c === 125) scanner.unclosed -= 1;
  const foreign = c === 38 || c === 124 || c === 94 || c === 126;
  scanner.push(foreign ? 'foreign' : 'operator', singles[c] ?? '', start);
}
