import type { Envelope, EventBody, RecordedEvent } from './events.ts';
import { fold } from './fold.ts';
import { guid, randomBits } from './random.ts';
import { priceLimit } from './numbers.ts';
import { coded, type CodedText } from './codes.ts';
import type { RunScript, ScriptHost, StepMeter } from './script-call.ts';
import type { RecordedAnswer, StepRequest } from './step-request.ts';
import { ObservedStep } from './observed-step.ts';
import type { World } from './world.ts';

/** What an event follows from: the event, how deep in scripts, and which line of a script did it. */
export type Cause = {
  readonly cause: number;
  readonly depth: number;
  readonly by?: Envelope['by'] | undefined;
};

/** What the input itself does follows from nothing. */
export const theInput: Cause = { cause: 0, depth: 0 };

/** The same place in the scripts, but as a consequence of the event `cause`. */
export const following = ({ depth, by }: Cause, cause: number): Cause => ({ cause, depth, by });

/** Makes what a script may do in one run of it. */
export type CreateHost = (draft: StepDraft, because: Cause, session: number | undefined) => ScriptHost;

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** How many events one input may cause through scripts (rulings 1). */
export const eventLimit = 1000;

/** Most steps are neither watched nor changed by hand. */
const observedOf = (request: StepRequest, hint: (hint: CodedText) => void): ObservedStep | undefined =>
  request.observer === undefined && request.edits === undefined && request.stoppedAt === undefined
    ? undefined
    : new ObservedStep(request, hint);

/**
 * A step while it runs: the draft of the world and the events so far. Rules emit events here, each is
 * folded into the draft at once, and nobody else sees it before the step ends (ARCHITECTURE "Steps").
 */
export class StepDraft {
  world: World;
  /** The moment at which things happen now, in milliseconds since 1970; the draft's clock follows with the events. */
  now: number;
  readonly events: RecordedEvent[] = [];
  readonly runScript: RunScript;
  readonly createHost: CreateHost;
  readonly meter: StepMeter;
  /** Statements of scripts that ran inside others, so far. */
  nestedStatements = 0;
  readonly #request: StepRequest;
  #draws = 0;
  #answersUsed = 0;
  #eventsBefore = 0;
  #saidFull = false;
  #written = { moment: NaN, text: '' };

  constructor(world: World, request: StepRequest, runScript: RunScript, createHost: CreateHost) {
    this.world = world;
    this.now = world.now;
    this.runScript = runScript;
    this.createHost = createHost;
    this.#request = request;
    this.meter = {
      statements: 0,
      price: 0,
      limit: Math.min(world.options.statementBudget, priceLimit),
      observed: observedOf(request, (hint) => {
        this.emit(theInput, { type: 'hint.raised', hint });
      }),
    };
  }

  /**
   * Records an event and folds it into the draft. The body becomes the event, so it is nobody else's: copying it took longer than
   * all else that an event takes. Returns its `seq`.
   */
  emit(because: Cause, body: EventBody, rule?: string): number {
    const seq = this.world.seq + 1;
    const { cause, depth, by } = because;
    const envelope = body as EventBody & Writable<Envelope>;
    envelope.seq = seq;
    envelope.at = this.instant(this.now);
    envelope.step = this.#request.step;
    envelope.cause = cause;
    envelope.depth = depth;
    if (by !== undefined) envelope.by = by;
    if (rule !== undefined) envelope.rule = rule;
    const event: RecordedEvent = envelope;
    this.events.push(event);
    this.world = fold(this.world, event);
    this.meter.observed?.emitted(event);
    return seq;
  }

  /** From here on the limit of events counts anew: the input begins, or the clock has moved. */
  beginCascade(): void {
    this.#eventsBefore = this.events.length;
    this.#saidFull = false;
  }

  /** A moment as events name it: mostly now, which is the same for most events of a step. */
  instant(moment: number): string {
    if (this.#written.moment !== moment) this.#written = { moment, text: new Date(moment).toISOString() };
    return this.#written.text;
  }

  /** Says once that further scripts are left out. */
  sayFull(because: Cause): void {
    if (this.#saidFull) return;
    this.#saidFull = true;
    this.emit(because, { type: 'hint.raised', hint: coded('too-many-events', { limit: eventLimit }) });
  }

  /** Whether scripts have caused as many events as one input or timer may. */
  isFull(): boolean {
    return this.events.length - this.#eventsBefore >= eventLimit;
  }

  /** Forgets everything since `mark` events: a refused input leaves no trace. */
  rollBack(mark: number, world: World): void {
    this.events.length = mark;
    this.world = world;
  }

  /** The next random number of this step, as 32 bits. */
  draw(): number {
    return randomBits(this.world.seed, this.#request.step, ++this.#draws);
  }

  guid(): string {
    return guid(() => this.draw());
  }

  /** Whether it is not to run, because it hung; once this step has saved it anew, it runs again (rulings 45). */
  isLeftOut(script: number): boolean {
    if (this.#request.leftOut?.includes(script) !== true) return false;
    return !this.events.some((event) => event.type === 'script.saved' && event.script.id === script);
  }

  /** Whether a call that lacks its answer ends the step: one that nobody answers, or one that a mock holds. */
  asksFor(call: 'unanswered' | 'held'): boolean {
    const { asks = false } = this.#request;
    return asks === true || asks === call;
  }

  /** The next of the answers recorded with the step, in call order; undefined when all are used. */
  nextAnswer(): RecordedAnswer | undefined {
    return this.#request.answers?.[this.#answersUsed++];
  }
}
