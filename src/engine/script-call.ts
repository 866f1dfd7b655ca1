import type { ScriptFailure, ScriptRole, CallSite, SessionFields } from './events.ts';
import type { Row, Script } from './definition.ts';
import type { Inputs } from './event-data.ts';
import type { Input } from './inputs.ts';
import type { TriggerEvent } from './numbers.ts';
import type { CodedText } from './codes.ts';
import type { ObservedStep } from './observed-step.ts';
import type { StoppedSnapshot } from './step-observer.ts';
import type { World } from './world.ts';

/*
 * Where the engine and the languages meet. The engine says which script to run with which inputs and
 * offers a host; `bots/` runs it in whatever language it is written in.
 */

/** One run of a script that the engine asks for. */
export type ScriptCall = {
  readonly script: Script;
  readonly role: ScriptRole;
  readonly eventType?: TriggerEvent;
  /** What EventData and getVariable answer, by documented name (chat-domain §5); made when it is asked for. */
  readonly inputs: () => Inputs;
  /** What getVariable alone answers from the start (crm §15.3). */
  readonly variables?: Readonly<Record<string, string>>;
  /** EventData state values that earlier handlers of the same event left. */
  readonly state: Readonly<Record<string, string>>;
  /** Counts what the whole step uses; shared with the scripts around and inside this one. */
  readonly meter: StepMeter;
  readonly host: ScriptHost;
};

/**
 * The two counters of one step, which its scripts share in whichever way they nest (rulings 1, 4 and 44). What a
 * debugger stops at does not move when a price changes.
 */
export type StepMeter = {
  /** Each language adds 1 for every statement that it runs, so that `k` of a debugger means the same everywhere. */
  statements: number;
  /** What the budget limits: the statements, and what else the scripts have had done, in the worth of statements. */
  price: number;
  /** A script that would cost more than this fails. */
  readonly limit: number;
  /** Through this a debugger follows the step; undefined where none does. */
  readonly observed: ObservedStep | undefined;
};

/** What a script left in its EventData. */
export type EventDataResult = {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly blocked: boolean;
  readonly message: string;
};

export type ScriptResult = {
  readonly data: EventDataResult;
  /** Absent when the script ran to its end. What it did before it failed stays (crm §9.2). */
  readonly failure?: ScriptFailure;
  /** Bytes that its values took, at most. */
  readonly memory?: number;
};

/**
 * Runs one script to its end, synchronously. A failure of the script is an answer; the only thing
 * thrown is a `StepSignal` that a host function or an observer threw, which must be let through untouched.
 */
export type RunScript = (call: ScriptCall) => ScriptResult;

export type HttpRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What a script asks of the way in which a call is made (crm §10.8). */
export type HttpRules = {
  /** Whether an answer that leads elsewhere is followed. */
  readonly followLocation: boolean;
  /** How many seconds it may take; 0 is any time. */
  readonly timeout: number;
  /** Whether a text has a match of a pattern: the languages' matcher, whose work is counted (rulings 30). */
  readonly matches?: PatternMatcher | undefined;
};

/** Whether a text has a match of a regular expression somewhere in it; what is no pattern, or takes too long, has none. */
export type PatternMatcher = (pattern: string, text: string) => boolean;

/**
 * An HTTP answer; `error` stands for a network failure, as the script reads it, then the rest is empty. `failure` is
 * what the log says of it, where that is not the text of a mock or a recording.
 */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly error: string;
  readonly failure?: CodedText;
};

export type NewMessage = {
  readonly session: number;
  readonly text: string;
  readonly type: number;
  readonly author: string;
  readonly specialType: number;
  readonly specialParam: string;
  /** Milliseconds since 1970. */
  readonly whenPosted?: number;
};

/**
 * What a running script may do to the world. Functions that act take the place in the script that
 * acts. Wrong arguments throw a `HostError`, which a script can catch in its own language.
 */
export interface ScriptHost {
  /** The draft as it is at this moment: what earlier calls did is in it. */
  world(): World;
  /** Milliseconds since 1970 as this run sees it: the world's clock and what it slept (rulings 3). */
  now(): number;
  sleep(seconds: number): void;
  /** The next random number of this step, 0 ≤ n < 1. */
  random(): number;
  print(site: CallSite, channel: 'print' | 'log' | 'debug', text: string): void;
  /** Tells the author about a trap that did no harm yet. */
  hint(site: CallSite, hint: CodedText): void;
  /** Returns the number of the message, or 0 when a trigger blocked it. */
  addChatMessage(site: CallSite, message: NewMessage): number;
  resetChat(site: CallSite, session: number): void;
  setChatStatus(site: CallSite, session: number, status: number): void;
  setUserIsTyping(site: CallSite, session: number, typing: boolean): void;
  http(site: CallSite, request: HttpRequest, rules?: HttpRules): HttpAnswer;
  setVariable(site: CallSite, scope: 'global' | 'session', name: string, value: string): void;
  /** Does what a person could do, unless it is not possible now: then nothing is changed, and this says why (rulings 23). */
  perform(site: CallSite, input: Exclude<Input, { type: 'clock.advances' }>): CodedText | null;
  /** Changes what is known about the customer of a session. */
  updateSession(site: CallSite, session: number, fields: SessionFields): void;
  /** Puts a row into a table of the world, in place of that of the same id or of that at a place; null takes it out. */
  changeTable(site: CallSite, table: string, id: number, row: Row | null, place?: number): void;
  /** The script that `#include "name"` means: by include name, else by name, case-blind. */
  findInclude(name: string): Script | undefined;
}

/** A host function was called with something it cannot take. Languages turn it into their own exception. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/** A call that lacks its answer: what is asked, and where. */
export type Needs = {
  readonly kind: 'needs';
  readonly request: HttpRequest;
  /** The script and its line; undefined where no script asks. */
  readonly by: CallSite | undefined;
  /** The statement of the step that asks, 1 first. */
  readonly statement: number;
  /** The mock that holds the call until it is released; undefined where nobody answers. */
  readonly held: number | undefined;
};

/** Unwinds a whole step: not an error, and nothing a script may catch. */
export class StepSignal extends Error {
  override readonly name = 'StepSignal';
  readonly outcome: { readonly kind: 'stopped'; readonly snapshot: StoppedSnapshot | null } | Needs;

  constructor(outcome: StepSignal['outcome']) {
    super(`The step ends here: ${outcome.kind}`);
    this.outcome = outcome;
  }
}
