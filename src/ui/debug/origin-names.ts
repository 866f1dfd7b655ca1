import type { World } from '../../engine/world.ts';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { scriptName } from './call-rows.ts';

type Known = Pick<World, 'folders' | 'triggers' | 'channels'>;

const isTrigger = ({ triggers }: Known, script: number): boolean =>
  triggers.some((trigger) => trigger.script === script);

/** The folder of a bot whose script it is; undefined for other scripts. */
const botOf = ({ folders, channels }: Known, script: number): string | undefined => {
  const folder = folders.find(({ scripts }) => scripts.some(({ id }) => id === script));
  return folder !== undefined && channels.some(({ bot }) => bot.folder === folder.name)
    ? folder.name
    : undefined;
};

/** A script as a link names it: a bot's with its bot. */
export function nameOfPlace(world: Known, script: number): string {
  const name = scriptName(world, { script, file: '' });
  const bot = isTrigger(world, script) ? undefined : botOf(world, script);
  return bot === undefined ? name : `${bot}, ${name}`;
}

export function iconOf(world: Known, script: number): LaterIconName {
  if (isTrigger(world, script)) return 'trigger';
  return botOf(world, script) === undefined ? 'script' : 'bot';
}
