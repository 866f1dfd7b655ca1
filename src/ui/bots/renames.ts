import type { Folder } from '../../engine/definition.ts';
import type { Input } from '../../engine/inputs.ts';
import type { World } from '../../engine/world.ts';

/** Gives the folder another name, also where channels name it as their bot. */
export const renames = (world: World, folder: Folder, name: string): readonly Input[] => [
  { type: 'admin.savesFolder', folder: { ...folder, name } },
  ...world.channels
    .filter(({ bot }) => bot.folder === folder.name)
    .map((channel) => {
      const bot = { ...channel.bot, folder: name };
      return { type: 'admin.savesChannel', channel: { ...channel, bot } } as const;
    }),
];
