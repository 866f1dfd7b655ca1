import type { Channel, Folder, Script, Trigger } from '../../engine/definition.ts';
import {
  botScriptPatterns,
  findBotScripts,
  findScript,
  isBotFolder,
  isLike,
} from '../../engine/registration.ts';
import { botRoles, registrationFound, type BotRole } from '../../engine/registration-found.ts';
import type { World } from '../../engine/world.ts';

/** Who calls a script: what its hints depend on besides its text. */
export type CallerContext = {
  readonly world: World;
  readonly script: Script;
  readonly folder: Folder;
  /** What it is called for: as it is registered, else as its name says. */
  readonly role: BotRole | undefined;
  /** The channels whose bot its folder is. */
  readonly channels: readonly Channel[];
  /** The triggers that run it. */
  readonly triggers: readonly Trigger[];
};

/** Where a script stands in a world, with the text that it has by now; undefined where it is not there. */
export function standingOf(world: World, id: number, source: string): CallerContext | undefined {
  const known = findScript(world.folders, id);
  const script = known && { ...known, source };
  const folder = world.folders.find(({ scripts }) => scripts.some((one) => one.id === id));
  if (script === undefined || folder === undefined) return undefined;
  return {
    world,
    script,
    folder,
    role: roleOf(world, folder, script),
    channels: world.channels.filter(({ bot }) => bot.enabled && bot.folder === folder.name),
    triggers: world.triggers.filter((one) => one.enabled && one.script === id),
  };
}

/** A script is what it was registered as; a folder that no channel has registered yet goes by names. */
function roleOf(world: World, folder: Folder, { id, name }: Script): BotRole | undefined {
  const registered = world.registrations.filter((one) => one.folder === folder.name);
  const role = botRoles.find((one) => registered.some(({ scripts }) => scripts[one] === id));
  if (role !== undefined || registered.length > 0) return role;
  return botRoles.find((one) => isLike(name, botScriptPatterns[one]));
}

/** The script of a folder that will be called for a role once it is registered again, if it is not called for it now. */
export const isNewerThanRegistration = ({ world, script, channels }: CallerContext): Channel | undefined =>
  channels.find((channel) =>
    registrationFound(world, channel).roles.some(({ next }) => next !== undefined && next?.id === script.id),
  );

/** Whether the folder is a bot in which a script has no role by its name. */
export const hasNoRole = ({ folder, script }: CallerContext): boolean =>
  isBotFolder(folder) &&
  !Object.values(findBotScripts(folder)).includes(script.id) &&
  !botRoles.some((role) => isLike(script.name, botScriptPatterns[role]));
