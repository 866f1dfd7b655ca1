import type { NativeContext } from '../library.ts';
import { fromBytes, utf8Text } from './text.ts';

/** Windows-1252 differs from Latin-1 in these thirty-two places only. */
const windows =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** The text that bytes mean in a code page: UTF-8, Latin-1, ASCII or Windows-1252. */
export function decodePage(context: NativeContext, bytes: readonly number[], page: string): string {
  const name = page.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const text = fromBytes(context, bytes);
  if (name === 'utf8' || name === 'cp65001' || name === '65001') {
    return utf8Text(bytes) ?? context.fail('RunTimeException', 'The bytes are not valid UTF-8.');
  }
  if (['', 'iso88591', 'latin1', 'usascii', 'ascii', '28591', 'cp28591'].includes(name)) return text;
  if (['windows1252', 'cp1252', '1252'].includes(name)) {
    return text.replaceAll(/[\u0080-\u009f]/g, (character) => windows.charAt(character.charCodeAt(0) - 128));
  }
  return context.fail('RunTimeException', `The code page "${page}" is not known here.`);
}
