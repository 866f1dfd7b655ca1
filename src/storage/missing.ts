import type { RecordedEvent } from '../engine/events.ts';
import { modernStep, rowOf } from './readable.ts';
import type { LateRows } from './read-log.ts';
import type { KnownSnapshot, Reborn, StepRow, StoredStep } from './rows.ts';
import { StorageError } from './storage-error.ts';
import type { LogPosition } from './stretches.ts';

const start: LogPosition = { step: 0, seq: 0 };

/** What of a log was read from the end of its journal, and how the rest is. */
export type ReadFromEnd = {
  /** The newest steps, without a gap. */
  readonly steps: readonly StoredStep[];
  /** The world after one of them, or before them; null where there is none. */
  readonly snapshot: KnownSnapshot | null;
  /** Reads those before them, as far as they can be read. It is called when somebody first needs them. */
  readonly rest: () => Promise<readonly StoredStep[]>;
  /** The commands of all steps, which are sooner found than the steps are read; there may be more than were applied. */
  readonly commands: () => Promise<ReadonlySet<string>>;
};

type Unread = Omit<ReadFromEnd, 'steps' | 'snapshot'>;

/** What JSON writes as it is, and no two characters of a file tell apart. */
const isPlain = /^[\w .:-]{1,200}$/;

/** The first steps of a log, as long as they are not in the database: in the order of the log, up to the one of number `upTo`. */
export class Missing {
  readonly row: Reborn;
  /** How many there were at first. */
  readonly count: number;
  /** Those that are known, the newest. */
  #steps: readonly StoredStep[];
  #last: LogPosition;
  #unread: Unread | null;
  /** Told when all that there are were read. */
  #tellRead = () => {};
  readonly isRead: Promise<void>;
  /** Until it is in the database. */
  snapshot: KnownSnapshot | null;
  #reading: Promise<void> | null = null;
  /** By command; made when it is first asked for. It goes on to know those that are written by now. */
  #byCommand: ReadonlyMap<string, StoredStep> | null = null;

  /** Those up to `last`. */
  constructor(row: Reborn, last: LogPosition, { steps, snapshot, ...unread }: ReadFromEnd) {
    this.snapshot = snapshot;
    this.row = row;
    this.count = last.step;
    this.#last = last;
    this.#steps = steps.filter(({ step }) => step <= last.step);
    const first = steps[0]?.step ?? Infinity;
    this.#unread = first > 1 ? unread : null;
    this.isRead =
      this.#unread === null ? Promise.resolve() : new Promise((resolve) => (this.#tellRead = resolve));
  }

  /** The place behind the last that is missing. */
  get last(): LogPosition {
    return this.#last;
  }

  /** So many are still to be written. */
  get left(): number {
    return this.#last.step;
  }

  /** Reads all that there are. @throws StorageError when they cannot be read now */
  async whole(): Promise<void> {
    if (this.#unread === null) return;
    this.#reading ??= this.#readRest(this.#unread).finally(() => {
      this.#reading = null;
    });
    await this.#reading;
  }

  async #readRest({ rest }: Unread): Promise<void> {
    const older = await rest().catch(() => {
      throw new StorageError('write', 'Older steps are still in the journal, which cannot be read now.');
    });
    const first = this.#steps[0]?.step ?? this.#last.step + 1;
    this.#steps = [...older.filter(({ step }) => step < first && step <= this.#last.step), ...this.#steps];
    this.#unread = null;
    this.#byCommand = null;
    this.#tellRead();
  }

  /** The rows of so many of the newest, and the place before them. */
  newest(count: number): { readonly rows: readonly StepRow[]; readonly before: LogPosition } {
    const newest = this.#steps.slice(-count);
    const before = placeOf(this.#steps[this.#steps.length - newest.length - 1]);
    return { rows: newest.map((step) => rowOf(this.row.id, step)), before };
  }

  /** Those after a place are in the database now. */
  drop(after: LogPosition): void {
    this.#steps = this.#steps.filter(({ step }) => step <= after.step);
    this.#last = after;
  }

  /** Steps `from` to `to`, both included, up to the first that nobody can read any more. */
  async steps(from: number, to: number): Promise<readonly StoredStep[]> {
    if (from > this.#last.step) return [];
    if (from < (this.#steps[0]?.step ?? Infinity)) await this.whole();
    const found = this.#steps.filter(({ step }) => step >= from && step <= to);
    return found.filter(({ step }, index) => step === from + index).map(modernStep);
  }

  async events(from: number, to: number): Promise<readonly RecordedEvent[]> {
    if (from > this.#last.seq) return [];
    if (!this.#knows(from)) await this.whole();
    return this.#steps
      .filter((step) => step.seq >= from && step.seq - step.events.length < to)
      .flatMap((step) => modernStep(step).events)
      .filter(({ seq }) => seq >= from && seq <= to);
  }

  /** Whether all steps that are missing with event `seq` or later ones were read. */
  #knows(seq: number): boolean {
    return this.#unread === null || seq > beforeOf(this.#steps, this.#last).seq;
  }

  /** The rows as they are missing now, for a transaction: null where those with an event or later ones were not all read. */
  rows(): Pick<LateRows, 'upTo' | 'snapshot'> & {
    readonly from: (seq: number) => readonly StepRow[] | null;
  } {
    const steps = this.#steps;
    const known = this.#unread === null ? 0 : beforeOf(steps, this.#last).seq;
    const from = (seq: number) => {
      const isRead = known === 0 || seq > known;
      return isRead ? steps.filter((step) => step.seq >= seq).map((step) => rowOf(this.row.id, step)) : null;
    };
    return { upTo: this.#last.step, snapshot: this.snapshot, from };
  }

  async applied(commands: readonly string[]): Promise<readonly (readonly [string, StoredStep])[]> {
    const known = await this.#found(commands);
    if (known === null || commands.some((command) => known.has(command))) await this.whole();
    this.#byCommand ??= new Map(this.#steps.map((step) => [step.command, step]));
    return commands.flatMap((command) => {
      const step = this.#byCommand?.get(command);
      return step === undefined ? [] : [[command, modernStep(step)] as const];
    });
  }

  /** Those of all steps, once all were read: nobody asks for that to happen. */
  async commands(): Promise<readonly string[]> {
    await this.isRead;
    return this.#steps.map(({ command }) => command);
  }

  /** The commands that lie in the journal; null where reading it tells. */
  async #found(commands: readonly string[]): Promise<ReadonlySet<string> | null> {
    if (this.#unread === null || !commands.every((command) => isPlain.test(command))) return null;
    return this.#unread.commands().catch(() => null);
  }
}

/** The place before steps; where there are none, that is `last`. */
const beforeOf = ([first]: readonly StoredStep[], last: LogPosition): LogPosition =>
  first === undefined ? last : { step: first.step - 1, seq: first.seq - first.events.length };

const placeOf = (step: StoredStep | undefined): LogPosition =>
  step === undefined ? start : { step: step.step, seq: step.seq };
