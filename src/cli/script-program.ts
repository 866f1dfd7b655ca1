import { basename, extname } from 'node:path';
import { createWorld } from '../engine/create-world.ts';
import type { FolderFile, MockFile, Script, ScriptLanguage } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { languageOfFile, namesIncluded } from '../bots/script-language.ts';
import { isFolder } from './files.ts';
import type { Called } from './options.ts';
import type { ScriptFiles } from './script-files.ts';
import { UsageError } from './terminal.ts';
import type { Languages } from './terminal.ts';

export type ProgramWorld = {
  readonly startsAt?: string;
  readonly seed?: number;
  readonly mocks?: readonly MockFile[];
};

/** The script files and the include folders of a command: `--include a b` names two folders. */
export function splitFolders(called: Called, folder: string) {
  const given = called.values('include');
  const more = given.length === 0 ? [] : called.files.filter((file) => isFolder(folder, file));
  return { files: called.files.filter((file) => !more.includes(file)), includes: [...given, ...more] };
}

/** The id of the script that a program is run by. */
export const mainScript = 1;

/** Where scripts are found: `ScriptFiles`, or the folders of an editor. */
export type ScriptFinder = Pick<ScriptFiles, 'read' | 'find' | 'findForeign' | 'include'>;

/** A script on its own, with all that it includes. */
export type ScriptProgram = {
  readonly file: string;
  /** The file's name without folder and ending: what `#include` would call it. */
  readonly name: string;
  readonly language: ScriptLanguage;
  readonly world: World;
  readonly source: string;
  /** The file that a script's name in a diagnostic or an error stands for. */
  readonly fileOf: (name: string) => string;
  /** A script that is asked for only while this one runs. */
  readonly findLater: (name: string) => Script | undefined;
};

/**
 * A small world around one script file: the script, and the scripts that it includes, found by file
 * name without ending (scenario.md "The command line"): in the folders of `--include`, then beside the file, then
 * among the other files named.
 */
export function programFor(file: string, shelf: ScriptFinder, given: ProgramWorld = {}): ScriptProgram {
  const source = shelf.read(file);
  const own = basename(file, extname(file));
  const language = languageOfFile(file);
  const files = new Map([[own.toLowerCase(), file]]);
  const scripts = includedBy(file, source, shelf, files);
  const folders: FolderFile[] = [
    { id: 1, name: 'main', scripts: [{ id: mainScript, name: file, includeName: own, language, source }] },
    {
      id: 2,
      name: 'includes',
      scripts: scripts.map((script, index) => ({ id: index + 2, ...script })),
    },
  ];
  const world = createWorld({
    startsAt: given.startsAt ?? '2026-03-02T09:00:00Z',
    seed: given.seed,
    folders,
    mocks: given.mocks,
  });
  const later = new Map<string, Script | undefined>();
  return {
    file,
    name: own,
    language,
    world,
    source,
    fileOf: (name) => files.get(name.toLowerCase()) ?? name,
    findLater: (name) => {
      const known = name.toLowerCase();
      if (!later.has(known)) later.set(known, scriptLater(name, file, shelf, files, world, later.size));
      return later.get(known);
    },
  };
}

type Included = Pick<Script, 'name' | 'includeName' | 'language' | 'source'>;

/**
 * What a script includes, and what that includes, each once; `files` takes down where each was found. One in the other
 * language is taken along, so that it can be said that it cannot be included.
 */
function includedBy(
  file: string,
  source: string,
  shelf: ScriptFinder,
  files: Map<string, string>,
): Included[] {
  const found: Included[] = [];
  const pending = [{ file, source }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const wanted of namesIncluded(next.source, languageOfFile(file))) {
      if (files.has(wanted.toLowerCase())) continue;
      const own = shelf.find(wanted, file);
      const script = own ?? shelf.findForeign(wanted, file);
      if (script === undefined) continue;
      files.set(wanted.toLowerCase(), script.file);
      const { name, file: path } = script;
      const text = shelf.include(script, next.file);
      found.push({ name, includeName: name, language: languageOfFile(path), source: text });
      if (own !== undefined) pending.push({ file: path, source: text });
    }
  }
  return found;
}

/** What a text that is run by a script includes; a file that cannot be read is none. */
function scriptLater(
  name: string,
  file: string,
  shelf: ScriptFinder,
  files: Map<string, string>,
  world: World,
  count: number,
): Script | undefined {
  const found = shelf.find(name, file);
  const [main] = world.folders[0]?.scripts ?? [];
  if (found === undefined || main === undefined) return undefined;
  try {
    const source = shelf.read(found.path);
    files.set(name.toLowerCase(), found.file);
    return { ...main, id: 100_000 + count, name: found.name, includeName: found.name, source };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** What is wrong with the script of a program and with what it includes, with the names of the files. */
export const checkProgram = (
  program: ScriptProgram,
  languages: Pick<Languages, 'checkScript'>,
): readonly Diagnostic[] =>
  languages
    .checkScript(namedWorld(program), program.source, program.name, program.language, mainScript)
    .map((diagnostic) => ({
      ...diagnostic,
      span: { ...diagnostic.span, file: program.fileOf(diagnostic.span.file) },
    }));

/** The world of a program, its script by the name of its file alone: a bot's role goes by it, and not by the folders above. */
export const namedWorld = ({ world, name }: Pick<ScriptProgram, 'world' | 'name'>): World => ({
  ...world,
  folders: world.folders.map((folder) => ({
    ...folder,
    scripts: folder.scripts.map((script) => (script.id === mainScript ? { ...script, name } : script)),
  })),
});
