import type { Scanner } from './scanner.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  [';', ';'],
]);

/** A text in either kind of quotes, over as many lines as it likes (crm §2.4). */
export function scanString(scanner: Scanner): void {
  const { source, position: start } = scanner;
  const from = scanner.here(1);
  const quote = source.charCodeAt(start);
  let value = '';
  let plain = start + 1;
  scanner.position += 1;
  while (scanner.position < source.length) {
    const c = source.charCodeAt(scanner.position);
    if (c === quote) {
      value += source.slice(plain, scanner.position);
      scanner.position += 1;
      scanner.add('string', value, from);
      return;
    }
    if (c === 92) {
      value += source.slice(plain, scanner.position) + scanEscape(scanner);
      plain = scanner.position;
    } else if (c === 10 || c === 13) {
      if (scanner.textsEndWithLine) break;
      scanner.advance();
    } else {
      scanner.position += 1;
    }
  }
  scanner.scanUnclosedText(value + source.slice(plain, scanner.position), from);
}

/** An unknown escape keeps both characters (crm Q2). */
function scanEscape(scanner: Scanner): string {
  const from = scanner.here(2);
  scanner.position += 1;
  const character = scanner.source.charAt(scanner.position);
  if (scanner.position < scanner.source.length) scanner.advance();
  const meaning = escapes.get(character);
  if (meaning !== undefined) return meaning;
  if (character !== '') {
    const shown = /\s/.test(character) ? 'A backslash before a blank' : `"\\${character}"`;
    scanner.problems.warning(
      'unknown-escape',
      `${shown} is no escape, both characters are kept. Write "\\\\" for a backslash.`,
      from,
      { label: 'Write "\\\\"', start: from.start, end: from.start + 1, text: '\\\\' },
    );
  }
  return `\\${character}`;
}
