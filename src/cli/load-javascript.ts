import { readFileSync } from 'node:fs';
import type { JavaScriptTools } from '../bots/run-script.ts';
import { eraseTypes } from '../javascript/erase-types.ts';
import { prepareJavaScript } from '../javascript/prepare.ts';
import { engineFile } from './own-files.ts';

/** What runs scripts in JavaScript. It takes some 30 ms, so that it is made once, before a command begins. */
export async function loadJavaScript(): Promise<JavaScriptTools> {
  return { engine: await prepareJavaScript(readFileSync(engineFile())), eraseTypes };
}
