import { basename, extname } from 'node:path';
import { createWorld } from '../engine/create-world.ts';
import type { FolderFile, MockFile } from '../engine/definition.ts';
import type { World } from '../engine/world.ts';
import type { Diagnostic } from '../crmscript/diagnostic.ts';
import { isFolder, readScript, scriptAt, scriptsBeside, scriptsIn } from './files.ts';
import type { Called } from './options.ts';
import type { Languages } from './terminal.ts';

export type Workbench = {
  readonly folder: string;
  readonly includes: readonly string[];
  /** Further script files that were named with this one. */
  readonly others?: readonly string[];
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

/** The id of the script that a workbench is about. */
export const mainScript = 1;

/** A script on its own, with all that it may include. */
export type Desk = {
  readonly file: string;
  /** The file's name without folder and ending: what `#include` would call it. */
  readonly name: string;
  readonly world: World;
  readonly source: string;
  /** The file that a script's name in a diagnostic or an error stands for. */
  readonly fileOf: (name: string) => string;
};

/**
 * A small world around one script file: the script, and the scripts that it may include, found by file
 * name without ending (scenario.md "The command line"): in the folders of `--include`, then beside the file, then
 * among the other files named. Of two with one name, the first one found counts.
 */
export function deskFor(file: string, bench: Workbench): Desk {
  const source = readScript(bench.folder, file);
  const own = basename(file, extname(file));
  const files = new Map<string, string>();
  const included = [
    ...bench.includes.flatMap((dir) => scriptsIn(bench.folder, dir)),
    ...scriptsBeside(bench.folder, file),
    ...(bench.others ?? []).map((other) => scriptAt(bench.folder, other)),
  ];
  const scripts = included.flatMap(({ name, file: path, path: full }) => {
    if (files.has(name.toLowerCase())) return [];
    files.set(name.toLowerCase(), path);
    return [{ name, includeName: name, source: readScript(bench.folder, full) }];
  });
  const folders: FolderFile[] = [
    { id: 1, name: 'main', scripts: [{ id: mainScript, name: file, includeName: own, source }] },
    { id: 2, name: 'includes', scripts: scripts.map((script, index) => ({ id: index + 2, ...script })) },
  ];
  const world = createWorld({
    startsAt: bench.startsAt ?? '2026-03-02T09:00:00Z',
    seed: bench.seed,
    folders,
    mocks: bench.mocks,
  });
  return {
    file,
    name: own,
    world,
    source,
    fileOf: (name) =>
      name.toLowerCase() === own.toLowerCase() ? file : (files.get(name.toLowerCase()) ?? name),
  };
}

/** What is wrong with the script of a desk and with what it includes, with the names of the files. */
export const checkDesk = (
  { world, source, name, fileOf }: Desk,
  languages: Languages,
): readonly Diagnostic[] =>
  languages.checkScript(world, source, name).map((diagnostic) => ({
    ...diagnostic,
    span: { ...diagnostic.span, file: fileOf(diagnostic.span.file) },
  }));
