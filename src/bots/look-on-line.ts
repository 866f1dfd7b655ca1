import { lookOnLine as lookInProgram } from '../crmscript/look-on-line.ts';
import type { TablesSource } from '../crmscript/library.ts';
import type { Script } from '../engine/definition.ts';
import { fileOf, findInclude } from '../engine/registration.ts';
import type { CodedText } from '../engine/codes.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { compileFailure } from './crmscript/compile-failure.ts';
import { compileScript } from './crmscript/compile-script.ts';
import { coded } from './codes.ts';

/**
 * What an expression would give before the first statement on a line of a script: the name of its type, or why it cannot be evaluated
 * there. Nothing is run. In JavaScript nothing can (rulings 38). Null where nobody can tell: the script does not
 * compile, or has no statement from there on.
 */
export function lookOnLine(
  world: World,
  script: Script,
  line: number,
  expression: string,
  tables?: TablesSource,
): { readonly type: string } | { readonly problem: CodedText } | null {
  if (script.language === 'javascript') return { problem: coded('javascript-inside', {}) };
  const find = (name: string): Script | undefined => findInclude(world.folders, name);
  const { program } = compileScript(script, find, { library: libraryWith(tables) });
  const looked = program && lookInProgram(program, fileOf(script), line, expression);
  if (looked === undefined || looked === null || !('diagnostics' in looked)) return looked ?? null;
  return { problem: compileFailure('', looked.diagnostics).said };
}
