import type { Bookmark } from '../../protocol/engine-api.ts';
import type { StoredStep } from '../rows.ts';
import type { SyncFile } from './folder.ts';
import {
  decodeAt,
  decodeRecords,
  encodeRecord,
  lengthBytes,
  lengthIn,
  nothing,
  sizeOfRecord,
  stepsRecord,
  type Head,
  type JournalRecord,
  type Last,
  type NameRecord,
  type SnapshotRecord,
} from './record.ts';

/** A step as it is written: its text, and what it is found by. */
export type StepText = Last & { readonly text: string };

/** One file of a journal, open for writing. What it returns from lies on the disk. */
export class JournalFile {
  readonly #file: SyncFile;
  #head: Head | null = null;
  #last: Last = nothing;
  /** What the workspace is called in the file; null where that is not known without reading all of it. */
  #name: string | null = null;
  /** The bookmarks in the file, as JSON; null where they are not known without reading all of it. */
  #bookmarks: string | null = null;
  #size = 0;

  /** Looks at both ends of the file; where the end is torn, everything after the last whole record is cut off. */
  constructor(file: SyncFile) {
    this.#file = file;
    const size = file.getSize();
    const head = headOf(this.#recordAt(0, size));
    const last = head === null ? null : (this.#recordBefore(size)?.record ?? null);
    if (last !== null) {
      this.#take(head, last, size);
      return;
    }
    let lastWhole: JournalRecord | null = null;
    for (const { record, end } of decodeRecords(this.#read(0, size))) {
      lastWhole = record;
      this.#size = end;
    }
    this.#take(head, lastWhole, head === null ? 0 : this.#size);
  }

  /** The workspace as it began; null while the file holds nothing that can be used. */
  get head(): Head | null {
    return this.#head;
  }

  get last(): Last {
    return this.#last;
  }

  /** Adds steps. @throws when they cannot be written; what was half written is cut off when the file is next opened. */
  append(steps: readonly StepText[]): void {
    const last = steps.at(-1);
    if (last === undefined) return;
    this.#write(stepsRecord(steps.map(({ text }) => text)));
    this.#last = { step: last.step, seq: last.seq, command: last.command };
  }

  /** Adds the world as it is after the last step, and once more what is said of the workspace: whoever reads from the end looks no further. */
  keepSnapshot(snapshot: SnapshotRecord): void {
    this.#write(JSON.stringify({ snapshot }));
    if (this.#name === null) return;
    const bookmarks = JSON.parse(this.#bookmarks ?? '[]') as readonly Bookmark[];
    const said: NameRecord = { last: this.#last, name: this.#name, bookmarks };
    this.#write(JSON.stringify(said));
  }

  /** Notes what the workspace is called from here on, if that may be news: one that was never renamed has its first name. */
  keepName(name: string, isRenamed: boolean): void {
    const isKnown = this.#name === null ? !isRenamed : this.#name === name;
    const record: NameRecord = { last: this.#last, name };
    if (!isKnown) this.#write(JSON.stringify(record));
    this.#name = name;
  }

  /** Notes which moments are marked from here on, if that may be news. The name has to be known by then. */
  keepBookmarks(bookmarks: readonly Bookmark[]): void {
    const text = JSON.stringify(bookmarks);
    if (this.#bookmarks === text || this.#name === null) return;
    const record: NameRecord = { last: this.#last, name: this.#name, bookmarks };
    this.#write(JSON.stringify(record));
    this.#bookmarks = text;
  }

  /** Begins a file that holds nothing yet. */
  begin(head: Head): void {
    if (this.#file.getSize() > 0) this.#file.truncate(0);
    this.#size = 0;
    this.#write(JSON.stringify(head));
    this.#head = head;
    this.#name = head.workspace.name;
    this.#bookmarks = JSON.stringify(head.workspace.about?.bookmarks ?? []);
    this.#last = head.after;
  }

  /** The steps after step `after`, read from the end: as many records as it takes. */
  stepsAfter(after: number): readonly StoredStep[] {
    const found: (readonly StoredStep[])[] = [];
    let end = this.#size;
    for (let record = this.#recordBefore(end); record !== null; record = this.#recordBefore(end)) {
      const steps = 'steps' in record.record ? record.record.steps : [];
      found.push(steps);
      end = record.start;
      if ((steps[0]?.step ?? Infinity) <= after + 1) break;
    }
    return found
      .reverse()
      .flat()
      .filter(({ step }) => step > after);
  }

  close(): void {
    this.#file.close();
  }

  #take(head: Head | null, last: JournalRecord | null, size: number): void {
    this.#head = head;
    this.#last = head === null ? nothing : ((last === null ? null : lastOf(last)) ?? head.after);
    this.#size = size;
    if (this.#file.getSize() !== size) this.#file.truncate(size);
  }

  /** The record that ends at `end`. */
  #recordBefore(end: number): { readonly record: JournalRecord; readonly start: number } | null {
    if (end < lengthBytes) return null;
    const start = end - sizeOfRecord(lengthIn(this.#read(end - lengthBytes, end)));
    const record = start < 0 ? null : this.#recordAt(start, end);
    return record === null ? null : { record, start };
  }

  #recordAt(start: number, size: number): JournalRecord | null {
    if (start + lengthBytes > size) return null;
    const end = start + sizeOfRecord(lengthIn(this.#read(start, start + lengthBytes)));
    return end > size ? null : (decodeAt(this.#read(start, end), 0)?.record ?? null);
  }

  #read(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array(to - from);
    this.#file.read(bytes, { at: from });
    return bytes;
  }

  #write(json: string): void {
    const bytes = encodeRecord(json);
    try {
      if (this.#file.write(bytes, { at: this.#size }) !== bytes.length) throw new Error('The disk is full.');
      this.#file.flush();
    } catch (error) {
      this.#cutOff();
      throw error;
    }
    this.#size += bytes.length;
  }

  /** Nobody is to find later what whoever wrote it was told that it failed: it may go on another way now. */
  #cutOff(): void {
    try {
      this.#file.truncate(this.#size);
    } catch {
      // Half a record is cut off when the file is next opened; of a whole one the log decides then.
    }
  }
}

/** The start of a workspace, when that is what the record is. */
export function headOf(record: JournalRecord | null): Head | null {
  return record !== null && 'world' in record ? record : null;
}

/** The last step that a record tells of; null for one that tells of none. */
export function lastOf(record: JournalRecord): Last | null {
  if ('snapshot' in record) return record.snapshot.last;
  if ('name' in record) return record.last;
  const step = 'steps' in record ? record.steps.at(-1) : undefined;
  return step === undefined ? null : { step: step.step, seq: step.seq, command: step.command };
}
