import type { NativeContext, NativeFunction } from '../library.ts';
import { chargeText } from './text.ts';

function append(context: NativeContext, self: string, text: string): string {
  context.join(self.length, text.length);
  return self + text;
}

const lineEnd = (text: string): number => {
  const at = text.indexOf('\n');
  return at < 0 ? text.length : at + 1;
};

function getWord(context: NativeContext, self: string, position: number): string {
  chargeText(context, self.length);
  const words = self.split(/\s+/).filter((word) => word !== '');
  return words[position] ?? '';
}

function keepChars(context: NativeContext, self: string, set: string): string {
  chargeText(context, self.length);
  context.work(16 * self.length);
  const keep = new Set(set);
  return Array.from(self)
    .filter((character) => keep.has(character))
    .join('');
}

function strip(
  context: NativeContext,
  self: string,
  set: string,
  leading: boolean,
  trailing: boolean,
): string {
  context.work(4 * self.length);
  let start = 0;
  let end = self.length;
  while (leading && start < end && set.includes(self.charAt(start))) start += 1;
  while (trailing && end > start && set.includes(self.charAt(end - 1))) end -= 1;
  return self.slice(start, end);
}

/** Breaks lines that are longer than `length`; quoted ones may be left alone. */
function wrap(context: NativeContext, self: string, length: number, ignoreQuote: boolean): string {
  if (length < 1) return context.fail('RunTimeException', 'wrap: the length must be 1 or more.');
  chargeText(context, 2 * self.length);
  context.work(128 * self.length);
  const lines = self.split('\n').flatMap((line) => {
    if (ignoreQuote && line.startsWith('>')) return [line];
    const pieces: string[] = [];
    for (let at = 0; at === 0 || at < line.length; at += length) pieces.push(line.slice(at, at + length));
    return pieces;
  });
  return lines.join('\n');
}

function escape(context: NativeContext, self: string, set: string): string {
  chargeText(context, 2 * self.length);
  const escaped = new Set(set);
  return Array.from(self)
    .map((character) => (escaped.has(character) ? `\\${character}` : character))
    .join('');
}

function quote(context: NativeContext, self: string, mark: string): string {
  const lines = self.split('\n');
  chargeText(context, self.length + lines.length * mark.length);
  return lines.map((line) => mark + line).join('\n');
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
