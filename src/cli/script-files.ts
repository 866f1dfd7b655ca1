import { dirname, resolve } from 'node:path';
import { readScript, scriptAt, scriptsBeside, scriptsIn } from './files.ts';
import type { ScriptOnDisk } from './files.ts';
import type { ScriptLanguage } from '../engine/definition.ts';
import { languageOfFile } from '../bots/script-language.ts';
import { UsageError } from './terminal.ts';

export type ScriptsByName = ReadonlyMap<string, ScriptOnDisk>;

export type ScriptFolders = {
  /** The folders of `--include`. */
  readonly includes: readonly string[];
  /** Further script files that were named with this one. */
  readonly others?: readonly string[];
};

/**
 * The script files of one command: each folder is listed once, each file is read once, and only when a script
 * includes it. What nobody includes may be anything.
 */
export class ScriptFiles {
  readonly #folder: string;
  readonly #named: ScriptsByName;
  readonly #others: ScriptsByName;
  readonly #beside = new Map<string, ScriptsByName>();
  readonly #texts = new Map<string, string>();

  constructor(folder: string, { includes, others = [] }: ScriptFolders) {
    this.#folder = folder;
    this.#named = byName(includes.flatMap((dir) => scriptsIn(folder, dir)));
    this.#others = byName(others.map((other) => scriptAt(folder, other)));
  }

  /** The text of a script file, or a `UsageError` that says why it has none. */
  read(file: string): string {
    const path = resolve(this.#folder, file);
    const known = this.#texts.get(path) ?? readScript(this.#folder, file);
    this.#texts.set(path, known);
    return known;
  }

  /** The script that `#include "name"` means in a file: in the folders named, beside the file, among the others. */
  find(name: string, from: string): ScriptOnDisk | undefined {
    return this.#find(keyOf(languageOfFile(from), name), from);
  }

  /** The script of that name which a file cannot include, as it is in the other language. */
  findForeign(name: string, from: string): ScriptOnDisk | undefined {
    const other = languageOfFile(from) === 'crmscript' ? 'javascript' : 'crmscript';
    return this.#find(keyOf(other, name), from);
  }

  #find(wanted: string, from: string): ScriptOnDisk | undefined {
    return this.#named.get(wanted) ?? this.#besideOf(from).get(wanted) ?? this.#others.get(wanted);
  }

  /** The text of a script that another includes, or a `UsageError` that names both. */
  include({ path, file }: ScriptOnDisk, by: string): string {
    try {
      return this.read(path);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      throw new UsageError(`${error.message.replace(path, file)} It is included by ${by}.`);
    }
  }

  #besideOf(file: string): ScriptsByName {
    const dir = dirname(file);
    const known = this.#beside.get(dir) ?? byName(scriptsBeside(this.#folder, file));
    this.#beside.set(dir, known);
    return known;
  }
}

/** A script takes in none of the other language, so that each has names of its own. */
export const keyOf = (language: ScriptLanguage, name: string): string => `${language} ${name.toLowerCase()}`;

/** Of two with one name, the first one found counts. */
export function byName(scripts: readonly ScriptOnDisk[]): ScriptsByName {
  const found = new Map<string, ScriptOnDisk>();
  for (const script of scripts) {
    const key = keyOf(languageOfFile(script.file), script.name);
    if (!found.has(key)) found.set(key, script);
  }
  return found;
}
