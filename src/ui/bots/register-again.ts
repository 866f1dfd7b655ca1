import type { Folder } from '../../engine/definition.ts';
import type { World } from '../../engine/world.ts';
import type { Input } from '../../engine/inputs.ts';

/** Turns the bot of every channel that uses the folder off and on: its scripts are looked up anew (chat-domain §4.2). */
export const registerAgain = (world: World, folder: Folder): readonly Input[] =>
  world.channels
    .filter(({ bot }) => bot.enabled && bot.folder === folder.name)
    .flatMap((channel) => [
      {
        type: 'admin.savesChannel',
        channel: { ...channel, bot: { ...channel.bot, enabled: false } },
      } as const,
      { type: 'admin.savesChannel', channel } as const,
    ]);
