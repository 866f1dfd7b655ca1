import type { Script } from '../engine/definition.ts';
import { findScript } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { directivesIn } from './javascript/directives.ts';
import { includeNamed, programFileOf } from './javascript/included-scripts.ts';
import type { NamedSource } from './javascript/join-source.ts';
import type { SharedProgram } from './javascript-programs.ts';
import { programRoots } from './program-roots.ts';
import type { UnsavedTexts } from './programs.ts';

/** The scripts in JavaScript of a world as programs, with what is written into them and not saved. The path of a script is its number. */
export class JavaScriptPrograms {
  readonly world: World;
  #programs: readonly SharedProgram[] | undefined;

  constructor(world: World, written: UnsavedTexts) {
    const folders = world.folders.map((folder) => ({
      ...folder,
      scripts: folder.scripts.map((one) => ({ ...one, source: written.get(one.id) ?? one.source })),
    }));
    this.world = { ...world, folders };
  }

  scriptOf(path: string): Script | undefined {
    return findScript(this.world.folders, Number(path));
  }

  /** A script by the name that it has in programs. */
  mainOf(script: Script): NamedSource {
    return { file: programFileOf(this.world, script), source: script.source };
  }

  /** Made when it is first asked for: it takes a look at every script. */
  get programs(): readonly SharedProgram[] {
    return (this.#programs ??= this.#find());
  }

  #find(): readonly SharedProgram[] {
    const { world } = this;
    const scripts = world.folders
      .flatMap((folder) => folder.scripts)
      .filter(({ language }) => language === 'javascript');
    const includes = new Map(scripts.map(({ id, source }) => [id, this.#includedBy(source)]));
    return [...programRoots(world, scripts, includes)].map((root) => this.#programOf(root, includes));
  }

  #includedBy(source: string): readonly number[] {
    return directivesIn(source).flatMap(({ name }) => {
      const found = includeNamed(this.world, name);
      return found?.language === 'javascript' ? [found.id] : [];
    });
  }

  /** To a program its files are what they are included by, of which each is taken in once. */
  #programOf(root: Script, includes: ReadonlyMap<number, readonly number[]>): SharedProgram {
    const paths = new Map<string, string>();
    const files = new Map<string, string>();
    const take = (script: Script | undefined): void => {
      const path = String(script?.id ?? '');
      if (script === undefined || files.has(path)) return;
      const file = programFileOf(this.world, script);
      paths.set(file, path);
      files.set(path, file);
      for (const id of includes.get(script.id) ?? []) take(findScript(this.world.folders, id));
    };
    take(root);
    return {
      world: this.world,
      main: this.mainOf(root),
      pathOf: (file) => paths.get(file) ?? '',
      fileAt: (path) => files.get(path),
    };
  }
}
