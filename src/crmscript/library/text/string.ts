import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeFunction, NativeImplementation } from '../../analysis/types/native.ts';
import { coded } from '../../codes.ts';
import {
  parseFloatText,
  parseIntegerText,
  parseLongText,
  startsWithNumber,
  workOfNumber,
} from '../numbers/parse-number.ts';
import { stringCodecs } from './string-codecs.ts';
import { lowerCase, payForCase, stringSearch } from './string-search.ts';
import { stringDates } from '../dates/date-time.ts';
import { stringHtml } from './string-html.ts';
import { stringShape } from './string-shape.ts';
import type { StreamValue } from '../bytes/stream.ts';
import { fromBytes, toBytes } from './text.ts';
import { decodePage } from '../bytes/code-page.ts';

const letters = /^\p{L}+$/u;
const lower = /^\p{Ll}+$/u;
const upper = /^\p{Lu}+$/u;
const digits = /^[0-9]+$/;
const alphanumeric = /^[\p{L}0-9]+$/u;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** To find out of which class a character is. */
const workOfClass = 64;

/** `test` of the whole text: blanks and an empty text are in no class (crm §10.1). */
const classTest = (signature: string, test: RegExp): NativeFunction => ({
  signature,
  run: (context, self: string) => {
    context.work(workOfClass * self.length);
    return test.test(self);
  },
});

const reading =
  (read: (text: string) => unknown): NativeImplementation =>
  (context, self: string) => {
    context.work(workOfNumber);
    return read(self);
  };

const basics: readonly NativeFunction[] = [
  { signature: 'Integer getLength()', blind: true, run: (_context, self: string) => self.length },
  {
    signature: 'Bool isNull()',
    raw: true,
    blind: true,
    run: (_context, self: string | null) => self === null,
  },
  { signature: 'Bool isEmpty()', blind: true, run: (_context, self: string) => self === '' },
  {
    signature: 'String toLower()',
    run: (context, self: string) => {
      context.charge(32 + 2 * self.length);
      payForCase(context, self);
      return self.toLowerCase();
    },
  },
  {
    signature: 'String toUpper()',
    run: (context, self: string) => {
      context.charge(32 + 2 * self.length);
      payForCase(context, self);
      return self.toUpperCase();
    },
  },
  classTest('Bool isLower()', lower),
  classTest('Bool isUpper()', upper),
  classTest('Bool isAlpha()', letters),
  classTest('Bool isDigit()', digits),
  classTest('Bool isAlphanumeric()', alphanumeric),
  { signature: 'Bool isNumber()', run: reading(startsWithNumber) },
  {
    signature: 'Bool equals(String value)',
    run: (context, self: string, value: string) => {
      context.work(4 * self.length);
      return self === value;
    },
  },
  {
    signature: 'Bool equalsIgnoreCase(String value)',
    run: (context, self: string, value: string) => lowerCase(context, self) === lowerCase(context, value),
  },
  {
    signature: 'Integer compare(String value)',
    run: (context, self: string, value: string) => {
      context.work(4 * self.length);
      return order(self, value);
    },
  },
  {
    signature: 'Integer caseCompare(String value)',
    trap: 'caseCompare ignores letter case, although its name reads the other way.',
    run: (context, self: string, value: string) => order(lowerCase(context, self), lowerCase(context, value)),
  },
  {
    signature: 'Bool toBool()',
    run: (_context, self: string) => self === '1' || /^true$/i.test(self),
  },
  { signature: 'Integer toInteger()', run: reading(parseIntegerText) },
  { signature: 'Long toLong()', run: reading(parseLongText) },
  { signature: 'Float toFloat()', run: reading(parseFloatText) },
  {
    signature: 'String toString()',
    raw: true,
    blind: true,
    trap: 'A String needs no toString(); SuperOffice documents none.',
    run: (_context, self: string | null) => self,
  },
  {
    signature: 'Byte[] toByteArray()',
    differs: 'Latin-1; other characters become "?" and a hint is raised',
    run: (context, self: string) => {
      context.work(4 * self.length);
      if (/[^\u0000-\u00ff]/.test(self)) {
        context.environment.hint(context.site, coded('bytes-not-latin', {}));
      }
      return toBytes(context, self);
    },
  },
];

const knownPages = 'knows UTF-8, UTF-16, Latin-1, Latin-9, ASCII and Windows-1252, by name or number';

const stringClass: NativeClass = {
  name: 'String',
  make: () => null,
  constructors: [
    { signature: 'String()', run: () => null },
    { signature: 'String(String value)', raw: true, run: (_context, value: string | null) => value },
    { signature: 'String(Byte[] byteArray)', run: (context, bytes: number[]) => fromBytes(context, bytes) },
    {
      signature: 'String(NSStream stream)',
      run: (context, stream: StreamValue | null) => fromBytes(context, stream?.bytes ?? []),
    },
    {
      signature: 'String(NSStream stream, String codePage)',
      differs: knownPages,
      run: (context, stream: StreamValue | null, page: string) =>
        decodePage(context, stream?.bytes ?? [], page),
    },
    {
      signature: 'String(Byte[] byteArray, String codePage)',
      differs: knownPages,
      run: (context, bytes: number[], page: string) => decodePage(context, bytes, page),
    },
  ],
  methods: [...basics, ...stringSearch, ...stringShape, ...stringCodecs, ...stringDates, ...stringHtml],
};

export const stringPart: LibraryPart = { classes: [stringClass] };
