import type { Script } from '../../engine/definition.ts';
import { findInclude } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import { namesMeant } from './directives.ts';

/** The script that a directive's name means, in whichever language it is. */
export function includeNamed({ folders }: World, name: string): Script | undefined {
  for (const one of namesMeant(name)) {
    const found = findInclude(folders, one);
    if (found !== undefined) return found;
  }
  return undefined;
}
