import { bodyAt, decodeAt, endOf, isChecked, readBody, type ReadRecord } from './record.ts';

/** The checksum of so many bytes takes a millisecond. */
const longBody = 50_000;

/** A page without a safe connection has no such help. */
const hasSubtle = 'crypto' in globalThis && 'subtle' in crypto;

/** As `decodeAt`; what is long is looked at beside this thread, which meanwhile does other things. */
export async function decodeLater(bytes: Uint8Array, start: number): Promise<ReadRecord | null> {
  const body = bodyAt(bytes, start);
  if (body === null || body.length < longBody || !hasSubtle) return decodeAt(bytes, start);
  const digest = await crypto.subtle.digest('SHA-256', body as Uint8Array<ArrayBuffer>);
  if (!isChecked(bytes, start, new Uint8Array(digest))) return null;
  return { record: readBody(body), end: endOf(start, body) };
}
