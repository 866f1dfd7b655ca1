import { newRecorder, type Provenance, type Outside, type Recorder } from '../../crmscript/recorded.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { ObservedStep } from '../../engine/observed-step.ts';
import type { BotEnvironment } from './bot-environment.ts';

/** A run of a script in a step that is recorded: what had it run, which is a call of a script around it, or the engine. */
export type RecordedRun = {
  readonly bot: BotEnvironment;
  readonly around: Provenance | undefined;
  readonly order: number;
};

/** Where the row stands that a search has read last. */
type Searched = { rowNow(column: unknown): RowRead };
export type RowRead = { readonly table: string; readonly row: number; readonly column: string };

const isSearched = (value: unknown): value is Searched =>
  typeof value === 'object' && value !== null && 'rowNow' in value;

/** What the scripts of one step record together. */
export class StepRecord implements Outside {
  readonly #observed: ObservedStep;
  readonly recorder: Recorder;
  /** All runs, in the order in which they began, and those that are open. */
  readonly runs: RecordedRun[] = [];
  readonly #open: RecordedRun[] = [];
  readonly #byObject = new Map<object, RecordedRun>();
  readonly #shared = { global: {}, session: {} };

  constructor(observed: ObservedStep) {
    this.#observed = observed;
    this.recorder = newRecorder(this);
  }

  begin(bot: BotEnvironment): void {
    const run = { bot, around: this.recorder.around(), order: this.runs.length };
    this.runs.push(run);
    this.#byObject.set(run, run);
    this.#open.push(run);
    this.recorder.run = run;
  }

  /** The run that a record belongs to; undefined for what was recorded outside of any. */
  runOf(run: object): RecordedRun | undefined {
    return this.#byObject.get(run);
  }

  end(): void {
    this.#open.pop();
    this.recorder.run = this.#open.at(-1) ?? this;
  }

  /** What happened outside the scripts while something ran. */
  happened(from: number, to: number): readonly (RecordedEvent | 'time' | 'chance')[] {
    return this.#observed.happened.slice(from, to);
  }

  count(): number {
    return this.#observed.happened.length;
  }

  note(_owner: string, name: string, receiver: unknown, args: readonly unknown[]): unknown {
    if (!/^get/i.test(name) || !isSearched(receiver)) return undefined;
    return receiver.rowNow(args[0]);
  }

  /** Variables of the world are the same for all scripts; all others belong to a run. */
  keeper(name: string, run: object): object {
    if (/GlobalVariable/.test(name)) return this.#shared.global;
    return /SessionVariable/.test(name) ? this.#shared.session : run;
  }
}

const records = new WeakMap<ObservedStep, StepRecord>();

/** The record of a step whose values are recorded; undefined for others. */
export function recordOf(observed: ObservedStep): StepRecord | undefined {
  if (!observed.records) return undefined;
  const known = records.get(observed) ?? new StepRecord(observed);
  records.set(observed, known);
  return known;
}
