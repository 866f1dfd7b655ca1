import { evalAs, OutOfMemory, type Handle, type Instance, type InstanceHost } from './instance.ts';
import { argumentsIn, guestErrorIn } from './crossing.ts';
import {
  HostFailure,
  type ConsoleLevel,
  type FailureKind,
  type JavaScriptFailure,
  type JavaScriptResult,
  type JavaScriptRun,
  type SourceLocation,
} from './javascript.ts';
import { framesOf, placeIn, scriptFile, topOfScript } from './places.ts';
import { WebAssembly } from './platform.ts';
import type { Driver } from './pool.ts';
import { prices } from './prices.ts';

export type Bounds = {
  /** Bytes of the engine's stack that are left for the run. */
  readonly stack: number;
  /** All the memory that the engine can have. */
  readonly capacity: number;
};

/** Unwinds the engine where the host sees that the run must end. */
class Ended extends Error {
  override readonly name = 'Ended';
}

/**
 * How near to all of its memory a run may come before it counts as full. A script that catches its failures would else go on
 * filling what is left, which takes long and counts for little.
 */
const lastBytes = 2 * 1024 * 1024;

/** Of so many promises at a time it is known whether they are settled in the end; the engine may not tidy those away. */
const mostHeld = 500;

/** One run of a script, in an engine that nobody else uses meanwhile. */
export class Run implements InstanceHost {
  readonly #asked: JavaScriptRun;
  readonly #instance: Instance;
  readonly #driver: Driver;
  readonly #bounds: Bounds;
  readonly #sizeBefore: number;
  readonly #topOfStack: number;
  /** Promises that were rejected while nobody looked, by identity, in order. */
  readonly #rejected = new Map<number, Handle>();
  /** Promises that are not fulfilled yet, by identity: pending or rejected. */
  readonly #unfulfilled = new Set<number>();
  /** Why the run was ended from outside. */
  #ended: 'price' | 'memory' | undefined;
  /** What a function of the host threw that is not for the script. */
  #thrown: { error: unknown } | undefined;
  /** Where the script called the host last. */
  #site: SourceLocation;
  /** False once something went through the engine that it knows nothing of. */
  isWhole = true;

  constructor(asked: JavaScriptRun, instance: Instance, driver: Driver, bounds: Bounds) {
    this.#asked = asked;
    this.#instance = instance;
    this.#driver = driver;
    this.#bounds = bounds;
    this.#sizeBefore = instance.size;
    this.#topOfStack = instance.stack;
    this.#site = placeIn(asked.parts, 1, 1);
    instance.surroundings = this;
    instance.limit(this.#mostMemory(), bounds.stack);
    instance.beginCount();
  }

  get stackUsed(): number {
    return this.#topOfStack - this.#instance.stack;
  }

  /** A call, as it changes while the engine runs. */
  #isOver(): boolean {
    return this.#ended !== undefined;
  }

  run(): JavaScriptResult {
    this.#spend(prices.run + this.#asked.source.length * prices.sourceCharacter);
    return this.#guarded(() => {
      const failure = this.#isOver() ? this.#failureOfEnd() : this.#script();
      this.#spend(this.#instance.counted * prices.turn);
      const unhandled = failure === undefined || failure.kind === 'waiting' ? this.#unhandled() : [];
      return this.#result(failure ?? unhandled[0], unhandled);
    });
  }

  /** Only reads the script. */
  check(): JavaScriptFailure | undefined {
    return this.#guarded(() => {
      const { source } = this.#asked;
      const value = this.#instance.evaluate(source, scriptFile, evalAs.module | evalAs.checkOnly);
      const failure = this.#instance.isException(value)
        ? this.#failure('syntax', this.#instance.exception())
        : undefined;
      return this.#result(failure, []);
    }).failure;
  }

  tooDeep(): JavaScriptResult {
    return this.#result(this.#plainFailure('stack'), []);
  }

  /** Loads, runs, and then does what is left to do until nothing is. */
  #script(): JavaScriptFailure | undefined {
    const instance = this.#instance;
    const given = instance.text(JSON.stringify(this.#asked.given));
    const begun = instance.call(this.#driver.begin, given);
    if (instance.isException(begun)) return this.#failure('thrown', instance.exception());
    const main = instance.evaluate(this.#asked.source, scriptFile, evalAs.module);
    // Not every end of what was cut off is an error to the engine (reliability L13).
    if (this.#isOver()) return this.#failureOfEnd(this.#errorOf(main));
    if (instance.isException(main)) return this.#failure('syntax', instance.exception());
    for (;;) {
      const failure = this.#failureOfJobs() ?? this.#failureOfMain(main);
      if (failure !== undefined) return failure;
      const timer = instance.call(this.#driver.nextTimer);
      if (instance.isException(timer)) return this.#failure('thrown', instance.exception());
      if (instance.numberOf(timer) === 0) break;
    }
    return instance.promiseState(main) === 'pending' ? this.#plainFailure('waiting') : undefined;
  }

  #failureOfJobs(): JavaScriptFailure | undefined {
    for (;;) {
      const done = this.#instance.job();
      if (done === 'failed') return this.#failure('thrown', this.#instance.exception());
      if (!done) return undefined;
      this.#spend(prices.job);
      if (this.#isOver()) return this.#failureOfEnd();
    }
  }

  #errorOf(main: Handle): Handle {
    const isRejected = this.#instance.promiseState(main) === 'rejected';
    return isRejected ? this.#instance.promiseResult(main) : this.#instance.exception();
  }

  #failureOfMain(main: Handle): JavaScriptFailure | undefined {
    if (this.#instance.promiseState(main) !== 'rejected') return undefined;
    return this.#failure('thrown', this.#instance.promiseResult(main));
  }

  /** What the run was ended with from outside, where the error of the engine says that it stood. */
  #failureOfEnd(error?: Handle): JavaScriptFailure {
    const stack =
      error !== undefined && this.#instance.isError(error)
        ? this.#instance.property(error, 'stack')
        : undefined;
    const text = stack === undefined ? undefined : this.#instance.textOf(stack);
    return this.#located(this.#ended ?? 'price', '', '', text ?? '');
  }

  #unhandled(): JavaScriptFailure[] {
    return [...this.#rejected.values()].map((reason) => this.#failure('unhandled', reason));
  }

  #result(failure: JavaScriptFailure | undefined, unhandled: readonly JavaScriptFailure[]): JavaScriptResult {
    const memory = this.#instance.size - this.#sizeBefore;
    const pending = failure === undefined ? this.#pending() : 0;
    return { ...(failure && { failure }), unhandled, pending, memory };
  }

  /** What comes out of the engine that it did not throw itself: the host's own, a full stack, a trap. */
  #guarded(action: () => JavaScriptResult): JavaScriptResult {
    try {
      return action();
    } catch (error) {
      this.isWhole = false;
      if (this.#thrown !== undefined) throw this.#thrown.error;
      if (this.#isOver()) return this.#result(this.#failureOfEnd(), []);
      return this.#result(this.#plainFailure(kindOf(error)), []);
    }
  }

  #pending(): number {
    let count = 0;
    for (const promise of this.#unfulfilled) if (this.#instance.isPending(promise)) count++;
    return count;
  }

  #plainFailure(kind: FailureKind): JavaScriptFailure {
    return this.#located(kind, '', '', '');
  }

  #located(kind: FailureKind, name: string, text: string, stack: string): JavaScriptFailure {
    const frames = framesOf(stack, this.#asked.parts);
    const { file, line, column } = frames[0] ?? this.#site;
    const known = frames.length > 0 ? frames : [{ name: topOfScript, file, line, column }];
    return { kind, name, text, file, line, column, stack: known };
  }

  /** What a value says that was thrown. That asks the value, so it runs what belongs to the script. */
  #failure(kind: FailureKind, value: Handle): JavaScriptFailure {
    if (this.#isOver()) return this.#failureOfEnd(value);
    const told = this.#instance.call(this.#driver.told, value);
    if (this.#isOver()) return this.#failureOfEnd();
    const json = this.#instance.isException(told) ? undefined : this.#instance.textOf(told);
    if (json === undefined) return this.#plainFailure(kind);
    const { name, text, stack } = guestErrorIn(json);
    return this.#located(kindOfError(kind, name, text), name, text, stack);
  }

  call(args: readonly string[]): string | number | undefined {
    try {
      return this.#answer(args);
    } catch (error) {
      if (!(error instanceof Ended)) this.#thrown = { error };
      throw error;
    }
  }

  #answer([what, ...args]: readonly string[]): string | number | undefined {
    switch (what) {
      case 'call':
        return this.#hostCall(args);
      case 'random':
        return this.#asked.random();
      case 'wait':
        this.#charge(prices.timer);
        this.#asked.clock.sleep(Math.max(0, Number(args[0])));
        return undefined;
      default: {
        const [level = '', text = '', stack = ''] = args;
        this.#charge(prices.hostCall + text.length * prices.passedCharacter);
        this.#asked.console(level as ConsoleLevel, text, this.#siteOf(stack));
        return undefined;
      }
    }
  }

  #hostCall([name = '', json = '[]', stack = '']: readonly string[]): string {
    const { host } = this.#asked;
    this.#charge(prices.hostCall + json.length * prices.passedCharacter);
    const callee = Object.hasOwn(host, name) ? host[name] : undefined;
    if (callee === undefined)
      return JSON.stringify({ failed: 'Error', message: 'Nothing answers here yet.' });
    try {
      const value = callee(argumentsIn(json), this.#siteOf(stack)) ?? null;
      const answer = JSON.stringify({ value });
      this.#charge(answer.length * prices.passedCharacter);
      return answer;
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error;
      return JSON.stringify({ failed: error.name, message: error.message });
    }
  }

  #siteOf(stack: string): SourceLocation {
    const [frame] = framesOf(stack, this.#asked.parts);
    if (frame === undefined) return this.#site;
    const { file, line, column } = frame;
    this.#site = { file, line, column };
    return this.#site;
  }

  interrupt(count: number): boolean {
    this.#spend(count * prices.turn);
    if (this.#instance.size > this.#mostMemory() - lastBytes) this.#ended ??= 'memory';
    return this.#ended !== undefined;
  }

  rejected(promise: number, reason: Handle, isHandled: boolean): void {
    if (isHandled) this.#rejected.delete(promise);
    else this.#rejected.set(promise, reason);
    this.#letGo(promise);
  }

  #letGo(promise: number): void {
    if (this.#unfulfilled.delete(promise)) this.#instance.letGo(promise);
  }

  promise(promise: number, is: 'made' | 'fulfilled'): void {
    if (is === 'fulfilled') this.#letGo(promise);
    else if (this.#unfulfilled.size < mostHeld) {
      this.#unfulfilled.add(promise);
      this.#instance.hold(promise);
    }
  }

  now(): number {
    return this.#asked.clock.now();
  }

  offset(seconds: number): number {
    return this.#asked.clock.offset(seconds * 1000);
  }

  #mostMemory(): number {
    const { memory } = this.#asked;
    return memory === undefined
      ? this.#bounds.capacity
      : Math.min(this.#bounds.capacity, this.#sizeBefore + memory);
  }

  #spend(price: number): void {
    const { meter } = this.#asked;
    meter.price += price;
    if (meter.price > meter.limit) this.#ended ??= 'price';
  }

  /** The same inside a call of the host, which can end the run at once. */
  #charge(price: number): void {
    this.#spend(Math.ceil(price));
    if (this.#isOver()) throw new Ended();
  }
}

const kindOf = (error: unknown): FailureKind => {
  if (error instanceof OutOfMemory) return 'memory';
  return error instanceof WebAssembly.RuntimeError ? 'engine' : 'stack';
};

/** The engine's own errors that a script did not catch. */
function kindOfError(kind: FailureKind, name: string, text: string): FailureKind {
  if (text === 'out of memory') return 'memory';
  const isStack = name === 'RangeError' && text === 'Maximum call stack size exceeded';
  if (isStack || (name === 'SyntaxError' && text === 'stack overflow')) return 'stack';
  return kind;
}
