import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import { isSuch } from '../scenario/expect-events.ts';
import { evaluate } from '../scenario/expect.ts';
import type { Matcher } from '../scenario/match.ts';
import type { StepResult } from '../scenario/step-result.ts';
import { parseDuration } from '../scenario/time.ts';
import { fieldDifferences } from '../testing/field-differences.ts';
import { phasesOf, type Guard, type CheckPhase } from './check-phases.ts';
import type { CheckState } from './check-state.ts';
import { expectationsOf, type Check } from './course.ts';
import { coded } from './codes.ts';

/** A place in the log: after an event of a step, at a moment in milliseconds since 1970. */
export type LogPosition = { readonly step: number; readonly seq: number; readonly at: number };

/** What came by a moment of a step, and the world at its end. */
export type StepState = Omit<StepResult, 'later'>;

type Ended = {
  readonly state: 'passed' | 'failed';
  readonly place: LogPosition;
  readonly why: CodedText | null;
};

/** A check while its lesson goes on: which of its expectations have come, and since when the next one counts. */
export class CheckRun {
  readonly #check: Check;
  readonly #matcher: Matcher;
  readonly #phases: readonly CheckPhase[];
  readonly #guards: readonly Guard[];
  readonly #span: number | null;
  /** From where on anything counts. */
  #opened: LogPosition | null = null;
  /** From where on the phase counts whose turn it is. */
  #turn: LogPosition | null = null;
  #phase = 0;
  /** How many events of this phase have come. */
  #times = 0;
  #ended: Ended | null = null;
  #why: CodedText | null = null;

  constructor(check: Check, matcher: Matcher) {
    this.#check = check;
    this.#matcher = matcher;
    const { phases, guards } = phasesOf(expectationsOf(check));
    this.#phases = phases;
    this.#guards = guards;
    this.#span = check.within === undefined ? null : parseDuration(check.within);
  }

  /** The same at this moment, to look on with. */
  copy(): CheckRun {
    const one = new CheckRun(this.#check, this.#matcher);
    one.#opened = this.#opened;
    one.#turn = this.#turn;
    one.#phase = this.#phase;
    one.#times = this.#times;
    one.#ended = this.#ended;
    one.#why = this.#why;
    return one;
  }

  get from(): string | undefined {
    return this.#check.from;
  }

  get name(): string {
    return this.#check.name;
  }

  get isOpened(): boolean {
    return this.#opened !== null;
  }

  /** Where it passed; null where it has not. */
  get passedAt(): LogPosition | null {
    return this.#ended?.state === 'passed' ? this.#ended.place : null;
  }

  /** Everything that is to come has come, and it waits for the others to see that nothing else comes. */
  get isResting(): boolean {
    return this.#opened !== null && this.#ended === null && this.#phase === this.#phases.length;
  }

  /** Whether it asks for anything to come. */
  get asks(): boolean {
    return this.#phases.length > 0;
  }

  /** The next moment at which it is over without anything else happening, in milliseconds since 1970; null for none. */
  get due(): number | null {
    if (this.#opened === null || this.#turn === null || this.#ended !== null) return null;
    const phase = this.#current;
    const spans = [
      ...(this.#span === null ? [] : [this.#opened.at + this.#span]),
      ...(phase === undefined || phase.within === null ? [] : [this.#turn.at + phase.within]),
    ];
    return spans.length === 0 ? null : Math.min(...spans);
  }

  open(place: LogPosition): void {
    this.#opened = place;
    this.#turn = place;
    this.#restWhereDone(place);
  }

  /**
   * The clock stands at `at`; nothing but `last` has come before. What was due before is over; with `isAt`, nothing else comes at this
   * very moment, and what is due now is over, too.
   */
  pass(at: number, last: LogPosition, isAt: boolean): void {
    for (let { due } = this; due !== null && (at > due || (isAt && at === due)); { due } = this) {
      const place = { ...last, at: due };
      const phase = this.#current;
      const isSilence =
        phase?.kind === 'silence' && this.#turn !== null && due === this.#turn.at + phase.within;
      if (isSilence) this.#next(place);
      else if (phase === undefined) this.#end('passed', place);
      // It may still come at this moment.
      else if (at === due) return;
      else this.#end('failed', place, coded('check-too-late', { within: this.#spanText(phase, due) }));
    }
  }

  event(event: RecordedEvent, place: LogPosition): void {
    if (this.#opened === null || this.#turn === null || this.#ended !== null) return;
    if (event.seq <= this.#opened.seq) return;
    if (this.#guards.some((guard) => isSuch(event, guard, this.#matcher))) {
      this.#end('failed', place, unwanted(event));
      return;
    }
    const phase = this.#current;
    if (phase === undefined || event.seq <= this.#turn.seq) return;
    if (phase.kind === 'silence') {
      const { expectation } = phase;
      if ('no' in expectation && isSuch(event, expectation.no as Guard, this.#matcher))
        this.#end('failed', place, unwanted(event));
      return;
    }
    if (phase.kind !== 'event' || !isSuch(event, phase.expectation, this.#matcher)) return;
    this.#times += 1;
    if (this.#times === phase.times) this.#next(place);
  }

  /** A moment of a step is over, or the whole step. */
  state(seen: StepState, place: LogPosition, isStepOver: boolean): void {
    if (this.#opened === null || this.#ended !== null) return;
    for (let phase = this.#current; phase?.kind === 'state'; phase = this.#current) {
      const isOfStep = 'refused' in phase.expectation;
      if (isOfStep && (!isStepOver || place.step === this.#turn?.step)) return;
      const result = { ...seen, later: () => [] };
      const { within: _within, ...expectation } = phase.expectation;
      if (evaluate([expectation], result, this.#matcher).length > 0) return;
      this.#next(place);
    }
  }

  /** So much of each script has run. */
  covered(shares: ReadonlyMap<number, number>, place: LogPosition): void {
    for (
      let phase = this.#current;
      phase?.kind === 'covered' && this.#opened !== null;
      phase = this.#current
    ) {
      const { script, atLeast } = phase;
      const share = shares.get(script) ?? 0;
      this.#why = coded('check-covered', {
        script,
        covered: hundredths(share),
        atLeast: hundredths(atLeast),
      });
      if (share < atLeast) return;
      this.#next(place);
    }
  }

  /** Notes what came in the place of what is expected, where something of the kind came. */
  tell(seen: StepState): void {
    const phase = this.#current;
    if (this.#opened === null || this.#ended !== null || phase === undefined) return;
    if (phase.kind !== 'event' && phase.kind !== 'state') return;
    const found = fieldDifferences(phase.expectation, seen, this.#matcher).find(({ came }) => came !== null);
    if (found === undefined) return;
    const { field, expected, came } = found;
    this.#why = coded('check-came', { field, expected, came });
  }

  /** It passes with the last of the others. */
  passNow(place: LogPosition): void {
    this.#end('passed', place);
  }

  get checkState(): CheckState {
    const { name } = this.#check;
    const { step = null, seq = null, at = null } = this.#ended?.place ?? {};
    const state = this.#ended?.state ?? (this.isResting ? 'holding' : 'open');
    return { name, state, step, seq, at, why: this.#ended === null ? this.#why : this.#ended.why };
  }

  get #current(): CheckPhase | undefined {
    return this.#ended === null ? this.#phases[this.#phase] : undefined;
  }

  #next(place: LogPosition): void {
    this.#phase += 1;
    this.#times = 0;
    this.#turn = place;
    this.#why = null;
    this.#restWhereDone(place);
  }

  #restWhereDone(place: LogPosition): void {
    if (this.#phase === this.#phases.length && this.#guards.length === 0) this.#end('passed', place);
  }

  #end(state: 'passed' | 'failed', place: LogPosition, why: CodedText | null = null): void {
    this.#ended = { state, place, why };
  }

  /** In which span it was to come that is over now. */
  #spanText(phase: CheckPhase, due: number): string {
    const { within } = this.#check;
    if (within !== undefined && this.#opened !== null && due === this.#opened.at + (this.#span ?? 0))
      return within;
    return 'expectation' in phase ? (phase.expectation.within ?? '') : '';
  }
}

const hundredths = (share: number): number => Math.floor(share * 100);

const unwanted = (event: RecordedEvent): CodedText =>
  coded('check-unwanted', { event: event.type, text: event.type === 'message.saved' ? event.text : '' });
