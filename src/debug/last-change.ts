import type { Evaluated, StepObserver } from '../engine/step-observer.ts';
import type { Debuggee } from './debuggee.ts';
import { moved } from './moves.ts';
import { firstOfCall, type Trace } from './trace.ts';

/**
 * The statement that gave a variable the value that it has before statement `at`: one run, which looks at it in its call before
 * each statement. `frame` counts calls outwards from where one stands; a variable of the script is looked at in the call of the
 * script's top. Where it had that value when its call began, it is the statement that made the call. Null where there is
 * no such variable.
 */
export function lastChange(
  debuggee: Debuggee,
  trace: Trace,
  at: number,
  expression: string,
  frame = 0,
): number | null {
  const call = trace.outer(trace.frameOf(at), frame);
  const depth = trace.frame(call)?.depth;
  if (depth === undefined) return null;
  let shown: string | undefined;
  let changed = 0;
  const isOpenAt = (statement: number): boolean => trace.isAround(call, trace.frameOf(statement));
  const first = firstOfCall(trace, call);
  const observer: StepObserver = {
    from: first,
    reached: (moment) => {
      const { statement } = moment;
      if (statement > at) return true;
      if (!isOpenAt(statement)) return false;
      const now = textOf(moment.evaluate(expression, moment.depth - depth));
      if (now !== shown && statement > first) changed = statement;
      shown = now;
      return statement === at;
    },
  };
  debuggee(observer);
  if (shown === undefined) return null;
  // It came with the call.
  if (changed === 0) return depth === 0 ? null : moved(trace, first, 'backOut');
  return changedBy(trace, changed, call);
}

/**
 * The statement that made a change in a call which is seen before a statement for the first time: the one before, if its call is open
 * still; else the one that had made that call.
 */
export function changedBy(trace: Trace, seenAt: number, call: number): number {
  const before = trace.frameOf(seenAt - 1);
  return trace.isAround(call, before) && trace.isAround(before, trace.frameOf(seenAt))
    ? seenAt - 1
    : moved(trace, seenAt, 'backOver');
}

/** A value as a text that tells it from others; undefined for one that cannot be seen. */
export const textOf = (evaluated: Evaluated): string | undefined =>
  'problem' in evaluated ? undefined : `${evaluated.value} ${String(evaluated.reference ?? '')}`;
