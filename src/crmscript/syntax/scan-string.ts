import { lineFrom } from './scan-strange.ts';
import { isNamePart, type Scanner } from './scanner.ts';

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
  const { source, position: start, line, lineStart } = scanner;
  const from = scanner.here(1);
  const quote = source.charCodeAt(start);
  let value = '';
  let plain = start + 1;
  let lineEnd = -1;
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
      if (lineEnd < 0) lineEnd = scanner.position;
      if (scanner.lost) break;
      scanner.advance();
    } else {
      scanner.position += 1;
    }
  }
  const character = String.fromCharCode(quote);
  if (!scanner.lost && restart(scanner, character)) return;
  scanner.lost = true;
  scanner.position = lineEnd >= 0 ? lineEnd : source.length;
  scanner.line = line;
  scanner.lineStart = lineStart;
  closeHere(scanner, character, start);
}

/**
 * Nothing closes the text. What ends its line most likely stands behind it, as in `print("Hello);`: the
 * text is taken to end there, so that the rest of the script is still looked at.
 */
function closeHere(scanner: Scanner, quote: string, start: number): void {
  const { source, tokens } = scanner;
  const from = { ...scanner.here(), start, end: start + 1, column: start - scanner.lineStart + 1 };
  const rest = lineFrom(source, start + 1);
  const tail = rest.slice(lengthBeforeTail(rest));
  const name = quote === '"' ? 'a double quote' : 'a single quote';
  const before = tokens.findLastIndex(({ kind, line }) => kind === 'string' || line !== from.line);
  const alone = before < 0 || tokens[before]?.line !== from.line;
  if (alone && isNamePart(source.charCodeAt(start - 1))) {
    openBefore(scanner, quote, start);
    return;
  }
  const end = start + 1 + rest.length - tail.length;
  scanner.position = end;
  scanner.add('string', source.slice(start + 1, end), from);
  scanner.lostLines.add(from.line);
  const fix = { label: `Add ${quote}`, start: end, end, text: quote };
  const message = `This text has no end. Close it with ${name}.`;
  scanner.problems.syntax('unterminated-string', message, from, alone && end > start + 1 ? fix : undefined);
}

/** How long a line is without the brackets, the semicolon or the brace at its end, and the blanks between them. */
function lengthBeforeTail(line: string): number {
  const behind = line.trimEnd();
  const semicolon = /[;{]$/.test(behind.slice(-1)) ? 1 : 0;
  let length = behind.slice(0, behind.length - semicolon).trimEnd().length;
  while (length > 0 && ')]'.includes(line.charAt(length - 1))) length -= 1;
  return length;
}

/** `print(Hello");`: the quote that opens the text is missing. */
function openBefore(scanner: Scanner, quote: string, start: number): void {
  const { tokens, source } = scanner;
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1];
    if (token === undefined || token.line !== scanner.line) break;
    if (token.kind === 'operator' && '(,=+'.includes(token.text)) break;
    first -= 1;
  }
  const token = tokens[first];
  tokens.length = first;
  scanner.position = start + 1;
  if (token === undefined) return;
  scanner.add('string', source.slice(token.start, start), token);
  scanner.lostLines.add(token.line);
  const fix = { label: `Add ${quote}`, start: token.start, end: token.start, text: quote };
  scanner.problems.syntax(
    'unterminated-string',
    `This text has no beginning. Open it with ${quote}.`,
    token,
    fix,
  );
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
  for (const { kind, text } of tokens.splice(index)) {
    if (kind === 'operator' && text === '{') scanner.unclosed -= 1;
    if (kind === 'operator' && text === '}') scanner.unclosed += 1;
  }
  while ((scanner.capitals.at(-1) ?? -1) >= index) scanner.capitals.pop();
  scanner.lost = true;
  scanner.position = token.start;
  scanner.line = token.line;
  scanner.lineStart = token.start - token.column + 1;
  scanner.problems.forget(scanner.file, token.start);
  return true;
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
