import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { compile } from '../crmscript/compile.ts';
import type { TablesSource } from '../crmscript/library.ts';
import { findInclude } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { includedSource } from './crmscript/included-source.ts';
import { libraryFor } from './crmscript/needed-tables.ts';

/**
 * What an author should know about a source, before it is saved or run; includes come from the world. `file` is
 * what the script would be included as, so that one which others include is taken once.
 */
export function checkScript(
  world: World,
  source: string,
  file: string,
  tables?: TablesSource,
): readonly Diagnostic[] {
  const { diagnostics } = compile(source, {
    file,
    library: libraryFor(world, libraryWith(tables)),
    includes: (name) => {
      const found = findInclude(world.folders, name);
      return found && includedSource(found);
    },
  });
  return diagnostics;
}
