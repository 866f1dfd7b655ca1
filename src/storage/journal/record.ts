import { sha256 } from '@noble/hashes/sha2.js';
import type { WorldFile } from '../../engine/definition.ts';
import type { WorldJson } from '../../engine/world-json.ts';
import type { Bookmark } from '../../protocol/engine-api.ts';
import type { StoredStep, NewWorkspace } from '../rows.ts';
import { joined, type SplitStep } from '../upgrade-to-steps.ts';

/**
 * Of which shape the files are that are begun now: 2 says after which step one begins, 3 in whose journal what comes
 * before lies. Those of release 0.1 are 1, and read and written on for ever (rulings 47).
 */
export const journalFormat = 3;

/** The last step that a journal or a log holds. */
export type Last = { readonly step: number; readonly seq: number; readonly command: string };

export const nothing: Last = { step: 0, seq: 0, command: '' };

/** The journal of another workspace, as it was when a branch was made of it. */
export type BeginsIn = {
  readonly workspace: string;
  readonly createdAt: number;
  readonly generation: number;
};

/** The first record of a file: the workspace before its first step, and the step after which the file goes on. */
export type Head = {
  readonly format: typeof journalFormat;
  readonly workspace: NewWorkspace;
  readonly generation: number;
  readonly world: WorldFile;
  /** The last step of the files before this one; step 0 for a file that is complete in itself. */
  readonly after: Last;
  /** In whose journal all up to `after` lies, until it lies in a file before this one, too. */
  readonly beginsIn?: BeginsIn;
  /** A complete file counts once it holds so many steps: until then its making was interrupted. */
  readonly upTo: number;
};

/** The world after a step, as a snapshot holds it. */
export type SnapshotRecord = {
  readonly last: Last;
  readonly format: number;
  readonly world: WorldJson;
};

/** What the workspace is called from here on, and which moments of it are marked, where that is said, too. */
export type NameRecord = {
  readonly last: Last;
  readonly name: string;
  readonly bookmarks?: readonly Bookmark[];
};

export type JournalRecord =
  Head | { readonly steps: readonly StoredStep[] } | { readonly snapshot: SnapshotRecord } | NameRecord;

/** A record and where it ends in the file. */
export type ReadRecord = { readonly record: JournalRecord; readonly end: number };

export const lengthBytes = 4;
const checkBytes = 8;
const headBytes = lengthBytes + checkBytes;

/** Length, checksum, JSON, and the length once more, so that the last record can be found from the end. */
export function encodeRecord(json: string): Uint8Array {
  const body = new TextEncoder().encode(json);
  const bytes = new Uint8Array(headBytes + body.length + lengthBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  bytes.set(checkOf(body), lengthBytes);
  bytes.set(body, headBytes);
  view.setUint32(headBytes + body.length, body.length);
  return bytes;
}

/** The record of steps that are there as JSON already. */
export const stepsRecord = (texts: readonly string[]): string => `{"steps":[${texts.join(',')}]}`;

/** The whole records from the start of a file, up to the first that is torn or damaged (reliability D12). */
export function* decodeRecords(bytes: Uint8Array): Generator<ReadRecord> {
  for (let start = 0; ;) {
    const found = decodeAt(bytes, start);
    if (found === null) return;
    yield found;
    start = found.end;
  }
}

/** How many bytes a record takes whose JSON has this length. */
export const sizeOfRecord = (length: number): number => headBytes + length + lengthBytes;

/** How long the record is that begins here, by what it says of itself; null where not even that is there. */
export const sizeAnnounced = (bytes: Uint8Array): number | null =>
  bytes.length < lengthBytes ? null : sizeOfRecord(lengthIn(bytes));

/** The length of the JSON of a record, from the four bytes before or after it. */
export const lengthIn = (bytes: Uint8Array): number => viewOf(bytes).getUint32(0);

/** The record at `start`; null when there is no whole one. */
export function decodeAt(bytes: Uint8Array, start: number): ReadRecord | null {
  const body = bodyAt(bytes, start);
  if (body === null || !isChecked(bytes, start, sha256(body))) return null;
  return { record: readBody(body), end: endOf(start, body) };
}

/** The JSON of the record at `start`, which is what this app wrote, and where it ends; null when there is no whole one. */
export function textAt(
  bytes: Uint8Array,
  start: number,
): { readonly text: string; readonly end: number } | null {
  const body = bodyAt(bytes, start);
  if (body === null || !isChecked(bytes, start, sha256(body))) return null;
  return { text: new TextDecoder().decode(body), end: endOf(start, body) };
}

/** What lies between the two lengths of the record at `start`; null where they do not agree. */
export function bodyAt(bytes: Uint8Array, start: number): Uint8Array | null {
  if (start + headBytes + lengthBytes > bytes.length) return null;
  const view = viewOf(bytes);
  const length = view.getUint32(start);
  const end = start + sizeOfRecord(length);
  if (end > bytes.length || view.getUint32(end - lengthBytes) !== length) return null;
  return bytes.subarray(start + headBytes, end - lengthBytes);
}

/** Where a record ends whose body this is. */
export const endOf = (start: number, body: Uint8Array): number => start + sizeOfRecord(body.length);

/** Whether the record at `start` says that this is the checksum of its body. */
export const isChecked = (bytes: Uint8Array, start: number, digest: Uint8Array): boolean =>
  bytes.subarray(start + lengthBytes, start + headBytes).every((byte, index) => byte === digest[index]);

/** What the records of all releases look like: release 0.1 kept inputs and events apart, and had no `after`. */
type StoredRecord =
  | (Omit<Head, 'format' | 'after' | 'upTo'> &
      Partial<Pick<Head, 'after' | 'upTo'>> & { readonly format: number })
  | { readonly steps: readonly (StoredStep | SplitStep)[] }
  | { readonly snapshot: SnapshotRecord }
  | NameRecord;

/** The record of which this is the body. @throws when a newer release wrote it */
export const readBody = (body: Uint8Array): JournalRecord =>
  read(JSON.parse(new TextDecoder().decode(body)) as StoredRecord);

function read(record: StoredRecord): JournalRecord {
  if ('snapshot' in record || 'name' in record) return record;
  if ('steps' in record) return { steps: record.steps.map((step) => ('step' in step ? step : joined(step))) };
  if (record.format > journalFormat) throw new Error('A newer release wrote this journal.');
  return { ...record, format: journalFormat, after: record.after ?? nothing, upTo: record.upTo ?? 0 };
}

const checkOf = (body: Uint8Array): Uint8Array => sha256(body).subarray(0, checkBytes);
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
