/*
 * The engine's file says how much memory it begins with, and leaves open how much it may take. Here that is closed: what
 * runs in it can then ask for as much as it wants and gets no more (reliability L11).
 */

/** Bytes in a page of memory. */
export const pageSize = 65_536;

const headerSize = 8;
const memorySection = 5;

/** The same module, whose only memory never grows beyond so many pages. */
export function capped(module: Uint8Array, pages: number): Uint8Array {
  let at = headerSize;
  while (at < module.length) {
    const id = module[at];
    const size = numberAt(module, at + 1);
    const end = size.next + size.value;
    if (id === memorySection) {
      const rest = module.subarray(end);
      return joined([module.subarray(0, at), sectionOf(module.subarray(size.next, end), pages), rest]);
    }
    at = end;
  }
  throw new Error('The engine has no memory of its own.');
}

/** One memory: how many there are, whether it has a maximum, its first size and its maximum. */
function sectionOf(body: Uint8Array, pages: number): Uint8Array {
  const minimum = numberAt(body, 2);
  if (body[0] !== 1) throw new Error('The engine has more than one memory.');
  const content = [1, 1, ...encoded(minimum.value), ...encoded(pages)];
  return Uint8Array.from([memorySection, ...encoded(content.length), ...content]);
}

/** Numbers are written seven bits at a time, the lowest first; the eighth says that more follow. */
function numberAt(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0;
  for (let shift = 0, next = at; shift < 35; shift += 7) {
    const byte = bytes[next++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return { value: value >>> 0, next };
  }
  throw new Error('The engine is no WebAssembly.');
}

function encoded(value: number): number[] {
  const low = value & 0x7f;
  return value > 0x7f ? [low | 0x80, ...encoded(value >>> 7)] : [low];
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
