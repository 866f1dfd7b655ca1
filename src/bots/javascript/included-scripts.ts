import type { Script } from '../../engine/definition.ts';
import { fileOf, findInclude } from '../../engine/registration.ts';
import type { World } from '../../engine/world.ts';
import { firstMeant } from './directives.ts';

/** The script that a directive's name means, in whichever language it is. */
export const includeNamed = ({ folders }: World, name: string): Script | undefined =>
  firstMeant(name, (one) => findInclude(folders, one));

/** What a script is called in programs: as it is included; with its number, where that name means another script. */
export function programFileOf({ folders }: World, script: Script): string {
  const file = fileOf(script);
  return findInclude(folders, file)?.id === script.id ? file : `${file} (${String(script.id)})`;
}
