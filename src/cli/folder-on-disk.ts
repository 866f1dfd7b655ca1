import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  chooseFiles,
  isWalked,
  readFolder,
  type Entry,
  type Path,
  type ScriptFolder,
} from '../scenario/script-folder.ts';
import { replaceFile, statOf } from './files.ts';
import { UsageError } from './terminal.ts';

/** More files than anybody keeps scripts among: somebody named the wrong folder. */
const mostFiles = 100_000;

/** A folder as it lies on the disk: its scripts, the paths of all its files, and the bytes of what was read. */
export type FolderOnDisk = {
  readonly scripts: ScriptFolder;
  readonly paths: readonly Path[];
  readonly bytesOf: (path: Path) => Uint8Array<ArrayBuffer> | undefined;
};

/** Reads a folder that a person named as `shown`. What is called `name` are the scripts on top of it. */
export function readFolderOnDisk(path: string, shown: string, name: string): FolderOnDisk {
  const entries = [...walk(path, '', shown)];
  const reading = chooseFiles(entries);
  const found = new Map<Path, Uint8Array<ArrayBuffer>>();
  for (const file of [...reading.facts, ...reading.scripts]) {
    try {
      found.set(file, new Uint8Array(readFileSync(join(path, file))));
    } catch {
      // It is gone, or may not be read: the folder says so of a script.
    }
  }
  const bytesOf = (file: Path) => found.get(file);
  return { scripts: readFolder(name, reading, bytesOf), paths: entries.map((entry) => entry.path), bytesOf };
}

/** A folder without anything in it: what is not there yet. */
export const emptyFolder = (name: string): FolderOnDisk => ({
  scripts: { name, layout: 'plain', scripts: [], leftAlone: [] },
  paths: [],
  bytesOf: () => undefined,
});

/** All files of a folder and the folders in it. Links to folders lead nowhere: they may lead in circles. */
function* walk(path: string, above: string, shown: string): Generator<Entry> {
  let count = 0;
  const waiting: [string, string][] = [[path, above]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [folder, inside] = next;
    for (const entry of entriesOf(folder, inside === '' ? shown : inside)) {
      const file = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) {
        if (isWalked(entry.name)) waiting.push([join(folder, entry.name), file]);
        continue;
      }
      const size = sizeOf(join(folder, entry.name));
      if (size === undefined) continue;
      count += 1;
      if (count > mostFiles) {
        throw new UsageError(
          `${shown} has more than ${String(mostFiles)} files. Name the folder that the scripts lie in.`,
        );
      }
      yield { path: file, size };
    }
  }
}

function entriesOf(path: string, shown: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    throw new UsageError(
      `${shown} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The size of a file; undefined of what is none, such as a link to a folder. */
function sizeOf(path: string): number | undefined {
  const found = statOf(path);
  return found?.isFile() === true ? found.size : undefined;
}

/**
 * Writes a file of a folder, whole or not at all: what is there stays until the new text is. It never follows a link out of
 * the folder.
 */
export function writeInFolder(folder: string, file: Path, content: Uint8Array | string): void {
  const path = join(folder, file);
  try {
    mkdirSync(folder, { recursive: true });
    const within = realpathSync(folder);
    const place = realpathSync(standingAbove(path));
    if (place !== within && !place.startsWith(resolve(within, '.') + separator))
      throw new Error('it lies behind a link');
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new Error('it is a link');
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, content);
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The nearest folder above a file that is there already. */
function standingAbove(path: string): string {
  let above = dirname(path);
  while (!existsSync(above)) above = dirname(above);
  return above;
}

const separator = process.platform === 'win32' ? '\\' : '/';

/** Deletes a file of a folder. */
export function removeInFolder(folder: string, file: Path): void {
  try {
    rmSync(join(folder, file), { force: true });
  } catch (error) {
    throw new UsageError(
      `${file} cannot be deleted: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
