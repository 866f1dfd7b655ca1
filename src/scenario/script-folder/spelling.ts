import { strToU8 } from 'fflate';
import { utf8Text } from '../bytes.ts';

/** How the bytes of a file say its text: what is kept when its text changes. */
export type Spelling = {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Whether it begins with a byte-order mark. */
  readonly mark: boolean;
  /** How most of its lines end. Python on Windows makes `\r\r\n` of `\r\n`, so folders of fetched scripts have it. */
  readonly newline: '\n' | '\r\n' | '\r\r\n' | '\r';
};

/** How a file is spelt that nobody had before: as editors and git have it. */
export const plainSpelling: Spelling = { encoding: 'utf-8', mark: false, newline: '\n' };

export type ReadText = { readonly text: string; readonly spelling: Spelling };

const anyNewline = /\r\r\n|\r\n|\n|\r/g;
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Lines of a text end with `\n`, however a file ends them: an editor shows them so, and comparing needs it. */
export const withPlainLines = (text: string): string => text.replaceAll(anyNewline, '\n');

/** Whether two texts are the same but for how their lines end. */
export const haveSameLines = (one: string, other: string): boolean =>
  one === other || withPlainLines(one) === withPlainLines(other);

/**
 * The text of a script file, its lines ended with `\n`: UTF-8, and where it is not that, the code page of Windows, in which
 * older scripts are kept. Null when it is no text at all.
 */
export function readSpelt(bytes: Uint8Array): ReadText | null {
  const mark = byteOrderMark.every((byte, index) => bytes[index] === byte);
  const utf8 = utf8Text(mark ? bytes.subarray(byteOrderMark.length) : bytes);
  const raw = utf8 ?? fromWindows(bytes);
  if (raw.includes('\u0000')) return null;
  const spelling: Spelling = {
    encoding: utf8 === null ? 'windows-1252' : 'utf-8',
    mark: mark && utf8 !== null,
    newline: mostUsed(raw),
  };
  return { text: withPlainLines(raw), spelling };
}

function mostUsed(raw: string): Spelling['newline'] {
  const counts = new Map<string, number>();
  for (const [newline] of raw.matchAll(anyNewline)) counts.set(newline, (counts.get(newline) ?? 0) + 1);
  const [most] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['\n', 0]);
  return most as Spelling['newline'];
}

/**
 * The bytes of a text in a spelling. A text that the code page of Windows cannot say becomes UTF-8: whatever is written is
 * read again as the same text.
 */
export function writeSpelt(text: string, { encoding, mark, newline }: Spelling): Uint8Array<ArrayBuffer> {
  // A mark of a text's own would be taken for that of the file.
  const plain = withPlainLines(text).replace(/^\uFEFF+/, '');
  const spelt = newline === '\n' ? plain : plain.replaceAll('\n', newline);
  if (encoding === 'windows-1252') {
    const bytes = toWindows(spelt);
    if (bytes !== null && readSpelt(bytes)?.text === plain) return bytes;
  }
  const bytes = strToU8(spelt);
  return mark ? Uint8Array.from([...byteOrderMark, ...bytes]) : Uint8Array.from(bytes);
}

/** What the code page of Windows has at 0x80 to 0x9f; the rest is Latin-1, and so are the five that it leaves open. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? (high[byte - 0x80] ?? '') : String.fromCharCode(byte);
  return text;
}

function toWindows(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const found = code < 0x80 || (code >= 0xa0 && code < 0x100) ? code : 0x80 + high.indexOf(text.charAt(at));
    if (found < 0x80 && code >= 0x80) return null;
    bytes[at] = found;
  }
  return bytes;
}
