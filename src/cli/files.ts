import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { limits } from '../scenario/limits.ts';
import { tooLarge } from '../scenario/read-json.ts';
import { decodeScript } from '../scenario/script-text.ts';
import { UsageError } from './terminal.ts';

/** Endings of script files, in the order in which they are looked for; some public libraries are kept as `.cpp`. */
const endings = ['.crmscript', '.crm', '.cpp', '.tsfso', '.ts', '.js', '.mjs'];

/** The text of a file that a person named, or a `UsageError` that says why it cannot be read. */
export const readText = (folder: string, file: string): string =>
  read(folder, file, (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes));

/** The same for a script, which may be in the code page of Windows. */
export const readScript = (folder: string, file: string): string =>
  read(folder, file, (bytes) => {
    const text = decodeScript(bytes, TextDecoder);
    if (text === null) throw new UsageError(`${file} is not text.`);
    return text;
  });

function read(folder: string, file: string, decode: (bytes: Uint8Array<ArrayBuffer>) => string): string {
  const path = resolve(folder, file);
  try {
    if (statSync(path).isDirectory()) throw new UsageError(`${file} is a folder. Name the files in it.`);
    if (statSync(path).size > limits.fileBytes) throw new UsageError(`${file}: ${tooLarge}`);
    return decode(new Uint8Array(readFileSync(path)));
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(unreadable(file, error));
  }
}

function unreadable(file: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return `${file}: there is no such file.`;
  if (code === 'EACCES') return `${file}: this file may not be read.`;
  if (error instanceof TypeError) return `${file} is not text in UTF-8.`;
  return `${file}: ${error instanceof Error ? error.message : String(error)}`;
}

/** Whether a person named a folder: after `--include a b` the second comes as a file. */
export function isFolder(folder: string, file: string): boolean {
  return statOf(resolve(folder, file))?.isDirectory() ?? false;
}

/** What a path leads to; undefined where it leads nowhere: to nothing, in a circle, or where nobody may look. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Writes a file that a person named, or says why it cannot be written. */
export function writeText(folder: string, file: string, text: string | Uint8Array): void {
  try {
    replaceFile(resolve(folder, file), text);
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/**
 * Puts a text into the place of a file, whole or not at all: what is there stays until the new text is. Links stay links. What is no file, such as
 * a pipe, is written to, and so is a file in whose place no other can be put, as where its folder may not be written in.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const before = statSync(path, { throwIfNoEntry: false });
  const isLinkToNothing = before === undefined && lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isLinkToNothing || before?.isFile() === false) {
    writeFileSync(path, content);
    return;
  }
  if (before !== undefined) accessSync(path, constants.W_OK);
  const place = before === undefined ? path : realpathSync(path);
  const made = `${place}.new-${String(process.pid)}`;
  try {
    writeFileSync(made, content);
    if (before !== undefined) chmodSync(made, before.mode);
    renameSync(made, place);
  } catch (error) {
    rmSync(made, { force: true });
    if (error instanceof Error) error.message = error.message.replaceAll(made, place);
    if (before === undefined || !cannotReplace.has(codeOf(error) ?? '')) throw error;
    writeFileSync(place, content);
  }
}

const cannotReplace: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV']);

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error ? String(error.code) : undefined;

export type ScriptOnDisk = { readonly name: string; readonly file: string; readonly path: string };

/** The scripts in a folder and the folders in it, by file name without ending, in a fixed order. */
export function scriptsIn(folder: string, dir: string): readonly ScriptOnDisk[] {
  return [...walk(resolve(folder, dir), dir)].sort(
    (a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : 1),
  );
}

/** The files that a person named, of a folder all scripts in it; each once. @throws UsageError where a folder has none */
export function filesNamed(folder: string, named: readonly string[]): readonly string[] {
  const byPath = new Map<string, string>();
  for (const file of named.flatMap((one) => (isFolder(folder, one) ? someScriptsIn(folder, one) : [one]))) {
    const path = resolve(folder, file);
    if (!byPath.has(path)) byPath.set(path, file);
  }
  return [...byPath.values()];
}

function someScriptsIn(folder: string, dir: string): readonly string[] {
  const found = scriptsIn(folder, dir).map(({ file }) => file);
  if (found.length === 0) throw new UsageError(`There is no script in ${dir}.`);
  return found;
}

/** A script file by its path. */
export const scriptAt = (folder: string, file: string): ScriptOnDisk => ({
  name: basename(file, extname(file)),
  file,
  path: resolve(folder, file),
});

/** The scripts that lie beside a file, in a fixed order; the file itself is one of them. */
export function scriptsBeside(folder: string, file: string): readonly ScriptOnDisk[] {
  const dir = dirname(file);
  return entriesOf(resolve(folder, dir), dir)
    .filter((entry) => isScriptEntry(entry, resolve(folder, dir)))
    .map(({ name }) => scriptAt(folder, join(dir, name)))
    .sort((a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : 1));
}

/** Declarations for an editor are no scripts. */
const rank = (file: string): number =>
  /\.d\.ts$/i.test(file) ? -1 : endings.indexOf(extname(file).toLowerCase());

/** Whether a file is a script, by its ending. */
export const isScriptFile = (file: string): boolean => rank(file) >= 0;

function* walk(path: string, shown: string): Generator<ScriptOnDisk> {
  for (const entry of entriesOf(path, shown)) {
    const file = join(shown, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        yield* walk(join(path, entry.name), file);
    } else if (isScriptEntry(entry, path)) {
      yield { name: basename(entry.name, extname(entry.name)), file, path: join(path, entry.name) };
    }
  }
}

/** Editors and systems keep files of their own beside scripts, whose names begin with a dot; pipes and links to nothing are no scripts either. */
const isScriptEntry = (entry: Dirent, folder: string): boolean =>
  rank(entry.name) >= 0 &&
  !entry.name.startsWith('.') &&
  (entry.isFile() || (entry.isSymbolicLink() && statOf(join(folder, entry.name))?.isFile() === true));

function entriesOf(path: string, shown: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    throw new UsageError(`${shown}: there is no such folder.`);
  }
}
