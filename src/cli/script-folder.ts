import { mkdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { languageOfFile } from '../bots/script-language.ts';
import { isBotFolder } from '../engine/registration.ts';
import type { FolderFile, ScriptFile, WorldFile } from '../engine/definition.ts';
import { folderFrom } from '../engine/defaults.ts';
import { safeFileName } from '../scenario/file-name.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { readScript, scriptsIn, writeText } from './files.ts';
import { UsageError } from './terminal.ts';

/**
 * Writes each script of a world into a file of its name, in a folder of its folder's name: what `--scripts` of replay
 * and `scenarioFromFolder` read.
 *
 * @returns the files that were written, as they are named from `dir` on.
 */
export function writeScripts(world: WorldFile, folder: string, dir: string): readonly string[] {
  const taken = new Set<string>();
  const files = (world.folders ?? []).flatMap((bot) =>
    (bot.scripts ?? []).map((script) => {
      const ending = script.language === 'javascript' ? '.ts' : '.crmscript';
      const wanted = join(nameOf(bot.name), nameOf(script.name));
      const name = taken.has(wanted.toLowerCase()) ? `${wanted} ${String(script.id)}` : wanted;
      taken.add(name.toLowerCase());
      return { name: `${name}${ending}`, source: script.source ?? '' };
    }),
  );
  if (files.length === 0) throw new UsageError('This world has no scripts.');
  for (const { name, source } of files) {
    const path = join(dir, name);
    makeFolder(resolve(folder, dirname(path)), dir);
    writeText(folder, path, source);
  }
  return files.map(({ name }) => name);
}

function makeFolder(path: string, shown: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown} cannot be made: ${why}`);
  }
}

const nameOf = (name: string): string => safeFileName(name, 80, '_');

/** The world that a folder of scripts is put into: nothing but what it needs to be played. */
const startsAt = '2026-03-02T09:00:00Z';

/**
 * A scenario without steps whose world has the scripts of a folder: those in it in a folder of its name, those in folders
 * in it each in its own. A folder with a register script is a bot, and gets a channel.
 */
export function scenarioFromFolder(folder: string, dir: string): ScenarioFile {
  const name = basename(resolve(folder, dir));
  const byFolder = new Map<string, ScriptFile[]>();
  const found = [...scriptsIn(folder, dir)].sort((a, b) => (a.file < b.file ? -1 : 1));
  found.forEach((script, index) => {
    const within = relative(dir, dirname(script.file));
    const key = within === '' ? name : within.replaceAll('\\', '/');
    const list = byFolder.get(key) ?? [];
    byFolder.set(key, list);
    list.push({
      id: index + 1,
      name: script.name,
      ...(languageOfFile(script.file) === 'javascript' && { language: 'javascript' }),
      source: readScript(folder, script.path),
    });
  });
  if (byFolder.size === 0)
    throw new UsageError(`${dir} has no scripts (.crmscript, .crm, .cpp, .ts, .tsfso, .js).`);
  const folders = [...byFolder].map(([key, scripts], index): FolderFile => ({
    id: index + 1,
    name: key,
    scripts,
  }));
  const bots = folders.filter((bot) => isBotFolder(folderFrom(bot, bot.id ?? 0)));
  const channels = (bots.length === 0 ? [undefined] : bots).map((bot, index) => ({
    id: index + 1,
    name: bot?.name ?? name,
    members: [{ agent: 1, canRespond: true }],
    ...(bot !== undefined && { bot: { enabled: true, folder: bot.name, name: bot.name } }),
  }));
  return {
    format: 'rehearsal-scenario',
    version: 1,
    name,
    world: { startsAt, agents: [{ id: 1, name: 'Kari Nord', present: true }], channels, folders },
    steps: [],
  };
}
