import type { LibraryPart } from '../parts.ts';
import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { differing } from '../differing.ts';
import { htmlToText } from './html-text.ts';
import { combineHtml } from './string-html.ts';
import { chargeText } from './text.ts';
import type { VectorValue } from '../collections/vector.ts';

/** Language codes by id (crm §11.6). */
const languages = ['no', 'en', 'de', 'sv', 'da', 'nl', 'fr', 'es', 'it', 'cs', 'fi', 'pl'];

const seedOf = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const workOfDraw = 768;

function password(context: NativeContext, length: number, seed = seedOf): string {
  const characters = seed === '' ? seedOf : seed;
  const count = Math.max(0, length);
  chargeText(context, count);
  context.work(workOfDraw * count);
  return Array.from({ length: count }, () =>
    characters.charAt(Math.floor(context.environment.random() * characters.length)),
  ).join('');
}

const phone = /^\+?[0-9 ()\-.]{4,30}$/;

/** Of numbers in a list each may have one character. */
const workOfNumber = 512;

const validPhone = (context: NativeContext, text: string, several: boolean): boolean => {
  context.work(workOfNumber * text.length);
  const numbers = several ? text.split(/[,;]/) : [text];
  return numbers.every((number) => phone.test(number.trim()) && number.replaceAll(/\D/g, '').length >= 3);
};

const nothing = (): null => null;

const pauses = new WeakMap<NativeContext, number>();

/** How many pauses of the run are open: each needs an end of its own (crm §11.2). */
function pauseTracing(context: NativeContext, pause: boolean): number {
  const open = Math.max(0, (pauses.get(context) ?? 0) + (pause ? 1 : -1));
  pauses.set(context, open);
  return open;
}

/** What is only there for the server's debugger and tracer, which a rehearsal does not need. */
const withoutEffect: readonly NativeFunction[] = [
  { signature: 'Void debugWait(String info)', run: nothing },
  // The page on the debugger writes it so.
  { signature: 'Void debugWait()', divided: true, run: nothing },
  { signature: 'Void enableDebug(String debugId)', run: nothing },
  { signature: 'Void flushCaches()', run: nothing },
  { signature: 'Void forceSaveTrace(Bool doSave)', run: nothing },
  { signature: 'Integer pauseTracing(Bool pause)', run: pauseTracing },
];

export const languagePart: LibraryPart = {
  functions: [
    ...differing('does nothing', withoutEffect),
    {
      signature: 'String idToLang(Integer langId)',
      run: (_context, id: number) => languages[id] ?? '',
    },
    {
      signature: 'Integer langToId(String langCode)',
      run: (_context, code: string) =>
        Math.max(0, code.length > 2 ? -1 : languages.indexOf(code.toLowerCase())),
    },
    {
      signature: 'String makePassword(Integer length)',
      run: (context, length: number) => password(context, length),
    },
    { signature: 'String makePassword(Integer length, String seed)', run: password },
    { signature: 'String htmlConvToText(String text)', run: htmlToText },
    {
      signature: 'String combineHtmlStrings(Vector htmlStrings)',
      run: (context, pages: VectorValue) => combineHtml(context, pages.items),
    },
    {
      signature: 'String decodeDBValue(String dbValue)',
      run: (context, text: string) => {
        context.work(text.length);
        return /^\[[A-Z]{1,8}:([^]*)\]$/.exec(text)?.[1] ?? text;
      },
    },
    { signature: 'Bool isValidPhoneNumber(String nr, Bool isMultiple)', run: validPhone },
  ],
};
