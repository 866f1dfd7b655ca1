import type { Folder } from '../../engine/definition.ts';
import { isBotFolder } from '../../engine/registration.ts';
import type { ScenarioFile } from '../format.ts';
import { compareFolder } from './compare.ts';
import type { Exchange } from './exchange.ts';
import type { ScriptFolder } from './read.ts';
import { nextExchange, takeRows } from './take.ts';

/** The world that a folder of scripts is put into: nothing but what it needs to be played. */
const startsAt = '2026-03-02T09:00:00Z';

/**
 * A scenario without steps whose world has the scripts of a folder: those on top in a folder of its name, those in folders
 * in it each in its own. A folder with a register script is a bot, and gets a channel. `exchange` is what both have in common.
 */
export function scenarioOfFolder(there: ScriptFolder): {
  readonly scenario: ScenarioFile;
  readonly folders: readonly Folder[];
  readonly exchange: Exchange;
} {
  const { name } = there;
  const rows = compareFolder(there, [], []);
  const { folders, agreed } = takeRows([], rows, 1);
  const bots = folders.filter(isBotFolder);
  const channels = (bots.length === 0 ? [undefined] : bots).map((bot, index) => ({
    id: index + 1,
    name: bot?.name ?? name,
    members: [{ agent: 1, canRespond: true }],
    ...(bot !== undefined && { bot: { enabled: true, folder: bot.name, name: bot.name } }),
  }));
  const agents = [{ id: 1, name: 'Kari Nord', present: true }];
  return {
    scenario: {
      format: 'rehearsal-scenario',
      version: 1,
      name,
      world: { startsAt, agents, channels, folders },
      steps: [],
    },
    folders,
    exchange: nextExchange([], rows, agreed),
  };
}
