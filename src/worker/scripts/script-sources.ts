import type { ScriptLanguage } from '../../engine/definition.ts';
import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';

/** The text of a script, and the language that it is in. */
export type ScriptText = { readonly language: ScriptLanguage; readonly source: string };

type Script = { readonly language?: ScriptLanguage | undefined; readonly source?: string | undefined };

/** Every script of a world, and those that inputs bring. */
export function* scriptsOf(world: World, inputs: Iterable<Input> = []): Generator<ScriptText> {
  for (const { scripts } of world.folders) yield* scripts;
  for (const input of inputs) yield* scriptsIn(input);
}

/** The texts of every script of a world. */
export function* sourcesOf(world: World): Generator<string> {
  for (const { source } of scriptsOf(world)) yield source;
}

function* scriptsIn(input: Input): Generator<ScriptText> {
  if (input.type === 'admin.savesScript') yield textOf(input.script);
  if (input.type === 'admin.savesFolder') yield* (input.folder.scripts ?? []).map(textOf);
}

const textOf = ({ language = 'crmscript', source = '' }: Script): ScriptText => ({ language, source });
