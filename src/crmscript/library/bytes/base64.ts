import { base32, base64 } from '@scure/base';

/*
 * RFC 4648. What the library refuses, such as a character outside the alphabet, is `undefined` here.
 */

/** The library takes many times the memory of what it is given: it is given a piece at a time, of whole groups. */
const pieceOfBytes = 15 * 256;
const pieceOfText = 4 * 1024;

function encodePieces(bytes: readonly number[], encode: (piece: Uint8Array) => string): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += pieceOfBytes) {
    parts.push(encode(Uint8Array.from(bytes.slice(from, from + pieceOfBytes))));
  }
  return parts.join('');
}

export const encodeBase64Bytes = (bytes: readonly number[]): string =>
  encodePieces(bytes, (piece) => base64.encode(piece));

export const encodeBase32Bytes = (bytes: readonly number[]): string =>
  encodePieces(bytes, (piece) => base32.encode(piece));

/** Line breaks are passed over, the letters of addresses (`-`, `_`) taken too, and missing `=` made up for. */
export function decodeBase64Bytes(text: string): readonly number[] | undefined {
  const bare = text.replaceAll(/[\s=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  // A last lone character carries six bits, which make no byte.
  const whole = bare.length % 4 === 1 ? bare.slice(0, -1) : bare;
  const padded = whole.padEnd(Math.ceil(whole.length / 4) * 4, '=');
  const bytes: number[] = [];
  try {
    for (let from = 0; from < padded.length; from += pieceOfText) {
      for (const byte of base64.decode(padded.slice(from, from + pieceOfText))) bytes.push(byte);
    }
  } catch {
    return undefined;
  }
  return bytes;
}
