import { basename, resolve } from 'node:path';
import type { Folder, FolderFile, WorldFile } from '../engine/definition.ts';
import { folderFrom } from '../engine/defaults.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { scenarioOfFolder } from '../scenario/script-folder.ts';
import { readFolderOnDisk } from './folder-on-disk.ts';
import { UsageError, type Terminal } from './terminal.ts';
import { tellLeftAlone } from './tell-exchange.ts';

/** A scenario without steps whose world has the scripts of a folder that a person named. */
export function scenarioFromFolder(terminal: Terminal, dir: string): ScenarioFile {
  const path = resolve(terminal.folder, dir);
  const { scripts } = readFolderOnDisk(path, dir, basename(path));
  tellLeftAlone(terminal, scripts.leftAlone);
  if (scripts.scripts.length === 0)
    throw new UsageError(`${dir} has no scripts (.crmscript, .crm, .cpp, .ts, .tsfso, .js).`);
  const { scenario, folders } = scenarioOfFolder(scripts);
  return { ...scenario, world: withFolders(scenario.world, folders) };
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
