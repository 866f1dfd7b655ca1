import type { Folder, Script } from '../../engine/definition.ts';
import type { Exchange, Exchanged } from './exchange.ts';
import type { Path } from './paths.ts';
import { sumOf, type FileScript, type ScriptFolder } from './read.ts';
import { withPlainLines } from './spelling.ts';

/** A script where it stands in a world. */
export type ScriptInWorld = { readonly script: Script; readonly folder: Pick<Folder, 'id' | 'name'> };

/**
 * How one script stands between a folder and a world, measured by what both had at the last exchange. "Here" is the world,
 * "there" the folder.
 */
export type RowKind =
  | 'same'
  | 'changedThere'
  | 'changedHere'
  | 'changedBoth'
  | 'newThere'
  | 'newHere'
  /** Its file has another name or place, with the text that it had. */
  | 'renamedThere'
  | 'deletedThere'
  | 'deletedHere'
  /** There is a file, and it cannot be read: nothing is known of it. */
  | 'unreadable';

export type ComparedScript = {
  readonly kind: RowKind;
  /** The file as it is, or was; of a script that is new here, empty until it has one. */
  readonly path: Path;
  readonly was: Exchanged | undefined;
  readonly file: FileScript | undefined;
  readonly here: ScriptInWorld | undefined;
  /** What was deleted on one side was changed on the other. */
  readonly isChangedToo: boolean;
};

/**
 * Compares a folder with the scripts of a world, script by script, in the order of their paths. Without an exchange, what has
 * the same folder and name is the same script, and where the texts differ, both sides have changed.
 */
export function compareFolder(
  there: ScriptFolder,
  folders: readonly Folder[],
  exchange: Exchange,
): readonly ComparedScript[] {
  const unreadable = new Set(there.leftAlone.map(({ path }) => path));
  const files = new Map(there.scripts.map((file) => [file.path, file]));
  const scripts = new Map(scriptsInWorld(folders).map((one) => [one.script.id, one]));
  const rows: ComparedScript[] = [];
  const lost: Exchanged[] = [];
  for (const was of exchange) {
    const file = files.get(was.path);
    const here = sameAs(was, scripts.get(was.script), file);
    if (file === undefined && !unreadable.has(was.path)) {
      lost.push(was);
      continue;
    }
    files.delete(was.path);
    if (here !== undefined) scripts.delete(was.script);
    rows.push(file === undefined ? row('unreadable', { was, here }) : between(was, file, here));
  }
  const kept = lost.filter((was) => sameAs(was, scripts.get(was.script)) !== undefined);
  rows.push(...named(there.name, files, scripts, new Set(kept.map(({ script }) => script))));
  rows.push(...kept.flatMap((was) => withoutFile(was, files, scripts)));
  rows.push(...[...files.values()].map((file) => row('newThere', { file })));
  rows.push(...[...scripts.values()].map((here) => row('newHere', { here })));
  return rows.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

export const scriptsInWorld = (folders: readonly Folder[]): readonly ScriptInWorld[] =>
  folders.flatMap(({ id, name, scripts }) => scripts.map((script) => ({ script, folder: { id, name } })));

const sortKey = ({ path, here, was }: ComparedScript): string =>
  path === '' ? `${here?.folder.name ?? was?.folder ?? ''}/${here?.script.name ?? was?.name ?? ''}` : path;

function row(kind: RowKind, parts: Partial<Omit<ComparedScript, 'kind'>>): ComparedScript {
  const { was, file, here, isChangedToo = false } = parts;
  return { kind, path: file?.path ?? was?.path ?? '', was, file, here, isChangedToo };
}

/** Scripts are values: the sum of one is found once, however often a folder is compared. */
const sums = new WeakMap<Script, string>();

function sumHere({ script }: ScriptInWorld): string {
  const sum = sums.get(script) ?? sumOf(withPlainLines(script.source));
  sums.set(script, sum);
  return sum;
}

/**
 * The script of that number, unless it is another that got the number of one that is gone: it is called otherwise, and has
 * neither the text that both had nor that of the file.
 */
const sameAs = (
  was: Exchanged,
  here: ScriptInWorld | undefined,
  file?: FileScript,
): ScriptInWorld | undefined =>
  here?.script.name === was.name || (here && [was.sum, file?.sum].includes(sumHere(here))) ? here : undefined;

function between(was: Exchanged, file: FileScript, here: ScriptInWorld | undefined): ComparedScript {
  const isChangedThere = file.sum !== was.sum;
  if (here === undefined) return row('deletedHere', { was, file, isChangedToo: isChangedThere });
  const now = sumHere(here);
  if (now === file.sum) return row('same', { was, file, here });
  if (now === was.sum) return row('changedThere', { was, file, here });
  return row(isChangedThere ? 'changedBoth' : 'changedHere', { was, file, here });
}

/** A script whose file is gone: renamed, where one that nobody knows has its text. */
function withoutFile(
  was: Exchanged,
  files: Map<Path, FileScript>,
  scripts: Map<number, ScriptInWorld>,
): readonly ComparedScript[] {
  const here = scripts.get(was.script);
  if (here === undefined) return [];
  scripts.delete(was.script);
  const alike = [...files.values()].filter(
    ({ sum, language }) => sum === was.sum && language === here.script.language,
  );
  const [file] = alike;
  const isChangedToo = sumHere(here) !== was.sum;
  if (file === undefined || alike.length > 1) return [row('deletedThere', { was, here, isChangedToo })];
  files.delete(file.path);
  return [row('renamedThere', { was, file, here, isChangedToo })];
}

/** By what a file and a script are taken for the same: what a file is called, and what a script may be. */
type Match = {
  readonly file: (file: FileScript) => string;
  readonly script: (one: ScriptInWorld) => readonly string[];
};

const lower = (...parts: readonly string[]): string => JSON.stringify(parts).toLowerCase();

/**
 * Files that no exchange knows are the scripts of their folder and name, where there are such. Files may be called as scripts
 * are included, and those on `top` of the folder are of no folder of scripts in particular.
 */
function named(
  top: string,
  files: Map<Path, FileScript>,
  scripts: Map<number, ScriptInWorld>,
  lost: ReadonlySet<number>,
): readonly ComparedScript[] {
  const ways: readonly Match[] = [
    {
      file: ({ folder, name, language }) => JSON.stringify([folder, name, language]),
      script: ({ script, folder }) => [JSON.stringify([folder.name, script.name, script.language])],
    },
    {
      file: ({ folder, name, language }) => lower(folder, name, language),
      script: ({ script, folder }) =>
        namesOf(script).map((name) => lower(folder.name, name, script.language)),
    },
    {
      file: ({ folder, name, language }) => (folder === top ? lower(name, language) : ''),
      script: ({ script }) => namesOf(script).map((name) => lower(name, script.language)),
    },
  ];
  return ways.flatMap((way) => {
    const called = new Map<string, ScriptInWorld[]>();
    for (const one of scripts.values()) {
      if (lost.has(one.script.id)) continue;
      for (const key of way.script(one)) called.set(key, [...(called.get(key) ?? []), one]);
    }
    return [...files.values()].flatMap((file) => {
      const [here, ...others] = (called.get(way.file(file)) ?? []).filter(({ script }) =>
        scripts.has(script.id),
      );
      if (here === undefined || others.length > 0) return [];
      files.delete(file.path);
      scripts.delete(here.script.id);
      return [row(sumHere(here) === file.sum ? 'same' : 'changedBoth', { file, here })];
    });
  });
}

const namesOf = ({ name, includeName }: Script): readonly string[] =>
  includeName === '' || includeName === name ? [name] : [name, includeName];
