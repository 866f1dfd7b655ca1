import { WebAssembly, type WasmModule } from './platform.ts';

/*
 * The engine tells a function of its own table of each promise that begins and each that is fulfilled. What stands in that
 * table must be a function of WebAssembly: so here is the smallest module that has one. It hands on those two moments of four,
 * and of a promise its address alone, as numbers.
 */

/** Which of the moments the host hears of. */
export const promiseBegins = 0;

/** `(type, context, promise: i64) → host(type, address)` for the types 0, a promise begins, and 3, it is fulfilled. */
const bytes = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // Types: the host's (i32, i32) and the engine's (i32 context, i32 type, i64 promise, i64 parent, i32 opaque).
  ...[1, 14, 2, 0x60, 2, 0x7f, 0x7f, 0, 0x60, 5, 0x7f, 0x7f, 0x7e, 0x7e, 0x7f, 0],
  ...[2, 7, 1, 1, 0x65, 1, 0x68, 0, 0], // import "e" "h"
  ...[3, 2, 1, 1],
  ...[7, 5, 1, 1, 0x68, 0, 1], // export "h"
  // if (((type + 1) & 3) > 1) return; h(type, i32(promise))
  ...[10, 26, 1, 24, 0, 0x20, 1, 0x41, 1, 0x6a, 0x41, 3, 0x71, 0x41, 1, 0x4b, 0x04, 0x40, 0x0f, 0x0b],
  ...[0x20, 1, 0x20, 2, 0xa7, 0x10, 0, 0x0b],
]);

export const promiseHookModule = (): Promise<WasmModule> => WebAssembly.compile(bytes);

/** A function for the engine's table that calls `heard`. */
export function promiseHook(module: WasmModule, heard: (type: number, promise: number) => void): unknown {
  const { exports } = new WebAssembly.Instance(module, { e: { h: heard } });
  return (exports as { readonly h: unknown }).h;
}
