import type { NativeContext } from '../../analysis/types/native.ts';
import { fromBytes, utf8TextOf } from '../text/text.ts';

/** Windows-1252 differs from Latin-1 in these thirty-two places only. */
const windows =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** ISO 8859-15 differs from Latin-1 in these eight. */
const latin9: ReadonlyMap<string, string> = new Map([
  ['\u00a4', '€'],
  ['\u00a6', 'Š'],
  ['\u00a8', 'š'],
  ['\u00b4', 'Ž'],
  ['\u00b8', 'ž'],
  ['\u00bc', 'Œ'],
  ['\u00bd', 'œ'],
  ['\u00be', 'Ÿ'],
]);

type Decode = (text: string, bytes: readonly number[]) => string;

const pairs = (text: string): string =>
  text.replaceAll(/([^])([^]?)/g, (_, low: string, high: string) =>
    String.fromCharCode(low.charCodeAt(0) + 256 * (high === '' ? 0 : high.charCodeAt(0))),
  );

/** By name and by the number of Windows, without the signs between letters and digits. */
const pages: readonly (readonly [names: string, decode: Decode])[] = [
  ['utf8 65001 cp65001', (_text, bytes) => utf8TextOf(bytes)],
  [
    'windows1252 1252 cp1252',
    (text) => text.replaceAll(/[\u0080-\u009f]/g, (c) => windows.charAt(c.charCodeAt(0) - 128)),
  ],
  ['iso88591 latin1 28591 cp28591 usascii ascii 20127', (text) => text],
  [
    'iso885915 latin9 28605 cp28605',
    (text) => text.replaceAll(/[\u00a0-\u00bf]/g, (c) => latin9.get(c) ?? c),
  ],
  ['utf16 utf16le unicode 1200', pairs],
];

const longestName = 32;

/** To put another character in the place of each. */
const workOfByte = 256;

/** The text that bytes mean in a code page; without a name Latin-1. */
export function decodePage(context: NativeContext, bytes: readonly number[], page: string): string {
  const name = page
    .slice(0, longestName)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  const text = fromBytes(context, bytes);
  if (name === '') return text;
  const known = pages.find(([names]) => names.split(' ').includes(name));
  if (known === undefined) {
    return context.fail('RunTimeException', `The code page "${page}" is not known here.`);
  }
  context.work(workOfByte * bytes.length);
  return known[1](text, bytes);
}
