import type { EditedScript } from '../crmscript/complete.ts';
import { includedNames } from '../crmscript/included-names.ts';
import type { TablesSource } from '../crmscript/library.ts';
import type { Folder, Script } from '../engine/definition.ts';
import { fileOf, findInclude } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { libraryFor } from './crmscript/needed-tables.ts';
import { programRoots } from './program-roots.ts';

/** Texts of scripts that are written and not saved, by the number of the script. */
export type UnsavedTexts = ReadonlyMap<number, string>;

/** The scripts in CRMScript of a world as programs: each file has a name that no other has, whatever scripts are called. */
export class WorldPrograms {
  readonly #world: World;
  readonly #written: UnsavedTexts;
  readonly #tables: TablesSource | undefined;
  readonly #scripts = new Map<string, Script>();
  readonly #files = new Map<number, string>();

  constructor(world: World, written: UnsavedTexts, tables?: TablesSource) {
    this.#world = world;
    this.#written = written;
    this.#tables = tables;
    for (const folder of world.folders) for (const script of folder.scripts) this.#name(folder, script);
  }

  fileOf(script: number): string {
    return this.#files.get(script) ?? '';
  }

  scriptOf(file: string): Script | undefined {
    return this.#scripts.get(file);
  }

  sourceOf({ id, source }: Script): string {
    return this.#written.get(id) ?? source;
  }

  /** A script with what it includes. */
  edited(script: Script): EditedScript {
    return {
      file: this.fileOf(script.id),
      source: this.sourceOf(script),
      library: libraryFor(this.#world, libraryWith(this.#tables)),
      includes: (name) => {
        const found = findInclude(this.#world.folders, name);
        if (found === undefined) return undefined;
        if (found.language !== 'crmscript') return 'other-language';
        return { file: this.fileOf(found.id), source: this.sourceOf(found) };
      },
    };
  }

  /** The scripts that are programs. */
  *[Symbol.iterator](): Generator<EditedScript> {
    const scripts = [...this.#scripts.values()].filter(({ language }) => language === 'crmscript');
    const includes = new Map(scripts.map((script) => [script.id, this.#includedBy(script)]));
    for (const script of programRoots(this.#world, scripts, includes)) yield this.edited(script);
  }

  #includedBy(script: Script): readonly number[] {
    const source = this.sourceOf(script);
    if (!/#include/i.test(source)) return [];
    return includedNames(source).flatMap((name) => findInclude(this.#world.folders, name)?.id ?? []);
  }

  #name(folder: Folder, script: Script): void {
    const plain = fileOf(script);
    const known = (name: string) => this.#scripts.has(name);
    const inFolder = `${folder.name}/${plain}`;
    const file = !known(plain) ? plain : known(inFolder) ? `${inFolder} (${String(script.id)})` : inFolder;
    this.#scripts.set(file, script);
    this.#files.set(script.id, file);
  }
}
