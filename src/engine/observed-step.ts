import type { RecordedEvent } from './events.ts';
import { coded, type CodedText } from './codes.ts';
import { StepSignal } from './script-call.ts';
import type { StepRequest } from './step-request.ts';
import { ScriptStack } from './script-stack.ts';
import type { Doing, Edit, Marks, RunningScript, Thrown, StepObserver } from './step-observer.ts';

/**
 * What the languages tell of a step while it runs: whether a debugger wants it to stop, and what a hand changes on the way
 * (rulings 44). There is none for a step without either, which then pays nothing.
 */
export class ObservedStep {
  readonly #observer: StepObserver | undefined;
  /** Edits in the order in which they are made, and how many have been. */
  readonly #edits: readonly Edit[];
  #made = 0;
  readonly #stoppedAt: number;
  readonly #hint: (hint: CodedText) => void;
  /** Where values are recorded: the events, and what scripts asked of the clock and of chance, in order. */
  readonly happened: (RecordedEvent | 'time' | 'chance')[] = [];
  /** The scripts that run inside each other, innermost last. */
  readonly #running: RunningScript[] = [];
  readonly #standing = new ScriptStack(this.#running);

  constructor(
    request: Pick<StepRequest, 'observer' | 'edits' | 'stoppedAt'>,
    hint: (hint: CodedText) => void,
  ) {
    const { observer, edits = [], stoppedAt = Infinity } = request;
    this.#observer = observer;
    this.#edits = edits.toSorted((a, b) => a.statement - b.statement);
    this.#stoppedAt = stoppedAt;
    this.#hint = hint;
  }

  /** Whether what values are made of is to be recorded. */
  get records(): boolean {
    return this.#observer?.records === true;
  }

  /** The number from which on each statement has to be reported. */
  get from(): number {
    return Math.min(this.#nextEdit, this.#stoppedAt, this.#observer?.from ?? Infinity);
  }

  get #nextEdit(): number {
    return this.#edits[this.#made]?.statement ?? Infinity;
  }

  /** The places at which statements have to be reported besides. */
  get marks(): Marks | undefined {
    return this.#observer?.marks;
  }

  /** How many calls are open around a script that begins now. */
  get depth(): number {
    const around = this.#running.at(-1);
    return around === undefined ? 0 : around.depth + 1;
  }

  /** The statement that began last. */
  get statement(): number {
    return this.#running.at(-1)?.statement ?? 0;
  }

  /** A script begins, and says where it stands from now on. */
  begin(script: RunningScript): void {
    this.#running.push(script);
  }

  end(): void {
    this.#running.pop();
  }

  /** A statement of the innermost script is about to run: told once for each. Throws where the step or the script ends here. */
  reached(isMarked: boolean): void {
    const script = this.#running.at(-1);
    if (script === undefined) return;
    const { statement } = script;
    while (this.#nextEdit <= statement) {
      const edit = this.#edits[this.#made++];
      if (edit !== undefined) this.#apply(edit, statement);
    }
    const observer = this.#observer;
    const standing = this.#standing;
    if (
      observer !== undefined &&
      (isMarked || statement >= observer.from) &&
      observer.reached(standing, isMarked)
    ) {
      throw new StepSignal({ kind: 'stopped', snapshot: standing.snapshot() });
    }
    if (statement === this.#stoppedAt) script.end(coded('stopped-by-hand', {}));
  }

  emitted(event: RecordedEvent): void {
    if (this.records) this.happened.push(event);
    const during = this.#running.at(-1);
    if (during !== undefined && this.#observer?.emitted?.(event, during) === true) this.#stop();
  }

  /** That somebody stopped it by hand is no failure. */
  thrown(thrown: Thrown, during: Doing): void {
    if (thrown.kind !== 'Stopped' && this.#observer?.thrown?.(thrown, during) === true) this.#stop();
  }

  /** What was to be changed at a statement that never came. */
  finish(): void {
    for (const edit of this.#edits.slice(this.#made)) this.#miss(edit);
  }

  #apply(edit: Edit, at: number): void {
    const { statement, frame, variable, value } = edit;
    if (statement !== at) {
      this.#miss(edit);
      return;
    }
    const call = this.#standing.calls()[frame];
    const reason = call === undefined ? 'no-frame' : call.assign(variable, value);
    if (reason !== null) this.#hint(coded('edit-not-made', { statement, variable, reason }));
  }

  #miss({ statement, variable }: Edit): void {
    this.#hint(coded('edit-not-reached', { statement, variable }));
  }

  /** In the middle of a statement: there is nothing to show. */
  #stop(): never {
    throw new StepSignal({ kind: 'stopped', snapshot: null });
  }
}
