import { isOfScript, topOf } from '../../engine/watched-call.ts';
import type { Breakpoint, DebugCall, WatchedExpression } from '../../protocol/debug-api.ts';

type DataBreakpoint = Extract<Breakpoint, { kind: 'data' }>;

/** Why nobody can stop where a value changes: nothing in the script names it, or its script is no script of the workspace. */
export type WhyNot = 'no-variable' | 'no-script';

/**
 * What a breakpoint looks at that is to stop where an expression of a call changes: in the function in which one stands, or at the top of its
 * script for what belongs to that. `frame` counts calls outwards, 0 innermost; `path` is empty for what no expression names.
 */
export function watchedIn(
  calls: readonly DebugCall[],
  frame: number,
  path: string,
): WatchedExpression | WhyNot {
  const call = calls[isOfScript(calls, frame, path) ? topOf(calls, frame) : frame];
  if (path === '' || call === undefined) return 'no-variable';
  if (call.script === 0) return 'no-script';
  return { script: call.script, routine: call.name, expression: path };
}

/** The breakpoint that looks at it, on or off. */
export const breakpointOn = (
  breakpoints: readonly Breakpoint[],
  { script, routine, expression }: WatchedExpression,
): DataBreakpoint | undefined =>
  breakpoints.find(
    (one): one is DataBreakpoint =>
      one.kind === 'data' &&
      one.script === script &&
      one.routine === routine &&
      one.expression === expression,
  );
