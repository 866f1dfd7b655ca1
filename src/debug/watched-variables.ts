import type { ObservedStatement } from '../engine/step-observer.ts';
import type { Breakpoint } from './breakpoints.ts';
import { textOf } from './last-change.ts';

/** What a variable was, and what it is: as a debugger shows values. */
export type VariableChange = { readonly before: string; readonly after: string };

type DataBreakpoint = Extract<Breakpoint, { kind: 'data' }>;

/** A value as it was seen last, and from which statement on; 0 for the first one, which may have been there before. */
type Seen = { readonly text: string; readonly value: string; readonly since: number };

/** A change that is seen before a statement, in the call that is so many further out; what it was before, it was from `since` on. */
export type ChangeSeen = {
  readonly breakpoint: DataBreakpoint;
  readonly outwards: number;
  readonly since: number;
  readonly change: VariableChange;
};

/** A call that is open, and what was seen last in it of each variable. */
type Call = {
  readonly frame: object;
  readonly routine: string;
  /** The scripts whose statements ran in it: a top takes others in. */
  readonly scripts: Set<number>;
  readonly seen: Map<number, Seen>;
};

/** In so many calls, the innermost ones, a variable is looked at: a script that calls itself has thousands. */
const mostCalls = 10;

/** Looks at the variables of breakpoints before each statement, in each call that has them, and says which have changed. */
export class WatchedVariables {
  readonly #breakpoints: readonly DataBreakpoint[];
  /** The open calls, outermost first; a hole where no statement of one has run yet. */
  readonly #open: (Call | undefined)[] = [];

  constructor(breakpoints: readonly DataBreakpoint[]) {
    this.#breakpoints = breakpoints;
  }

  get areNone(): boolean {
    return this.#breakpoints.length === 0;
  }

  /**
   * Before a statement: those that are other than when they were seen last in the same call. One that is seen for the first time has not
   * changed.
   */
  *changedAt(moment: ObservedStatement): Generator<ChangeSeen> {
    this.#enter(moment);
    for (const breakpoint of this.#breakpoints) {
      for (const { call, outwards } of this.#callsOf(breakpoint)) {
        const evaluated = moment.evaluate(breakpoint.expression, outwards);
        const text = textOf(evaluated);
        if (text === undefined || 'problem' in evaluated) continue;
        const known = call.seen.get(breakpoint.id);
        if (known?.text === text) continue;
        const { value } = evaluated;
        call.seen.set(breakpoint.id, { text, value, since: known === undefined ? 0 : moment.statement });
        if (known !== undefined)
          yield { breakpoint, outwards, since: known.since, change: { before: known.value, after: value } };
      }
    }
  }

  #enter({ depth, frame, routine, script }: ObservedStatement): void {
    const known = this.#open[depth];
    this.#open.length = Math.min(this.#open.length, depth + 1);
    const call =
      known?.frame === frame ? known : { frame, routine, scripts: new Set<number>(), seen: new Map() };
    call.scripts.add(script);
    this.#open[depth] = call;
  }

  #callsOf({
    routine,
    script,
  }: DataBreakpoint): readonly { readonly call: Call; readonly outwards: number }[] {
    const found: { readonly call: Call; readonly outwards: number }[] = [];
    for (let at = this.#open.length - 1; at >= 0 && found.length < mostCalls; at--) {
      const call = this.#open[at];
      if (call?.routine === routine && call.scripts.has(script))
        found.push({ call, outwards: this.#open.length - 1 - at });
    }
    return found;
  }
}
