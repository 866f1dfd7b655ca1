import type { RecordedEvent } from '../engine/events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { Evaluated, ObservedStatement, Thrown, StepObserver } from '../engine/step-observer.ts';
import { coded } from './codes.ts';
import { messageParts } from './log-message.ts';
import {
  active,
  eventOf,
  marksOf,
  readHitCondition,
  type Breakpoint,
  type BreakpointOptions,
} from './breakpoints.ts';
import { changedBy } from './last-change.ts';
import { WatchedVariables, type VariableChange, type ChangeSeen } from './watched-variables.ts';
import type { Trace } from './trace.ts';

/**
 * A breakpoint that stops before a statement; `problem` says why nobody knows whether it should have. Of a variable that the statement
 * changes: what it was, and what it becomes.
 */
export type Hit = {
  readonly breakpoint: number;
  readonly problem?: CodedText;
  readonly change?: VariableChange;
};

/** What a log point prints before a statement: texts as they stand, and values. */
export type LogLine = {
  readonly breakpoint: number;
  readonly statement: number;
  readonly script: number;
  readonly line: number;
  readonly parts: readonly (string | Evaluated)[];
};

/** Where a step stops, and what its log points print: the same whichever way one goes. */
export type Stops = {
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Their statements, in order. */
  readonly statements: readonly number[];
  readonly log: readonly LogLine[];
};

/** So many lines are kept of what log points print. */
const mostLines = 10_000;

type Placed = Extract<Breakpoint, { kind: 'line' | 'function' }>;

/** A change that a breakpoint stops at, and before which statement, in which of the calls around it, it was seen. */
type Seen = Pick<ChangeSeen, 'outwards' | 'since'> & { readonly statement: number; readonly hit: Hit };

/** Gathers in one run where breakpoints at places stop. */
export class StopFinder {
  readonly #given: readonly Breakpoint[];
  readonly #breakpoints: readonly Breakpoint[];
  readonly #placed: readonly Placed[];
  readonly #variables: WatchedVariables;
  readonly #changes: Seen[] = [];
  readonly #counts = new Map<number, number>();
  readonly #hits = new Map<number, Hit[]>();
  readonly #log: LogLine[] = [];
  /** Calls that a breakpoint on a function has stopped in. */
  readonly #entered = new WeakSet<object>();
  #hasEvaluated = false;

  constructor(breakpoints: readonly Breakpoint[]) {
    this.#given = breakpoints;
    this.#breakpoints = active(breakpoints);
    this.#placed = this.#breakpoints.filter((one) => one.kind === 'line' || one.kind === 'function');
    this.#variables = new WatchedVariables(this.#breakpoints.filter((one) => one.kind === 'data'));
  }

  /** What it looks with: at marked places alone, and before each statement where variables are looked at. It never ends the step. */
  observer(): StepObserver {
    return {
      from: this.#variables.areNone ? Infinity : 1,
      marks: marksOf(this.#given),
      reached: (moment, isMarked) => {
        this.reached(moment, isMarked);
        return false;
      },
    };
  }

  /** Like `observer`, but the step ends as `stopped` at the first statement from this one on at which a breakpoint stops it. */
  live(from = 0): StepObserver {
    const { from: asked, marks } = this.observer();
    const hasEvaluated = (): boolean => this.#hasEvaluated;
    return {
      from: asked,
      marks,
      get hasEvaluated() {
        return hasEvaluated();
      },
      reached: (moment, isMarked) => this.reached(moment, isMarked) && moment.statement >= from,
      emitted: ({ type }, { statement }) =>
        statement >= from && this.#breakpoints.some((one) => stopsAtEvent(one, type)),
      thrown: ({ isCaught }, { statement }) =>
        statement >= from && this.#breakpoints.some((one) => stopsAtFailure(one, isCaught)),
    };
  }

  /** Before a statement: whether breakpoints stop there, or at what has led there. */
  reached(moment: ObservedStatement, isMarked: boolean): boolean {
    const hasChanged = !this.#variables.areNone && this.#lookAtVariables(moment);
    return (isMarked && this.#hitsAt(moment).length > 0) || hasChanged;
  }

  #hitsAt(moment: ObservedStatement): readonly Hit[] {
    const hits: Hit[] = [];
    for (const breakpoint of this.#placed) {
      if (!this.#isAt(breakpoint, moment)) continue;
      const hit = this.#judge(breakpoint, moment);
      if (hit !== null) hits.push(hit);
    }
    if (hits.length > 0) this.#hits.set(moment.statement, hits);
    return hits;
  }

  #lookAtVariables(moment: ObservedStatement): boolean {
    this.#hasEvaluated = true;
    const { statement } = moment;
    const before = this.#changes.length;
    for (const { breakpoint, outwards, since, change } of this.#variables.changedAt(moment)) {
      const hit = this.#judge(breakpoint, moment, outwards);
      if (hit !== null) this.#changes.push({ statement, outwards, since, hit: { ...hit, change } });
    }
    return this.#changes.length > before;
  }

  /** All stops of a step whose statements are known; those for events and failures stand in its trace. */
  stops(trace: Trace): Stops {
    const put = (statement: number, hit: Hit): void => {
      const known = this.#hits.get(statement) ?? [];
      if (!known.some(({ breakpoint }) => breakpoint === hit.breakpoint))
        this.#hits.set(statement, [...known, hit]);
    };
    const add = (statement: number, breakpoint: number): void => {
      put(statement, { breakpoint });
    };
    for (const { hit, ...seen } of this.#changes) put(statementOf(trace, seen), hit);
    for (const breakpoint of this.#breakpoints) {
      for (const { type, statement } of trace.events) {
        if (stopsAtEvent(breakpoint, type)) add(statement, breakpoint.id);
      }
      for (const { isCaught, statement } of trace.failures) {
        if (stopsAtFailure(breakpoint, isCaught)) add(statement, breakpoint.id);
      }
    }
    const statements = [...this.#hits.keys()].sort((a, b) => a - b);
    return { hits: this.#hits, statements, log: this.#log };
  }

  #isAt(breakpoint: Placed, moment: ObservedStatement): boolean {
    if (breakpoint.kind === 'line')
      return breakpoint.script === moment.script && breakpoint.line === moment.line;
    // A loop comes back to the first statement of its function.
    if (breakpoint.name !== moment.routine || this.#entered.has(moment.frame)) return false;
    this.#entered.add(moment.frame);
    return true;
  }

  /** `outwards`: in which of the open calls its condition is meant. */
  #judge(
    breakpoint: { readonly id: number } & BreakpointOptions,
    moment: ObservedStatement,
    outwards = 0,
  ): Hit | null {
    const { id, condition, hitCondition, logMessage } = breakpoint;
    const problem = condition === undefined ? null : unmet(this.#evaluate(moment, condition, outwards));
    if (problem === 'false') return null;
    const count = (this.#counts.get(id) ?? 0) + 1;
    this.#counts.set(id, count);
    const isWanted = readHitCondition(hitCondition);
    if (isWanted === null)
      return { breakpoint: id, problem: coded('hit-condition', { text: hitCondition ?? '' }) };
    if (problem !== null) return { breakpoint: id, problem };
    if (!isWanted(count)) return null;
    if (logMessage === undefined) return { breakpoint: id };
    this.#print(id, logMessage, moment);
    return null;
  }

  #evaluate(moment: ObservedStatement, expression: string, outwards = 0): Evaluated {
    this.#hasEvaluated = true;
    return moment.evaluate(expression, outwards);
  }

  #print(breakpoint: number, message: string, moment: ObservedStatement): void {
    if (this.#log.length >= mostLines) return;
    const { statement, script, line } = moment;
    const parts = messageParts(message).map((part) =>
      'text' in part ? part.text : this.#evaluate(moment, part.expression),
    );
    this.#log.push({ breakpoint, statement, script, line, parts });
  }
}

/**
 * Before which statement a change is stopped at: the one that makes it. Where that has changed it before, as `x = f()` does whose call does
 * so too, the last one before the change.
 */
function statementOf(trace: Trace, { statement, outwards, since }: Omit<Seen, 'hit'>): number {
  const made = changedBy(trace, statement, callAt(trace, statement, trace.depthOf(statement) - outwards));
  return made < since ? statement - 1 : made;
}

/** The call at a depth that is open before a statement. */
function callAt(trace: Trace, statement: number, depth: number): number {
  let call = trace.frameOf(statement);
  while ((trace.frame(call)?.depth ?? -1) > depth) call = trace.outer(call, 1);
  return call;
}

const stopsAtEvent = (breakpoint: Breakpoint, type: RecordedEvent['type']): boolean =>
  breakpoint.kind === 'event' && eventOf[breakpoint.event] === type;

const stopsAtFailure = (breakpoint: Breakpoint, isCaught: Thrown['isCaught']): boolean =>
  breakpoint.kind === 'exception' && (breakpoint.filter === 'all' || !isCaught);

/** Null where a condition holds; why nobody knows where it cannot be evaluated. */
function unmet(evaluated: Evaluated): CodedText | 'false' | null {
  if ('problem' in evaluated) return evaluated.problem;
  if (evaluated.type !== 'Bool') return coded('condition-not-bool', { given: evaluated.type });
  return evaluated.value === 'true' ? null : 'false';
}

/** The next statement at which a step stops behind a statement; undefined where there is none. */
export const stopBehind = ({ statements }: Stops, at: number): number | undefined =>
  statements.find((statement) => statement > at);

/** The last one before it. */
export const stopBefore = ({ statements }: Stops, at: number): number | undefined =>
  statements.findLast((statement) => statement < at);
