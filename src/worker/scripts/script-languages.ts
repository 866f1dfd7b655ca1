import { createRunScript, type JavaScriptTools } from '../../bots/run-script.ts';
import type { TablesSource } from '../../crmscript/library.ts';
import type { RunScript } from '../../engine/script-call.ts';
import { JavaScriptPart, type LoadJavaScript } from './javascript-part.ts';
import type { LoadFile } from '../ports.ts';
import type { ScriptText } from './script-sources.ts';
import { ScriptTables } from './script-tables.ts';

/**
 * What runs scripts. The tables of the library come when a script names them, and what runs JavaScript when a script is in
 * it.
 */
export class ScriptLanguages {
  readonly #tables = new ScriptTables();
  readonly #javascript: JavaScriptPart;

  constructor(loadJavaScript?: LoadJavaScript) {
    this.#javascript = new JavaScriptPart(loadJavaScript);
  }

  /** Loads what these scripts need; null when all is there. */
  prepare(scripts: Iterable<ScriptText>, load: LoadFile): Promise<void> | null {
    const all = [...scripts];
    const sources = all.filter(({ language }) => language === 'crmscript').map(({ source }) => source);
    return both(this.#javascript.prepare(all), this.#tables.prepare(sources, load));
  }

  runScript(): RunScript {
    return this.running(createRunScript);
  }

  /** What `make` makes of what was loaded. */
  running<T>(make: (tables: TablesSource, javascript: () => JavaScriptTools | undefined) => T): T {
    return make(this.#tables.source, () => this.#javascript.tools);
  }
}

const both = (one: Promise<void> | null, other: Promise<void> | null): Promise<void> | null =>
  one === null || other === null ? (one ?? other) : Promise.all([one, other]).then(() => undefined);
