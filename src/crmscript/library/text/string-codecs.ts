import type { NativeContext, NativeFunction } from '../../analysis/types/native.ts';
import { entityNames } from './entities.ts';
import { inPieces } from './text-builder.ts';
import { chargeText, textOfCodes, utf8Bytes, utf8Text } from './text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** To replace what a pattern finds at each character. */
const workOfMatch = 256;

/** `& < > "` and the apostrophe as entities. */
export function encodeEntities(context: NativeContext, text: string): string {
  chargeText(context, 2 * text.length);
  context.work(workOfMatch * text.length);
  return inPieces(text, (piece) =>
    piece.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character),
  );
}

/** Entities back into characters; what is none is left as it is. */
export function decodeEntities(context: NativeContext, text: string): string {
  chargeText(context, text.length);
  // The shortest entity has four characters.
  context.work((workOfMatch / 4) * text.length);
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entityNames.get(name) ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

const hexByte = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

function urlEncode(context: NativeContext, text: string): string {
  chargeText(context, 3 * text.length);
  context.work(2 * workOfMatch * text.length);
  return text.replaceAll(/[^A-Za-z0-9\-_.~]{1,1024}/gu, (part) => utf8Bytes(part).map(hexByte).join(''));
}

/** Runs of `%XX` that are UTF-8 become text, others one character a byte; `+` is a blank. */
function urlDecode(context: NativeContext, text: string): string {
  chargeText(context, text.length);
  context.work((workOfMatch / 2) * text.length);
  return text.replaceAll('+', ' ').replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let n = 0; n < bytes.length; n++) bytes[n] = Number.parseInt(run.slice(3 * n + 1, 3 * n + 3), 16);
    return utf8Text(bytes) ?? textOfCodes(bytes);
  });
}

function utf8Encode(context: NativeContext, text: string): string {
  chargeText(context, 3 * text.length);
  context.work(workOfMatch * text.length);
  return text.replaceAll(/[^\u0000-\u007f]{1,1024}/gu, (part) => String.fromCharCode(...utf8Bytes(part)));
}

/** The inverse; a text that is not UTF-8 in Latin-1's clothes is returned unchanged. */
function utf8Decode(context: NativeContext, text: string): string {
  chargeText(context, text.length);
  context.work((workOfMatch / 4) * text.length);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 255) return text;
    bytes[index] = code;
  }
  return utf8Text(bytes) ?? text;
}

const mail = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;

const isMail = (text: string): boolean =>
  text.length <= 254 &&
  mail.test(text) &&
  !text.includes('..') &&
  !text.startsWith('.') &&
  !text.includes('.@');

export const stringCodecs: readonly NativeFunction[] = [
  { signature: 'String htmlEncode()', run: encodeEntities },
  { signature: 'String htmlDecode()', run: decodeEntities },
  { signature: 'String xmlEncode()', run: encodeEntities },
  { signature: 'String xmlDecode()', run: decodeEntities },
  { signature: 'String urlEncode()', run: urlEncode },
  { signature: 'String urlDecode()', run: urlDecode },
  { signature: 'String utf8Encode()', run: utf8Encode },
  { signature: 'String utf8Decode()', run: utf8Decode },
  { signature: 'Bool isValidEmail()', run: (_context, self: string) => isMail(self) },
];
