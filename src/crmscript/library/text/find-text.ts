import type { NativeContext } from '../../analysis/types/native.ts';

/*
 * Looking for one text in another, in time that follows their lengths: hosts look in ways that compare the whole of
 * what is looked for at every place, where a text is made for that.
 */

/** What is no longer is looked for by the host: at worst that is as much work for each character. */
const shortPart = 8;
const workOfPlace = 16;
const workOfPlaceOfLong = 32;
/** To compare two characters that are likely equal. */
const workOfCharacter = 16;

const placeOf = (part: string): number => (part.length <= shortPart ? workOfPlace : workOfPlaceOfLong);

/** The place of the first `part` at or after `from`; -1 for none. */
export function findText(context: NativeContext, text: string, part: string, from = 0): number {
  if (part.length > text.length - from) return -1;
  const at = part.length <= shortPart ? text.indexOf(part, from) : findLong(context, text, part, from);
  context.work(placeOf(part) * ((at < 0 ? text.length : at + part.length) - from));
  return at;
}

/** The place of the last one. */
export function findLastText(context: NativeContext, text: string, part: string): number {
  if (part.length > text.length) return -1;
  const at = part.length <= shortPart ? text.lastIndexOf(part) : findLongFromEnd(context, text, part);
  context.work(placeOf(part) * (text.length - Math.max(0, at)));
  return at;
}

/** How often a part stands in a text, none of them in another. */
export function countText(context: NativeContext, text: string, part: string): number {
  let count = 0;
  for (let at = findText(context, text, part); at >= 0; at = findText(context, text, part, at + part.length))
    count += 1;
  return count;
}

const base = 0x01000193;

/** A number for the characters of a window that moves on by one character at a time (Karp and Rabin). */
const next = (hash: number, power: number, out: number, into: number): number =>
  (Math.imul(hash - Math.imul(out, power), base) + into) | 0;

function powerOf(length: number): number {
  let power = 1;
  for (let n = 1; n < length; n++) power = Math.imul(power, base);
  return power;
}

/** Texts can be made whose windows have the number of the part without being it, so each comparison is paid. */
function isAt(context: NativeContext, text: string, part: string, at: number): boolean {
  context.work(workOfCharacter * part.length);
  return text.startsWith(part, at);
}

function findLong(context: NativeContext, text: string, part: string, from: number): number {
  const { length } = part;
  const power = powerOf(length);
  let wanted = 0;
  let hash = 0;
  for (let n = 0; n < length; n++) {
    wanted = (Math.imul(wanted, base) + part.charCodeAt(n)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(from + n)) | 0;
  }
  const last = text.length - length;
  for (let at = from; ; at++) {
    if (hash === wanted && isAt(context, text, part, at)) return at;
    if (at === last) return -1;
    hash = next(hash, power, text.charCodeAt(at), text.charCodeAt(at + length));
  }
}

/** The same from the end, with the characters taken backwards. */
function findLongFromEnd(context: NativeContext, text: string, part: string): number {
  const { length } = part;
  const power = powerOf(length);
  const last = text.length - length;
  let wanted = 0;
  let hash = 0;
  for (let n = length - 1; n >= 0; n--) {
    wanted = (Math.imul(wanted, base) + part.charCodeAt(n)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(last + n)) | 0;
  }
  for (let at = last; ; at--) {
    if (hash === wanted && isAt(context, text, part, at)) return at;
    if (at === 0) return -1;
    hash = next(hash, power, text.charCodeAt(at + length - 1), text.charCodeAt(at - 1));
  }
}
