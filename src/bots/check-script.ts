import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { compile } from '../crmscript/compile.ts';
import type { TablesSource } from '../crmscript/library.ts';
import type { Script } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { fileOf } from './compile-script.ts';

/** What an author should know about a source, before it is saved or run; includes come from the world. */
export function checkScript(
  world: World,
  source: string,
  file: string,
  tables?: TablesSource,
): readonly Diagnostic[] {
  const { diagnostics } = compile(source, {
    file,
    library: libraryWith(tables),
    includes: (name) => {
      const found = findInclude(world, name);
      return found && { file: fileOf(found), source: found.source };
    },
  });
  return diagnostics;
}

/** By include name, else by name, in any letter case. */
export function findInclude(world: World, name: string): Script | undefined {
  const wanted = name.toLowerCase();
  const scripts = world.folders.flatMap((folder) => folder.scripts);
  return (
    scripts.find(({ includeName }) => includeName.toLowerCase() === wanted && includeName !== '') ??
    scripts.find((script) => script.name.toLowerCase() === wanted)
  );
}
