import type { Script } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import { standingOf } from './hints/caller-context.ts';

/**
 * Of scripts, those that are programs: those that no other includes, and of the others those that something calls. Where scripts
 * only include each other, all of them are. `includes` is what each of them includes, by number.
 */
export function* programRoots(
  world: World,
  scripts: readonly Script[],
  includes: ReadonlyMap<number, readonly number[]>,
): Generator<Script> {
  const included = new Set([...includes.values()].flat());
  const reached = new Set<number>();
  const reach = (id: number): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of includes.get(id) ?? []) reach(next);
  };
  for (const script of scripts) {
    if (included.has(script.id) && !isCalled(world, script)) continue;
    reach(script.id);
    yield script;
  }
  for (const script of scripts) {
    if (reached.has(script.id)) continue;
    reach(script.id);
    yield script;
  }
}

function isCalled(world: World, { id, source }: Script): boolean {
  const standing = standingOf(world, id, source);
  return standing?.role !== undefined || (standing?.triggers.length ?? 0) > 0;
}
