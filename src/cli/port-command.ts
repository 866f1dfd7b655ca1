import { mkdirSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { PortNote } from '../bots/port.ts';
import { includedNames } from '../crmscript/included-names.ts';
import { createWorld } from '../engine/create-world.ts';
import { safeFileName } from '../scenario/file-name.ts';
import { portSentence } from '../words/english-port.ts';
import { writeText } from './files.ts';
import { splitFolders } from './includes.ts';
import { readArguments } from './options.ts';
import { Shelf } from './shelf.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

type ScriptOnDesk = {
  readonly id: number;
  readonly name: string;
  readonly file: string;
  readonly source: string;
};

/**
 * `port FILE… [--include DIR…] [--out DIR]`: scripts and what they include in TypeScript. What could not be ported, and
 * what may differ, goes to standard error by file and line; it fails when something could not be ported.
 */
export function portCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('port', args, { include: 'values', out: 'value' });
  const { files, includes } = splitFolders(called, terminal.folder);
  if (files.length === 0) throw new UsageError('port: name at least one script file.');
  const other = files.find((file) => /\.[jt]s$|\.tsfso$/i.test(file));
  if (other !== undefined) throw new UsageError(`port: ${other} is no CRMScript.`);
  const desk = gathered(files, new Shelf(terminal.folder, { includes, others: files }));
  const world = createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    folders: [
      {
        id: 1,
        name: 'main',
        scripts: desk.map(({ id, name, source }) => ({ id, name, includeName: name, source })),
      },
    ],
  });
  const port = languages.portBot(world, world.folders[0]?.scripts ?? []);
  const fileOf = new Map(desk.map(({ name, file }) => [name.toLowerCase(), file]));
  for (const note of port.notes)
    terminal.err(`${lineOf(note, fileOf.get(note.file.toLowerCase()) ?? note.file)}\n`);
  const out = called.value('out');
  const [only, ...more] = port.scripts;
  if (out !== undefined) for (const { name, source } of port.scripts) write(terminal, out, name, source);
  else if (more.length > 0) throw new UsageError('port: these are several scripts. Say where to: --out DIR.');
  else if (only !== undefined) terminal.out(only.source);
  return port.notes.some(({ kind }) => kind === 'missing') ? 1 : 0;
}

/** The files that are named, and what they include, each once. */
function gathered(files: readonly string[], shelf: Shelf): readonly ScriptOnDesk[] {
  const desk: ScriptOnDesk[] = [];
  const add = (name: string, file: string, source: string): void => {
    desk.push({ id: desk.length + 1, name, file, source });
  };
  const known = (name: string) => desk.find((script) => script.name.toLowerCase() === name.toLowerCase());
  for (const file of files) {
    const name = basename(file, extname(file));
    const twin = known(name);
    if (twin !== undefined && twin.file !== file) {
      throw new UsageError(`port: ${twin.file} and ${file} have one name. Port them one after the other.`);
    }
    if (twin === undefined) add(name, file, shelf.read(file));
  }
  for (const { source, file } of desk) {
    for (const wanted of includedNames(source)) {
      const found = known(wanted) === undefined ? shelf.find(wanted, file) : undefined;
      if (found !== undefined) add(found.name, found.file, shelf.include(found, file));
    }
  }
  return desk;
}

const lineOf = ({ kind, line, column, code, params }: PortNote, file: string): string =>
  `${file}:${String(line)}:${String(column)}: ${kind === 'missing' ? 'not ported' : 'differs'}: ${portSentence({ code, params })}`;

function write({ folder }: Terminal, dir: string, name: string, source: string): void {
  try {
    mkdirSync(resolve(folder, dir), { recursive: true });
  } catch (error) {
    throw new UsageError(`${dir} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
  writeText(folder, join(dir, `${safeFileName(name, 80, '_')}.ts`), source);
}
