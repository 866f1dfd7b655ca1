import type { Folder } from '../../../engine/definition.ts';
import type { World } from '../../../engine/world.ts';
import type { Input } from '../../../engine/inputs.ts';

/** Registers every channel whose bot the folder is: its scripts are looked up anew (chat-domain §4.2, rulings 41). */
export const registerAgain = (world: World, folder: Folder): readonly Input[] =>
  world.channels
    .filter(({ bot }) => bot.enabled && bot.folder === folder.name)
    .map(({ id }) => ({ type: 'admin.registersBot', channel: id }) as const);
