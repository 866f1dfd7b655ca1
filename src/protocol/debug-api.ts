import type { Breakpoint } from '../debug/breakpoints.ts';
import type { Hand } from '../debug/debuggee.ts';
import type { EventMark } from '../debug/event-marks.ts';
import type { WantedPlace } from '../debug/find-place.ts';
import type { OriginChain, OriginPick } from '../debug/origin.ts';
import type { Command, StopReason } from '../debug/session.ts';
import type { Hit, LogLine } from '../debug/stops.ts';
import type { RecordedEvent, ScriptRole } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import type { TriggerEvent } from '../engine/numbers.ts';
import type { CodedText } from '../engine/codes.ts';
import type { HttpRequest } from '../engine/script-call.ts';
import type { EditProblem, Evaluated, Page, ShownFrame, ShownVariable } from '../engine/step-observer.ts';
import type { ServiceError } from './engine-api.ts';

/* What page and worker say to each other about debugging: plain data, as everything that crosses. */

export type { Breakpoint, WatchedExpression } from '../debug/breakpoints.ts';
export type { Hand } from '../debug/debuggee.ts';
export type {
  OriginChain,
  OriginCopy,
  OriginEnd,
  OriginLink,
  OriginOther,
  OriginPick,
  OriginPlace,
} from '../debug/origin.ts';
export type { LogLine } from '../debug/stops.ts';

/** What one can tell the debugger to do. */
export type Move = Command;

/** Which step is looked at: the one that waits, or one of the log. */
export type DebugTarget =
  { readonly kind: 'waiting' } | { readonly kind: 'past'; readonly step: number; readonly where: DebugPlace };

/** Where one begins to look. */
export type DebugPlace = WantedPlace;

/** A call that is open; what a debugger shows of it, and what had it called. */
export type DebugCall = ShownFrame & {
  /** The statement in it that is to run, or that made the call inside. */
  readonly statement: number;
  /** The lines of its script that ran in this very call so far, from the top, each once. */
  readonly executed: readonly number[];
  /** Of the outermost call of a script alone: the `script.started` event, which says who had it run. */
  readonly startedBy?: {
    readonly seq: number;
    readonly role: ScriptRole;
    readonly eventType?: TriggerEvent;
  };
  /** Names of the variables that are other than where one stood before. */
  readonly changed: readonly string[];
};

/** An event, and the statement that it came of. */
export type DebugMark = EventMark;

export type DebugFailure = {
  readonly statement: number;
  readonly kind: string;
  readonly failure: CodedText;
  readonly isCaught: boolean;
};

/** The chat as it stands before a statement. */
export type DebugChat = {
  readonly session: number;
  readonly status: number;
  /** How many messages it has. */
  readonly messages: number;
  /** The last few texts. */
  readonly last: readonly { readonly by: 'customer' | 'bot' | 'agent' | 'system'; readonly text: string }[];
  /** Place in the queue, 1 first; null when in none. */
  readonly queue: number | null;
};

/** What one sees of a step that is looked at. */
export type DebugView = {
  readonly target: 'waiting' | 'past';
  readonly step: number;
  /** When the step happens, in milliseconds since 1970. */
  readonly at: number;
  readonly input: Input;
  /** Before which statement one stands, 1 first; `statements` + 1 at the end. */
  readonly statement: number;
  readonly statements: number;
  readonly reason: StopReason;
  /** The breakpoints that stop it here. */
  readonly hits: readonly Hit[];
  /** The open calls, innermost first; none at the end. */
  readonly calls: readonly DebugCall[];
  readonly marks: readonly DebugMark[];
  readonly failures: readonly DebugFailure[];
  /** Statements at which breakpoints stop, in order. */
  readonly stops: readonly number[];
  readonly log: readonly LogLine[];
  /** Null where the step belongs to no session. */
  readonly chat: DebugChat | null;
  /** What was changed by hand so far. */
  readonly hand: Hand;
  /** What the call gave that has just ended, by the function's name. */
  readonly returned?: ShownVariable;
  /** What the step did before where one stands: its last events. */
  readonly effects: readonly RecordedEvent[];
  /** Scripts that are other now than when the step ran, or gone, by their numbers: their texts then. */
  readonly textsThen: Readonly<Record<number, string>>;
};

/** A call that lacks its answer; `held` is the mock that holds it until somebody releases it. */
export type AskedCall = HttpRequest & { readonly held?: number | undefined };

/** A step that waits, as every tab shows it. */
export type Waits = {
  readonly step: number;
  /** When it happens, in milliseconds since 1970: there the clock stands. */
  readonly at: number;
  readonly input: Input;
  readonly why: 'breakpoint' | 'http';
  /** Where it stands; null where that cannot be told. */
  readonly place: { readonly script: number; readonly line: number; readonly statement: number } | null;
  /** The call that lacks an answer. */
  readonly call?: AskedCall;
  /** The page of some tab asks the real service, and nobody else is to answer. */
  readonly forService?: true;
  /** The session that it concerns; null for none, or one that begins with it. */
  readonly session: number | null;
  /** What was changed by hand so far. */
  readonly hand: Hand;
};

/** A value of the step that is looked at: what an expression has in one of the calls that are open before a statement, 0 innermost. */
export type OriginOfValue = {
  readonly statement: number;
  readonly expression: string;
  readonly frame: number;
};

/** The text of a message that a script of the step has said, by the number of its event. */
export type OriginOfMessage = { readonly seq: number };

/** What is asked of; `picks` follow other values than those that are chosen. */
export type OriginQuestion = (OriginOfValue | OriginOfMessage) & { readonly picks?: readonly OriginPick[] };

/** Where a value comes from. `before`: by the number of a link, the earlier step that left its value, and the event that says so. */
export type DebugOrigin = OriginChain & {
  readonly before: Readonly<Record<number, { readonly step: number; readonly seq: number }>>;
};

/** Where breakpoints would have stopped a step of the log, and what log points would have printed. */
export type PastStops = {
  readonly step: number;
  readonly stops: readonly number[];
  readonly log: readonly LogLine[];
};

/**
 * Everything of the debugger that the page may ask of the worker. There is one session of it for each tab; one that began before
 * the worker was lost is gone, which is said by null or by nothing.
 */
export interface DebugApi {
  breakpoints(workspace: string): Promise<readonly Breakpoint[]>;
  /** Kept with the workspace; other tabs hear of it. Live steps stop at them from now on. Null when they are kept. */
  saveBreakpoints(workspace: string, breakpoints: readonly Breakpoint[]): Promise<ServiceError | null>;
  /** Whether a call that nobody answers has its step wait. */
  asksForAnswers(workspace: string): Promise<boolean>;
  /** Kept in this browser with the workspace, never in its file. */
  saveAsksForAnswers(workspace: string, asks: boolean): Promise<ServiceError | null>;
  /** Begins to look at a step, in place of the one before. */
  debug(workspace: string, target: DebugTarget): Promise<DebugView | { readonly problem: CodedText }>;
  /** Stops looking; a step that waits goes on waiting. */
  leaveDebug(workspace: string): Promise<void>;
  debugMove(workspace: string, move: Move): Promise<DebugView | null>;
  /** To the statement that gave a variable its value; null where there is none. `frame` counts calls outwards. */
  debugLastChange(workspace: string, expression: string, frame: number): Promise<DebugView | null>;
  /** Where the value comes from that an expression has. The step is run once. */
  debugOrigin(
    workspace: string,
    asked: OriginQuestion,
  ): Promise<DebugOrigin | { readonly problem: CodedText }>;
  /** The parts of a value of the view that is shown. */
  debugUnfold(workspace: string, reference: number, page?: Page): Promise<readonly ShownVariable[]>;
  /** In the order of the expressions. */
  debugEvaluate(
    workspace: string,
    expressions: readonly string[],
    frame: number,
  ): Promise<readonly Evaluated[]>;
  /** Changes a variable where one stands: the step is run again, and nothing of it is kept until somebody lets it go on. */
  debugSet(
    workspace: string,
    frame: number,
    variable: string,
    value: string,
  ): Promise<DebugView | { readonly problem: EditProblem }>;
  /**
   * Lets the waiting step go on from where the debugger stands, else from where it waits, with what was changed by hand: `continue`
   * as far as the next breakpoint behind it, `commit` to its end, where nobody answers whom nobody has answered; `stop` fails the
   * script there; `drop` refuses the input, but no timer. False where it does not wait there any more.
   */
  goOn(workspace: string, how: 'continue' | 'commit' | 'stop' | 'drop', hand?: Hand): Promise<boolean>;
  /** What was changed by hand in a step of the log, answered and stopped; empty where nothing was. */
  handOf(workspace: string, step: number): Promise<Hand>;
  /**
   * Where breakpoints would have stopped the steps of the log, and what log points would have printed; `found` hears of them in
   * portions. It ends when all is told, or when somebody asks anew.
   */
  pastStops(
    workspace: string,
    breakpoints: readonly Breakpoint[],
    found: (steps: readonly PastStops[]) => void,
  ): Promise<void>;
}
