import { replacedBy } from '../../engine/replaced-by.ts';
import type { World } from '../../engine/world.ts';
import type { Command } from '../../protocol/engine-api.ts';

/** The command with what it takes the place of, as the page shows that now. */
export function commandOf(command: Omit<Command, 'base'>, world: World | null): Command {
  const base = world === null ? undefined : replacedBy(world, command.input);
  return base === undefined ? command : { ...command, base };
}
