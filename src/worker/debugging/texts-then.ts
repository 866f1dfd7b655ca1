import type { Script } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';

const scriptsOf = (world: World): readonly Script[] => world.folders.flatMap(({ scripts }) => scripts);

/** Scripts of an earlier world that are other now, or gone: their texts as they were. */
export function textsThen(then: World, now: World): Readonly<Record<number, string>> {
  const sources = new Map(scriptsOf(now).map(({ id, source }) => [id, source]));
  return Object.fromEntries(
    scriptsOf(then).flatMap(({ id, source }) => (sources.get(id) === source ? [] : [[id, source]])),
  );
}
