import { capped, pageSize } from './capped.ts';
import type { JavaScript } from './javascript.ts';
import { WebAssembly } from './platform.ts';
import { Pool } from './pool.ts';
import { promiseHookModule } from './promise-hook.ts';
import { Runner } from './runner.ts';

/** All the memory that one engine can have: 64 MiB. */
export const mostPages = 1_024;

/**
 * Compiles the engine, `quickjs-wasi/quickjs.wasm`. Takes some 30 ms, once.
 * @throws where the bytes are something else.
 */
export async function prepareJavaScript(engine: Uint8Array): Promise<JavaScript> {
  const [module, hook] = await Promise.all([
    WebAssembly.compile(capped(engine, mostPages)),
    promiseHookModule(),
  ]);
  return new Runner(new Pool({ module, hook }, mostPages * pageSize));
}
