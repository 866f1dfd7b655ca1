import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { isScriptFile, scriptAt, type ScriptOnDisk } from '../files.ts';
import { keyOf } from '../script-files.ts';
import { languageOfFile } from '../../bots/script-language.ts';

/** Of a folder with more files than this the rest is not looked at. */
const mostFiles = 100_000;

/**
 * The scripts in the folders that an editor has open, by name. They are listed when somebody first asks for one, one folder after
 * the other, so that what is typed meanwhile need not wait; none is read.
 */
export class Listing {
  readonly #folders: () => readonly string[];
  readonly #say: (text: string) => void;
  #paths = new Map<string, ScriptOnDisk>();
  #byName = new Map<string, ScriptOnDisk[]>();
  #listing: Promise<void> | undefined;
  #isListed = false;
  /** Which listing this is: one that was forgotten takes nothing down any more. */
  #turn = 0;

  constructor(folders: () => readonly string[], say: (text: string) => void) {
    this.#folders = folders;
    this.#say = say;
  }

  get isListed(): boolean {
    return this.#isListed;
  }

  /** Lists them, once. */
  list(): Promise<void> {
    return (this.#listing ??= this.#listAll());
  }

  /** All folders are to be listed again, when somebody asks. */
  forget(): void {
    this.#turn += 1;
    this.#listing = undefined;
    this.#isListed = false;
    this.#paths = new Map();
    this.#byName = new Map();
  }

  files(): Iterable<ScriptOnDisk> {
    return this.#paths.values();
  }

  /** A file that has appeared, where the listing would have found it. */
  add(path: string): void {
    const isWithin = this.#folders().some((folder) =>
      path.startsWith(folder.endsWith(sep) ? folder : folder + sep),
    );
    if (this.#listing === undefined || !isScriptFile(path) || this.#paths.has(path) || !isWithin) return;
    const script = scriptAt('', path);
    this.#paths.set(path, script);
    const key = keyOf(languageOfFile(path), script.name);
    this.#byName.set(key, [...(this.#byName.get(key) ?? []), script]);
  }

  remove(path: string): void {
    const script = this.#paths.get(path);
    if (script === undefined) return;
    this.#paths.delete(path);
    const key = keyOf(languageOfFile(path), script.name);
    this.#byName.set(
      key,
      (this.#byName.get(key) ?? []).filter((one) => one.path !== path),
    );
  }

  /** Of several scripts of a name, the one that lies nearest to a file. */
  find(language: ScriptLanguage, name: string, from: string): ScriptOnDisk | undefined {
    const found = this.#byName.get(keyOf(language, name)) ?? [];
    const near = (one: ScriptOnDisk) => commonFolders(one.path, from);
    return found.toSorted((a, b) => near(b) - near(a) || (a.path < b.path ? -1 : 1))[0];
  }

  async #listAll(): Promise<void> {
    const turn = this.#turn;
    const pending = [...this.#folders()];
    const seen = new Set<string>();
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      if (this.#turn !== turn) return; // forgotten meanwhile
      for (const entry of entries) {
        const path = join(folder, entry.name);
        if (!entry.isDirectory()) this.add(path);
        else if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) pending.push(path);
      }
      if (this.#paths.size > mostFiles) {
        this.#say(`There are more than ${String(mostFiles)} scripts in the folders; the rest is left out.`);
        break;
      }
    }
    this.#isListed = true;
  }
}

function commonFolders(a: string, b: string): number {
  const [one, other] = [dirname(a).split(sep), dirname(b).split(sep)];
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs < 0 ? one.length : differs;
}
