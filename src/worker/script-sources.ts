import type { Input } from '../engine/inputs.ts';
import type { World } from '../engine/world.ts';
import type { Call } from './tab-messages.ts';

/** Every script of a world, and those that a call brings. */
export function* sourcesOf(world: World, call?: Call): Generator<string> {
  for (const { scripts } of world.folders) for (const { source } of scripts) yield source;
  if (call?.kind === 'dispatch') yield* sourcesIn(call.command.input);
}

function* sourcesIn(input: Input): Generator<string> {
  if (input.type === 'admin.savesScript') yield input.script.source ?? '';
  if (input.type === 'admin.savesFolder')
    for (const { source } of input.folder.scripts ?? []) yield source ?? '';
}
