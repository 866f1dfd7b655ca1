import { sha256 } from '@noble/hashes/sha2.js';
import type { WorldFile } from '../../engine/definition.ts';
import type { NewWorkspace } from '../log.ts';
import type { StepRows } from '../rows.ts';

/** Of which shape the records are. Nothing is restored from a file of another one. */
export const journalFormat = 1;

/** The first record of a file: the workspace before its first step. */
export type Head = {
  readonly format: typeof journalFormat;
  readonly workspace: NewWorkspace;
  readonly generation: number;
  readonly world: WorldFile;
};

export type JournalRecord = Head | { readonly steps: readonly StepRows[] };

/** A record and where it ends in the file. */
export type Found = { readonly record: JournalRecord; readonly end: number };

export const lengthBytes = 4;
const checkBytes = 8;
const headBytes = lengthBytes + checkBytes;

/** Length, checksum, JSON, and the length once more, so that the last record can be found from the end. */
export function encodeRecord(record: JournalRecord): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(record));
  const bytes = new Uint8Array(headBytes + body.length + lengthBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(checkOf(body), lengthBytes);
  bytes.set(body, headBytes);
  view.setUint32(headBytes + body.length, body.length);
  return bytes;
}

/** The whole records from the start of a file, up to the first that is torn or damaged (reliability D12). */
export function* decodeRecords(bytes: Uint8Array): Generator<Found> {
  for (let start = 0; ;) {
    const found = decodeAt(bytes, start);
    if (found === null) return;
    yield found;
    start = found.end;
  }
}

/** How many bytes a record takes whose JSON has this length. */
export const sizeOfRecord = (length: number): number => headBytes + length + lengthBytes;

/** The length of the JSON of a record, from the four bytes before or after it. */
export const lengthIn = (bytes: Uint8Array): number => viewOf(bytes).getUint32(0);

/** The record at `start`; null when there is no whole one. */
export function decodeAt(bytes: Uint8Array, start: number): Found | null {
  if (start + headBytes + lengthBytes > bytes.length) return null;
  const view = viewOf(bytes);
  const length = view.getUint32(start);
  const end = start + headBytes + length + lengthBytes;
  if (end > bytes.length || view.getUint32(end - lengthBytes) !== length) return null;
  const body = bytes.subarray(start + headBytes, end - lengthBytes);
  const check = bytes.subarray(start + lengthBytes, start + headBytes);
  if (!checkOf(body).every((byte, index) => byte === check[index])) return null;
  // What passed the checksum is what this app wrote.
  return { record: JSON.parse(new TextDecoder().decode(body)) as JournalRecord, end };
}

const checkOf = (body: Uint8Array): Uint8Array => sha256(body).subarray(0, checkBytes);
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
