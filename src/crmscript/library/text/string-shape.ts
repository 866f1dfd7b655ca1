import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { inPieces, linesOf, TextBuilder } from './text-builder.ts';
import { chargeText, replaceAll } from './text.ts';

function append(context: NativeContext, self: string, text: string): string {
  context.join(self.length, text.length);
  return self + text;
}

const lineEnd = (text: string): number => {
  const at = text.indexOf('\n');
  return at < 0 ? text.length : at + 1;
};

/** To go through a text word by word, where each may have one character. */
const workOfWords = 32;

function getWord(context: NativeContext, self: string, position: number): string {
  const word = /\S+/g;
  for (let n = 0, from = 0; ; n++) {
    const found = word.exec(self)?.[0];
    context.work(workOfWords * ((found === undefined ? self.length : word.lastIndex) - from));
    if (found === undefined || n === position) return found ?? '';
    from = word.lastIndex;
  }
}

/** To take a text apart by its characters, and look each of them up. */
const workOfMember = 128;

function keepChars(context: NativeContext, self: string, set: string): string {
  chargeText(context, self.length);
  context.work(workOfMember * (self.length + set.length));
  const keep = new Set(set);
  return inPieces(self, (piece) =>
    Array.from(piece)
      .filter((character) => keep.has(character))
      .join(''),
  );
}

function strip(
  context: NativeContext,
  self: string,
  set: string,
  leading: boolean,
  trailing: boolean,
): string {
  context.work(workOfMember * set.length);
  const stripped = new Set(set.split(''));
  let start = 0;
  let end = self.length;
  while (leading && start < end && stripped.has(self.charAt(start))) start += 1;
  while (trailing && end > start && stripped.has(self.charAt(end - 1))) end -= 1;
  context.work(workOfMember * (start + self.length - end));
  return self.slice(start, end);
}

const workOfLine = 128;

/** Breaks lines that are longer than `length`; quoted ones may be left alone. */
function wrap(context: NativeContext, self: string, length: number, ignoreQuote: boolean): string {
  if (length < 1) return context.fail('RunTimeException', 'wrap: the length must be 1 or more.');
  chargeText(context, 2 * self.length);
  context.work(workOfLine * (self.length / length + 1));
  const made = new TextBuilder();
  let isFirst = true;
  for (const line of linesOf(self)) {
    context.work(workOfLine);
    if (!isFirst) made.add('\n');
    isFirst = false;
    if (ignoreQuote && line.startsWith('>')) made.add(line);
    else addPieces(made, line, length);
  }
  return made.text();
}

function addPieces(made: TextBuilder, line: string, length: number): void {
  made.add(line.slice(0, length));
  for (let at = length; at < line.length; at += length) {
    made.add('\n');
    made.add(line.slice(at, at + length));
  }
}

function escape(context: NativeContext, self: string, set: string): string {
  chargeText(context, 2 * self.length);
  context.work(workOfMember * (self.length + set.length));
  const escaped = new Set(set);
  return inPieces(self, (piece) =>
    Array.from(piece)
      .map((character) => (escaped.has(character) ? `\\${character}` : character))
      .join(''),
  );
}

function quote(context: NativeContext, self: string, mark: string): string {
  return mark + replaceAll(context, self, '\n', `\n${mark}`);
}

/** Those methods that change the variable say so in `changes` (crm §10.1, marked with an arrow there). */
export const stringShape: readonly NativeFunction[] = [
  { signature: 'Void append(String value)', blind: true, changes: append },
  {
    signature: 'Void append(Byte character)',
    changes: (context, self: string, byte: number) => append(context, self, String.fromCharCode(byte)),
  },
  {
    signature: 'String getLine()',
    run: (context, self: string) => {
      context.work(lineEnd(self));
      return self.slice(0, lineEnd(self));
    },
    changes: (_context, self: string) => self.slice(lineEnd(self)),
  },
  { signature: 'Void wrap(Integer length, Bool ignoreQuote)', changes: wrap },
  { signature: 'String getWord(Integer pos)', run: getWord },
  { signature: 'String keepChars(String charsToKeep)', run: keepChars },
  {
    signature: 'String stripLeading(String characters)',
    run: (context, self: string, set: string) => strip(context, self, set, true, false),
  },
  {
    signature: 'String stripTrailing(String characters)',
    run: (context, self: string, set: string) => strip(context, self, set, false, true),
  },
  {
    signature: 'String stripLeadingAndTrailing(String characters)',
    run: (context, self: string, set: string) => strip(context, self, set, true, true),
  },
  {
    signature: 'String prettyChop(Integer length)',
    run: (_context, self: string, length: number) =>
      self.length <= Math.max(0, length) ? self : `${self.slice(0, Math.max(0, length))}...`,
  },
  { signature: 'String quote(String quoteString)', run: quote },
  { signature: 'String escape(String chars)', run: escape },
];
