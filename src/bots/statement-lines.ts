import type { TablesSource } from '../crmscript/library.ts';
import { linesOf, routinesOf } from '../crmscript/marked.ts';
import type { Script } from '../engine/definition.ts';
import { findInclude, fileOf } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { namesIncluded } from './script-language.ts';
import { compileScript } from './crmscript/compile-script.ts';

/**
 * The lines of a script on which a statement begins, in order: where a breakpoint can be. One in JavaScript is one statement
 * (rulings 38). One that compiles only as a part of scripts that include it is looked at there. Null for a script that does not compile.
 */
export function statementLines(
  world: World,
  script: Script,
  tables?: TablesSource,
): readonly number[] | null {
  if (script.language === 'javascript') return [1];
  const program = programOf(world, script, tables);
  if (program !== undefined) return linesOf(program, fileOf(script));
  for (const other of world.folders.flatMap(({ scripts }) => scripts)) {
    if (
      other.id === script.id ||
      !namesIncluded(other.source, other.language).some(
        (name) => findInclude(world.folders, name)?.id === script.id,
      )
    )
      continue;
    const around = programOf(world, other, tables);
    if (around !== undefined) return linesOf(around, fileOf(script));
  }
  return null;
}

/** The functions of a script and of what it includes: where a breakpoint on a function can be. None for one that does not compile. */
export function functionsIn(world: World, script: Script, tables?: TablesSource): ReadonlySet<string> {
  const program = script.language === 'javascript' ? undefined : programOf(world, script, tables);
  return program === undefined ? new Set() : routinesOf(program);
}

function programOf(world: World, script: Script, tables: TablesSource | undefined) {
  const find = (name: string): Script | undefined => findInclude(world.folders, name);
  return compileScript(script, find, { library: libraryWith(tables) }).program;
}
