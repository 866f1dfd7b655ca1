import type { Span } from '../diagnostic.ts';
import { isNamePart } from '../syntax/scanner.ts';
import type { MendingScanner } from './mending-scanner.ts';
import { lineFrom } from './scan-strange.ts';

/** A text that nothing closes: the scanner stands at the end of the source. */
export function scanUnclosed(scanner: MendingScanner, { start, line, column }: Span): void {
  const { source } = scanner;
  const quote = source.charAt(start);
  if (!scanner.textsEndWithLine && restart(scanner, quote)) return;
  scanner.textsEndWithLine = true;
  const lineEnd = source.slice(start).search(/[\r\n]/);
  scanner.position = lineEnd >= 0 ? start + lineEnd : source.length;
  scanner.line = line;
  scanner.lineStart = start - column + 1;
  closeHere(scanner, quote, start);
}

/**
 * Nothing closes the text. What ends its line most likely stands behind it, as in `print("Hello);`: the
 * text is taken to end there, so that the rest of the script is still looked at.
 */
function closeHere(scanner: MendingScanner, quote: string, start: number): void {
  const { source } = scanner;
  const tokens = scanner.tokens.trimmed();
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
function openBefore(scanner: MendingScanner, quote: string, start: number): void {
  const { source } = scanner;
  const tokens = scanner.tokens.trimmed();
  let first = tokens.length;
  while (first > 0) {
    const token = tokens[first - 1];
    if (token === undefined || token.line !== scanner.line) break;
    if (token.kind === 'operator' && '(,=+'.includes(token.text)) break;
    first -= 1;
  }
  const token = tokens[first];
  scanner.tokens.cutTo(first);
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
function restart(scanner: MendingScanner, quote: string): boolean {
  const { source } = scanner;
  const tokens = scanner.tokens.trimmed();
  const index = tokens.findIndex(
    ({ kind, start, text }) => kind === 'string' && source.charAt(start) === quote && /[\r\n]/.test(text),
  );
  const token = tokens[index];
  if (token === undefined) return false;
  scanner.tokens.cutTo(index);
  while ((scanner.capitals.at(-1) ?? -1) >= index) scanner.capitals.pop();
  scanner.textsEndWithLine = true;
  scanner.position = token.start;
  scanner.line = token.line;
  scanner.lineStart = token.start - token.column + 1;
  scanner.problems.forget(scanner.file, token.start);
  return true;
}
