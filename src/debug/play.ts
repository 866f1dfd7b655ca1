import type { RecordedEvent } from '../engine/events.ts';
import type { Outcome } from '../engine/step-request.ts';
import type { Edit, EditProblem, StoppedSnapshot } from '../engine/step-observer.ts';
import type { World } from '../engine/world.ts';
import { active, evaluates, type Breakpoint } from './breakpoints.ts';
import type { Debuggee, Hand } from './debuggee.ts';
import { endOf, type Verb } from './moves.ts';
import {
  begin,
  hitsAt,
  move,
  standBefore,
  withBreakpoints,
  withEdit,
  type Session,
  type StopReason,
} from './session.ts';
import type { LogLine } from './stops.ts';

/** Steps that follow each other, each in the world that the one before left. */
export type Steps = {
  readonly count: number;
  /** The world before the first. */
  readonly world: World;
  /** What runs a step, numbered from 1, in a world. */
  readonly debuggee: (step: number, world: World) => Debuggee;
  /** The variables that somebody had changed by hand in a step when it was recorded. */
  readonly hand?: (step: number) => Hand;
  /** Whether it is stopped in a step at all; in each, where nothing is said. */
  readonly isStoppedIn?: (step: number) => boolean;
};

/** A step that was played to its end, and what log points print in it. */
export type PassedStep = {
  readonly step: number;
  readonly outcome: Ended;
  readonly log: readonly LogLine[];
  /** Where the step's statements are known. */
  readonly session?: Session | undefined;
  readonly hand: Hand;
};

type Ended = Extract<Outcome, { readonly kind: 'committed' | 'refused' }>;

/** Where a play stands: before a statement of a step, and what is to be seen there. */
export type PlayStop = {
  readonly step: number;
  readonly session: Session;
  readonly snapshot: StoppedSnapshot;
  /** What came of the step so far. */
  readonly events: readonly RecordedEvent[];
};

/** How far a play goes: to where a breakpoint next stops it, or only to the next statement. */
type Wanted = 'stop' | 'statement';

/**
 * Steps of a scenario, looked at one after the other, forwards and backwards. Worlds are values that nothing changes, so the one before
 * each step is kept, and a step is run again in it whenever somebody goes back there. It stands before a statement, and never behind the
 * last one of a step: from there it goes on to the next step.
 */
export class Play {
  readonly #steps: Steps;
  readonly #passed: (step: PassedStep, before: World) => void;
  /** The world before each step, as far as it was played. */
  readonly #worlds: World[];
  /** What was changed by hand, by step. */
  readonly #hands = new Map<number, Hand>();
  #breakpoints: readonly Breakpoint[] = [];
  #stop: PlayStop | null = null;

  /** `passed` is told of each step that was gone through, whenever it is, and of the world before it. */
  constructor(steps: Steps, passed: (step: PassedStep, before: World) => void) {
    this.#steps = steps;
    this.#passed = passed;
    this.#worlds = [steps.world];
  }

  /** Null before the first step and behind the last one. */
  get stop(): PlayStop | null {
    return this.#stop;
  }

  /** The world before the step in which it stands. */
  get world(): World {
    return this.#worldBefore(this.#stop?.step ?? 1);
  }

  /** Begins: stands at the first breakpoint that stops it, or before the first statement of all. */
  begin(isOnEntry: boolean): void {
    this.#onwards(1, isOnEntry ? 'statement' : 'stop');
    const { stop } = this;
    if (isOnEntry && stop !== null) this.#stand(stop.step, { ...stop.session, reason: 'entry' });
  }

  /** Other breakpoints, as if they had always been there; it stays where it stands. */
  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    this.#breakpoints = breakpoints;
    if (this.#stop === null) return;
    const { step, session } = this.#stop;
    this.#stop = { ...this.#stop, session: withBreakpoints(this.#debuggee(step), session, breakpoints) };
  }

  /** To the next stop, in this step or a later one; behind the last step where there is none. */
  continue(): void {
    const here = this.#stop;
    if (here === null) return;
    this.#goOn(here, move(here.session, { command: 'continue' }), 'stop');
  }

  /** To the last stop before, in this step or an earlier one; to the very first statement where there is none. */
  reverseContinue(): void {
    const here = this.#stop;
    if (here === null) return;
    const there = move(here.session, { command: 'reverseContinue' });
    if (hitsAt(there).length > 0 && there.at < here.session.at) this.#stand(here.step, there);
    else if (!this.#back(here.step, 'stop')) this.#toEntry(here);
  }

  /** Over its end to the next step, over its beginning to the one before. */
  move(verb: Exclude<Verb, 'toStart' | 'toEnd'>): void {
    const here = this.#stop;
    if (here === null) return;
    const there = move(here.session, { command: verb });
    if (there.at > here.session.at) this.#goOn(here, there, 'statement');
    else if (there.at < here.session.at) this.#stand(here.step, there);
    else if (!this.#back(here.step, 'statement', verb)) this.#stand(here.step, { ...there, reason: 'entry' });
  }

  /** To a statement of the step in which it stands. */
  goto(statement: number, reason: StopReason = 'goto'): void {
    if (this.#stop === null) return;
    const { step, session } = this.#stop;
    this.#stand(step, { ...move(session, { command: 'gotoStatement', statement }), reason });
  }

  /** Why a variable cannot be changed; null when it is: what comes after it is new, in this step and in all later ones. */
  edit(edit: Omit<Edit, 'statement'>): EditProblem | null {
    if (this.#stop === null) return 'no-frame';
    const { step, session } = this.#stop;
    const changed = withEdit(this.#debuggee(step), session, edit);
    const problem = notMade(changed, session.at, edit.variable);
    if (problem !== null) return problem;
    for (const later of this.#hands.keys()) if (later > step) this.#hands.delete(later);
    this.#hands.set(step, changed.hand);
    this.#worlds.length = step;
    this.#stand(step, changed);
    return null;
  }

  /** From where it stands, to another place in its step or, at the end of that, to a later one. */
  #goOn({ step, session }: PlayStop, there: Session, wanted: Wanted): void {
    if (there.at !== endOf(there.trace)) this.#stand(step, there);
    else {
      this.#pass(step, session);
      this.#onwards(step + 1, wanted);
    }
  }

  #onwards(from: number, wanted: Wanted): void {
    for (let step = from; step <= this.#steps.count; step++) {
      const session = this.#open(step, wanted);
      const at = session && firstIn(session, wanted);
      if (session !== undefined && at !== undefined) {
        this.#stand(step, arrived(session, at, wanted));
        return;
      }
      this.#pass(step, session);
    }
    this.#stop = null;
  }

  #back(from: number, wanted: Wanted, verb: Verb = 'stepBack'): boolean {
    for (let step = from - 1; step >= 1; step--) {
      const session = this.#open(step, wanted);
      if (session === undefined || session.trace.length === 0) continue;
      const at = wanted === 'stop' ? session.stops.statements.at(-1) : move(session, { command: verb }).at;
      if (at === undefined) continue;
      this.#stand(step, arrived(session, at, wanted));
      return true;
    }
    return false;
  }

  /** The first statement of all. */
  #toEntry(here: PlayStop): void {
    for (let step = 1; step < here.step; step++) {
      const session = this.#open(step, 'statement');
      if (session === undefined || session.trace.length === 0) continue;
      this.#stand(step, { ...arrived(session, 1, 'statement'), reason: 'entry' });
      return;
    }
    this.#stand(here.step, { ...arrived(here.session, 1, 'statement'), reason: 'entry' });
  }

  /** A step with all its statements, seen from its end; undefined where nothing can stop it there. */
  #open(step: number, wanted: Wanted): Session | undefined {
    const { isStoppedIn } = this.#steps;
    if (isStoppedIn !== undefined && !isStoppedIn(step)) return undefined;
    if (wanted === 'stop' && active(this.#breakpoints).length === 0) return undefined;
    return begin(this.#debuggee(step), this.#breakpoints, 'end', this.#handOf(step));
  }

  /** A step ends: what comes of it is what comes of it when nobody looks. */
  #pass(step: number, session: Session | undefined): void {
    const hand = session?.hand ?? this.#handOf(step);
    const isLookedInto = session === undefined || evaluates(this.#breakpoints);
    const outcome = isLookedInto ? this.#debuggee(step)(undefined, hand) : session.outcome;
    if (outcome.kind === 'stopped' || outcome.kind === 'needs')
      throw new Error(
        `Step ${String(step)} ended as "${outcome.kind}", though nobody looked on or was asked.`,
      );
    this.#worlds[step] = outcome.world;
    this.#passed({ step, outcome, log: session?.stops.log ?? [], session, hand }, this.#worldBefore(step));
  }

  #stand(step: number, session: Session): void {
    const outcome = this.#debuggee(step)(standBefore(session.at), session.hand);
    if (outcome.kind !== 'stopped' || outcome.snapshot === null)
      throw new Error(`Step ${String(step)} did not come to statement ${String(session.at)} again.`);
    this.#stop = { step, session, snapshot: outcome.snapshot, events: outcome.events };
  }

  #debuggee(step: number): Debuggee {
    return this.#steps.debuggee(step, this.#worldBefore(step));
  }

  #handOf(step: number): Hand {
    return this.#hands.get(step) ?? this.#steps.hand?.(step) ?? {};
  }

  #worldBefore(step: number): World {
    const world = this.#worlds[step - 1];
    if (world === undefined) throw new Error(`Step ${String(step - 1)} has not been played.`);
    return world;
  }
}

const firstIn = ({ trace, stops }: Session, wanted: Wanted): number | undefined =>
  wanted === 'stop' ? stops.statements[0] : trace.length === 0 ? undefined : 1;

/** Why it stands there: a breakpoint, wherever one stops it. */
function arrived(session: Session, at: number, wanted: Wanted): Session {
  const there = move(session, { command: 'gotoStatement', statement: at });
  return { ...there, reason: wanted === 'stop' && hitsAt(there).length > 0 ? 'breakpoint' : 'step' };
}

/** Why an edit was not made at the statement at which it was to be. */
function notMade({ outcome }: Session, at: number, path: string): EditProblem | null {
  for (const event of outcome.events) {
    if (event.type !== 'hint.raised' || event.hint.code !== 'edit-not-made') continue;
    const { statement, variable, reason } = event.hint.params;
    if (statement === at && variable === path) return reason as EditProblem;
  }
  return null;
}
