import type { CommandContext } from './command.ts';
import { allCommands } from './find.ts';
import { placesToGo } from './go-to.ts';
import { runCommand } from './run-command.ts';

/** Does what a single letter stands for where one is; nothing when it stands for nothing. */
export function pressKey(here: CommandContext, key: string): void {
  const command = [...allCommands(here), ...placesToGo(here)].find((one) => one.key === key.toLowerCase());
  if (command !== undefined) void runCommand(here.palette, command);
}
