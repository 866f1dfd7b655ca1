import type { FunctionSymbol } from '../analysis/types/symbols.ts';
import type { Site } from '../analysis/types/bound-tree.ts';
import type { StructType, Type } from '../analysis/types/types.ts';
import type { Span } from '../diagnostic.ts';
import type { NativeContext, ScriptEnvironment } from '../analysis/types/native.ts';
import { coded, type CodedText } from '../codes.ts';
import { RunCounters, workOfStatement } from './run-counters.ts';
import type { Hits } from './hits.ts';
import { nothingUsed, type Limits } from './limits.ts';
import { Memory } from './memory.ts';
import type { Recorder, RecordMark } from './recorder.ts';
import { NativeError, ScriptError, ScriptExit } from './script-error.ts';
import type { Inside } from './failure.ts';
import type { GenericValue } from './values.ts';

export type Frame = unknown[];
/** An expression, ready to run. */
export type Eval = (run: Run, frame: Frame) => unknown;
/** A statement, ready to run; it returns how it ended. */
export type Exec = (run: Run, frame: Frame) => number;

/** How a statement ends: numbers, because an exception for every `break` would be slow. */
export const completion = { normal: 0, break: 1, continue: 2, return: 3 } as const;

/** What a run needs of the program besides its statements. */
export type Parts = {
  readonly invoke: (run: Run, callee: FunctionSymbol, receiver: unknown, args: readonly unknown[]) => unknown;
  readonly defaultOf: (run: Run, type: Type) => unknown;
  readonly struct: (run: Run, name: string) => StructType | undefined;
  readonly variable: (run: Run, name: string) => GenericValue | undefined;
};

export type StatementObserver = {
  /** It is told of each statement from this number on. Read again whenever it was told something. */
  readonly from: number;
  /** A statement is about to run; throws what the embedder unwinds with. */
  readonly reached: (run: Run, site: Site) => void;
  /** A statement has failed, and it is known whether the script catches that. */
  readonly thrown: (error: ScriptError, isCaught: boolean) => void;
};

/** Where a run stands that may fail. */
type RunMark = {
  readonly depth: number;
  readonly held: number;
  readonly pinned: number;
  readonly load: number;
  readonly recorded: RecordMark | undefined;
};

/** What looking at one value that is held costs, as work. */
const workOfValue = 32;

/** Longer texts are not looked into for nothing. */
export const longText = 1024;

const mebibytes = (bytes: number): number => bytes / (1024 * 1024);

/** One run of a program: its counters, its stack, and what natives may do to it. */
export class Run extends RunCounters implements NativeContext {
  readonly environment: ScriptEnvironment;
  readonly globals: unknown[] = [];
  /** The frame of each open call; the first is that of the top of the script. */
  readonly stack: Frame[] = [];
  /** What is being built and belongs to nobody yet. */
  readonly held: unknown[] = [];
  /** Where each open call was made. */
  readonly sites: Site[] = [];
  load = 0;
  /** How many calls can be open: `limits.calls`, beside what each call changes. */
  readonly deepest: number;
  readonly mostLoad: number;
  /** What the last call gave. */
  result: unknown = null;
  readonly #parts: Parts;
  readonly #observer: StatementObserver | undefined;
  readonly #hits: Hits | undefined;
  readonly #recorder: Recorder | undefined;
  /** The statement of which the observer was told last. */
  #told = 0;
  readonly memory: Memory;
  /** Bytes that the native call which runs has charged: nobody holds yet what it makes. */
  pending = 0;

  constructor(
    environment: ScriptEnvironment,
    limits: Limits,
    parts: Parts,
    start: Site,
    before = nothingUsed,
    observer?: StatementObserver,
    memory = new Memory(limits.bytes),
    hits?: Hits,
    recorder?: Recorder,
  ) {
    super(limits, start, before, observer?.from, hits !== undefined);
    this.#hits = hits;
    this.#recorder = recorder;
    this.memory = memory;
    this.environment = environment;
    this.deepest = limits.calls;
    this.mostLoad = limits.frames;
    this.#parts = parts;
    this.#observer = observer;
  }

  /** What records how values come to be; only a program that is recorded asks for it. */
  get recorder(): Recorder {
    if (this.#recorder === undefined) throw new Error('Nobody records this run.');
    return this.#recorder;
  }

  get isRecorded(): boolean {
    return this.#recorder !== undefined;
  }

  get site(): Span {
    return this.at.span;
  }

  /** At a statement, when the count has passed `pauseAt`: the budget is spent, it is counted which statements run, or somebody looks. */
  pause(site: Site): void {
    this.checkStatement(site);
    this.#hits?.statement(site);
    if (this.#observer !== undefined && this.statements >= this.#observer.from) this.reached(site);
  }

  /** At a statement that somebody looks at; one that runs once is told once. */
  reached(site: Site): void {
    const observer = this.#observer;
    if (observer === undefined || this.#told === this.statements) return;
    this.#told = this.statements;
    observer.reached(this, site);
    this.observeFrom(observer.from);
  }

  /** A statement failed, and is caught here, or by nothing in this script. */
  thrown(error: ScriptError, isCaught: boolean): void {
    // What failed in a run inside this one has been told of there.
    if (error.inside === undefined) this.#observer?.thrown(error, isCaught);
  }

  /** A run of its own that sees what can be seen in an open call, and changes nothing in this one. */
  aside(level: number, at: Site, limits: Limits): Run {
    const aside = new Run(
      this.environment,
      limits,
      this.#parts,
      at,
      nothingUsed,
      undefined,
      undefined,
      undefined,
      this.#recorder,
    );
    this.#recorder?.same(this.globals, aside.globals);
    aside.globals.push(...this.globals);
    aside.stack[0] = this.stack[level] ?? [];
    return aside;
  }

  charge(bytes: number): void {
    this.work(bytes);
    this.pending += bytes;
    this.allocate(bytes, this.at);
  }

  /** As `charge`, for what is held as soon as it is made. */
  allocate(bytes: number, site: Site): void {
    const { memory } = this;
    memory.charged += bytes;
    if (memory.charged > memory.measureAt) this.#measure(bytes, site);
  }

  /**
   * Accounts for a text of two parts that are about to be joined. The host shares them until somebody looks
   * into the text: that is when a copy is charged.
   */
  join(first: number, second: number, site: Site = this.at): void {
    const { memory } = this;
    const length = first + second;
    memory.charged += 32 + 2 * (first < second ? first : second) + (length >> 10);
    if (length <= longText) {
      if (memory.charged > memory.measureAt) this.#measure(0, site);
      return;
    }
    memory.joined(length);
    if (memory.charged > memory.measureAt || 2 * length > memory.limit) {
      this.checkText(length, site);
      this.#measure(0, site);
    }
  }

  /** Accounts for what it takes to look into a text at all: once for each, the host makes one of its parts. */
  look(text: string): void {
    if (text.length <= longText || !this.memory.isNew(text)) return;
    this.work(text.length);
    const { memory } = this;
    memory.charged += 2 * text.length;
    if (memory.charged > memory.measureAt) this.#measure(0, this.at);
  }

  text(length: number): void {
    this.checkText(length, this.at);
    this.charge(32 + 2 * length);
  }

  /** Refuses a text that alone is larger than all memory. */
  checkText(length: number, site: Site): void {
    if (2 * length <= this.memory.limit) return;
    this.#endForMemory(coded('text-too-large', { characters: length }), site);
  }

  write(length: number): void {
    const { memory } = this;
    memory.written += 2 * length;
    if (memory.written <= memory.limit) return;
    this.#endForMemory(coded('too-much-written', { mebibytes: mebibytes(memory.limit) }), this.at);
  }

  #endForMemory(why: CodedText, site: Site): never {
    throw new ScriptError('MemoryLimit', why, site, this.depth, false);
  }

  #measure(made: number, site: Site): void {
    const { memory } = this;
    const { bytes, values } = memory.measure(
      Math.max(made, this.pending),
      this.left * (workOfStatement / workOfValue),
    );
    if (bytes > memory.limit) {
      this.#endForMemory(coded('memory-full', { mebibytes: mebibytes(memory.limit) }), site);
    }
    // Looking costs time, which the script has to pay for.
    this.at = site;
    this.work(workOfValue * values);
  }

  /** What is held by this run. What calls that have ended left behind is let go. */
  roots(): Iterable<unknown> {
    this.stack.length = Math.min(this.stack.length, this.depth + 1);
    return [this.globals, this.held, this.result, ...this.stack, ...(this.environment.roots?.() ?? [])];
  }

  hold<T>(value: object, work: () => T): T {
    this.held.push(value);
    const result = work();
    this.held.pop();
    return result;
  }

  /** The values while something is going on, to go back to when it fails. */
  mark(): RunMark {
    const { load, depth, held, memory } = this;
    return { load, depth, held: held.length, pinned: memory.pinned, recorded: this.#recorder?.mark() };
  }

  /** Goes back to where a mark was set. */
  goBack({ depth, held, pinned, load, recorded }: RunMark): void {
    this.depth = depth;
    this.load = load;
    this.held.length = held;
    this.memory.pinned = pinned;
    if (recorded !== undefined) this.#recorder?.goBack(recorded);
  }

  /** What `try` sees of something thrown: an error of the script, if it is one. */
  errorOf(thrown: unknown): unknown {
    if (!(thrown instanceof NativeError)) return thrown;
    return new ScriptError('RunTimeException', thrown.message, this.at, this.depth, true);
  }

  fail(kind: string, text: string): never {
    return this.failAt(this.at, kind, text.length > longText ? `${text.slice(0, longText)}…` : text);
  }

  failAt(site: Site, kind: string, text: string): never {
    throw new ScriptError(kind, text, site, this.depth, true);
  }

  failInside(inside: Inside): never {
    const { kind, text, catchable } = inside;
    throw new ScriptError(kind, text, this.at, this.depth, catchable, inside);
  }

  tooDeep(site: Site): never {
    const why = coded('too-many-calls', { limit: this.depth >= this.deepest ? this.deepest : 0 });
    throw new ScriptError('CallDepthLimit', why, site, this.depth, false);
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
