/*
 * The few things of a platform that this folder needs, which every one has. The types that pages and workers know them
 * by would bring all the rest of a page along.
 */

export type WasmMemory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
export type WasmModule = { readonly isModule: unique symbol };
export type WasmInstance = { readonly exports: unknown };

type Platform = {
  readonly WebAssembly: {
    compile(bytes: Uint8Array): Promise<WasmModule>;
    readonly Instance: new (module: WasmModule, imports: unknown) => WasmInstance;
    readonly RuntimeError: new () => Error;
  };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new () => { decode(bytes: Uint8Array): string };
};

export const { WebAssembly, TextEncoder, TextDecoder } = globalThis as unknown as Platform;
