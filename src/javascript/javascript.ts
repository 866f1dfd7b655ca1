/*
 * What this folder offers: scripts in JavaScript run in QuickJS, an engine that is compiled to WebAssembly. It knows no
 * chat. `prepareJavaScript(the engine's bytes)` (prepare.ts) is awaited once; from then on everything is a plain
 * synchronous call, as a step is. There is no pool to keep filled: every run gets an instance of its own, or one whose
 * memory was set back byte for byte to what it was before its first run.
 */

/** What crosses between a script and the world: copies, made by way of a JSON text. `undefined` travels as null. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A place in the text as it was written: lines and columns count from 1. */
export type SourceLocation = { readonly file: string; readonly line: number; readonly column: number };

/**
 * What the scripts of one language find in their global scope: a text in JavaScript, which builds it over functions of
 * the host. It is evaluated once for all runs, outside of any world: nothing of the host answers meanwhile.
 */
export type GlobalScope = {
  /**
   * The source of one function expression: `(host, tools) => (given) => { … }`. `host` has the functions that are named
   * below. What the function returns is called at the start of each run with a copy of the run's `given`, and puts onto
   * `globalThis` what scripts see. Neither `host` nor `tools` can be reached by a script unless this text hands it on.
   *
   * `tools` is `{ inspect, parse, stringify }`: `inspect(value)` is the text that `console` would print, the other two
   * are JSON's, safe from scripts that replace those. Before a script begins, every object that belongs to the language
   * is as it was made; a script can change them (for its own run only), so the text takes what it needs beforehand.
   */
  readonly source: string;
  /** The names of the functions of the host, each of which a run must give. */
  readonly functions: readonly string[];
};

/**
 * A function of the host. It gets copies, and where the script's text called: the innermost place that stands in no
 * global scope. To fail in a way that a script can catch it throws a `HostFailure`. Whatever else it throws ends the
 * run at once and comes out of `run` untouched; the script cannot catch it.
 */
export type HostFunction = (args: readonly Json[], site: SourceLocation) => Json | undefined;

/** What a script can catch as an `Error` of that `name` (by default "Error"). */
export class HostFailure extends Error {
  constructor(message: string, name = 'Error') {
    super(message);
    this.name = name;
  }
}

/** A stretch of lines of the joined source, as `line` on of `file`; columns are the same. It ends where the next begins. */
export type SourcePart = { readonly fromLine: number; readonly file: string; readonly line: number };

/** Time, as one run sees it. */
export type RunClock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Called when the script waits: `now` is to be later by that many milliseconds. No timer of the world fires. */
  sleep(milliseconds: number): void;
  /** How far local time is ahead of UTC at a moment, in minutes: 60 in Oslo in winter, 120 in summer. */
  offset(moment: number): number;
};

/** What a step has used, in the worth of CRMScript's statements; the engine's StepMeter is one. */
export type PriceMeter = { price: number; readonly limit: number };

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

export type JavaScriptRun = {
  /** The script and what it includes, as one text in ECMAScript: `eraseTypes` was there before. It is run as a module. */
  readonly source: string;
  /** Where the lines of `source` stand in what was written, by `fromLine`; the first begins at line 1. */
  readonly parts: readonly SourcePart[];
  readonly scope: GlobalScope;
  /** What the global scope is given for this run. */
  readonly given: Json;
  readonly host: Readonly<Record<string, HostFunction>>;
  readonly clock: RunClock;
  /** The next random number, 0 ≤ n < 1. */
  readonly random: () => number;
  /** Shared with whatever runs around and inside this run: its price is written at once. */
  readonly meter: PriceMeter;
  /** Bytes that the script's values may take, if fewer than all: 64 MiB with the engine itself. */
  readonly memory?: number;
  /** Receives what `console` prints, as one text, when it is printed. Throwing works as in a `HostFunction`. */
  readonly console: (level: ConsoleLevel, text: string, site: SourceLocation) => void;
};

/**
 * Why a script failed.
 * - `syntax`: it is no JavaScript; nothing ran.
 * - `thrown`: it threw, or a promise that it awaits at its top level was rejected.
 * - `unhandled`: it came to its end, but a promise was rejected that nobody looked at: mostly an `await` that is missing.
 * - `waiting`: at its top level it awaits a promise that nothing is left to settle.
 * - `price`: the step has used more than its meter allows. As the next two, nothing that a script can catch.
 * - `memory`: its values take more than they may.
 * - `stack`: its calls, or what it nests, go too deep.
 * - `engine`: the engine itself broke. Its instance is thrown away.
 */
export type FailureKind =
  'syntax' | 'thrown' | 'unhandled' | 'waiting' | 'price' | 'memory' | 'stack' | 'engine';

export type JavaScriptFailure = SourceLocation & {
  readonly kind: FailureKind;
  /** "TypeError": the name of what was thrown; empty for what is no error. */
  readonly name: string;
  /** What the error says of itself, at most 2,000 characters. */
  readonly text: string;
  /** The calls that were open, innermost first, of which the global scope's own are left out. At least one. */
  readonly stack: readonly (SourceLocation & { readonly name: string })[];
};

export type JavaScriptResult = {
  /** Absent when the script came to its end and everything that it began was settled. */
  readonly failure?: JavaScriptFailure;
  /** The promises that were rejected while nobody looked, in order; the first is the failure if there is no other. */
  readonly unhandled: readonly JavaScriptFailure[];
  /** How many promises nothing has settled when a script came to its end: what waits for them does not run. 0 where it failed. */
  readonly pending: number;
  /** Bytes of memory that the run took beyond what an empty one needs: a multiple of 64 KiB. */
  readonly memory: number;
};

/** The engine, compiled and ready. */
export type JavaScript = {
  /**
   * Runs a script to its end: its text, then its jobs and timers until nothing is left. Timers do not wait: the run's
   * clock jumps to when each is due. The same run gives the same calls of the host in Node and in Chromium.
   * @throws only what a function of the host threw.
   */
  run(run: JavaScriptRun): JavaScriptResult;
  /** What keeps a text from being run, as its first error; undefined if nothing does. Runs nothing. */
  syntaxError(source: string, parts: readonly SourcePart[]): JavaScriptFailure | undefined;
};
