import type { RecordedEvent } from '../engine/events.ts';
import { rowOf } from './readable.ts';
import type { Reborn, StepRow, StoredStep } from './rows.ts';
import type { LogPosition } from './stretches.ts';

const start: LogPosition = { step: 0, seq: 0 };

/** The first steps of a log, as long as they are not in the database: in the order of the log, from step 1 on. */
export class Missing {
  readonly row: Reborn;
  /** How many there were at first. */
  readonly count: number;
  #steps: readonly StoredStep[];
  /** By command; made when it is first asked for. It goes on to know those that are written by now. */
  #byCommand: ReadonlyMap<string, StoredStep> | null = null;

  constructor(row: Reborn, steps: readonly StoredStep[]) {
    this.row = row;
    this.count = steps.length;
    this.#steps = steps;
  }

  get steps(): readonly StoredStep[] {
    return this.#steps;
  }

  /** The place behind the last that is missing. */
  get last(): LogPosition {
    return placeOf(this.#steps.at(-1));
  }

  /** The rows of so many of the newest, and the place before them. */
  newest(count: number): { readonly rows: readonly StepRow[]; readonly before: LogPosition } {
    const newest = this.#steps.slice(-count);
    const before = placeOf(this.#steps[this.#steps.length - newest.length - 1]);
    return { rows: newest.map((step) => rowOf(this.row.id, step)), before };
  }

  /** Those after a step are in the database now. */
  drop(after: number): void {
    this.#steps = this.#steps.slice(0, after);
  }

  events(from: number, to: number): readonly RecordedEvent[] {
    return this.#steps
      .filter((step) => step.seq >= from && step.seq - step.events.length < to)
      .flatMap(({ events }) => events)
      .filter(({ seq }) => seq >= from && seq <= to);
  }

  applied(commands: readonly string[]): readonly (readonly [string, StoredStep])[] {
    this.#byCommand ??= new Map(this.#steps.map((step) => [step.command, step]));
    const found = commands.map((command) => [command, this.#byCommand?.get(command)] as const);
    return found.filter((one): one is readonly [string, StoredStep] => one[1] !== undefined);
  }

  commands(): readonly string[] {
    return this.#steps.map(({ command }) => command);
  }
}

const placeOf = (step: StoredStep | undefined): LogPosition =>
  step === undefined ? start : { step: step.step, seq: step.seq };
