import type { FunctionSymbol } from '../analysis/symbols.ts';
import type { Site } from '../analysis/tree.ts';
import type { StructType, Type } from '../analysis/types.ts';
import type { Span } from '../diagnostic.ts';
import type { NativeContext, ScriptEnvironment } from '../library.ts';
import { measure } from './memory.ts';
import { ScriptError, ScriptExit } from './script-error.ts';
import { snapshot, type Snapshot } from './snapshot.ts';
import type { GenericValue } from './values.ts';

export type Frame = unknown[];
/** An expression, ready to run. */
export type Eval = (run: Run, frame: Frame) => unknown;
/** A statement, ready to run; it returns how it ended. */
export type Exec = (run: Run, frame: Frame) => number;

/** How a statement ends: numbers, because an exception for every `break` would be slow. */
export const completion = { normal: 0, break: 1, continue: 2, return: 3 } as const;

export type Limits = {
  readonly statements: number;
  readonly bytes: number;
  readonly calls: number;
};

export const defaultLimits: Limits = { statements: 5_000_000, bytes: 16 * 1024 * 1024, calls: 1000 };

/** What a run needs of the program besides its statements. */
export type Parts = {
  readonly invoke: (run: Run, callee: FunctionSymbol, receiver: unknown, args: readonly unknown[]) => unknown;
  readonly defaultOf: (run: Run, type: Type) => unknown;
  readonly struct: (run: Run, name: string) => StructType | undefined;
  readonly variable: (run: Run, name: string) => GenericValue | undefined;
};

export type Watcher = {
  /** The number of the statement before which to stop. */
  readonly stopAt: number;
  /** Called in place of that statement; throws. */
  readonly stop: (run: Run, site: Site, statement: number) => never;
};

const mebibyte = 1024 * 1024;

/** One run of a program: its counters, its stack, and what natives may do to it. */
export class Run implements NativeContext {
  readonly environment: ScriptEnvironment;
  readonly globals: unknown[] = [];
  /** The frame of each open call; the first is that of the top of the script. */
  readonly stack: Frame[] = [];
  /** What is being built and belongs to nobody yet. */
  readonly held: unknown[] = [];
  /** Where each open call was made. */
  readonly sites: Site[] = [];
  /** How many statements have begun, those of other runs that share the count included. */
  statements: number;
  /** The count after which something is due: the end of the budget, or a stop. */
  readonly pauseAt: number;
  depth = 0;
  /** How many calls can be open: `limits.calls`, beside what each call changes. */
  readonly deepest: number;
  /** What the last `return` gave. */
  result: unknown = null;
  /** The place of the native call that runs. */
  at: Site;
  readonly limits: Limits;
  readonly #parts: Parts;
  readonly #watcher: Watcher | undefined;
  #work = 0;
  #charged = 0;
  #measureAt = mebibyte;

  constructor(
    environment: ScriptEnvironment,
    limits: Limits,
    parts: Parts,
    start: Site,
    before: number,
    watcher?: Watcher,
  ) {
    this.environment = environment;
    this.limits = limits;
    this.deepest = limits.calls;
    this.#parts = parts;
    this.at = start;
    this.#watcher = watcher;
    this.statements = before;
    this.pauseAt = Math.min(limits.statements, (watcher?.stopAt ?? Infinity) - 1);
  }

  get site(): Span {
    return this.at.span;
  }

  /** At a statement, when the count has passed `pauseAt`: the debugger stops, or the budget is spent. */
  pause(site: Site): void {
    const watcher = this.#watcher;
    if (watcher !== undefined && this.statements >= watcher.stopAt) watcher.stop(this, site, this.statements);
    this.#checkBudget(site);
  }

  #checkBudget(site: Site): void {
    const { statements: budget } = this.limits;
    if (this.statements <= budget) return;
    this.statements = budget;
    const text = `The script ran ${budget.toLocaleString('en-US')} statements without coming to an end. It looks like an endless loop.`;
    throw new ScriptError('StatementLimit', text, site, this.depth, false);
  }

  spend(statements: number): void {
    this.statements += statements;
    if (this.statements > this.pauseAt) this.#checkBudget(this.at);
  }

  work(units: number): void {
    this.#work += units;
    if (this.#work < 1024) return;
    const statements = Math.floor(this.#work / 1024);
    this.#work -= statements * 1024;
    this.spend(statements);
  }

  charge(bytes: number): void {
    this.#charged += bytes;
    if (this.#charged > this.#measureAt) this.#measure(bytes, this.at);
  }

  /** Accounts for a text of two parts that are about to be joined: the shorter one is copied, the other shared. */
  join(first: number, second: number, site: Site = this.at): void {
    this.#charged += 32 + 2 * (first < second ? first : second);
    if (this.#charged > this.#measureAt || 2 * (first + second) > this.limits.bytes) {
      this.checkText(first + second, site);
      this.#measure(0, site);
    }
  }

  text(length: number): void {
    this.checkText(length, this.at);
    this.charge(32 + 2 * length);
  }

  /** Refuses a text that alone is larger than all memory. */
  checkText(length: number, site: Site): void {
    if (2 * length <= this.limits.bytes) return;
    const text = `A text of ${length.toLocaleString('en-US')} characters does not fit into the script's memory.`;
    throw new ScriptError('MemoryLimit', text, site, this.depth, false);
  }

  #measure(pending: number, site: Site): void {
    const roots = [this.globals, this.held, ...this.stack.slice(0, this.depth + 1)];
    const live = measure(roots) + pending;
    if (live > this.limits.bytes) {
      const size = (this.limits.bytes / mebibyte).toLocaleString('en-US');
      const text = `The script holds more than ${size} MiB of values.`;
      throw new ScriptError('MemoryLimit', text, site, this.depth, false);
    }
    this.#charged = live;
    this.#measureAt = live + mebibyte;
  }

  frames(): Snapshot['frames'] {
    return snapshot(this, this.at, this.statements).frames;
  }

  fail(kind: string, text: string): never {
    return this.failAt(this.at, kind, text);
  }

  failAt(site: Site, kind: string, text: string): never {
    throw new ScriptError(kind, text, site, this.depth, true);
  }

  tooDeep(site: Site): never {
    const text = `More than ${this.limits.calls.toLocaleString('en-US')} calls are open. It looks like endless recursion.`;
    throw new ScriptError('CallDepthLimit', text, site, this.depth, false);
  }

  exit(message: string): never {
    throw new ScriptExit(message);
  }

  invoke(callee: FunctionSymbol, receiver: unknown, args: readonly unknown[]): unknown {
    const { at } = this;
    const result = this.#parts.invoke(this, callee, receiver, args);
    this.at = at;
    return result;
  }

  struct(name: string): StructType | undefined {
    return this.#parts.struct(this, name);
  }

  variable(name: string): GenericValue | undefined {
    return this.#parts.variable(this, name);
  }

  defaultOf(type: Type): unknown {
    return this.#parts.defaultOf(this, type);
  }
}
