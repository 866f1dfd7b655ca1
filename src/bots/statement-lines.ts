import type { TablesSource } from '../crmscript/library.ts';
import { linesOf, routinesOf } from '../crmscript/marked.ts';
import type { Script } from '../engine/definition.ts';
import { findInclude, fileOf } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { compileScript } from './crmscript/compile-script.ts';

/**
 * The lines of a script on which a statement begins, in order: where a breakpoint can be. One in JavaScript is one statement
 * (rulings 38). Null for a script that does not compile.
 */
export function statementLines(
  world: World,
  script: Script,
  tables?: TablesSource,
): readonly number[] | null {
  if (script.language === 'javascript') return [1];
  const program = programOf(world, script, tables);
  return program === undefined ? null : linesOf(program, fileOf(script));
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
