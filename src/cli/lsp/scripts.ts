import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, resolve, basename } from 'node:path';
import { languageOfFile } from '../../bots/script-language.ts';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { utf8Text } from '../../scenario/bytes.ts';
import { readScript, scriptAt, scriptsBeside, scriptsIn, type ScriptOnDisk } from '../files.ts';
import { byName, keyOf, type ScriptsByName } from '../script-files.ts';
import { UsageError } from '../terminal.ts';
import type { ScriptFinder } from '../script-program.ts';
import type { Documents } from './documents.ts';
import type { Listing } from './listing.ts';

type Beside = { readonly changedAt: number; readonly scripts: ScriptsByName };
type Text = { readonly changedAt: number; readonly size: number; readonly text: string };

/**
 * The scripts that an editor's folders hold: open ones as they are being written, others as they are on disk. What `#include "name"` means
 * is looked for in the folders of the settings, beside the file, and then anywhere in the folders, the nearest first.
 */
export class Scripts implements ScriptFinder {
  readonly #documents: Documents;
  readonly #listing: Listing;
  readonly #beside = new Map<string, Beside>();
  readonly #texts = new Map<string, Text>();
  #includes: readonly string[] = [];
  #named: ScriptsByName | undefined;
  /** Names that were asked for and not found while not all folders were listed. */
  #isMissed = false;

  constructor(documents: Documents, listing: Listing) {
    this.#documents = documents;
    this.#listing = listing;
  }

  /** The folders of the settings. */
  set includes(folders: readonly string[]) {
    this.#includes = folders;
    this.#named = undefined;
  }

  /** Files came, went or changed on disk. */
  forget(): void {
    this.#named = undefined;
    this.#beside.clear();
  }

  /** Whether a name was missed since this was last asked, which the listing of the folders may know. */
  takeMissed(): boolean {
    const isMissed = this.#isMissed;
    this.#isMissed = false;
    return isMissed;
  }

  /** The text of a script, or a `UsageError` that says why it has none. */
  read(file: string): string {
    const open = this.#documents.at(file);
    if (open !== undefined) return open.text;
    const stat = statSync(file, { throwIfNoEntry: false });
    const known = this.#texts.get(file);
    if (stat === undefined) {
      this.#texts.delete(file);
      throw new UsageError(`${file}: there is no such file.`);
    }
    if (known?.changedAt === stat.mtimeMs && known.size === stat.size) return known.text;
    const text = readScript('', file);
    this.#texts.set(file, { changedAt: stat.mtimeMs, size: stat.size, text });
    return text;
  }

  /** Whether a script lies closed on disk in another encoding than UTF-8: the client may not know which. */
  isForeign(file: string): boolean {
    return this.#documents.at(file) === undefined && utf8Text(readFileSync(file)) === null;
  }

  find(name: string, from: string): ScriptOnDisk | undefined {
    return this.#find(languageOfFile(from), name, from);
  }

  findForeign(name: string, from: string): ScriptOnDisk | undefined {
    return this.#find(languageOfFile(from) === 'crmscript' ? 'javascript' : 'crmscript', name, from);
  }

  include(script: ScriptOnDisk): string {
    return this.read(script.path);
  }

  /** The names that a file can include. */
  namesFor(from: string): readonly string[] {
    const language = languageOfFile(from);
    const own = basename(from, extname(from)).toLowerCase();
    const all = [...this.#inFolders().values(), ...this.#besideOf(from).values(), ...this.#listing.files()];
    const names = new Map<string, string>();
    for (const { name, file } of all)
      if (languageOfFile(file) === language && !names.has(name.toLowerCase()))
        names.set(name.toLowerCase(), name);
    names.delete(own);
    return [...names.values()];
  }

  #find(language: ScriptLanguage, name: string, from: string): ScriptOnDisk | undefined {
    const key = keyOf(language, name);
    const found = this.#readable(this.#inFolders().get(key)) ?? this.#readable(this.#besideOf(from).get(key));
    if (found !== undefined) return found;
    if (!this.#listing.isListed) this.#isMissed = true;
    return this.#readable(this.#listing.find(language, name, from));
  }

  /** A file that cannot be read is none. */
  #readable(script: ScriptOnDisk | undefined): ScriptOnDisk | undefined {
    if (script === undefined) return undefined;
    try {
      this.read(script.path);
      return script;
    } catch (error) {
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  }

  #inFolders(): ScriptsByName {
    return (this.#named ??= byName(this.#includes.flatMap((dir) => orNone(() => scriptsIn('', dir)))));
  }

  #besideOf(file: string): ScriptsByName {
    const dir = dirname(file);
    const changedAt = statSync(dir, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const known = this.#beside.get(dir);
    if (known?.changedAt === changedAt) return known.scripts;
    const open = this.#documents
      .all()
      .flatMap(({ path }) => (dirname(path) === dir ? [scriptAt('', path)] : []));
    const onDisk = orNone(() => scriptsBeside('', resolve(file)));
    const scripts = byName([...onDisk, ...open]);
    this.#beside.set(dir, { changedAt, scripts });
    return scripts;
  }
}

/** A folder that is not there, or may not be read, holds nothing. */
function orNone(list: () => readonly ScriptOnDisk[]): readonly ScriptOnDisk[] {
  try {
    return list();
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}
