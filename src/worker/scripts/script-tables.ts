import { libraryWith } from '../../bots/bot-library.ts';
import { mentionsTables, parseTables, type Tables, type TablesSource } from '../../crmscript/library.ts';

const file = 'crmscript-tables.json';

/**
 * The tables of SuperOffice's library: loaded once, before the first script that names something in them is
 * compiled. A step is synchronous and the same everywhere, so it can neither wait for them nor do without.
 */
export class ScriptTables {
  #tables: Tables | undefined;
  #loading: Promise<void> | undefined;
  /** Sources that were looked through, so that each is looked through once. */
  readonly #harmless = new Set<string>();

  /** One for all libraries that are made with it. */
  readonly source: TablesSource = () => {
    if (this.#tables === undefined) throw new Error('A script was compiled before its tables were loaded.');
    return this.#tables;
  };

  /** Loads them if one of the scripts needs them; null when nothing is to be loaded. Fails as `load` does. */
  prepare(sources: Iterable<string>, load: (file: string) => Promise<string>): Promise<void> | null {
    if (this.#tables !== undefined) return null;
    const library = libraryWith(this.source);
    if (this.#harmless.size > 1000) this.#harmless.clear();
    for (const source of sources) {
      if (this.#harmless.has(source)) continue;
      if (mentionsTables(library, source)) return this.#load(load);
      this.#harmless.add(source);
    }
    return null;
  }

  /** Loads them for an editor, which can do without: false where they cannot be had. */
  async offer(load: (file: string) => Promise<string>): Promise<boolean> {
    if (this.#tables !== undefined) return true;
    return this.#load(load).then(
      () => true,
      () => false,
    );
  }

  #load(load: (file: string) => Promise<string>): Promise<void> {
    this.#loading ??= load(file)
      .then((text) => {
        this.#tables = parseTables(text);
      })
      .finally(() => {
        this.#loading = undefined; // what failed is tried again
      });
    return this.#loading;
  }
}
