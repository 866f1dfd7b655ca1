import type { JavaScriptTools } from '../../bots/run-script.ts';
import type { ScriptText } from './script-sources.ts';

/** Loads what runs scripts in JavaScript. */
export type LoadJavaScript = () => Promise<JavaScriptTools>;

const notHere: LoadJavaScript = () => Promise.reject(new Error('There is no engine for JavaScript here.'));

/** What runs scripts in JavaScript: loaded once, before a step in whose world there is one. */
export class JavaScriptPart {
  tools: JavaScriptTools | undefined;
  #loading: Promise<void> | undefined;
  readonly #load: LoadJavaScript;

  constructor(load = notHere) {
    this.#load = load;
  }

  /** Loads it if one of the scripts needs it; null when nothing is to be loaded. Fails as the loading does. */
  prepare(scripts: readonly ScriptText[]): Promise<void> | null {
    if (this.tools !== undefined || scripts.every(({ language }) => language === 'crmscript')) return null;
    this.#loading ??= this.#load()
      .then((tools) => {
        this.tools = tools;
      })
      .finally(() => {
        this.#loading = undefined; // what failed is tried again
      });
    return this.#loading;
  }
}
