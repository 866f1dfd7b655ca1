import type { Folder, Script } from '../../engine/definition.ts';
import type { ComparedScript } from './compare.ts';
import type { Exchange, Exchanged } from './exchange.ts';
import type { Path } from './paths.ts';
import { sumOf, type FileScript } from './read.ts';
import { withPlainLines } from './spelling.ts';

/** What both sides have in common once something of one was made that of the other. */
export type AgreedState = { readonly scripts: readonly Exchanged[]; readonly gone: readonly Path[] };

/** The folders of a world with what was taken of a folder on the disk. */
export type TakenFolders = { readonly folders: readonly Folder[]; readonly agreed: AgreedState };

/**
 * Makes these rows in a world what they are in the folder: texts, new scripts, names and places; what has no file any more is
 * deleted, and what was deleted in the world comes back. `firstFree` is a number from which on the world has none.
 */
export function takeRows(
  folders: readonly Folder[],
  rows: readonly ComparedScript[],
  firstFree: number,
): TakenFolders {
  const used = new Set(folders.flatMap(({ scripts }) => scripts.map(({ id }) => id)));
  let next = firstFree;
  const freeId = (wanted: number | undefined): number => {
    const id = wanted !== undefined && !used.has(wanted) ? wanted : next++;
    used.add(id);
    return id;
  };
  let now = folders;
  const scripts: Exchanged[] = [];
  const gone: Path[] = [];
  for (const { file, here, was, path } of rows) {
    if (file === undefined) {
      if (here !== undefined) now = without(now, here.script.id);
      gone.push(path);
      continue;
    }
    if (was !== undefined && was.path !== file.path) gone.push(was.path);
    const script =
      here === undefined ? newScript(file, freeId(was?.script ?? file.id)) : changed(here.script, file, was);
    const isMoved = here === undefined || (was !== undefined && was.path !== file.path);
    const folder = isMoved ? file.folder : here.folder.name;
    now = withScript(now, folder, script);
    scripts.push(exchanged(file.path, folder, script));
  }
  return { folders: now, agreed: { scripts, gone } };
}

const newScript = ({ name, includeName, language, source }: FileScript, id: number): Script => ({
  id,
  name,
  includeName,
  language,
  source,
});

/** A script that was called as its file follows a new name of that. */
const changed = (script: Script, file: FileScript, was: Exchanged | undefined): Script => ({
  ...script,
  source: file.source,
  ...(was !== undefined && was.path !== file.path && isNamedBy(was.path, script.name) && { name: file.name }),
});

const isNamedBy = (path: Path, name: string): boolean =>
  path.split('/').at(-1)?.startsWith(`${name}.`) === true;

const without = (folders: readonly Folder[], id: number): readonly Folder[] =>
  folders.map((folder) =>
    folder.scripts.some((one) => one.id === id)
      ? { ...folder, scripts: folder.scripts.filter((one) => one.id !== id) }
      : folder,
  );

function withScript(folders: readonly Folder[], name: string, script: Script): readonly Folder[] {
  const into =
    folders.find((folder) => folder.name === name) ??
    folders.find((folder) => folder.name.toLowerCase() === name.toLowerCase());
  if (into === undefined) {
    const id = Math.max(0, ...folders.map((folder) => folder.id)) + 1;
    return [...without(folders, script.id), { id, name, scripts: [script] }];
  }
  const isThere = into.scripts.some(({ id }) => id === script.id);
  const scripts = isThere
    ? into.scripts.map((one) => (one.id === script.id ? script : one))
    : [...into.scripts, script];
  return (isThere ? folders : without(folders, script.id)).map((folder) =>
    folder.id === into.id ? { ...folder, scripts } : folder,
  );
}

export const exchanged = (path: Path, folder: string, { id, name, source }: Script): Exchanged => ({
  path,
  script: id,
  folder,
  name,
  sum: sumOf(withPlainLines(source)),
});

/** The next exchange: the last one, with what is the same on both sides by now, and what was agreed upon. */
export function nextExchange(
  last: Exchange,
  rows: readonly ComparedScript[],
  { scripts, gone }: AgreedState,
): Exchange {
  const same = rows.flatMap(({ kind, file, here }) =>
    kind === 'same' && file !== undefined && here !== undefined
      ? [exchanged(file.path, here.folder.name, here.script)]
      : [],
  );
  const known = new Set(rows.flatMap(({ was }) => (was === undefined ? [] : [was.path])));
  const kept = last.filter(({ path }) => known.has(path) && !gone.includes(path));
  return [...new Map([...kept, ...same, ...scripts].map((one) => [one.path, one])).values()];
}
