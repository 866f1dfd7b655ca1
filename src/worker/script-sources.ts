import type { Input } from '../engine/inputs.ts';
import type { World } from '../engine/world.ts';

/** Every script of a world, and those that inputs bring. */
export function* sourcesOf(world: World, inputs: Iterable<Input> = []): Generator<string> {
  for (const { scripts } of world.folders) for (const { source } of scripts) yield source;
  for (const input of inputs) yield* sourcesIn(input);
}

function* sourcesIn(input: Input): Generator<string> {
  if (input.type === 'admin.savesScript') yield input.script.source ?? '';
  if (input.type === 'admin.savesFolder')
    for (const { source } of input.folder.scripts ?? []) yield source ?? '';
}
