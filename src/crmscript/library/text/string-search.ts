import { createMatcher } from '../../regexp.ts';
import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { countText, findLastText, findText } from './find-text.ts';
import { TextBuilder } from './text-builder.ts';
import { chargeText, replaceAll } from './text.ts';

/** Changing the case of a character takes far longer where it is not Latin-1. */
const workOfCase = 16;
const workOfStrangeCase = 256;

/** Accounts for a text whose letters are about to become small or large. */
export const payForCase = (context: NativeContext, text: string): void => {
  context.work((/[^\u0000-\u00ff]/.test(text) ? workOfStrangeCase : workOfCase) * text.length);
};

/** In lower case, each character in its place. */
export const lowerCase = (context: NativeContext, text: string): string => {
  payForCase(context, text);
  // The one letter whose lower case has two characters; what follows it must keep its place.
  return text.replaceAll('\u0130', 'i').toLowerCase();
};

/** To compare two characters, where the host looks at each by itself. */
const workOfCompared = 16;

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
  return splitAt(context, self, delimiter);
}

/** The parts between the delimiters, which is not empty. */
export function splitAt(context: NativeContext, text: string, delimiter: string): string[] {
  const count = 1 + countText(context, text, delimiter);
  context.charge(16 + 40 * count + 2 * text.length);
  context.work(96 * count);
  const parts: string[] = [];
  let from = 0;
  for (let n = 1; n < count; n++) {
    const at = findText(context, text, delimiter, from);
    parts.push(text.slice(from, at));
    from = at + delimiter.length;
  }
  parts.push(text.slice(from));
  return parts;
}

const priceOfPattern = 20;

/** Case-blind, first match only: the whole match and its groups, or nothing (crm §10.1). */
function regexp(context: NativeContext, self: string, pattern: string): string[] {
  // Reading a pattern costs far more than looking at a text.
  context.spend(priceOfPattern + 2 * pattern.length);
  const made = createMatcher(pattern, { ignoreCase: true });
  if ('error' in made) return context.fail('RunTimeException', `regexp: ${made.error}`);
  const found = made.matcher.find(self, 0, (steps) => {
    context.spend(steps);
  });
  const groups = found === undefined ? [] : found.groups.map((group) => group ?? '');
  context.charge(16 + groups.reduce((sum, group) => sum + 40 + 2 * group.length, 0));
  return groups;
}

/** To look at a character, and to begin a field. */
const workOfCsv = 32;
const workOfField = 512;

/** Fields of one line, with quotes around those that need them. */
function parseCsv(context: NativeContext, self: string, delimiter: string): string[] {
  if (delimiter.length !== 1)
    return context.fail('RunTimeException', 'parseCSV: the delimiter must be one character.');
  chargeText(context, 2 * self.length);
  context.work(workOfCsv * self.length);
  const fields: string[] = [];
  let field = new TextBuilder();
  let quoted = false;
  let from = 0;
  /** Takes what was read up to a place into the field, and goes on behind that. */
  const take = (to: number, next: number): void => {
    if (to > from) field.add(self.slice(from, to));
    from = next;
  };
  const end = (): void => {
    context.charge(40);
    context.work(workOfField);
    fields.push(field.text());
    field = new TextBuilder();
  };
  for (let at = 0; at < self.length; at++) {
    const character = self.charAt(at);
    if (quoted && character === '"' && self.charAt(at + 1) === '"') {
      take(at + 1, at + 2);
      at += 1;
    } else if (character === '"' && (quoted || (field.isEmpty && from === at))) {
      take(at, at + 1);
      quoted = !quoted;
    } else if (character === delimiter && !quoted) {
      take(at, at + 1);
      end();
    }
  }
  take(self.length, self.length);
  end();
  return fields;
}

export const stringSearch: readonly NativeFunction[] = [
  {
    signature: 'Bool beginsWith(String substring)',
    run: (context, self: string, text: string) => {
      context.work(workOfCompared * text.length);
      return self.startsWith(text);
    },
  },
  {
    signature: 'Bool endsWith(String substring)',
    run: (context, self: string, text: string) => {
      context.work(workOfCompared * text.length);
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
      return findText(context, self, text);
    },
  },
  {
    signature: 'Integer findCase(String substring)',
    trap: 'findCase ignores letter case, although its name reads the other way.',
    run: (context, self: string, text: string) =>
      findText(context, lowerCase(context, self), lowerCase(context, text)),
  },
  {
    signature: 'Integer findLast(String substring)',
    run: (context, self: string, text: string) => {
      return findLastText(context, self, text);
    },
  },
  { signature: 'String subString(Integer pos, Integer len)', run: subString },
  ...['until', 'before'].map((name): NativeFunction => ({
    signature: `String ${name}(String pattern)`,
    run: (context, self: string, text: string) => {
      return head(self, findText(context, self, text));
    },
  })),
  {
    signature: 'String beforeLast(String pattern)',
    run: (context, self: string, text: string) => {
      return head(self, findLastText(context, self, text));
    },
  },
  {
    signature: 'String after(String pattern)',
    run: (context, self: string, text: string) => {
      return tail(self, findText(context, self, text), text.length);
    },
  },
  {
    signature: 'String afterLast(String pattern)',
    run: (context, self: string, text: string) => {
      return tail(self, findLastText(context, self, text), text.length);
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
