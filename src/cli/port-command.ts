import { mkdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import type { PortNote } from '../bots/port.ts';
import { includedNames } from '../crmscript/included-names.ts';
import { createWorld } from '../engine/create-world.ts';
import { freeFileName, safeFileName } from '../scenario/file-name.ts';
import { portSentence } from '../words/english-port.ts';
import { statOf, writeText } from './files.ts';
import { splitFolders } from './script-program.ts';
import { readArguments } from './options.ts';
import { ScriptFiles } from './script-files.ts';
import { UsageError } from './terminal.ts';
import type { ExitCode, Languages, Terminal } from './terminal.ts';

type GatheredScript = {
  readonly id: number;
  readonly name: string;
  readonly file: string;
  readonly source: string;
};

/**
 * `port FILE… [--include DIR…] [--out DIR [--force]]`: scripts and what they include in TypeScript. What could not be ported, and
 * what may differ, goes to standard error by file and line; it fails when something could not be ported. Files that say something
 * else are written over with `--force` only: somebody may have gone on with an earlier port.
 */
export function portCommand(args: readonly string[], terminal: Terminal, languages: Languages): ExitCode {
  const called = readArguments('port', args, { include: 'values', out: 'value', force: 'flag' });
  const { files, includes } = splitFolders(called, terminal.folder);
  if (files.length === 0) throw new UsageError('port: name at least one script file.');
  const other = files.find((file) => /\.[jt]s$|\.tsfso$/i.test(file));
  if (other !== undefined) throw new UsageError(`port: ${other} is no CRMScript.`);
  const scripts = gathered(files, new ScriptFiles(terminal.folder, { includes, others: files }));
  const world = createWorld({
    startsAt: '2026-03-02T09:00:00Z',
    folders: [
      {
        id: 1,
        name: 'main',
        scripts: scripts.map(({ id, name, source }) => ({ id, name, includeName: name, source })),
      },
    ],
  });
  const port = languages.portBot(world, world.folders[0]?.scripts ?? []);
  const fileOf = new Map(scripts.map(({ name, file }) => [name.toLowerCase(), file]));
  for (const note of port.notes)
    terminal.err(`${lineOf(note, fileOf.get(note.file.toLowerCase()) ?? note.file)}\n`);
  const out = called.value('out');
  const [only, ...more] = port.scripts;
  if (out !== undefined) writeAll(terminal, out, port.scripts, called.has('force'));
  else if (more.length > 0) throw new UsageError('port: these are several scripts. Say where to: --out DIR.');
  else if (only !== undefined) terminal.out(only.source);
  return port.notes.some(({ kind }) => kind === 'missing') ? 1 : 0;
}

/** The files that are named, and what they include, each once. */
function gathered(files: readonly string[], shelf: ScriptFiles): readonly GatheredScript[] {
  const scripts: GatheredScript[] = [];
  const add = (name: string, file: string, source: string): void => {
    scripts.push({ id: scripts.length + 1, name, file, source });
  };
  const known = (name: string) => scripts.find((script) => script.name.toLowerCase() === name.toLowerCase());
  for (const file of files) {
    const name = basename(file, extname(file));
    const twin = known(name);
    if (twin !== undefined && twin.file !== file) {
      throw new UsageError(`port: ${twin.file} and ${file} have one name. Port them one after the other.`);
    }
    if (twin === undefined) add(name, file, shelf.read(file));
  }
  for (const { source, file } of scripts) {
    for (const wanted of includedNames(source)) {
      const found = known(wanted) === undefined ? shelf.find(wanted, file) : undefined;
      if (found !== undefined) add(found.name, found.file, shelf.include(found, file));
    }
  }
  return scripts;
}

const lineOf = ({ kind, line, column, code, params }: PortNote, file: string): string =>
  `${file}:${String(line)}:${String(column)}: ${kind === 'missing' ? 'not ported' : 'differs'}: ${portSentence({ code, params })}`;

/** Writes all of them, or none: names may differ only by what no file can be called. */
function writeAll(
  terminal: Terminal,
  dir: string,
  scripts: readonly { readonly name: string; readonly source: string }[],
  force: boolean,
): void {
  if (scripts.length === 0) return;
  const { folder } = terminal;
  const taken = new Set<string>();
  const files = scripts.map(({ name, source }) => {
    const usual = safeFileName(name, 80, '_');
    const called = freeFileName(usual, taken);
    const file = join(dir, `${called}.ts`);
    if (called !== usual) terminal.err(`${file}: “${name}”, as another script has the file ${usual}.ts.\n`);
    return { file, source };
  });
  const others = files.filter(({ file, source }) => isOther(resolve(folder, file), source));
  if (others.length > 0 && !force) {
    const names = others.map(({ file }) => `  ${file}`);
    throw new UsageError(
      [
        'port: nothing was written. These files are there and say something else; --force writes over them:',
        ...names,
      ].join('\n'),
    );
  }
  try {
    mkdirSync(resolve(folder, dir), { recursive: true });
  } catch (error) {
    throw new UsageError(`${dir} cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const { file, source } of files) writeText(folder, file, source);
}

/** Whether there is something at a path that this text would take the place of. */
function isOther(path: string, text: string): boolean {
  if (statOf(path) === undefined) return false;
  try {
    return !readFileSync(path).equals(Buffer.from(text));
  } catch {
    return true; // a folder, or what may not be read
  }
}
