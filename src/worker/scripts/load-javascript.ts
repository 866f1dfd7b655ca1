import engine from 'quickjs-wasi/quickjs.wasm?url';
import type { JavaScriptTools } from '../../bots/run-script.ts';
import { eraseTypes } from '../../javascript/erase-types.ts';
import { prepareJavaScript } from '../../javascript/prepare.ts';

/** What runs scripts in JavaScript, from this site: the engine is one of its files. */
export async function loadJavaScript(): Promise<JavaScriptTools> {
  const response = await fetch(engine);
  if (!response.ok) throw new Error(`${engine}: ${String(response.status)}`);
  return { engine: await prepareJavaScript(new Uint8Array(await response.arrayBuffer())), eraseTypes };
}
