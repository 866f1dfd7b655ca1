import { help, type EditedScript, type Help, type HelpKind } from '../crmscript/complete.ts';
import type { TablesSource } from '../crmscript/library.ts';
import type { Script } from '../engine/definition.ts';
import { fileOf, findInclude, findScript } from '../engine/registration.ts';
import type { World } from '../engine/world.ts';
import { libraryWith } from './bot-library.ts';
import { referenceFor } from './reference/reference.ts';

export type Question = {
  readonly kind: HelpKind;
  readonly script: number;
  /** The script as it is being written. */
  readonly source: string;
  readonly offset: number;
};

/** `script` is the one in which a definition lies. */
export type Assistance = { readonly help: Help; readonly script: number };

/** Helps to write a script of the world: includes come from the world, and so does what values mean. */
export function assistScript(
  world: World,
  { kind, script: id, source, offset }: Question,
  tables?: TablesSource,
): Assistance | null {
  const script = findScript(world.folders, id);
  if (script?.language !== 'crmscript') return null;
  const files = new Map([[fileOf(script), id]]);
  const edited: EditedScript = {
    source,
    file: fileOf(script),
    library: libraryWith(tables),
    includes: (name) => {
      const found = findInclude(world.folders, name);
      if (found === undefined) return undefined;
      files.set(fileOf(found), found.id);
      // One in another language has nothing for this one, but can be gone to.
      return { file: fileOf(found), source: found.language === 'crmscript' ? found.source : '' };
    },
    includeNames: namesToInclude(world, script),
    reference: referenceFor(world, script, source),
  };
  const found = help(edited, kind, offset);
  if (found === null) return null;
  return { help: found, script: found.kind === 'definition' ? (files.get(found.file) ?? id) : id };
}

/** Scripts with an include name first: those are meant to be included. */
function namesToInclude({ folders }: World, script: Script): readonly string[] {
  const others = folders
    .flatMap(({ scripts }) => scripts)
    .filter(({ id, language }) => id !== script.id && language === 'crmscript');
  const named = others.filter(({ includeName }) => includeName !== '');
  return [...named.map(fileOf), ...others.filter((one) => !named.includes(one)).map(fileOf)];
}
