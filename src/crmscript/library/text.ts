import type { NativeContext } from '../library.ts';

/*
 * What natives need for texts: the budget is told how long they are before they are made.
 */

/** Accounts for a new text of `length` characters that is about to be made. */
export function chargeText(context: NativeContext, length: number): void {
  context.text(length);
  context.work(8 * length);
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
  context.work(8 * text.length);
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

/** The first byte of a character is below the number; so many bytes it then has. 0: it begins none. */
const leads: readonly (readonly [number, number])[] = [
  [0x80, 1],
  [0xc2, 0],
  [0xe0, 2],
  [0xf0, 3],
  [0xf5, 4],
];

/** What the second byte may be where that is less than `80` to `bf`: no overlong forms, no surrogates. */
const seconds: ReadonlyMap<number, readonly [number, number]> = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
]);

/** How many bytes the character at a place has; where they are none: minus the bytes of the mistake. */
function sizeAt(bytes: ArrayLike<number>, at: number): number {
  const first = bytes[at] ?? 0;
  const size = leads.find(([end]) => first < end)?.[1] ?? 0;
  if (size === 0) return -1;
  for (let k = 1; k < size; k++) {
    const next = bytes[at + k] ?? 0;
    const [low, high] = (k === 1 ? seconds.get(first) : undefined) ?? [0x80, 0xbf];
    if (next < low || next > high) return -k;
  }
  return size;
}

function characterAt(bytes: ArrayLike<number>, at: number, size: number): string {
  const first = bytes[at] ?? 0;
  let point = size === 1 ? first : first & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) point = (point << 6) | ((bytes[at + k] ?? 0) & 63);
  return String.fromCodePoint(point);
}

function readUtf8(bytes: ArrayLike<number>, mistake: string | undefined): string | undefined {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = sizeAt(bytes, at);
    const part = size > 0 ? characterAt(bytes, at, size) : mistake;
    if (part === undefined) return undefined;
    parts.push(part);
    at += Math.abs(size);
  }
  return parts.join('');
}

/** The text of UTF-8 bytes, or undefined where they are not UTF-8. */
export const utf8Text = (bytes: ArrayLike<number>): string | undefined => readUtf8(bytes, undefined);

/** The same, with a replacement character for what is not UTF-8, as browsers do. */
export const utf8TextOf = (bytes: ArrayLike<number>): string => readUtf8(bytes, '\ufffd') ?? '';
