import { languageOfFile } from '../bots/script-language.ts';
import type { ScriptFile } from '../engine/definition.ts';
import type { ScenarioFile } from '../scenario/format.ts';
import { fileNameOf, haveSameLines } from '../scenario/script-folder.ts';
import { readScript, scriptsIn } from './files.ts';
import type { ScriptOnDisk } from './files.ts';
import { UsageError } from './terminal.ts';

/** A scenario with sources from files, and which file has which script, by the script's number. */
export type WithFiles = {
  readonly scenario: ScenarioFile;
  readonly files: ReadonlyMap<number, ScriptOnDisk>;
};

/**
 * The scenario with the sources of its scripts taken from the files of a folder that have the scripts'
 * names (rulings 33). Of several files, one in a folder of the bot's name is meant. A script without a file keeps
 * the source that the scenario has.
 */
export function scriptsFrom(scenario: ScenarioFile, folder: string, dir: string): WithFiles {
  const onDisk = scriptsIn(folder, dir);
  const files = new Map<number, ScriptOnDisk>();
  const folders = (scenario.world.folders ?? []).map((bot) => ({
    ...bot,
    scripts: (bot.scripts ?? []).map((script): ScriptFile => {
      const file = fileOf(script, bot.name, onDisk);
      if (file === undefined) return script;
      files.set(script.id, file);
      return { ...script, source: readScript(folder, file.path) };
    }),
  }));
  if (files.size === 0) {
    throw new UsageError(
      `${dir} has no file with the name of a script of “${scenario.name}”, such as “${example(scenario)}”.`,
    );
  }
  return { scenario: { ...scenario, world: { ...scenario.world, folders } }, files };
}

export const withScriptsFrom = (scenario: ScenarioFile, folder: string, dir: string): ScenarioFile =>
  scriptsFrom(scenario, folder, dir).scenario;

function example({ world }: ScenarioFile): string {
  const name = world.folders?.flatMap(({ scripts = [] }) => scripts)[0]?.name ?? 'my bot message received';
  return `${name}.crmscript`;
}

/** The file in a folder that has the text of a script; undefined where none has. */
export function fileWithText(
  script: Pick<ScriptFile, 'name' | 'includeName' | 'language' | 'source'>,
  bot: string,
  folder: string,
  files: readonly ScriptOnDisk[],
): string | undefined {
  const found = fileOf(script, bot, files);
  return found !== undefined && haveSameLines(readScript(folder, found.path), script.source ?? '')
    ? found.file
    : undefined;
}

function fileOf(
  script: Pick<ScriptFile, 'name' | 'includeName' | 'language'>,
  bot: string,
  files: readonly ScriptOnDisk[],
): ScriptOnDisk | undefined {
  const language = script.language ?? 'crmscript';
  const named = files.filter(
    ({ name, file }) =>
      languageOfFile(file) === language &&
      [script.name, script.includeName ?? '', fileNameOf(script.name)].some(
        (wanted) => wanted.toLowerCase() === name.toLowerCase(),
      ),
  );
  const inBotsFolder = named.find(
    ({ file }) => file.split(/[\\/]/).at(-2)?.toLowerCase() === bot.toLowerCase(),
  );
  return inBotsFolder ?? named[0];
}
