import { pageSize } from './capped.ts';
import { promiseBegins, promiseHook } from './promise-hook.ts';
import { TextDecoder, TextEncoder, WebAssembly, type WasmMemory, type WasmModule } from './platform.ts';

/** A value of the guest, by where the engine keeps it. */
export type Handle = number;

/** The engine and the function that it tells of promises, compiled. */
export type Compiled = { readonly module: WasmModule; readonly hook: WasmModule };

/** What the engine's C functions are called from here; texts and values are addresses. */
type Exports = {
  readonly memory: WasmMemory;
  /** Its functions by number, as its own code calls them. */
  readonly __indirect_function_table: { grow(by: number, entry: unknown): number };
  JS_DupValue(context: number, value: bigint): bigint;
  JS_FreeValue(context: number, value: bigint): void;
  JS_PromiseState(context: number, promise: bigint): number;
  JS_SetPromiseHook(runtime: number, callee: number, opaque: number): void;
  readonly __stack_pointer: { value: number };
  _initialize(): void;
  qjs_init2(intrinsics: number): number;
  qjs_set_runtime_and_context(runtime: number, context: number): void;
  qjs_get_runtime_ptr(): number;
  qjs_get_context_ptr(): number;
  qjs_set_memory_limit(bytes: number): void;
  qjs_set_max_stack_size(bytes: number): void;
  qjs_set_interrupt_handler(on: number): void;
  qjs_set_promise_rejection_handler(on: number): void;
  qjs_set_module_loader(on: number): void;
  qjs_eval(code: number, length: number, file: number, flags: number): Handle;
  qjs_call(callee: Handle, self: Handle, count: number, args: number): Handle;
  qjs_new_host_function(name: number, length: number, count: number): Handle;
  qjs_new_string(text: number, length: number): Handle;
  qjs_new_number(value: number): Handle;
  qjs_get_undefined(): Handle;
  qjs_get_prop_string(object: Handle, name: number): Handle;
  qjs_get_string_len(value: Handle, length: number): number;
  qjs_get_float64(value: Handle): number;
  qjs_free_cstring(text: number): void;
  qjs_free_value(value: Handle): void;
  qjs_get_value_ptr(value: Handle): number;
  qjs_is_exception(value: Handle): number;
  qjs_is_string(value: Handle): number;
  qjs_is_error(value: Handle): number;
  qjs_get_exception(): Handle;
  qjs_promise_state(promise: Handle): number;
  qjs_promise_result(promise: Handle): Handle;
  qjs_is_job_pending(): number;
  qjs_execute_pending_job(): number;
  wasm_malloc(bytes: number): number;
  wasm_free(address: number): void;
};

/** What an instance asks its surroundings for while it runs. */
export type InstanceHost = {
  /** A host function was called with texts. What this throws unwinds the engine, which must not be used again. */
  call(args: readonly string[]): string | number | undefined;
  /** Told from time to time how many loops and calls the guest has done since: true ends what runs, for good. */
  interrupt(count: number): boolean;
  rejected(promise: number, reason: Handle, isHandled: boolean): void;
  /** A promise was made, or is fulfilled. Of one that is rejected the engine says nothing here. */
  promise(promise: number, is: 'made' | 'fulfilled'): void;
  /** Milliseconds since 1970. */
  now(): number;
  /** Minutes that local time is ahead of UTC at that many seconds since 1970. */
  offset(seconds: number): number;
};

/** The memory of an instance, and where the engine finds its own things in it. */
export type Snapshot = {
  /** Up to the last byte that is not 0. */
  readonly memory: Uint8Array;
  /** How much memory there is, in bytes. */
  readonly size: number;
  readonly stack: number;
  readonly runtime: number;
  readonly context: number;
};

export const evalAs = { script: 0, module: 1, checkOnly: 1 << 5 } as const;

/** All that the engine has but weak references, by which a script could watch memory being tidied, and `performance`. */
const intrinsics = 0xffff_ffff & ~(1 << 9) & ~(1 << 10);

/**
 * Where the engine's context has its counter: it goes down with every loop and call, and the engine asks its
 * surroundings at 0, after it has set it to 10,000 again. Patterns have counters of their own, of ten thousand steps.
 */
const counterOffset = 292;
const engineCount = 10_000;

/** After so many loops and calls the surroundings are asked here, so that little is done beyond what is allowed. */
const ownCount = 256;

/** The upper half of a value that is an object; the lower one is where that lies. */
const objectTag = 0xffff_ffff_0000_0000n;

const notSupported = 52;
const badFile = 8;

/** One QuickJS, with a memory of its own. Nothing in it is ever freed by hand: it is set back as a whole. */
export class Instance {
  readonly #exports: Exports;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  /** Under which number the engine calls what it tells of promises: the same in each, as it stands in its memory. */
  readonly #promiseHook: number;
  surroundings: InstanceHost | undefined;

  constructor({ module, hook }: Compiled) {
    const { exports } = new WebAssembly.Instance(module, {
      env: {
        host_call: (_name: number, _length: number, _self: number, count: number, args: number) =>
          this.#called(count, args),
        host_interrupt: () => (this.surroundings?.interrupt(this.#countedAtInterrupt()) === true ? 1 : 0),
        host_promise_rejection: (promise: Handle, reason: Handle, isHandled: number) => {
          this.surroundings?.rejected(this.#exports.qjs_get_value_ptr(promise), reason, isHandled !== 0);
        },
        host_get_timezone_offset: (high: number, low: number) =>
          60 * (this.surroundings?.offset(high * 2 ** 32 + (low >>> 0)) ?? 0),
        host_module_normalize: () => 0,
        host_module_load: () => 0,
      },
      wasi_snapshot_preview1: {
        clock_time_get: (_clock: number, _precision: bigint, result: number) => {
          const now = Math.trunc(this.surroundings?.now() ?? 0);
          this.#view().setBigInt64(result, BigInt(now) * 1_000_000n, true);
          return 0;
        },
        random_get: (at: number, length: number) => {
          this.#bytes().fill(0, at, at + length);
          return 0;
        },
        fd_close: () => notSupported,
        fd_seek: () => notSupported,
        fd_fdstat_get: () => badFile,
        fd_write: () => badFile,
      },
    });
    this.#exports = exports as Exports;
    const heard = promiseHook(hook, (type, promise) => {
      this.surroundings?.promise(promise, type === promiseBegins ? 'made' : 'fulfilled');
    });
    this.#promiseHook = this.#exports.__indirect_function_table.grow(1, heard);
  }

  /** Makes the language's own objects. */
  begin(): void {
    this.#exports._initialize();
    if (this.#exports.qjs_init2(intrinsics) !== 0) throw new Error('The engine did not begin.');
    this.#exports.qjs_set_interrupt_handler(1);
    this.#exports.qjs_set_promise_rejection_handler(1);
    this.#exports.JS_SetPromiseHook(this.#exports.qjs_get_runtime_ptr(), this.#promiseHook, 0);
  }

  /** Begins to count loops and calls. */
  beginCount(): void {
    this.#setCounter(ownCount);
  }

  /** The loops and calls since the surroundings were asked last. */
  get counted(): number {
    return Math.max(0, ownCount - this.#counter());
  }

  /** Bytes of memory that it has by now; they are never given back. */
  get size(): number {
    return this.#exports.memory.buffer.byteLength;
  }

  /** How far down its stack it is. */
  get stack(): number {
    return this.#exports.__stack_pointer.value;
  }

  /** Takes memory and gives it back inside the engine, so that what runs has so much before more is needed. */
  reserve(bytes: number): void {
    this.#exports.wasm_free(this.#exports.wasm_malloc(bytes));
  }

  snapshot(): Snapshot {
    return {
      memory: withoutZeros(this.#bytes()).slice(),
      size: this.size,
      stack: this.stack,
      runtime: this.#exports.qjs_get_runtime_ptr(),
      context: this.#exports.qjs_get_context_ptr(),
    };
  }

  /** Sets everything back to what it was. Memory that grew does not shrink: such an instance is not to be set back. */
  restore({ memory, size, stack, runtime, context }: Snapshot): void {
    const isNew = this.size < size;
    if (isNew) this.#exports.memory.grow((size - this.size) / pageSize);
    const bytes = this.#bytes();
    bytes.set(memory);
    // What nobody ever wrote to is not there yet: to write to it makes it.
    if (!isNew) bytes.fill(0, memory.length);
    this.#exports.__stack_pointer.value = stack;
    this.#exports.qjs_set_runtime_and_context(runtime, context);
  }

  limit(memory: number, stack: number): void {
    this.#exports.qjs_set_memory_limit(memory);
    this.#exports.qjs_set_max_stack_size(stack);
  }

  evaluate(code: string, file: string, flags: number): Handle {
    const source = this.#written(code);
    const name = this.#written(file);
    const result = this.#exports.qjs_eval(source.at, source.length, name.at, flags);
    this.#exports.wasm_free(source.at);
    this.#exports.wasm_free(name.at);
    return result;
  }

  hostFunction(): Handle {
    const name = this.#written('host');
    return this.#exports.qjs_new_host_function(name.at, name.length, 0);
  }

  call(callee: Handle, ...args: readonly Handle[]): Handle {
    const list = this.#malloc(4 * args.length + 4);
    args.forEach((arg, index) => {
      this.#view().setUint32(list + 4 * index, arg, true);
    });
    const result = this.#exports.qjs_call(callee, this.#exports.qjs_get_undefined(), args.length, list);
    this.#exports.wasm_free(list);
    return result;
  }

  text(value: string): Handle {
    const { at, length } = this.#written(value);
    const handle = this.#exports.qjs_new_string(at, length);
    this.#exports.wasm_free(at);
    return handle;
  }

  property(object: Handle, name: string): Handle {
    const { at } = this.#written(name);
    const value = this.#exports.qjs_get_prop_string(object, at);
    this.#exports.wasm_free(at);
    return value;
  }

  isException(value: Handle): boolean {
    return this.#exports.qjs_is_exception(value) !== 0;
  }

  isError(value: Handle): boolean {
    return this.#exports.qjs_is_error(value) !== 0;
  }

  /** What was thrown last. */
  exception(): Handle {
    return this.#exports.qjs_get_exception();
  }

  /** A text as the host's, undefined if it is none. Runs nothing of the guest. */
  textOf(value: Handle): string | undefined {
    if (this.#exports.qjs_is_string(value) === 0) return undefined;
    const length = this.#malloc(4);
    const at = this.#exports.qjs_get_string_len(value, length);
    if (at === 0) throw new WebAssembly.RuntimeError();
    const size = this.#view().getUint32(length, true);
    const text = this.#decoder.decode(this.#bytes().subarray(at, at + size));
    this.#exports.qjs_free_cstring(at);
    this.#exports.wasm_free(length);
    return text;
  }

  numberOf(value: Handle): number {
    return this.#exports.qjs_get_float64(value);
  }

  promiseState(promise: Handle): 'pending' | 'fulfilled' | 'rejected' | 'none' {
    return (
      (['pending', 'fulfilled', 'rejected'] as const)[this.#exports.qjs_promise_state(promise)] ?? 'none'
    );
  }

  /** Keeps an object, by its identity, from being tidied away although nobody can reach it any more. */
  hold(object: number): void {
    this.#exports.JS_DupValue(this.#exports.qjs_get_context_ptr(), objectTag | BigInt(object));
  }

  letGo(object: number): void {
    this.#exports.JS_FreeValue(this.#exports.qjs_get_context_ptr(), objectTag | BigInt(object));
  }

  /** Whether a promise that is held is pending still. */
  isPending(promise: number): boolean {
    return (
      this.#exports.JS_PromiseState(this.#exports.qjs_get_context_ptr(), objectTag | BigInt(promise)) === 0
    );
  }

  promiseResult(promise: Handle): Handle {
    return this.#exports.qjs_promise_result(promise);
  }

  identity(value: Handle): number {
    return this.#exports.qjs_get_value_ptr(value);
  }

  /** Runs what waits in the queue of jobs, one: false when there is none, 'failed' when it threw. */
  job(): boolean | 'failed' {
    if (this.#exports.qjs_is_job_pending() === 0) return false;
    return this.#exports.qjs_execute_pending_job() < 0 ? 'failed' : true;
  }

  #countedAtInterrupt(): number {
    if (this.#counter() !== engineCount) return engineCount;
    this.#setCounter(ownCount);
    return ownCount;
  }

  #counter(): number {
    return this.#view().getInt32(this.#exports.qjs_get_context_ptr() + counterOffset, true);
  }

  #setCounter(count: number): void {
    this.#view().setInt32(this.#exports.qjs_get_context_ptr() + counterOffset, count, true);
  }

  #called(count: number, args: number): Handle {
    const texts = Array.from({ length: count }, (_, index) => {
      const handle = this.#view().getUint32(args + 4 * index, true);
      return this.textOf(handle) ?? '';
    });
    const answer = this.surroundings?.call(texts);
    if (typeof answer === 'string') return this.text(answer);
    return typeof answer === 'number'
      ? this.#exports.qjs_new_number(answer)
      : this.#exports.qjs_get_undefined();
  }

  #written(text: string): { at: number; length: number } {
    const bytes = this.#encoder.encode(text);
    const at = this.#malloc(bytes.length + 1);
    this.#bytes().set(bytes, at);
    this.#bytes()[at + bytes.length] = 0;
    return { at, length: bytes.length };
  }

  #malloc(bytes: number): number {
    const at = this.#exports.wasm_malloc(bytes);
    if (at === 0) throw new OutOfMemory();
    return at;
  }

  #bytes(): Uint8Array {
    return new Uint8Array(this.#exports.memory.buffer);
  }

  #view(): DataView {
    return new DataView(this.#exports.memory.buffer);
  }
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}

/** The engine has no room for what it is to be given. */
export class OutOfMemory extends Error {
  override readonly name = 'OutOfMemory';
}
