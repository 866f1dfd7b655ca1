import { createMatcher } from '../regexp.ts';
import type { NativeContext, NativeFunction } from '../library.ts';
import { chargeText, replaceAll } from './text.ts';

/** In lower case, each character in its place. */
export const lowerCase = (context: NativeContext, text: string): string => {
  context.work(text.length);
  // The one letter whose lower case has two characters; what follows it must keep its place.
  return text.replaceAll('\u0130', 'i').toLowerCase();
};

const tail = (text: string, at: number, length: number): string => (at < 0 ? '' : text.slice(at + length));
const head = (text: string, at: number): string => (at < 0 ? text : text.slice(0, at));

function subString(context: NativeContext, self: string, from: number, length: number): string {
  if (from < 0 || from >= self.length) {
    const range =
      self === '' ? 'the text is empty' : `the text has the positions 0 to ${String(self.length - 1)}`;
    return context.fail('RunTimeException', `subString: position ${String(from)} is outside, ${range}.`);
  }
  return length <= 0 ? '' : self.slice(from, from + length);
}

function split(context: NativeContext, self: string, delimiter: string): string[] {
  if (delimiter === '') return context.fail('RunTimeException', 'split: the delimiter is empty.');
  context.work(self.length);
  let count = 1;
  for (let at = self.indexOf(delimiter); at >= 0; at = self.indexOf(delimiter, at + delimiter.length))
    count += 1;
  context.charge(16 + 40 * count + 2 * self.length);
  context.work(96 * count);
  return self.split(delimiter);
}

/** Case-blind, first match only: the whole match and its groups, or nothing (crm §10.1). */
function regexp(context: NativeContext, self: string, pattern: string): string[] {
  // Reading a pattern costs far more than looking at a text.
  context.spend(pattern.length >> 3);
  const made = createMatcher(pattern, { ignoreCase: true });
  if ('error' in made) return context.fail('RunTimeException', `regexp: ${made.error}`);
  const found = made.matcher.find(self, 0, (steps) => {
    context.spend(steps);
  });
  const groups = found === undefined ? [] : found.groups.map((group) => group ?? '');
  context.charge(16 + groups.reduce((sum, group) => sum + 40 + 2 * group.length, 0));
  return groups;
}

/** Fields of one line, with quotes around those that need them. */
function parseCsv(context: NativeContext, self: string, delimiter: string): string[] {
  if (delimiter.length !== 1)
    return context.fail('RunTimeException', 'parseCSV: the delimiter must be one character.');
  chargeText(context, 2 * self.length);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < self.length; at++) {
    const character = self.charAt(at);
    if (quoted && character === '"' && self.charAt(at + 1) === '"') {
      field += '"';
      at += 1;
    } else if (character === '"' && (quoted || field === '')) quoted = !quoted;
    else if (character === delimiter && !quoted) {
      fields.push(field);
      field = '';
    } else field += character;
  }
  context.charge(16 + 40 * fields.length);
  return [...fields, field];
}

export const stringSearch: readonly NativeFunction[] = [
  {
    signature: 'Bool beginsWith(String substring)',
    run: (context, self: string, text: string) => {
      context.work(text.length);
      return self.startsWith(text);
    },
  },
  {
    signature: 'Bool endsWith(String substring)',
    run: (context, self: string, text: string) => {
      context.work(text.length);
      return self.endsWith(text);
    },
  },
  {
    signature: 'Bool caseBeginsWith(String substring)',
    trap: 'caseBeginsWith ignores letter case, although its name reads the other way.',
    run: (context, self: string, text: string) =>
      lowerCase(context, self).startsWith(lowerCase(context, text)),
  },
  {
    signature: 'Bool caseEndsWith(String substring)',
    trap: 'caseEndsWith ignores letter case, although its name reads the other way.',
    run: (context, self: string, text: string) => lowerCase(context, self).endsWith(lowerCase(context, text)),
  },
  {
    signature: 'Integer find(String substring)',
    run: (context, self: string, text: string) => {
      context.work(self.length);
      return self.indexOf(text);
    },
  },
  {
    signature: 'Integer findCase(String substring)',
    trap: 'findCase ignores letter case, although its name reads the other way.',
    run: (context, self: string, text: string) => lowerCase(context, self).indexOf(lowerCase(context, text)),
  },
  {
    signature: 'Integer findLast(String substring)',
    run: (context, self: string, text: string) => {
      context.work(self.length);
      return self.lastIndexOf(text);
    },
  },
  { signature: 'String subString(Integer pos, Integer len)', run: subString },
  ...['until', 'before'].map((name): NativeFunction => ({
    signature: `String ${name}(String pattern)`,
    run: (context, self: string, text: string) => {
      context.work(self.length);
      return head(self, self.indexOf(text));
    },
  })),
  {
    signature: 'String beforeLast(String pattern)',
    run: (context, self: string, text: string) => {
      context.work(self.length);
      return head(self, self.lastIndexOf(text));
    },
  },
  {
    signature: 'String after(String pattern)',
    run: (context, self: string, text: string) => {
      context.work(self.length);
      return tail(self, self.indexOf(text), text.length);
    },
  },
  {
    signature: 'String afterLast(String pattern)',
    run: (context, self: string, text: string) => {
      context.work(self.length);
      return tail(self, self.lastIndexOf(text), text.length);
    },
  },
  { signature: 'String[] split(String delimiter)', run: split },
  { signature: 'String[] parseCSV(String delimiter)', run: parseCsv },
  { signature: 'String substitute(String src, String dest)', run: replaceAll },
  {
    signature: 'String[] regexp(String pattern)',
    trap: 'regexp ignores letter case and finds the first match only.',
    differs: 'matched within a budget of steps',
    run: regexp,
  },
];
