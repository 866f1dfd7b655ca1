import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import type { LibraryPart } from '../parts.ts';
import type { NativeClass, NativeContext } from '../../analysis/types/native.ts';
import { decodeBase64Bytes, encodeBase32Bytes, encodeBase64Bytes } from './base64.ts';
import { missing } from '../superoffice/from-tables.ts';
import { StreamValue } from './stream.ts';
import { chargeText, utf8Array } from '../text/text.ts';

/**
 * Texts are hashed as the bytes that they were made of: `String(bytes)` is a key of the same bytes. A text with
 * a character that no byte has is hashed as UTF-8.
 */
const bytesOf = (context: NativeContext, text: string): Uint8Array => {
  const isBytes = !/[^\0-\u00ff]/.test(text);
  context.work((isBytes ? 48 : 128) * text.length + workOfHash);
  if (!isBytes) return utf8Array(text);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
};

/** What a hash of nothing takes. */
const workOfHash = 16_384;

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const lineLength = 76;

function encodeBase64(context: NativeContext, bytes: readonly number[], wrapLines = true): string {
  chargeText(context, Math.ceil(bytes.length / 3) * 4);
  context.work(32 * bytes.length);
  const text = encodeBase64Bytes(bytes);
  if (!wrapLines) return text;
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += lineLength) lines.push(text.slice(at, at + lineLength));
  return lines.join('\n');
}

function decodeBase64(context: NativeContext, text: string): readonly number[] {
  context.charge(16 + 6 * text.length);
  // The library checks each character.
  context.work(96 * text.length);
  return decodeBase64Bytes(text) ?? context.fail('RunTimeException', 'decodeBase64: the text is no Base64.');
}

function encodeBase32(context: NativeContext, bytes: readonly number[]): string {
  chargeText(context, Math.ceil(bytes.length / 5) * 8);
  context.work(8 * bytes.length);
  return encodeBase32Bytes(bytes);
}

const bytesOfStream = (stream: StreamValue | null): readonly number[] => stream?.bytes ?? [];

/** Applied twice it gives the original; the server's own pad is not known (crm Q36). */
const twoWay = (bytes: readonly number[]): number[] =>
  bytes.map((byte, index) => byte ^ ((91 + index * 37) & 255));

/** Without a synchronous RSA there is none: the browser's own answers later, and a script waits for nothing. */
const rsaClass: NativeClass = {
  name: 'Rsa',
  differs: 'Can be declared only: RSA in a browser answers later, and a script waits for nothing.',
  make: () => ({ measure: () => 16 }),
  constructors: [{ signature: 'Rsa()', run: () => ({ measure: () => 16 }) }],
  methods: [
    missing('Bool loadPrivateKey(String privateKey, String password)', 'Rsa.loadPrivateKey'),
    missing('Bool loadPublicKey(String publicKey)', 'Rsa.loadPublicKey'),
    missing('Byte[] createSignature(Byte[] data, Integer hashingAlgorithm)', 'Rsa.createSignature'),
    missing('Byte[] createSignature(String data, Integer hashingAlgorithm)', 'Rsa.createSignature'),
    missing(
      'Bool verifySignature(Byte[] data, Byte[] signature, Integer hashingAlgorithm)',
      'Rsa.verifySignature',
    ),
    missing(
      'Bool verifySignature(String data, Byte[] signature, Integer hashingAlgorithm)',
      'Rsa.verifySignature',
    ),
    missing('Byte[] encrypt(Byte[] data)', 'Rsa.encrypt'),
    missing('Byte[] decrypt(Byte[] data)', 'Rsa.decrypt'),
  ],
};

export const cryptoPart: LibraryPart = {
  classes: [rsaClass],
  functions: [
    {
      signature: 'String encodeBase64(Byte[] data)',
      run: (context, bytes: number[]) => encodeBase64(context, bytes),
    },
    { signature: 'String encodeBase64(Byte[] data, Bool wrapLines)', run: encodeBase64 },
    {
      signature: 'String encodeBase64(NSStream data)',
      run: (context, stream: StreamValue | null) => encodeBase64(context, bytesOfStream(stream)),
    },
    {
      signature: 'String encodeBase64(NSStream data, Bool wrapLines)',
      run: (context, stream: StreamValue | null, wrapLines: boolean) =>
        encodeBase64(context, bytesOfStream(stream), wrapLines),
    },
    { signature: 'Byte[] decodeBase64(String base64)', run: decodeBase64 },
    {
      signature: 'NSStream decodeBase64AsStream(String base64)',
      run: (context, text: string) => new StreamValue(decodeBase64(context, text)),
    },
    { signature: 'String encodeBase32(Byte[] data)', run: encodeBase32 },
    {
      signature: 'String encodeSHA1(String value)',
      run: (context, text: string) => hex(sha1(bytesOf(context, text))),
    },
    {
      signature: 'String encodeSHA256(String key, String value)',
      trap: 'encodeSHA256 is a keyed HMAC, not a plain SHA-256.',
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
        context.work(48 * (key.length + value.length) + workOfHash);
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
      differs: 'scrambles with a pad of its own: it reads back what it wrote, not what SuperOffice wrote',
      run: (context, bytes: number[]) => {
        context.charge(16 + 8 * bytes.length);
        context.work(8 * bytes.length);
        return twoWay(bytes);
      },
    },
  ],
};
