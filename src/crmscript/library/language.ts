import type { LibraryPart, NativeContext, NativeFunction } from '../library.ts';
import { differing } from './differing.ts';
import { decodeEntities } from './string-codecs.ts';
import { chargeText } from './text.ts';
import type { VectorValue } from './vector.ts';

/** Language codes by id (crm §11.6). */
const languages = ['no', 'en', 'de', 'sv', 'da', 'nl', 'fr', 'es', 'it', 'cs', 'fi', 'pl'];

const seedOf = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function password(context: NativeContext, length: number, seed = seedOf): string {
  const characters = seed === '' ? seedOf : seed;
  const count = Math.max(0, length);
  chargeText(context, count);
  context.work(64 * count);
  return Array.from({ length: count }, () =>
    characters.charAt(Math.floor(context.environment.random() * characters.length)),
  ).join('');
}

/** HTML as text: lines where blocks end, no tags, no entities. */
function htmlToText(context: NativeContext, html: string): string {
  chargeText(context, html.length);
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = html.indexOf('<', from);
    const end = start < 0 ? -1 : html.indexOf('>', start);
    if (end < 0) break;
    parts.push(html.slice(from, start));
    if (/^<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])\b/i.test(html.slice(start, start + 6))) parts.push('\n');
    from = end + 1;
  }
  return decodeEntities(context, parts.join('') + html.slice(from)).trim();
}

const phone = /^\+?[0-9 ()\-.]{4,30}$/;

const validPhone = (_context: NativeContext, text: string, several: boolean): boolean => {
  const numbers = several ? text.split(/[,;]/) : [text];
  return numbers.every((number) => phone.test(number.trim()) && number.replaceAll(/\D/g, '').length >= 3);
};

const nothing = (): null => null;

/** What is only there for the server's debugger and tracer, which a rehearsal does not need. */
const withoutEffect: readonly NativeFunction[] = [
  { signature: 'Void debugWait(String info)', run: nothing },
  { signature: 'Void enableDebug(String debugId)', run: nothing },
  { signature: 'Void flushCaches()', run: nothing },
  { signature: 'Void forceSaveTrace(Bool doSave)', run: nothing },
  { signature: 'Integer pauseTracing(Bool pause)', run: () => 0 },
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
      run: (_context, code: string) => Math.max(0, languages.indexOf(code.toLowerCase())),
    },
    {
      signature: 'String makePassword(Integer length)',
      run: (context, length: number) => password(context, length),
    },
    { signature: 'String makePassword(Integer length, String seed)', run: password },
    { signature: 'String htmlConvToText(String text)', run: htmlToText },
    {
      signature: 'String combineHtmlStrings(Vector htmlStrings)',
      run: (context, texts: VectorValue) => {
        const joined = texts.items.join('');
        chargeText(context, joined.length);
        return joined;
      },
    },
    {
      signature: 'String decodeDBValue(String dbValue)',
      run: (_context, text: string) => /^\[[A-Z]+:([^]*)\]$/.exec(text)?.[1] ?? text,
    },
    { signature: 'Bool isValidPhoneNumber(String nr, Bool isMultiple)', run: validPhone },
  ],
};
