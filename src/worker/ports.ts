import type { WorldFile } from '../engine/definition.ts';
import type { Input } from '../engine/inputs.ts';
import type { CodedText } from '../engine/codes.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { Outcome, StepRequest } from '../engine/step-request.ts';
import type { World } from '../engine/world.ts';
import type { LeftOver } from '../storage/erase.ts';
import type { Log } from '../storage/log.ts';
import type { LoadJavaScript } from './scripts/javascript-part.ts';
import type { ScriptText } from './scripts/script-sources.ts';

/* What the worker needs of the world outside it. Tests give their own: no globals, no waiting. */

/** Hears which script runs from now on: the innermost one, or null for none. */
export type ScriptListener = (script: number | null) => void;

/** The text of a file that lies beside the app. */
export type LoadFile = (file: string) => Promise<string>;

/** Tells `running` of each script that begins, and of the one around it, or null, as it ends (rulings 6). */
export type TakeStep = (world: World, request: StepRequest, running?: ScriptListener) => Outcome;

/** The rules of the chat, as the worker uses them. */
export type Engine = {
  readonly createWorld: (file: WorldFile) => World;
  readonly fold: (world: World, event: RecordedEvent) => World;
  readonly nextTimer: (world: World) => number | null;
  /** For a world whose scripts were prepared: a step is synchronous, so it can wait for nothing. */
  readonly step: TakeStep;
  /** Why the log could not keep an input that people send, because no file could say it; null when it can. */
  readonly unfit?: (input: Input) => CodedText | null;
  /** Loads what a step with these scripts needs; null when all is there. */
  readonly prepare?: (scripts: Iterable<ScriptText>, load: LoadFile) => Promise<void> | null;
};

/** A lock that is held until it is released, or taken away by somebody who steals it. */
export type HeldLock = { readonly release: () => void; readonly stolen: Promise<void> };

/** Locks shared by all tabs of the origin. */
export type Locks = {
  /** The lock, or null when somebody else holds it. */
  readonly tryToTake: (name: string) => Promise<HeldLock | null>;
  /** The lock, as soon as it is free. `signal` gives up waiting: the promise then never settles. */
  readonly wait: (name: string, signal: AbortSignal) => Promise<HeldLock>;
  readonly steal: (name: string) => Promise<HeldLock>;
};

/** A line to the workers of the other tabs; what one says, all others hear, at most once and in order. */
export type Channel = { readonly send: (message: unknown) => void; readonly close: () => void };

export type Timers = {
  /** Calls `run` once after so many milliseconds, unless what it returns is called first. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

export type Ports = {
  readonly engine: Engine;
  /** The database, or null where there is none. `closed` is called when the browser takes it away. */
  readonly openLog: (closed: (why: 'gone' | 'newer') => void) => Log | null;
  /** Deletes what is stored, once nobody uses it any more; says what could not be deleted. */
  readonly eraseStorage: () => Promise<readonly LeftOver[]>;
  readonly locks: Locks | null;
  readonly openChannel: ((receive: (message: unknown) => void) => Channel) | null;
  readonly timers: Timers;
  /** Milliseconds that only ever grow. */
  readonly monotonic: () => number;
  /** Milliseconds since 1970 by the clock on the wall. */
  readonly wall: () => number;
  readonly newId: () => string;
  /** The text of a file of this site. */
  readonly loadText: (url: string) => Promise<string>;
  /** What runs scripts in JavaScript, loaded when one is to be run. */
  readonly loadJavaScript?: LoadJavaScript;
};
