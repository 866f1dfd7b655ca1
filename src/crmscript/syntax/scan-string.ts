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
  const from = scanner.here(1);
  const quote = scanner.source.charAt(scanner.position);
  const saved = { line: scanner.line, lineStart: scanner.lineStart };
  let value = '';
  let plain = scanner.position + 1;
  let lineEnd = -1;
  scanner.advance();
  for (;;) {
    if (scanner.position >= scanner.source.length) break;
    const character = scanner.source.charAt(scanner.position);
    if (character === quote) {
      value += scanner.source.slice(plain, scanner.position);
      scanner.advance();
      scanner.add('string', value, from);
      return;
    }
    if (character === '\\') {
      value += scanner.source.slice(plain, scanner.position) + scanEscape(scanner);
      plain = scanner.position;
    } else {
      if (lineEnd < 0 && (character === '\n' || character === '\r')) {
        lineEnd = scanner.position;
        if (scanner.lost) break;
      }
      scanner.advance();
    }
  }
  if (!scanner.lost && restart(scanner, quote)) return;
  scanner.lost = true;
  // Nothing closes it: take the line as the text, so that the rest of the script is still looked at.
  if (lineEnd >= 0) {
    scanner.position = lineEnd;
    scanner.line = saved.line;
    scanner.lineStart = saved.lineStart;
  }
  scanner.add('string', scanner.source.slice(from.start + 1, scanner.position), from);
  const kind = quote === '"' ? 'a double quote' : 'a single quote';
  scanner.problems.error('unterminated-string', `This text has no end. Close it with ${kind}.`, from);
}

/**
 * A text without an end swaps inside and outside for all that follow, so it shows at the last quote of the
 * file. The one to blame is most likely the first that runs over its line: scanning goes back to it, once.
 */
function restart(scanner: Scanner, quote: string): boolean {
  const { source, tokens } = scanner;
  const index = tokens.findIndex(
    ({ kind, start, text }) => kind === 'string' && source.charAt(start) === quote && /[\r\n]/.test(text),
  );
  const token = tokens[index];
  if (token === undefined) return false;
  tokens.length = index;
  scanner.lost = true;
  scanner.position = token.start;
  scanner.line = token.line;
  scanner.lineStart = token.start - token.column + 1;
  return true;
}

/** An unknown escape keeps both characters (crm Q2). */
function scanEscape(scanner: Scanner): string {
  const from = scanner.here(2);
  scanner.advance();
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
    );
  }
  return `\\${character}`;
}
