import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { LibraryPart, NativeContext } from '../library.ts';
import { chargeText, utf8Bytes } from './text.ts';

/** Texts are hashed as their UTF-8 bytes. */
const bytesOf = (context: NativeContext, text: string): Uint8Array => {
  context.work(32 * text.length + 4096);
  return Uint8Array.from(utf8Bytes(text));
};

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const lineLength = 76;

function encodeBase64(context: NativeContext, bytes: readonly number[], wrapLines = true): string {
  chargeText(context, Math.ceil(bytes.length / 3) * 4);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    parts.push(
      alphabet.charAt(bits >> 18) + alphabet.charAt((bits >> 12) & 63),
      b === undefined ? '=' : alphabet.charAt((bits >> 6) & 63),
      c === undefined ? '=' : alphabet.charAt(bits & 63),
    );
  }
  const text = parts.join('');
  if (!wrapLines) return text;
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lineLength) lines.push(text.slice(at, at + lineLength));
  return lines.join('\n');
}

function decodeBase64(context: NativeContext, text: string): number[] {
  context.charge(16 + 6 * text.length);
  context.work(text.length);
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text.replaceAll(/[\s=]/g, '')) {
    const value = alphabet.indexOf(character === '-' ? '+' : character === '_' ? '/' : character);
    if (value < 0)
      return context.fail('RunTimeException', `decodeBase64: "${character}" is no character of Base64.`);
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 255);
    }
  }
  return bytes;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function encodeBase32(context: NativeContext, bytes: readonly number[]): string {
  chargeText(context, Math.ceil(bytes.length / 5) * 8);
  const parts: string[] = [];
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfffff;
    count += 8;
    while (count >= 5) {
      count -= 5;
      parts.push(letters.charAt((bits >> count) & 31));
    }
  }
  if (count > 0) parts.push(letters.charAt((bits << (5 - count)) & 31));
  while (parts.length % 8 !== 0) parts.push('=');
  return parts.join('');
}

/** Applied twice it gives the original; the server's own pad is not known (crm Q36). */
const twoWay = (bytes: readonly number[]): number[] =>
  bytes.map((byte, index) => byte ^ ((91 + index * 37) & 255));

export const cryptoPart: LibraryPart = {
  functions: [
    {
      signature: 'String encodeBase64(Byte[] data)',
      run: (context, bytes: number[]) => encodeBase64(context, bytes),
    },
    { signature: 'String encodeBase64(Byte[] data, Bool wrapLines)', run: encodeBase64 },
    { signature: 'Byte[] decodeBase64(String base64)', run: decodeBase64 },
    { signature: 'String encodeBase32(Byte[] data)', run: encodeBase32 },
    {
      signature: 'String encodeSHA1(String value)',
      run: (context, text: string) => hex(sha1(bytesOf(context, text))),
    },
    {
      signature: 'String encodeSHA256(String key, String value)',
      run: (context, key: string, text: string) =>
        hex(hmac(sha256, bytesOf(context, key), bytesOf(context, text))),
    },
    {
      signature: 'String encodeHMACSHA1(String key, String value)',
      run: (context, key: string, text: string) =>
        hex(hmac(sha1, bytesOf(context, key), bytesOf(context, text))),
    },
    {
      signature: 'Byte[] encodeHMACSHA1(Byte[] key, Byte[] value)',
      run: (context, key: number[], value: number[]) => {
        context.work(32 * value.length + 4096);
        return [...hmac(sha1, Uint8Array.from(key), Uint8Array.from(value))];
      },
    },
    {
      signature: 'Byte[] encodeHMACSHA256(String key, String value)',
      run: (context, key: string, text: string) => [
        ...hmac(sha256, bytesOf(context, key), bytesOf(context, text)),
      ],
    },
    {
      signature: 'Byte[] encodeHMACSHA512(String key, String value)',
      run: (context, key: string, text: string) => [
        ...hmac(sha512, bytesOf(context, key), bytesOf(context, text)),
      ],
    },
    {
      signature: 'Byte[] simpleTwoWay(Byte[] data)',
      run: (context, bytes: number[]) => {
        context.charge(16 + 8 * bytes.length);
        context.work(bytes.length);
        return twoWay(bytes);
      },
    },
  ],
};
