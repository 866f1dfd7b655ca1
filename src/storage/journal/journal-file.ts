import type { StepRows } from '../rows.ts';
import type { SyncFile } from './folder.ts';
import {
  decodeAt,
  decodeRecords,
  encodeRecord,
  journalFormat,
  lengthBytes,
  lengthIn,
  sizeOfRecord,
  type Head,
  type JournalRecord,
} from './record.ts';

/** The last step that a journal or a log holds. */
export type Last = { readonly step: number; readonly seq: number; readonly command: string };

const nothing: Last = { step: 0, seq: 0, command: '' };

/** One journal that is open for writing. What it returns from lies on the disk. */
export class JournalFile {
  readonly #file: SyncFile;
  #head: Head | null = null;
  #last: Last = nothing;
  #size = 0;

  /** Looks at both ends of the file; where the end is torn, everything after the last whole record is cut off. */
  constructor(file: SyncFile) {
    this.#file = file;
    const size = file.getSize();
    const head = headOf(this.#recordAt(0, size));
    const last = head === null ? null : this.#lastRecord(size);
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
  append(steps: readonly StepRows[]): void {
    this.#write({ steps });
    this.#last = lastOf({ steps }) ?? this.#last;
  }

  /** Begins anew with another start. */
  begin(head: Head): void {
    this.#head = null;
    this.#last = nothing;
    this.#size = 0;
    this.#file.truncate(0);
    this.#write(head);
    this.#head = head;
  }

  /** All steps after step `after`. */
  stepsAfter(after: number): readonly StepRows[] {
    return stepsOf(this.#read(0, this.#size)).filter(({ input }) => input.step > after);
  }

  close(): void {
    this.#file.close();
  }

  #take(head: Head | null, last: JournalRecord | null, size: number): void {
    this.#head = head;
    this.#last = (last === null ? null : lastOf(last)) ?? nothing;
    this.#size = size;
    if (this.#file.getSize() !== size) this.#file.truncate(size);
  }

  /** The record that ends where the file does. */
  #lastRecord(size: number): JournalRecord | null {
    if (size < lengthBytes) return null;
    const start = size - sizeOfRecord(lengthIn(this.#read(size - lengthBytes, size)));
    return start < 0 ? null : this.#recordAt(start, size);
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

  #write(record: JournalRecord): void {
    const bytes = encodeRecord(record);
    if (this.#file.write(bytes, { at: this.#size }) !== bytes.length) throw new Error('The disk is full.');
    this.#file.flush();
    this.#size += bytes.length;
  }
}

/** The start of a workspace, when that is what the record is, in a format that this release knows. */
export function headOf(record: JournalRecord | null): Head | null {
  return record !== null && 'format' in record && (record.format as number) === journalFormat ? record : null;
}

/** The steps in the records of a file, as far as each follows on the one before it. */
export const stepsOf = (bytes: Uint8Array): readonly StepRows[] => readSteps(bytes).steps;

/** As `stepsOf`, and whether nothing comes after them: what does cannot be read, or does not follow. */
export function readSteps(bytes: Uint8Array): {
  readonly steps: readonly StepRows[];
  readonly isWhole: boolean;
} {
  const steps: StepRows[] = [];
  let whole = 0;
  for (const { record, end } of decodeRecords(bytes)) {
    for (const step of 'steps' in record ? record.steps : []) {
      if (step.input.step !== steps.length + 1) return { steps, isWhole: false };
      steps.push(step);
    }
    whole = end;
  }
  return { steps, isWhole: whole === bytes.length };
}

function lastOf(record: JournalRecord): Last | null {
  const input = 'steps' in record ? record.steps.at(-1)?.input : undefined;
  return input === undefined ? null : { step: input.step, seq: input.seq, command: input.command };
}
