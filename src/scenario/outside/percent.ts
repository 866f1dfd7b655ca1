import { utf8ToBytes } from '@noble/hashes/utils.js';

/** A text as a part of a form or a query, its UTF-8 encoded but for what never needs it; half a character becomes a mark. */
export const percentEncoded = (text: string): string =>
  text.replace(/[^A-Za-z0-9\-_.~]+/g, (part) =>
    Array.from(utf8ToBytes(part), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );

/** What a part of a query says; as it stands where it is not encoded as UTF-8. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
