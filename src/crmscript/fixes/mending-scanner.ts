import type { Span, Diagnostic } from '../diagnostic.ts';
import type { Problems } from '../syntax/problems.ts';
import { Scanner, nameAt, scanAll, scanTo } from '../syntax/scanner.ts';
import { isTemplate } from '../syntax/template.ts';
import type { Token } from '../syntax/token.ts';
import { longOperators } from './foreign-operators.ts';
import { scanInterpolated, scanPrefixed } from './scan-interpolated.ts';
import { scanStrange } from './scan-strange.ts';
import { scanUnclosed } from './scan-unclosed.ts';

export type Scanned = {
  readonly tokens: readonly Token[];
  /** How many `{` have no `}`; negative when it is the other way round. */
  readonly unclosed: number;
  /** Lines with a quote too many or too few: nothing more is said about them. */
  readonly lostLines: ReadonlySet<number>;
};

/** Knows what people write where the language has nothing: quotes of other kinds, operators and texts of other languages. */
export class MendingScanner extends Scanner {
  /** Lines with a quote too many or too few. */
  readonly lostLines = new Set<number>();

  override over(source: string): MendingScanner {
    return new MendingScanner(source, this.file, this.problems);
  }

  override take(chunk: Scanner): void {
    super.take(chunk);
    if (chunk instanceof MendingScanner) for (const line of chunk.lostLines) this.lostLines.add(line);
  }

  override scanName(): void {
    const { source, position: start } = this;
    const length = nameAt(source, start).length;
    this.position = start + length;
    if (length === 1 && scanPrefixed(this, start)) return;
    this.position = start;
    super.scanName();
  }

  /** An operator of this language or of another one. */
  override scanOperator(): void {
    const { source, position: start } = this;
    for (let length = 3; length > 1; length--) {
      const text = source.slice(start, start + length);
      const kind = longOperators.get(text);
      if (kind === undefined) continue;
      // At the end of the source it is shorter than what was asked for.
      this.position += text.length;
      this.push(kind, text, start);
      return;
    }
    this.position += 1;
    const text = source.charAt(start);
    this.push('&^~'.includes(text) ? 'foreign' : 'operator', text, start);
  }

  override scanStrange(): void {
    if ('?:^~&'.includes(this.source.charAt(this.position))) this.scanOperator();
    else if (!scanInterpolated(this)) scanStrange(this);
  }

  override scanUnclosedText(_value: string, from: Span): void {
    scanUnclosed(this, from);
  }

  override refuseComment(from: Span): void {
    const { length } = this.source;
    const message = 'This comment has no end. Close it with "*/".';
    const fix = { label: 'Add "*/"', start: length, end: length, text: ' */' };
    this.problems.syntax('unterminated-comment', message, from, fix);
  }

  override refuseNumber(message: string, start: number): void {
    const { file, source, position: end, line, lineStart } = this;
    const written = source.slice(start, end);
    const said = /^0x/i.test(written)
      ? 'CRMScript has no hexadecimal numbers. Write the number in decimal.'
      : message;
    const span = { file, start, end, line, column: start - lineStart + 1 };
    this.problems.syntax('bad-number', said, span, mendNumber(written, start));
  }
}

/** As the language scans a source, with what is known of what people write wrong. */
export function scan(source: string, file: string, problems: Problems): Scanned {
  const scanner = new MendingScanner(source, file, problems);
  const tokens = scanAll(scanner);
  // The lines of a page say nothing about the blocks of its script.
  return { tokens, unclosed: isTemplate(source) ? 0 : unclosedIn(tokens), lostLines: scanner.lostLines };
}

/** What stands in a part of a line, as if it were all of the file. */
export function scanPart(source: string, from: Span, problems: Problems): Scanned {
  const part = new MendingScanner(source.slice(0, from.end), from.file, problems);
  const { start: position, line, column } = from;
  Object.assign(part, { position, line, lineStart: position - column + 1 });
  scanTo(part, from.end);
  part.push('end', '', from.end);
  const tokens = part.tokens.trimmed();
  return { tokens, unclosed: unclosedIn(tokens), lostLines: part.lostLines };
}

function unclosedIn(tokens: readonly Token[]): number {
  let unclosed = 0;
  for (const { kind, text } of tokens) {
    if (kind !== 'operator') continue;
    if (text === '{') unclosed += 1;
    else if (text === '}') unclosed -= 1;
  }
  return unclosed;
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
