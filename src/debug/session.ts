import type { Outcome } from '../engine/step-request.ts';
import type { Edit, StoppedSnapshot, StepObserver } from '../engine/step-observer.ts';
import type { Breakpoint } from './breakpoints.ts';
import type { Debuggee, Hand } from './debuggee.ts';
import { lastChange } from './last-change.ts';
import { backToLine, endOf, moved, runToLine, type Verb } from './moves.ts';
import { stopBefore, stopBehind, StopFinder, type Hit, type Stops } from './stops.ts';
import { Trace } from './trace.ts';

/** Why it stands where it does, in the words of the debug adapter protocol. */
export type StopReason = 'entry' | 'step' | 'breakpoint' | 'goto' | 'data breakpoint' | 'end';

/** A step that is looked at, and where one stands in it. It holds nothing that runs, and changes by giving another. */
export type Session = {
  readonly trace: Trace;
  readonly stops: Stops;
  /** Before which statement; behind the last one at the end of the step. */
  readonly at: number;
  readonly reason: StopReason;
  readonly breakpoints: readonly Breakpoint[];
  /** What was changed by hand so far. */
  readonly hand: Hand;
  /** What the step comes to when it goes on from here without stopping. */
  readonly outcome: Outcome;
};

/** What one can tell it to do. */
export type Command =
  | { readonly command: Verb | 'continue' | 'reverseContinue' }
  /** To the next statement on a line; `isBack`: to the last one before. */
  | { readonly command: 'goto'; readonly script: number; readonly line: number; readonly isBack?: boolean }
  | { readonly command: 'gotoStatement'; readonly statement: number };

/** Where to begin: at the first breakpoint that stops it, or before a statement. */
export type Where = 'breakpoint' | 'start' | 'end' | number;

/** Begins to look at a step: one run. Without a breakpoint that stops it, it stands at its end. */
export function begin(
  debuggee: Debuggee,
  breakpoints: readonly Breakpoint[],
  where: Where,
  hand: Hand = {},
): Session {
  const looked = look(debuggee, breakpoints, hand);
  const end = endOf(looked.trace);
  const at = where === 'breakpoint' ? (looked.stops.statements[0] ?? end) : placed(where, end);
  return stand(
    { ...looked, breakpoints, hand },
    at,
    at === end ? 'end' : where === 'breakpoint' ? 'breakpoint' : 'entry',
  );
}

const placed = (where: 'start' | 'end' | number, end: number): number => {
  if (where === 'start') return 1;
  return where === 'end' ? end : Math.max(1, Math.min(where, end));
};

/** Moves; nothing is run. */
export function move(session: Session, command: Command): Session {
  const { trace, stops, at } = session;
  switch (command.command) {
    case 'continue':
      return stand(session, stopBehind(stops, at) ?? endOf(trace), 'breakpoint');
    case 'reverseContinue':
      return stand(session, stopBefore(stops, at) ?? 1, 'breakpoint');
    case 'goto': {
      const { script, line, isBack = false } = command;
      return stand(session, (isBack ? backToLine : runToLine)(trace, at, script, line) ?? at, 'goto');
    }
    case 'gotoStatement':
      return stand(session, placed(command.statement, endOf(trace)), 'goto');
    default:
      return stand(session, moved(trace, at, command.command), 'step');
  }
}

function stand(session: Omit<Session, 'at' | 'reason'>, at: number, reason: StopReason): Session {
  const end = endOf(session.trace);
  // Where it goes without a breakpoint it only steps.
  const why = reason === 'breakpoint' && !session.stops.hits.has(at) ? 'step' : reason;
  return { ...session, at, reason: at === end ? 'end' : why };
}

/** The breakpoints that stop it where it stands. */
export const hitsAt = ({ stops, at }: Session): readonly Hit[] => stops.hits.get(at) ?? [];

/** Other breakpoints, as if they had always been there: one run. It stays where it stands. */
export function withBreakpoints(
  debuggee: Debuggee,
  session: Session,
  breakpoints: readonly Breakpoint[],
): Session {
  const { trace, hand } = session;
  const finder = new StopFinder(breakpoints);
  debuggee(finder.observer(), hand);
  return { ...session, breakpoints, stops: finder.stops(trace) };
}

/** A variable is changed where it stands: one run, in which all that comes behind is new. */
export function withEdit(debuggee: Debuggee, session: Session, edit: Omit<Edit, 'statement'>): Session {
  const { at, breakpoints, hand, reason } = session;
  const edits = [
    ...(hand.edits ?? []).filter(({ statement }) => statement <= at),
    { ...edit, statement: at },
  ];
  const changed = { ...hand, edits };
  const looked = look(debuggee, breakpoints, changed);
  return stand({ ...looked, breakpoints, hand: changed }, Math.min(at, endOf(looked.trace)), reason);
}

/** Goes to the statement that gave a variable its value: one run. Null where nobody can tell. */
export function toLastChange(
  debuggee: Debuggee,
  session: Session,
  expression: string,
  frame = 0,
): Session | null {
  const { trace, at, hand } = session;
  const found = lastChange((observer) => debuggee(observer, hand), trace, at, expression, frame);
  return found === null ? null : stand(session, found, 'data breakpoint');
}

/** Ends a step before a statement. It is asked at the one before, too, so that it is known what a call gave that ends there. */
export const standBefore = (at: number): StepObserver => ({
  from: at - 1,
  reached: ({ statement }) => statement >= at,
});

/** What is to be seen where it stands: one run. Null at the end of the step, which has nothing open. */
export function shown(debuggee: Debuggee, { at, hand, trace }: Session): StoppedSnapshot | null {
  if (at === endOf(trace)) return null;
  const outcome = debuggee(standBefore(at), hand);
  return outcome.kind === 'stopped' ? outcome.snapshot : null;
}

/** All statements, and the stops of the breakpoints: one run finds both. */
function look(debuggee: Debuggee, breakpoints: readonly Breakpoint[], hand: Hand) {
  const trace = new Trace();
  const finder = new StopFinder(breakpoints);
  const tracing = trace.observer();
  const outcome = debuggee(
    {
      ...tracing,
      marks: finder.observer().marks,
      reached: (moment, isMarked) => {
        finder.reached(moment, isMarked);
        return tracing.reached(moment, isMarked);
      },
    },
    hand,
  );
  return { trace, stops: finder.stops(trace), outcome };
}
