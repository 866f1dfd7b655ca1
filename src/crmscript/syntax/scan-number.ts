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
  if (problem !== '') scanner.refuseNumber(problem, from);
}

function skipDigits(scanner: Scanner): void {
  const { source } = scanner;
  let at = scanner.position;
  while (isDigit(source.charCodeAt(at))) at += 1;
  scanner.position = at;
}

function isExponent(scanner: Scanner): boolean {
  const c = scanner.code();
  if (c !== 101 && c !== 69) return false;
  const sign = scanner.code(1);
  return isDigit(sign) || ((sign === 43 || sign === 45) && isDigit(scanner.code(2)));
}

function badEnding(text: string): string {
  if (/l$/.test(text)) return 'A Long ends in a capital L.';
  return `"${text}" is neither a number nor a name. Names begin with a letter.`;
}
