import type { Span } from '../diagnostic.ts';
import type { Problems } from './problems.ts';
import { scanNumber } from './scan-number.ts';
import { scanString } from './scan-string.ts';
import { isTemplate, printing, regionsOf } from './template.ts';
import { keywords, operators, type Token, type TokenKind } from './token.ts';

const isBlank = (c: number): boolean =>
  c === 32 || c === 9 || c === 11 || c === 12 || c === 160 || c === 0xfeff;
const isNewline = (c: number): boolean => c === 10 || c === 13;
export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isNameStart = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
export const isNamePart = (c: number): boolean => isNameStart(c) || isDigit(c);

/** Operators by their first character, longest first. */
const operatorsByFirst = new Map<string, string[]>();
for (const operator of operators) {
  const first = operator.charAt(0);
  operatorsByFirst.set(first, [...(operatorsByFirst.get(first) ?? []), operator]);
}

/** A place in a source that moves forward only, so that scanning is linear. */
export class Scanner {
  readonly source: string;
  readonly file: string;
  readonly problems: Problems;
  readonly tokens: Token[] = [];
  position = 0;
  line = 1;
  lineStart = 0;
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

  add(kind: TokenKind, text: string, from: Span): void {
    const { file, start, line, column } = from;
    this.tokens.push({ kind, text, file, start, end: this.position, line, column });
  }
}

/** Turns a source into tokens, the last of which is the end. What is no token is reported and left out. */
export function scan(source: string, file: string, problems: Problems): Token[] {
  const scanner = new Scanner(source, file, problems);
  if (isTemplate(source)) scanTemplate(scanner);
  else while (scanner.position < source.length) scanToken(scanner);
  scanner.add('end', '', scanner.here());
  return withKeywords(scanner);
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
    while (chunk.position < end) scanToken(chunk);
    for (const token of chunk.tokens) tokens.push(token);
    scanner.position = chunk.position;
    scanner.line = chunk.line;
    scanner.lineStart = chunk.lineStart;
  }
}

function scanToken(scanner: Scanner): void {
  const c = scanner.code();
  if (isBlank(c) || isNewline(c)) scanner.advance();
  else if (c === 47 && scanner.code(1) === 47) skipLine(scanner);
  else if (c === 47 && scanner.code(1) === 42) skipComment(scanner);
  else if (isNameStart(c)) scanName(scanner, 'name', 0);
  else if (isDigit(c) || (c === 46 && isDigit(scanner.code(1)))) scanNumber(scanner);
  else if (c === 34 || c === 39) scanString(scanner);
  else if (c === 35 && isNameStart(scanner.code(1))) scanName(scanner, 'directive', 1);
  else scanOperator(scanner);
}

function skipLine(scanner: Scanner): void {
  while (scanner.position < scanner.source.length && !isNewline(scanner.code())) scanner.position += 1;
}

function skipComment(scanner: Scanner): void {
  const from = scanner.here(2);
  const end = scanner.source.indexOf('*/', scanner.position + 2);
  const stop = end < 0 ? scanner.source.length : end + 2;
  while (scanner.position < stop) scanner.advance();
  if (end < 0) {
    scanner.problems.error('unterminated-comment', 'This comment has no end. Close it with "*/".', from);
  }
}

function scanName(scanner: Scanner, kind: 'name' | 'directive', prefix: number): void {
  const from = scanner.here();
  scanner.position += prefix;
  while (isNamePart(scanner.code())) scanner.position += 1;
  scanner.add(kind, scanner.source.slice(from.start + prefix, scanner.position), from);
}

function scanOperator(scanner: Scanner): void {
  const { source, position } = scanner;
  const from = scanner.here(1);
  const found = operatorsByFirst
    .get(source.charAt(position))
    ?.find((text) => source.startsWith(text, position));
  if (found !== undefined) {
    scanner.position += found.length;
    scanner.add('operator', found, from);
    return;
  }
  const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
  scanner.position += character.length;
  const span = { ...from, end: scanner.position };
  scanner.problems.error('unexpected-character', unexpected(character), span);
}

function unexpected(character: string): string {
  if (character === '&') return 'CRMScript has no bit operators. For "and", write &&.';
  if (character === '|') return 'CRMScript has no bit operators. For "or", write ||.';
  if (character === '^' || character === '~')
    return `CRMScript has no bit operators, so "${character}" means nothing.`;
  const code = character.codePointAt(0) ?? 0;
  const shown = code < 33 || /\p{Cf}/u.test(character) ? '' : `"${character}" `;
  return `The character ${shown}(U+${code.toString(16).toUpperCase().padStart(4, '0')}) has no meaning here. Text belongs in quotes.`;
}

/**
 * Recognises keywords, in any letter case (crm Q1). A capitalised one such as `If` stays a name where the
 * file declares something of exactly that spelling.
 */
function withKeywords({ tokens, problems }: Scanner): Token[] {
  const declared = new Set<string>();
  const candidates: number[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'name' || !keywords.has(token.text.toLowerCase())) return;
    candidates.push(index);
    if (isDeclared(tokens, index)) declared.add(token.text);
  });
  for (const index of candidates) {
    const token = tokens[index];
    if (token === undefined) continue;
    const text = token.text.toLowerCase();
    if (token.text !== text) {
      if (declared.has(token.text) || tokens[index - 1]?.text === '.') continue;
      problems.hint('keyword-case', `Keywords are written in lower case: "${text}".`, token, {
        label: `Write "${text}"`,
        start: token.start,
        end: token.end,
        text,
      });
    }
    tokens[index] = { ...token, kind: 'keyword', text };
  }
  return tokens;
}

function isDeclared(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (token === undefined || before === undefined || after === undefined) return false;
  if (token.text === token.text.toLowerCase()) return false;
  const type =
    before.text === ']' ||
    before.text === 'struct' ||
    (before.kind === 'name' && !keywords.has(before.text.toLowerCase()));
  return type && after.kind === 'operator' && ['=', ';', ',', ')', '(', '{'].includes(after.text);
}
