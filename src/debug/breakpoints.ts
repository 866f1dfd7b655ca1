import type { EventName } from '../engine/events.ts';
import type { Marks } from '../engine/step-observer.ts';

/** What a breakpoint can be made to depend on. */
export type BreakpointOptions = {
  /** An expression of the language; it stops where that is true. */
  readonly condition?: string | undefined;
  /** Which of the times that it is come to: `3`, `>= 3`, `> 3`, `% 3`. Counted anew in each step. */
  readonly hitCondition?: string | undefined;
  /** It prints this in place of stopping; what stands in braces is evaluated. */
  readonly logMessage?: string | undefined;
  readonly isOff?: boolean | undefined;
};

/** What happens in the chat that one can stop at: the statement that it comes of. */
export type StopEvent = 'message' | 'status' | 'http';

/** Where a step is to stop. A failure is stopped at before the statement that fails, so that one can change what it reads. */
export type Breakpoint = { readonly id: number } & (
  | ({ readonly kind: 'line'; readonly script: number; readonly line: number } & BreakpointOptions)
  | ({ readonly kind: 'function'; readonly name: string } & BreakpointOptions)
  | { readonly kind: 'exception'; readonly filter: 'all' | 'uncaught'; readonly isOff?: boolean | undefined }
  | { readonly kind: 'event'; readonly event: StopEvent; readonly isOff?: boolean | undefined }
  | ({ readonly kind: 'data' } & WatchedExpression & BreakpointOptions)
);

/** A variable that is looked at, in each call of a function of a script; `(script)` is the top of one. */
export type WatchedExpression = {
  readonly script: number;
  readonly routine: string;
  /** A path such as `a.b[2]`, or any other expression. */
  readonly expression: string;
};

export const eventOf: Readonly<Record<StopEvent, EventName>> = {
  message: 'message.saved',
  status: 'session.statusChanged',
  http: 'http.called',
};

/** Those that are on. */
export const active = (breakpoints: readonly Breakpoint[]): readonly Breakpoint[] =>
  breakpoints.filter(({ isOff }) => isOff !== true);

const known = new WeakMap<readonly Breakpoint[], Marks>();

/** The places of those that are on and have one; the same for the same list, as programs are compiled for them. */
export function marksOf(breakpoints: readonly Breakpoint[]): Marks {
  const marks = known.get(breakpoints) ?? marksNow(active(breakpoints));
  known.set(breakpoints, marks);
  return marks;
}

function marksNow(breakpoints: readonly Breakpoint[]): Marks {
  const lines = new Map<number, Set<number>>();
  const routines = new Set<string>();
  for (const breakpoint of breakpoints) {
    if (breakpoint.kind === 'function') routines.add(breakpoint.name);
    if (breakpoint.kind !== 'line') continue;
    const { script, line } = breakpoint;
    const known = lines.get(script) ?? new Set();
    lines.set(script, known.add(line));
  }
  return { lines, routines };
}

/** Whether a breakpoint stops the n-th time; null for a condition that cannot be read. */
export function readHitCondition(text: string | undefined): ((count: number) => boolean) | null {
  if (text === undefined || text.trim() === '') return () => true;
  const [, operator, digits] = /^\s*(==|=|>=|>|%)?\s*(\d{1,9})\s*$/.exec(text) ?? [];
  const wanted = Number(digits);
  if (digits === undefined || wanted === 0) return null;
  switch (operator) {
    case '>=':
      return (count) => count >= wanted;
    case '>':
      return (count) => count > wanted;
    case '%':
      return (count) => count % wanted === 0;
    default:
      return (count) => count === wanted;
  }
}

/** Where a breakpoint on a line is, and whether it had to move there; null where the script has no statement. */
export type ResolvedLine = { readonly line: number; readonly isMoved: boolean } | null;

/** The line itself where a statement begins on it, else the next such line, else the last one. `lines` in order. */
export function placeOnLine(line: number, lines: readonly number[]): ResolvedLine {
  const found = lines.find((other) => other >= line) ?? lines.at(-1);
  return found === undefined ? null : { line: found, isMoved: found !== line };
}

/** Whether finding where they stop evaluates something: such a run is not committed, as looking may leave traces. */
export const evaluates = (breakpoints: readonly Breakpoint[]): boolean =>
  active(breakpoints).some(
    (one) =>
      one.kind === 'data' ||
      ('condition' in one && one.condition !== undefined) ||
      ('logMessage' in one && one.logMessage !== undefined),
  );
