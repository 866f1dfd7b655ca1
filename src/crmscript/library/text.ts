import type { NativeContext } from '../library.ts';

/*
 * What natives need for texts: the budget is told how long they are before they are made.
 */

/** Accounts for a new text of `length` characters that is about to be made. */
export function chargeText(context: NativeContext, length: number): void {
  context.text(length);
  context.work(length);
}

/** Every `from` replaced by `to`, both as plain text. */
export function replaceAll(context: NativeContext, text: string, from: string, to: string): string {
  context.work(text.length);
  if (from === '') return text;
  let count = 0;
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + from.length)) count += 1;
  if (count === 0) return text;
  chargeText(context, text.length + count * (to.length - from.length));
  return text.split(from).join(to);
}

const latin1 = (code: number): number => (code > 255 ? 63 : code);

/** ISO-8859-1; what does not fit becomes `?` (crm Q26). */
export function toBytes(context: NativeContext, text: string): number[] {
  context.charge(16 + 8 * text.length);
  context.work(text.length);
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) bytes.push(latin1(text.charCodeAt(index)));
  return bytes;
}

/** One character for each byte. */
export function fromBytes(context: NativeContext, bytes: readonly number[]): string {
  chargeText(context, bytes.length);
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 4096) {
    parts.push(String.fromCharCode(...bytes.slice(start, start + 4096)));
  }
  return parts.join('');
}

/** The UTF-8 bytes of a text. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // A lone surrogate is no character; it becomes the replacement character, as encoders do.
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else {
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      );
    }
  }
  return bytes;
}

/** The text of UTF-8 bytes, or undefined where they are not UTF-8. */
export function utf8Text(bytes: ArrayLike<number>): string | undefined {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const size =
      first < 0x80
        ? 1
        : first >= 0xc2 && first < 0xe0
          ? 2
          : first >= 0xe0 && first < 0xf0
            ? 3
            : first >= 0xf0 && first < 0xf5
              ? 4
              : 0;
    if (size === 0 || at + size > bytes.length) return undefined;
    let point = size === 1 ? first : first & (0xff >> (size + 1));
    for (let k = 1; k < size; k++) {
      const next = bytes[at + k] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 63);
    }
    const least = [0, 0, 0x80, 0x800, 0x10000][size] ?? 0;
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    parts.push(String.fromCodePoint(point));
    at += size;
  }
  return parts.join('');
}
