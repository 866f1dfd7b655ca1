import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ScriptLanguage } from '../../engine/definition.ts';
import { limits } from '../limits.ts';
import { isPassedOver, languageAt, plainPath, type Path } from './paths.ts';
import { readSpelt, type Spelling } from './spelling.ts';
import { factFiles, factsOf, layoutOf, scriptPathOf, type Layout } from './tools.ts';

/** A file as whoever lists a folder sees it; its size is in bytes. */
export type Entry = { readonly path: Path; readonly size: number };

/** A script as a file of a folder has it. */
export type FileScript = {
  readonly path: Path;
  /** The name of its folder of scripts: those above its file, with `/` between them. */
  readonly folder: string;
  readonly name: string;
  /** Empty where it is included by its name. */
  readonly includeName: string;
  readonly language: ScriptLanguage;
  /** Its number, where a tool's own file says it. */
  readonly id: number | undefined;
  /** Its lines end with `\n`. */
  readonly source: string;
  /** Of the source: `sumOf`. */
  readonly sum: string;
  readonly spelling: Spelling;
};

/** A file that is a script by its name, and cannot be read as one: it stays as it is, and nothing is thought to be deleted. */
export type LeftAlone = {
  readonly path: Path;
  readonly why: 'too-large' | 'too-many' | 'no-text' | 'gone' | 'odd-path';
};

/** The scripts of a folder, and what of it was left alone. */
export type ScriptFolder = {
  readonly name: string;
  readonly layout: Layout;
  readonly scripts: readonly FileScript[];
  readonly leftAlone: readonly LeftAlone[];
};

/** Which files of a folder are to be read, before any is. */
export type Reading = {
  readonly layout: Layout;
  readonly scripts: readonly Path[];
  /** Files of the tool in which it says something of its scripts, and that of ours. */
  readonly facts: readonly Path[];
  readonly leftAlone: readonly LeftAlone[];
};

/** Here the command line keeps what folder and scenario had in common at the last exchange. */
export const exchangeFile = '.rehearsal/scripts.json';

/** The first 16 hex digits of SHA-256 of a text as UTF-8. */
export const sumOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16);

/** Chooses what to read of a folder that somebody listed: scripts, and what tools say of them; within the limits of a scenario. */
export function chooseFiles(entries: readonly Entry[]): Reading {
  const known = entries.filter(({ path }) => plainPath(path) === path);
  const paths = known.map(({ path }) => path);
  const layout = layoutOf(paths);
  const packages = paths.flatMap((path) =>
    /^.+\/package\.json$/.test(path) ? [path.slice(0, -'package.json'.length)] : [],
  );
  const leftAlone: LeftAlone[] = entries
    .filter(({ path }) => plainPath(path) !== path && languageAt(path) !== undefined)
    .map(({ path }) => ({ path, why: 'odd-path' }));
  const scripts: Path[] = [];
  let bytes = 0;
  for (const { path, size } of [...known].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (languageAt(path) === undefined || scriptPathOf(path, layout, packages) === null) continue;
    const why =
      size > limits.source
        ? 'too-large'
        : scripts.length >= limits.scripts || bytes + size > limits.fileBytes
          ? 'too-many'
          : null;
    if (why !== null) leftAlone.push({ path, why });
    else {
      scripts.push(path);
      bytes += size;
    }
  }
  const sizes = new Map(known.map(({ path, size }) => [path, size]));
  const wanted = [exchangeFile, ...factFiles(layout, scripts)];
  const facts = wanted.filter((path) => (sizes.get(path) ?? Infinity) <= limits.source);
  return { layout, scripts, facts: [...new Set(facts)], leftAlone };
}

/**
 * The scripts of a folder called `name`, of the bytes of those files that `chooseFiles` chose. A file without bytes is one
 * that is gone by now, or may not be read.
 */
export function readFolder(
  name: string,
  { layout, scripts: paths, leftAlone: before }: Reading,
  bytesOf: (path: Path) => Uint8Array | undefined,
): ScriptFolder {
  const facts = factsOf(layout, paths, bytesOf);
  const taken = new Set<number>();
  const leftAlone = [...before];
  const scripts = paths.flatMap((path): readonly FileScript[] => {
    const bytes = bytesOf(path);
    const read = bytes === undefined ? undefined : readSpelt(bytes);
    const standing = scriptPathOf(path, layout, []);
    if (read === undefined || read === null || standing === null) {
      leftAlone.push({ path, why: read === null ? 'no-text' : 'gone' });
      return [];
    }
    const { name: said, includeName = '', id } = facts.get(path) ?? {};
    const isFree = id !== undefined && !taken.has(id);
    if (isFree) taken.add(id);
    const called = (said ?? standing.stem).slice(0, limits.name);
    const folder = standing.above.length === 0 ? name : standing.above.join('/');
    return [
      {
        path,
        folder: folder.slice(0, limits.name),
        name: called,
        includeName: includeName === called ? '' : includeName,
        language: languageAt(path) ?? 'crmscript',
        id: isFree ? id : undefined,
        source: read.text,
        sum: sumOf(read.text),
        spelling: read.spelling,
      },
    ];
  });
  return { name, layout, scripts, leftAlone };
}

/** Whether whoever walks through a folder goes into this one, by its name: in those of the tools, yes. */
export const isWalked = (name: string): boolean =>
  !isPassedOver(name) || name === '.superoffice' || name === '.rehearsal';
