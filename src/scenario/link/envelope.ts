import { base64urlnopad } from '@scure/base';
import { deflateSync, strToU8 } from 'fflate';
import { joined, utf8Text } from '../bytes.ts';
import { limits } from '../limits.ts';
import { crc32 } from './crc-32.ts';
import { inflate } from './inflate.ts';

/** What stands before everything: where the link begins, and the version of what follows. */
const linkStart = '#s=1';

const crcBytes = 4;

/** A text as a link: `#s=`, the version, and in base64url four bytes of CRC-32 and the deflated text (scenario.md). */
export function seal(text: string): string {
  const payload = deflateSync(strToU8(text), { level: 9 });
  return linkStart + base64urlnopad.encode(joined([crc32(payload), payload]));
}

export type Opened =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: 'cut' | 'changed' | 'tooLarge' };

/** The text in what follows `#s=1`, or why it cannot be had. */
export function unseal(code: string): Opened {
  const bytes = bytesOf(code);
  if (bytes.length <= crcBytes) return { ok: false, why: 'cut' };
  const payload = bytes.subarray(crcBytes);
  const isIntact = crc32(payload).every((byte, index) => byte === bytes[index]);
  const inflated = inflate(payload, limits.linkBytes);
  if (!isIntact) return { ok: false, why: inflated.kind === 'cut' ? 'cut' : 'changed' };
  if (inflated.kind === 'tooLarge') return { ok: false, why: 'tooLarge' };
  const text = inflated.kind === 'whole' ? utf8Text(inflated.bytes) : null;
  return text === null ? { ok: false, why: 'changed' } : { ok: true, text };
}

/** Whatever is not base64url ends it, and so does a character that is too few to be a byte. */
function bytesOf(code: string): Uint8Array {
  const whole = /^[\w-]*/.exec(code)?.[0] ?? '';
  try {
    return base64urlnopad.decode(whole);
  } catch {
    return base64urlnopad.decode(whole.slice(0, whole.length - (whole.length % 4)));
  }
}
