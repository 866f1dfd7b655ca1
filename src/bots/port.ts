import { includedNames } from '../crmscript/included-names.ts';
import type { TablesSource } from '../crmscript/library.ts';
import type { Script } from '../engine/definition.ts';
import { fileOf, findInclude } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { libraryFor } from './crmscript/needed-tables.ts';
import type { PortNote } from './port/notes.ts';
import { portScripts, sharedName } from './port/port-scripts.ts';

export type { PortNote } from './port/notes.ts';

/** A script of a port, as it is saved. */
export type PortedScript = {
  readonly name: string;
  readonly includeName: string;
  readonly source: string;
  /** The script that it was made of; none for the helpers that the others share. */
  readonly of: number | undefined;
};

/** A bot in TypeScript, and what there is to say about it, by the name that errors give each script. */
export type BotPort = { readonly scripts: readonly PortedScript[]; readonly notes: readonly PortNote[] };

/** How a port tells its include names from those of the scripts beside which it stands. */
export type PortNaming = { readonly ending: string };

/**
 * Ports scripts of a world, and with them what they include from anywhere in it. Scripts in JavaScript are left out, and
 * so are those with errors, which the notes name. It never throws.
 */
export function portBot(
  world: World,
  scripts: readonly Script[],
  { ending }: PortNaming,
  tables?: TablesSource,
): BotPort {
  const all = withIncludes(
    world,
    scripts.filter(({ language }) => language === 'crmscript'),
  );
  const taken = new Set(
    world.folders.flatMap((folder) => folder.scripts).map((one) => fileOf(one).toLowerCase()),
  );
  let shared = sharedName + ending;
  for (let n = 2; taken.has(shared.toLowerCase()); n++) shared = `${sharedName}-${String(n)}${ending}`;
  const port = portScripts(
    all.map((script) => ({ name: fileOf(script), source: script.source })),
    {
      library: libraryFor(world, libraryWith(tables)),
      includeName: (name) => name + ending,
      sharedName: shared,
    },
  );
  const made = port.scripts.flatMap(({ source }, index): PortedScript[] => {
    const script = all[index];
    if (source === undefined || script === undefined) return [];
    const { id: of, name, includeName } = script;
    return [{ name, includeName: includeName === '' ? '' : includeName + ending, source, of }];
  });
  const helpers =
    port.shared === undefined
      ? []
      : [{ name: shared, includeName: shared, source: port.shared, of: undefined }];
  return { scripts: [...made, ...helpers], notes: port.notes };
}

/** The scripts and all that they include, each once, in the order in which they are met. */
function withIncludes(world: World, scripts: readonly Script[]): readonly Script[] {
  const all = [...scripts];
  for (const { source } of all) {
    for (const name of includedNames(source)) {
      const found = findInclude(world.folders, name);
      if (found !== undefined && found.language === 'crmscript' && !all.includes(found)) all.push(found);
    }
  }
  return all;
}
