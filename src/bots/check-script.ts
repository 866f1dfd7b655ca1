import { calledTree } from '../crmscript/called-tree.ts';
import { diagnose, diagnoseErrors } from '../crmscript/diagnose.ts';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import type { TablesSource } from '../crmscript/library.ts';
import { findInclude } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { includedSource } from './crmscript/included-source.ts';
import { libraryFor } from './crmscript/needed-tables.ts';
import { flowOfCrmScript } from './hints/crmscript-flow.ts';
import type { ScriptFlow } from './hints/flow.ts';
import { hintsOf } from './hints/hints-of.ts';
import { standingOf } from './hints/caller-context.ts';

/**
 * What an author should know about a source, before it is saved or run; includes come from the world. `file` is
 * what the script would be included as, so that one which others include is taken once. `script` is the one of the world that
 * it is the text of: of that it is known who calls it, so there are more hints (`docs/hints.md`).
 */
export function checkScript(
  world: World,
  source: string,
  file: string,
  tables?: TablesSource,
  script?: number,
): readonly Diagnostic[] {
  const options = {
    file,
    library: libraryFor(world, libraryWith(tables)),
    includes: (name: string) => {
      const found = findInclude(world.folders, name);
      return found && includedSource(found);
    },
  };
  const standing = script === undefined ? undefined : standingOf(world, script, source);
  if (!mayAct.test(source)) {
    const diagnostics = diagnose(source, options);
    if (diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
    return [
      ...diagnostics,
      ...hintsOf(standing, { file, flow: nothing, sources: new Map([[file, source]]) }),
    ];
  }
  const tree = calledTree(source, options);
  if (tree.hasErrors) return diagnoseErrors(source, options);
  const sources = new Map(tree.trees.map((one) => [one.file, one.source]));
  const hints = hintsOf(standing, { file, flow: flowOfCrmScript(tree), sources });
  // What hints say with a rule takes the place of what the language's own checks say there.
  const said = new Set(hints.map(placeOf));
  return [...tree.diagnostics.filter((one) => !said.has(placeOf(one))), ...hints];
}

/** What a script cannot do without that does something about the chat or calls the network: finding out what costs half of what checking it does. */
const mayAct = /chat|http|status|#include/i;

const nothing: ScriptFlow = {
  main: [],
  routines: new Map(),
  texts: [],
  asksFor: () => undefined,
  says: () => undefined,
};

const placeOf = ({ code, span }: Diagnostic): string => `${code} ${span.file} ${String(span.start)}`;
