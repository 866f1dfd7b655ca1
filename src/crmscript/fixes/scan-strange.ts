import { skipLine, type Scanner } from '../syntax/scanner.ts';

const typedQuotes = /["'“”„‘’‚«»]/;
const dashes = '–—−';

/** A character with which nothing begins. One message for each, and a token where something was meant. */
export function scanStrange(scanner: Scanner): void {
  const character = String.fromCodePoint(scanner.source.codePointAt(scanner.position) ?? 0);
  if (typedQuotes.test(character) || character === '`') scanTypedText(scanner, character);
  else if (dashes.includes(character)) scanDash(scanner, character);
  else if (character === '#') scanHash(scanner);
  else scanUnknown(scanner, character);
}

/** A text in the quotes of a word processor, or in those of a template of another language. */
function scanTypedText(scanner: Scanner, character: string): void {
  const { source, position: start } = scanner;
  const rest = source.slice(start + 1, start + 2000);
  const close = rest.search(character === '`' ? /[`\r\n]/ : /["'“”„‘’‚«»\r\n]/);
  const from = scanner.here(1);
  if (close < 0 || /[\r\n]/.test(rest.charAt(close))) {
    scanUnknown(scanner, character);
    return;
  }
  const text = rest.slice(0, close);
  scanner.position = start + close + 2;
  scanner.add('string', text, from);
  const message = `Text stands between straight quotes: " or '.`;
  const fix = { label: 'Write straight quotes', start, end: scanner.position, text: `"${text}"` };
  scanner.problems.syntax('quotes', message, from, /["\\]/.test(text) ? undefined : fix);
}

function scanDash(scanner: Scanner, character: string): void {
  const start = scanner.position;
  const from = scanner.here(1);
  scanner.position += 1;
  scanner.push('operator', '-', start);
  const fix = { label: 'Write "-"', start, end: start + 1, text: '-' };
  const message = `The minus is "-", the one on the keyboard; this is "${character}".`;
  scanner.problems.syntax('unexpected-character', message, from, fix);
}

function scanHash(scanner: Scanner): void {
  const start = scanner.position;
  const from = scanner.here(1);
  const fix = { label: 'Write "//"', start, end: start + 1, text: '//' };
  scanner.problems.syntax('comment', 'A comment begins with "//", not with "#".', from, fix);
  skipLine(scanner);
}

function scanUnknown(scanner: Scanner, character: string): void {
  const start = scanner.position;
  const from = scanner.here(character.length);
  const code = character.codePointAt(0) ?? 0;
  const invisible = code < 33 || /\p{Cf}|\p{Z}/u.test(character);
  scanner.position += character.length;
  // What cannot be seen is not meant: it is left out, and what stands around it is read.
  if (!invisible && character !== '\\') scanner.push('bad', character, start);
  const shown = invisible ? '' : `"${character}" `;
  const number = code.toString(16).toUpperCase().padStart(4, '0');
  const message = `The character ${shown}(U+${number}) has no meaning here. Text belongs in quotes.`;
  const fix = { label: 'Remove it', start, end: scanner.position, text: '' };
  scanner.problems.syntax(
    'unexpected-character',
    message,
    from,
    invisible || character === '\\' || character === '$' ? fix : undefined,
  );
}

export function lineFrom(source: string, start: number): string {
  const end = source.slice(start, start + 2000).search(/[\r\n]/);
  return end < 0 ? source.slice(start, start + 2000) : source.slice(start, start + end);
}
