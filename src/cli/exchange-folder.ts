import { basename, resolve } from 'node:path';
import type { ScenarioFile } from '../scenario/format.ts';
import {
  compareFolder,
  exchangeFile,
  giveRows,
  nextExchange,
  parseExchange,
  takeRows,
  writeExchange,
  type AgreedState,
  type Exchange,
  type ComparedScript,
  type RowKind,
} from '../scenario/script-folder.ts';
import { isFolder } from './files.ts';
import {
  emptyFolder,
  readFolderOnDisk,
  removeInFolder,
  writeInFolder,
  type FolderOnDisk,
} from './folder-on-disk.ts';
import { problemLines } from './report.ts';
import { foldersOf, withFolders } from './script-folder.ts';
import { tellLeftAlone, tellRows, tellUnwritable } from './tell-exchange.ts';
import { UsageError, type Terminal } from './terminal.ts';

/** What somebody said of texts that changed on both sides, and of what is gone on one. */
export type ExchangeChoice = {
  /** Whose text is taken where both have changed; undefined is to ask. */
  readonly prefer: 'folder' | 'scenario' | undefined;
  /** Whether what was deleted on the one side is deleted on the other. */
  readonly deletes: boolean;
};

/** What came of it, and whether anything was refused. */
type Compared = {
  readonly there: FolderOnDisk;
  readonly last: Exchange;
  readonly rows: readonly ComparedScript[];
};

/**
 * Writes the scripts of a scenario into a folder: what changed in the scenario, and what has no file yet. Where both have
 * changed since they were last the same, nothing at all is written.
 *
 * @returns how many files were written; null where it was refused.
 */
export function giveScripts(
  terminal: Terminal,
  scenario: ScenarioFile,
  dir: string,
  choice: ExchangeChoice,
): number | null {
  const { there, last, rows } = compared(terminal, scenario, dir);
  const prefers = choice.prefer === 'scenario';
  const conflicts = of(rows, 'changedBoth').concat(
    of(rows, 'deletedHere').filter(({ isChangedToo }) => isChangedToo),
  );
  if (choice.prefer === undefined && conflicts.length > 0) {
    refuse(terminal, dir, conflicts);
    return null;
  }
  const given = rows.filter(
    (row) =>
      ['changedHere', 'newHere'].includes(row.kind) ||
      (prefers && ['changedBoth', 'deletedThere'].includes(row.kind)) ||
      (choice.deletes && row.kind === 'deletedHere' && (prefers || !row.isChangedToo)),
  );
  tellRows(
    terminal,
    'Left as they are:',
    rows.filter((row) => row.kind !== 'same' && !given.includes(row)),
  );
  if (foldersOf(scenario.world).every(({ scripts }) => scripts.length === 0) && given.length === 0)
    throw new UsageError('This world has no scripts.');
  const path = resolve(terminal.folder, dir);
  const { writes, removes, unwritable, agreed } = giveRows(there.scripts, given, there.paths);
  for (const { path: file, bytes } of writes) writeInFolder(path, file, bytes);
  for (const file of removes) removeInFolder(path, file);
  tellUnwritable(terminal, unwritable);
  remember(path, there, last, rows, agreed);
  return writes.length;
}

/**
 * The scenario with the scripts of a folder in the place of its own: numbers, triggers and settings stay. Null where both
 * have changed since they were last the same, and nobody said whose text is meant.
 */
export function takeScripts(
  terminal: Terminal,
  scenario: ScenarioFile,
  dir: string,
  choice: ExchangeChoice,
): { readonly scenario: ScenarioFile; readonly remember: () => void } | null {
  const { there, last, rows } = compared(terminal, scenario, dir);
  const prefers = choice.prefer === 'folder';
  // Without an exchange nobody knows who changed: then the folder is what was asked for.
  const conflicts = of(rows, 'changedBoth')
    .filter(({ was }) => was !== undefined)
    .concat(of(rows, 'renamedThere').filter(({ isChangedToo }) => isChangedToo))
    .concat(of(rows, 'deletedThere').filter(({ isChangedToo }) => isChangedToo && choice.deletes));
  if (choice.prefer === undefined && conflicts.length > 0) {
    refuse(terminal, dir, conflicts);
    return null;
  }
  const taken = rows.filter(
    (row) =>
      ['changedThere', 'newThere'].includes(row.kind) ||
      (row.kind === 'renamedThere' && (prefers || !row.isChangedToo)) ||
      (row.kind === 'changedBoth' && (prefers || row.was === undefined)) ||
      (prefers && row.kind === 'deletedHere') ||
      (choice.deletes && row.kind === 'deletedThere' && (prefers || !row.isChangedToo)),
  );
  tellRows(
    terminal,
    'Left as they are:',
    rows.filter((row) => row.kind !== 'same' && !taken.includes(row)),
  );
  const folders = foldersOf(scenario.world);
  const named = (scenario.world.triggers ?? []).map(({ script }) => script);
  const ids = folders.flatMap(({ scripts }) => scripts.map(({ id }) => id));
  const { folders: now, agreed } = takeRows(folders, taken, Math.max(0, ...ids, ...named) + 1);
  return {
    scenario: { ...scenario, world: withFolders(scenario.world, now) },
    remember: () => {
      try {
        remember(resolve(terminal.folder, dir), there, last, rows, agreed);
      } catch (error) {
        // The scenario is written: only the next exchange knows less.
        terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    },
  };
}

const of = (rows: readonly ComparedScript[], kind: RowKind): readonly ComparedScript[] =>
  rows.filter((row) => row.kind === kind);

function compared(terminal: Terminal, { world }: ScenarioFile, dir: string): Compared {
  const path = resolve(terminal.folder, dir);
  const name = basename(path);
  const there = isFolder(terminal.folder, dir) ? readFolderOnDisk(path, dir, name) : emptyFolder(name);
  tellLeftAlone(terminal, there.scripts.leftAlone);
  const last = lastExchange(there, dir);
  return { there, last, rows: compareFolder(there.scripts, foldersOf(world), last) };
}

function lastExchange({ bytesOf }: FolderOnDisk, dir: string): Exchange {
  const bytes = bytesOf(exchangeFile);
  if (bytes === undefined) return [];
  const read = parseExchange(new TextDecoder().decode(bytes));
  if (read.ok) return read.exchange;
  throw new UsageError(
    [
      `${dir}: ${exchangeFile} cannot be read. Mend it, or delete it: then texts that differ count as changed in both.`,
      ...problemLines(read.problems),
    ].join('\n'),
  );
}

function refuse(terminal: Terminal, dir: string, rows: readonly ComparedScript[]): void {
  tellRows(
    terminal,
    `${dir}: nothing was written. Folder and scenario have both changed since they were last the same:`,
    rows,
  );
  terminal.err('Say whose text is meant: --prefer folder or --prefer scenario.\n');
}

/** Writes what both have in common now, where that is not what is written there. */
function remember(
  path: string,
  there: FolderOnDisk,
  last: Exchange,
  rows: readonly ComparedScript[],
  agreed: AgreedState,
): void {
  const text = writeExchange(nextExchange(last, rows, agreed));
  const before = there.bytesOf(exchangeFile);
  if (before !== undefined && new TextDecoder().decode(before) === text) return;
  writeInFolder(path, exchangeFile, text);
}
