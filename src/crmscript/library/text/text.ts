import type { NativeContext } from '../../analysis/types/native.ts';
import { countText, findText } from './find-text.ts';
import { TextBuilder } from './text-builder.ts';

/*
 * What natives need for texts: the budget is told how long they are before they are made.
 */

/** To write the characters of a text by a format, which may write each as several. */
const workOfWritten = 24;

/** Accounts for a text that was written by a format. */
export function chargeWritten(context: NativeContext, text: string): string {
  chargeText(context, text.length);
  context.work(workOfWritten * text.length);
  return text;
}

/** Accounts for a new text of `length` characters that is about to be made. */
export function chargeText(context: NativeContext, length: number): void {
  context.text(length);
  context.work(8 * length);
}

const workOfReplacement = 96;

/** Every `from` replaced by `to`, both as plain text. */
export function replaceAll(context: NativeContext, text: string, from: string, to: string): string {
  if (from === '') return text;
  const count = countText(context, text, from);
  if (count === 0) return text;
  chargeText(context, text.length + count * (to.length - from.length));
  context.work(workOfReplacement * count);
  const made = new TextBuilder();
  let start = 0;
  for (let n = 0; n < count; n++) {
    const at = findText(context, text, from, start);
    made.add(text.slice(start, at));
    made.add(to);
    start = at + from.length;
  }
  made.add(text.slice(start));
  return made.text();
}

const latin1 = (code: number): number => (code > 255 ? 63 : code);

/** ISO-8859-1; what does not fit becomes `?` (crm Q26). */
export function toBytes(context: NativeContext, text: string): number[] {
  context.charge(16 + 8 * text.length);
  context.work(8 * text.length);
  const bytes = new Array<number>(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = latin1(text.charCodeAt(index));
  return bytes;
}

/** One character for each byte. */
export function fromBytes(context: NativeContext, bytes: readonly number[]): string {
  chargeText(context, bytes.length);
  return textOfCodes(bytes);
}

/** One character for each code. */
export function textOfCodes(codes: readonly number[] | Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < codes.length; start += 4096) {
    parts.push(String.fromCharCode(...codes.slice(start, start + 4096)));
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

/** The same in a row of bytes, which takes no more memory than the text. */
export function utf8Array(text: string): Uint8Array {
  const bytes = new Uint8Array(3 * text.length);
  let length = 0;
  for (let from = 0; from < text.length;) {
    // No pair of surrogates is divided.
    const to = from + 1024 - ((text.charCodeAt(from + 1023) & 0xfc00) === 0xd800 ? 1 : 0);
    const part = utf8Bytes(text.slice(from, to));
    bytes.set(part, length);
    length += part.length;
    from = to;
  }
  return bytes.slice(0, length);
}

/** How many bytes a character has that begins with this one; 0: it begins none. */
function sizeBy(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

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
  const size = sizeBy(first);
  if (size === 0) return -1;
  for (let k = 1; k < size; k++) {
    const next = bytes[at + k] ?? 0;
    const [low, high] = (k === 1 ? seconds.get(first) : undefined) ?? [0x80, 0xbf];
    if (next < low || next > high) return -k;
  }
  return size;
}

function pointAt(bytes: ArrayLike<number>, at: number, size: number): number {
  const first = bytes[at] ?? 0;
  let point = size === 1 ? first : first & (0xff >> (size + 1));
  for (let k = 1; k < size; k++) point = (point << 6) | ((bytes[at + k] ?? 0) & 63);
  return point;
}

const mostPoints = 1024;

function readUtf8(bytes: ArrayLike<number>, mistake: number | undefined): string | undefined {
  const parts: string[] = [];
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = sizeAt(bytes, at);
    const point = size > 0 ? pointAt(bytes, at, size) : mistake;
    if (point === undefined) return undefined;
    points.push(point);
    at += Math.abs(size);
    if (points.length < mostPoints) continue;
    parts.push(String.fromCodePoint(...points));
    points = [];
  }
  parts.push(String.fromCodePoint(...points));
  return parts.join('');
}

/** The text of UTF-8 bytes, or undefined where they are not UTF-8. */
export const utf8Text = (bytes: ArrayLike<number>): string | undefined => readUtf8(bytes, undefined);

/** The same, with a replacement character for what is not UTF-8, as browsers do. */
export const utf8TextOf = (bytes: ArrayLike<number>): string => readUtf8(bytes, 0xfffd) ?? '';
