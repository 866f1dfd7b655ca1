import { basename, resolve } from 'node:path';
import type { Folder, FolderFile, WorldFile } from '../engine/definition.ts';
import { folderFrom } from '../engine/defaults.ts';
import { isBotFolder } from '../engine/registration.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { compareFolder, takeRows } from '../scenario/script-folder.ts';
import { readFolderOnDisk } from './folder-on-disk.ts';
import { UsageError, type Terminal } from './terminal.ts';
import { tellLeftAlone } from './tell-exchange.ts';

/** The world that a folder of scripts is put into: nothing but what it needs to be played. */
const startsAt = '2026-03-02T09:00:00Z';

/**
 * A scenario without steps whose world has the scripts of a folder: those in it in a folder of its name, those in folders
 * in it each in its own. A folder with a register script is a bot, and gets a channel.
 */
export function scenarioFromFolder(terminal: Terminal, dir: string): ScenarioFile {
  const path = resolve(terminal.folder, dir);
  const name = basename(path);
  const { scripts } = readFolderOnDisk(path, dir, name);
  tellLeftAlone(terminal, scripts.leftAlone);
  if (scripts.scripts.length === 0)
    throw new UsageError(`${dir} has no scripts (.crmscript, .crm, .cpp, .ts, .tsfso, .js).`);
  const { folders } = takeRows([], compareFolder(scripts, [], []), 1);
  const bots = folders.filter(isBotFolder);
  const channels = (bots.length === 0 ? [undefined] : bots).map((bot, index) => ({
    id: index + 1,
    name: bot?.name ?? name,
    members: [{ agent: 1, canRespond: true }],
    ...(bot !== undefined && { bot: { enabled: true, folder: bot.name, name: bot.name } }),
  }));
  const world = { startsAt, agents: [{ id: 1, name: 'Kari Nord', present: true }], channels };
  return {
    format: 'rehearsal-scenario',
    version: 1,
    name,
    world: withFolders(world, folders),
    steps: [],
  };
}

/** The folders of a world as the engine has them: what a file leaves out has its default. */
export const foldersOf = (world: WorldFile): readonly Folder[] =>
  (world.folders ?? []).map((folder, index) => folderFrom(folder, index + 1));

/** The world with these folders. What a script has that is not its text stays as its file says it. */
export function withFolders(world: WorldFile, folders: readonly Folder[]): WorldFile {
  const before = new Map(
    (world.folders ?? []).flatMap(({ scripts = [] }) => scripts.map((one) => [one.id, one])),
  );
  return {
    ...world,
    folders: folders.map(({ id, name, scripts }): FolderFile => ({
      id,
      name,
      scripts: scripts.map(({ includeName, language, ...script }) => ({
        ...before.get(script.id),
        ...script,
        ...(includeName !== '' && { includeName }),
        ...(language !== 'crmscript' && { language }),
      })),
    })),
  };
}
