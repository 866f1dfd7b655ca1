import type { TablesSource } from '../crmscript/library.ts';
import { linesOf } from '../crmscript/marked.ts';
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
  const find = (name: string): Script | undefined => findInclude(world.folders, name);
  const { program } = compileScript(script, find, { library: libraryWith(tables) });
  return program === undefined ? null : linesOf(program, fileOf(script));
}
