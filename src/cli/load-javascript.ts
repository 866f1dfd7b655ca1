import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { JavaScriptTools } from '../bots/run-script.ts';
import { eraseTypes } from '../javascript/erase-types.ts';
import { prepareJavaScript } from '../javascript/prepare.ts';

/** What runs scripts in JavaScript. It takes some 30 ms, so that it is made once, before a command begins. */
export async function loadJavaScript(): Promise<JavaScriptTools> {
  const engine = createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm');
  return { engine: await prepareJavaScript(readFileSync(engine)), eraseTypes };
}
