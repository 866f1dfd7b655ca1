import { fold } from '../engine/fold.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { World } from '../engine/world.ts';
import type { Matcher } from '../scenario/match.ts';
import type { StepResult } from '../scenario/step-result.ts';
import { CheckRun, type LogPosition } from './check-run.ts';
import type { LessonState } from './check-state.ts';
import type { Lesson } from './course.ts';

/** What a step brought, as a judge needs it. */
export type JudgedStep = Omit<StepResult, 'later'> & {
  /** Its number in the log, from 1. */
  readonly step: number;
  /**
   * How much of each script has run by its end since the lesson began, from 0 to 1, by its number. Needed where the lesson asks for
   * it (`coveredScripts`) and nowhere else.
   */
  readonly covered?: ReadonlyMap<number, number> | undefined;
};

/**
 * Judges a lesson while it goes on: it is given the world as the lesson begins, then each step that follows, and tells how the
 * checks stand. That depends on nothing else, so a log that was rewound is judged as its beginning was, and a replay as the
 * conversation itself.
 *
 * The expectations of a check have to come one after the other. An event counts when it comes after what came before it; what is
 * expected of the world (a status, a screen, the queue) when it is so at the end of a moment of the clock. `no` fails its check with the
 * first such event, and passes with the last of the other checks, or when the check's time is over; with a `within` of its own it
 * is a silence of so long, in its turn. What has passed stays so.
 */
export class Judge {
  readonly #checks: readonly CheckRun[];
  #world: World;
  #last: LogPosition;

  /** @param start the world as the lesson begins: what of it holds already has passed. */
  constructor({ checks }: Pick<Lesson, 'checks'>, start: World, matcher: Matcher) {
    this.#checks = checks.map((check) => new CheckRun(check, matcher));
    this.#world = start;
    this.#last = { step: start.step, seq: start.seq, at: start.now };
    for (const check of this.#checks) if (check.from === undefined) check.open(this.#last);
    // Nobody has done anything yet.
    const input = { type: 'clock.advances', by: 0 } as const;
    this.#ends({ input, events: [], world: start, refusal: null }, false);
  }

  take({ step, covered, ...seen }: JudgedStep): void {
    const moments = momentsIn(seen.events);
    let count = 0;
    for (const [index, events] of moments.entries()) {
      count += events.length;
      const isLast = index === moments.length - 1;
      this.#world = isLast ? seen.world : events.reduce(fold, this.#world);
      this.#clock(this.#world.now, false);
      for (const event of events) this.#event(event, { step, seq: event.seq, at: this.#world.now });
      this.#last = { step, seq: this.#last.seq, at: this.#world.now };
      this.#ends({ ...seen, events: seen.events.slice(0, count), world: this.#world }, isLast);
    }
    for (const check of this.#checks) {
      if (covered !== undefined) check.covered(covered, this.#last);
      check.tell(seen);
    }
    this.#settle();
  }

  /** How the checks stand; where a live clock has gone on since the last step, at its moment `now`, in milliseconds since 1970. */
  state(now = this.#last.at): LessonState {
    const checks = this.#checks.map((check) => check.copy());
    for (const check of checks) check.pass(now, this.#last, false);
    settle(checks, { ...this.#last, at: now });
    const states = checks.map((check) => check.checkState);
    const next = states.findIndex(({ state }) => state !== 'passed');
    return {
      checks: states,
      isPassed: states.length > 0 && next < 0,
      next: next < 0 ? null : next,
    };
  }

  /** The next moment at which a check may pass, fail or go on without anything else happening, in milliseconds since 1970; null for none. */
  get due(): number | null {
    const moments = this.#checks.flatMap(({ due }) => due ?? []);
    return moments.length === 0 ? null : Math.min(...moments);
  }

  #clock(at: number, isAt: boolean): void {
    for (const check of this.#checks) {
      this.#openWhereItsTurn(check);
      check.pass(at, this.#last, isAt);
    }
    this.#settle();
  }

  #event(event: RecordedEvent, place: LogPosition): void {
    this.#last = place;
    for (const check of this.#checks) {
      this.#openWhereItsTurn(check);
      check.event(event, place);
    }
    this.#settle();
  }

  /** The end of a moment. */
  #ends(seen: Omit<StepResult, 'later'>, isStepOver: boolean): void {
    for (const check of this.#checks) {
      this.#openWhereItsTurn(check);
      check.state(seen, this.#last, isStepOver);
    }
    this.#clock(this.#last.at, true);
  }

  #openWhereItsTurn(check: CheckRun): void {
    if (check.isOpened) return;
    const passed = this.#checks.find(({ name }) => name === check.from)?.passedAt;
    if (passed !== undefined && passed !== null) check.open(passed);
  }

  #settle(): void {
    settle(this.#checks, this.#last);
  }
}

/** What may not come has not come when everything else has. */
function settle(checks: readonly CheckRun[], place: LogPosition): void {
  const isOver = checks.every(({ passedAt, isResting }) => passedAt !== null || isResting);
  if (!isOver || !checks.some(({ passedAt, asks }) => passedAt !== null || asks)) return;
  for (const check of checks) if (check.isResting) check.passNow(place);
}

/** Events by the moments of the clock at which they came; one moment without any where there are none. */
function momentsIn(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const moments: RecordedEvent[][] = [];
  for (const event of events) {
    const last = moments.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else moments.push([event]);
  }
  return moments.length === 0 ? [[]] : moments;
}

/** The scripts of which a lesson asks how much ran; none: it need not be counted. */
export const coveredScripts = ({ checks }: Pick<Lesson, 'checks'>): readonly number[] =>
  checks.flatMap(({ expect }) =>
    [expect]
      .flat()
      .flatMap((entry) => ('covered' in entry ? [(entry.covered as { script: number }).script] : [])),
  );
