import type { Span } from '../diagnostic.ts';
import type { Problems } from './problems.ts';
import { resolveCapitals } from './keyword-case.ts';
import { scanNumber } from './scan-number.ts';
import { scanString } from './scan-string.ts';
import { isTemplate, printing, regionsOf } from './template.ts';
import { TokenList } from './token-list.ts';
import { longOperators, type Token, type TokenKind } from './token.ts';
import { Words } from './words.ts';

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
classify('+-*/%=<>!&|.,;()[]{}', operator);

/** Operators are the constants that the grammar compares them with, which hosts do by identity. */
const singles = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const pairs = new Map<number, string>();
const pairOf = (first: number, second: number): number => first * 128 + second;
/** What may be the second character of an operator. */
const seconds = new Uint8Array(128);
for (const operator of longOperators) {
  const second = operator.charCodeAt(1);
  seconds[second] = 1;
  pairs.set(pairOf(operator.charCodeAt(0), second), operator);
}

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isNamePart = (c: number): boolean => {
  const kind = classes[c];
  return kind === nameStart || kind === digit;
};

/** A place in a source that moves forward only, so that scanning is linear. Who knows more of what cannot be read extends it. */
export class Scanner {
  readonly source: string;
  readonly file: string;
  readonly problems: Problems;
  readonly tokens = new TokenList();
  /** Where names stand that are a keyword but for their capitals. */
  readonly capitals: number[] = [];
  #words = new Words();
  position = 0;
  line = 1;
  lineStart = 0;
  /** Whether texts are read as if none ran over the end of its line. */
  textsEndWithLine = false;

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
    this.tokens.append({ kind, text, file, start, end: position, line, column: start - lineStart + 1 });
  }

  /** As `push`, for one that may have begun on another line. */
  add(kind: TokenKind, text: string, from: Span): void {
    const { file, start, line, column } = from;
    this.tokens.append({ kind, text, file, start, end: this.position, line, column });
  }

  /** Another one at this place, in a source that may end earlier; what it reads becomes part of this one's. */
  chunk(source: string): Scanner {
    const chunk = this.over(source);
    chunk.position = this.position;
    chunk.line = this.line;
    chunk.lineStart = this.lineStart;
    chunk.#words = this.#words;
    return chunk;
  }

  /** One of the same class over another source. */
  over(source: string): Scanner {
    return new Scanner(source, this.file, this.problems);
  }

  /** Goes on behind a chunk. */
  take({ tokens, capitals, position, line, lineStart }: Scanner): void {
    for (const index of capitals) this.capitals.push(this.tokens.count + index);
    for (const token of tokens.trimmed()) this.tokens.append(token);
    this.position = position;
    this.line = line;
    this.lineStart = lineStart;
  }

  /** A name or a word of the language. */
  scanName(): void {
    const { source, position: start } = this;
    const end = nameEnd(source, start);
    this.position = end;
    const word = this.#words.take(source, start, end);
    if (word.isCapital) this.capitals.push(this.tokens.count);
    this.push(word.kind, word.text, start);
  }

  /** The longest operator that stands here. */
  scanOperator(c: number): void {
    const { source, position: start } = this;
    const second = source.charCodeAt(start + 1);
    const pair = seconds[second] === 1 ? pairs.get(pairOf(c, second)) : undefined;
    if (pair !== undefined) {
      this.position += 2;
      this.push('operator', pair, start);
      return;
    }
    if (c === 38) {
      this.scanStrange();
      return;
    }
    this.position += 1;
    this.push('operator', singles[c] ?? '', start);
  }

  /** A character with which nothing begins. */
  scanStrange(): void {
    const { source, position: start } = this;
    const character = String.fromCodePoint(source.codePointAt(start) ?? 0);
    const from = this.here(character.length);
    this.position += character.length;
    this.push('bad', character, start);
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const shown = /[\p{C}\p{Z}]/u.test(character) ? '' : `"${character}" `;
    const message = `The character ${shown}(U+${number}) has no meaning here.`;
    this.problems.syntax('unexpected-character', message, from);
  }

  /** A text that nothing closes, from its quote to the end of the source; `value` is what it holds. */
  scanUnclosedText(value: string, from: Span): void {
    this.add('string', value, from);
    const name = this.source.charAt(from.start) === '"' ? 'a double quote' : 'a single quote';
    this.problems.syntax('unterminated-string', `This text has no end. Close it with ${name}.`, from);
  }

  /** A comment that nothing closes, which takes all that follows. */
  refuseComment(from: Span): void {
    const message = 'This comment has no end. Close it with "*/".';
    this.problems.syntax('unterminated-comment', message, from);
  }

  /** A number that is none: from `start` to here. */
  refuseNumber(message: string, start: number): void {
    const { file, position: end, line, lineStart } = this;
    this.problems.syntax('bad-number', message, { file, start, end, line, column: start - lineStart + 1 });
  }
}

/** Turns a source into tokens, the last of which is the end. What is no token is reported. */
export function scan(source: string, file: string, problems: Problems): readonly Token[] {
  return scanAll(new Scanner(source, file, problems));
}

/** All of a source. */
export function scanAll(scanner: Scanner): readonly Token[] {
  const { source } = scanner;
  if (isTemplate(source)) scanTemplate(scanner);
  else {
    scanner.tokens.reserve(source.length);
    scanTo(scanner, source.length);
  }
  scanner.push('end', '', scanner.position);
  resolveCapitals(scanner);
  return scanner.tokens.trimmed();
}

/** All code of a page is one program, with what stands between as statements that print it (crm §3.3). */
function scanTemplate(scanner: Scanner): void {
  const { source, tokens } = scanner;
  for (const { kind, start, end } of regionsOf(source)) {
    while (scanner.position < start) scanner.advance();
    if (kind === 'text') {
      const from = scanner.here(end - start);
      if (end > start) for (const token of printing(source.slice(start, end), from)) tokens.append(token);
      while (scanner.position < end) scanner.advance();
      continue;
    }
    // Nothing in a chunk of code, such as a comment, goes on behind its end.
    const chunk = scanner.chunk(source.slice(0, end));
    scanTo(chunk, end);
    scanner.take(chunk);
  }
}

export function scanTo(scanner: Scanner, end: number): void {
  const { source } = scanner;
  while (scanner.position < end) {
    const c = source.charCodeAt(scanner.position);
    switch (classes[c]) {
      case blank:
        skipBlanks(scanner);
        break;
      case newline:
        scanner.advance();
        break;
      case nameStart:
        scanner.scanName();
        break;
      case digit:
        scanNumber(scanner);
        break;
      case quote:
        scanString(scanner);
        break;
      case operator:
        if (c === 47 || c === 46) scanSlashOrPoint(scanner, c);
        else scanner.scanOperator(c);
        break;
      default:
        if (c === 160 || c === 0xfeff) scanner.position += 1;
        else if (c === 35 && classes[scanner.code(1)] === nameStart) scanDirective(scanner);
        else scanner.scanStrange();
    }
  }
}

function skipBlanks(scanner: Scanner): void {
  const { source } = scanner;
  let at = scanner.position + 1;
  while (source.charCodeAt(at) === 32) at += 1;
  scanner.position = at;
}

function scanSlashOrPoint(scanner: Scanner, c: number): void {
  const after = scanner.code(1);
  if (c === 47 && after === 47) skipLine(scanner);
  else if (c === 47 && after === 42) skipComment(scanner);
  else if (c === 46 && isDigit(after)) scanNumber(scanner);
  else scanner.scanOperator(c);
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
  if (end < 0) scanner.refuseComment(from);
}

/** Hosts go through many characters faster by a pattern than one by one. */
const nameParts = /\w*/y;
const restOfLine = /[^\n\r]*/y;

function nameEnd(source: string, start: number): number {
  nameParts.lastIndex = start;
  nameParts.test(source);
  return nameParts.lastIndex;
}

export const nameAt = (source: string, start: number): string => source.slice(start, nameEnd(source, start));

function scanDirective(scanner: Scanner): void {
  const start = scanner.position;
  const text = nameAt(scanner.source, start + 1);
  scanner.position += text.length + 1;
  scanner.push('directive', text, start);
}
