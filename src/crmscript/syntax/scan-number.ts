import { isDigit, isNamePart, type Scanner } from './scanner.ts';
import type { TokenKind } from './token.ts';

/** A number: decimal, also with a leading zero; `L` makes it Long, a point or exponent Float (crm §2.5). */
export function scanNumber(scanner: Scanner): void {
  const from = scanner.here();
  const digits = (): void => {
    while (isDigit(scanner.code())) scanner.position += 1;
  };
  digits();
  let kind: TokenKind = 'integer';
  let problem = scanner.position === from.start ? 'Write a zero before the point: 0.5.' : '';
  if (scanner.code() === 46 && (isDigit(scanner.code(1)) || !isNamePart(scanner.code(1)))) {
    kind = 'float';
    scanner.position += 1;
    if (!isDigit(scanner.code())) problem = 'Write a digit after the point: 3.0.';
    digits();
  }
  if (isExponent(scanner)) {
    kind = 'float';
    scanner.position += 2;
    digits();
  } else if (scanner.code() === 76 && kind === 'integer' && !isNamePart(scanner.code(1))) {
    kind = 'long';
    scanner.position += 1;
  }
  const written = scanner.source.slice(from.start, scanner.position);
  if (isNamePart(scanner.code())) {
    while (isNamePart(scanner.code())) scanner.position += 1;
    problem = badEnding(scanner.source.slice(from.start, scanner.position));
  }
  scanner.add(kind, kind === 'long' ? written.slice(0, -1) : written, from);
  if (problem !== '') {
    scanner.problems.error('bad-number', problem, { ...from, end: scanner.position });
  }
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
