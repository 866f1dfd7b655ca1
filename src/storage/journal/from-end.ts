import { decodeLater } from './decode-later.ts';
import type { JournalFolder, JournalName } from './folder.ts';
import { headOf, lastOf } from './journal-file.ts';
import {
  bodyAt,
  lengthBytes,
  lengthIn,
  sizeOfRecord,
  type Head,
  type JournalRecord,
  type Last,
} from './record.ts';

/** So many bytes are read at a time. */
const piece = 1 << 20;

/** A record before it is looked into. */
export type RawRecord = {
  /** Whether it says what the workspace is called. */
  readonly isName: boolean;
  /** What it says; null where it is damaged. @throws when a newer release wrote it */
  readonly read: () => Promise<JournalRecord | null>;
};

/** A file of a journal, read record by record from its end, in pieces. What is written to it meanwhile is not seen. */
export class FromEnd {
  readonly #folder: JournalFolder;
  readonly #name: JournalName;
  readonly writtenAt: number;
  /** What was read: the bytes of the file from `#from` to `#end`, where the next record ends. */
  #bytes: Uint8Array;
  #from: number;
  #end: number;

  private constructor(folder: JournalFolder, name: JournalName, size: number, writtenAt: number) {
    this.#folder = folder;
    this.#name = name;
    this.writtenAt = writtenAt;
    this.#bytes = new Uint8Array();
    this.#from = size;
    this.#end = size;
  }

  /** @throws when the file cannot be read */
  static async open(folder: JournalFolder, name: JournalName): Promise<FromEnd> {
    const { size, writtenAt } = await folder.read(name, 0, 0);
    return new FromEnd(folder, name, size, writtenAt);
  }

  /** Where the next record ends. */
  get at(): number {
    return this.#end;
  }

  /** Whether nothing comes before. */
  get isAtStart(): boolean {
    return this.#end === 0;
  }

  /** The record before those that were given; null at the start, and where the file is torn or damaged. */
  async previous(): Promise<RawRecord | null> {
    const end = this.#end;
    if (end < lengthBytes) return null;
    await this.#load(end - lengthBytes);
    const start = end - sizeOfRecord(lengthIn(this.#at(end - lengthBytes)));
    if (start < 0) return null;
    await this.#load(start);
    const bytes = this.#at(start).subarray(0, end - start);
    const body = bodyAt(bytes, 0);
    if (body === null) return null;
    this.#end = start;
    return {
      isName: startsWith(body, nameStart),
      read: async () => (await decodeLater(bytes, 0))?.record ?? null,
    };
  }

  /** The bytes from there on. */
  #at(start: number): Uint8Array {
    return this.#bytes.subarray(start - this.#from, this.#end - this.#from);
  }

  async #load(from: number): Promise<void> {
    if (from >= this.#from) return;
    const start = Math.max(0, Math.min(from, this.#from - piece));
    const { bytes } = await this.#folder.read(this.#name, start, this.#from);
    if (bytes.length !== this.#from - start) throw new Error('The journal was cut off meanwhile.');
    const known = this.#at(this.#from);
    const both = new Uint8Array(bytes.length + known.length);
    both.set(bytes);
    both.set(known, bytes.length);
    this.#bytes = both;
    this.#from = start;
  }
}

const nameStart = new TextEncoder().encode('{"last"');
const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => byte === bytes[index]);

/** The first record of a file; null where it cannot be read. @throws when a newer release wrote it */
export async function headIn(folder: JournalFolder, name: JournalName): Promise<Head | null> {
  const { bytes: length, size } = await folder.read(name, 0, lengthBytes);
  if (length.length < lengthBytes) return null;
  const end = sizeOfRecord(lengthIn(length));
  if (end > size) return null;
  const { bytes } = await folder.read(name, 0, end);
  return headOf((await decodeLater(bytes, 0))?.record ?? null);
}

/** The last step that a file with this start tells of, by its last record; null where that cannot be read. */
export async function lastIn(folder: JournalFolder, name: JournalName, head: Head): Promise<Last | null> {
  const record = await (await (await FromEnd.open(folder, name)).previous())?.read();
  return record ? (lastOf(record) ?? head.after) : null;
}
