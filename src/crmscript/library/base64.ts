import { base32, base64 } from '@scure/base';

/*
 * RFC 4648. What the library refuses, such as a character outside the alphabet, is `undefined` here.
 */

export const encodeBase64Bytes = (bytes: readonly number[]): string => base64.encode(Uint8Array.from(bytes));

export const encodeBase32Bytes = (bytes: readonly number[]): string => base32.encode(Uint8Array.from(bytes));

/** Line breaks are passed over, the letters of addresses (`-`, `_`) taken too, and missing `=` made up for. */
export function decodeBase64Bytes(text: string): readonly number[] | undefined {
  const bare = text.replaceAll(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  // A last lone character carries six bits, which make no byte.
  const whole = bare.length % 4 === 1 ? bare.slice(0, -1) : bare;
  try {
    return [...base64.decode(whole.padEnd(Math.ceil(whole.length / 4) * 4, '='))];
  } catch {
    return undefined;
  }
}
