import type { BreakpointMark } from '../editor/breakpoint-mark.ts';
import { topOfScript } from '../../engine/top-of-script.ts';
import type { Breakpoint } from '../../protocol/debug-api.ts';
import { breakpointWords as words } from '../words/breakpoint-words.ts';
import type { Edited } from './breakpoints.ts';

export type LineBreakpoint = Extract<Breakpoint, { kind: 'line' }>;

/** The script in which a breakpoint is; 0 for one that is in none. */
export const scriptIdOf = (one: Edited['breakpoint']): number => ('script' in one ? one.script : 0);

/** What can be made to depend on something. */
type Depending = Extract<Breakpoint, { kind: 'line' | 'function' | 'data' }>;

export const isDepending = (breakpoint: Breakpoint): breakpoint is Depending =>
  breakpoint.kind === 'line' || breakpoint.kind === 'function' || breakpoint.kind === 'data';

/** What a breakpoint is about, in a few words; `script` is the name of the one in which it is. */
export function subjectOf(breakpoint: Breakpoint, script: string, line = 0): string {
  switch (breakpoint.kind) {
    case 'line':
      return words.lineOf(script, line === 0 ? breakpoint.line : line);
    case 'function':
      return words.function(breakpoint.name);
    case 'data':
      return words.changeOf(
        breakpoint.expression,
        breakpoint.routine === topOfScript ? script : breakpoint.routine,
      );
    case 'exception':
      return words.exceptions[breakpoint.filter];
    case 'event':
      return words.events[breakpoint.event];
  }
}

/** Whether it depends on nothing and prints nothing: there is nothing to be lost in it. */
export const isPlain = (breakpoint: Breakpoint): boolean =>
  !isDepending(breakpoint) ||
  [breakpoint.condition, breakpoint.hitCondition, breakpoint.logMessage].every((one) => one === undefined);

/** All that it depends on and does, in words; `problem` says why it stops nowhere, or that nobody knows. */
export function describe(breakpoint: Breakpoint, problem = ''): string {
  const { condition, hitCondition, logMessage } = isDepending(breakpoint)
    ? breakpoint
    : { condition: undefined, hitCondition: undefined, logMessage: undefined };
  return [
    logMessage === undefined ? words.breakpoint : words.logs(logMessage),
    condition === undefined ? '' : words.if(condition),
    hitCondition === undefined ? '' : words.counted(hitCondition),
    breakpoint.isOff === true ? words.off : '',
    problem,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What stands in its mark: how often it is to be come to, or `=` for a condition. */
function textIn({ condition, hitCondition }: Depending): string {
  const times = /\d+/.exec(hitCondition ?? '')?.[0];
  if (times !== undefined) return times.length > 2 ? '#' : times;
  return condition === undefined ? '' : '=';
}

/** How the margin shows it on a line. */
export const markOf = (breakpoint: LineBreakpoint, line: number, problem = ''): BreakpointMark => ({
  id: breakpoint.id,
  line,
  look: problem !== '' ? 'problem' : breakpoint.logMessage === undefined ? 'plain' : 'log',
  text: problem === '' ? textIn(breakpoint) : '!',
  isOff: breakpoint.isOff === true,
  title: describe(breakpoint, problem),
});
