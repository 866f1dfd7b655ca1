import type { Diagnostic } from '../diagnostic.ts';
import { isDigit, isNamePart, type Scanner } from './scanner.ts';
import type { TokenKind } from './token.ts';

/** A number: decimal, also with a leading zero; `L` makes it Long, a point or exponent Float (crm §2.5). */
export function scanNumber(scanner: Scanner): void {
  const { source, position: from } = scanner;
  skipDigits(scanner);
  const { position: end } = scanner;
  const after = source.charCodeAt(end);
  if (end > from && after !== 46 && !isNamePart(after))
    scanner.push('integer', source.slice(from, end), from);
  else scanRest(scanner, from);
}

/** What may follow the digits of a whole number, or stand without them. */
function scanRest(scanner: Scanner, from: number): void {
  let kind: TokenKind = 'integer';
  let problem = scanner.position === from ? 'Write a zero before the point: 0.5.' : '';
  if (scanner.code() === 46 && (isDigit(scanner.code(1)) || !isNamePart(scanner.code(1)))) {
    kind = 'float';
    scanner.position += 1;
    if (!isDigit(scanner.code())) problem = 'Write a digit after the point: 3.0.';
    skipDigits(scanner);
  }
  if (isExponent(scanner)) {
    kind = 'float';
    scanner.position += 2;
    skipDigits(scanner);
  } else if (scanner.code() === 76 && kind === 'integer' && !isNamePart(scanner.code(1))) {
    kind = 'long';
    scanner.position += 1;
  }
  const written = scanner.source.slice(from, scanner.position);
  if (isNamePart(scanner.code())) {
    while (isNamePart(scanner.code())) scanner.position += 1;
    problem = badEnding(scanner.source.slice(from, scanner.position));
    kind = 'bad';
  }
  scanner.push(kind, kind === 'long' ? written.slice(0, -1) : written, from);
  if (problem !== '') complain(scanner, problem, from);
}

function skipDigits(scanner: Scanner): void {
  const { source } = scanner;
  let at = scanner.position;
  while (isDigit(source.charCodeAt(at))) at += 1;
  scanner.position = at;
}

/** About the number that begins at `start` and ends here. */
function complain(scanner: Scanner, problem: string, start: number): void {
  const { file, source, position: end, line, lineStart } = scanner;
  const span = { file, start, end, line, column: start - lineStart + 1 };
  scanner.problems.syntax('bad-number', problem, span, mendNumber(source.slice(start, end), start));
}

function isExponent(scanner: Scanner): boolean {
  const c = scanner.code();
  if (c !== 101 && c !== 69) return false;
  const sign = scanner.code(1);
  return isDigit(sign) || ((sign === 43 || sign === 45) && isDigit(scanner.code(2)));
}

function badEnding(text: string): string {
  if (/^0x/i.test(text)) return 'CRMScript has no hexadecimal numbers. Write the number in decimal.';
  if (/l$/.test(text)) return 'A Long ends in a capital L.';
  return `"${text}" is neither a number nor a name. Names begin with a letter.`;
}

/** The number as it is written here, where that is plain. */
function mendNumber(written: string, start: number): Diagnostic['fix'] {
  const end = start + written.length;
  const fix = (text: string): Diagnostic['fix'] => ({ label: `Write ${text}`, start, end, text });
  if (/^\d+\.$/.test(written)) return fix(`${written}0`);
  if (/^\.\d+$/.test(written)) return fix(`0${written}`);
  if (/^\d+l$/.test(written)) return fix(written.toUpperCase());
  if (/^\d[\d_]*_\d+$/.test(written)) return fix(written.replaceAll('_', ''));
  if (/^\d+\.\d+[fFdDmM]$/.test(written)) return fix(written.slice(0, -1));
  // Without a point it would be an Integer, and be divided like one.
  if (/^\d+[fFdDmM]$/.test(written)) return fix(`${written.slice(0, -1)}.0`);
  if (/^0x[\da-f]+$/i.test(written) && Number(written) < 2 ** 31) return fix(String(Number(written)));
  return undefined;
}
