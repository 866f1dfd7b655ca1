import { strFromU8, strToU8 } from 'fflate';

/** The text of bytes that are UTF-8 throughout, else null. */
export function utf8Text(bytes: Uint8Array): string | null {
  const text = strFromU8(bytes);
  const again = strToU8(text);
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]) ? text : null;
}

/** The parts one behind the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
