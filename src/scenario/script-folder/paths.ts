import type { ScriptLanguage } from '../../engine/definition.ts';
import { safeFileName } from '../file-name.ts';

/** A path within a folder: names with `/` between them, none in front. */
export type Path = string;

const languages: Readonly<Record<string, ScriptLanguage>> = {
  crmscript: 'crmscript',
  crm: 'crmscript',
  cpp: 'crmscript',
  tsfso: 'javascript',
  ts: 'javascript',
  js: 'javascript',
  mjs: 'javascript',
};

const endingOf = (path: Path): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The language that a file is a script of, by its ending; undefined for what is no script, declarations for editors among it. */
export const languageAt = (path: Path): ScriptLanguage | undefined =>
  /\.d\.ts$|\.config\.[mc]?[jt]s$/i.test(path) || !Object.hasOwn(languages, endingOf(path))
    ? undefined
    : languages[endingOf(path)];

/** `a/b/name.crmscript` in three: the folders above it, its name without the ending, and the ending. */
export function partsOf(path: Path): {
  readonly above: readonly string[];
  readonly stem: string;
  readonly ending: string;
} {
  const names = path.split('/');
  const [, stem = '', ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(names.at(-1) ?? '') ?? [];
  return { above: names.slice(0, -1), stem, ending };
}

/** Names of folders and files that lead nowhere else, on no system; so deep and long that every system has them. */
const mostAbove = 40;
const mostCharacters = 1000;

/**
 * A path as somebody else wrote it, in a zip for instance, with `/` between its names; null where it leads out of its folder,
 * or is no path of a file.
 */
export function plainPath(written: string): Path | null {
  const path = written.replaceAll('\\', '/');
  const names = path.split('/');
  const isOdd = names.some(
    (name) => name === '' || name === '.' || name === '..' || /[\p{Cc}]|^[a-z]:/iu.test(name),
  );
  return isOdd || names.length > mostAbove || path.length > mostCharacters ? null : path;
}

/** Nobody keeps scripts there: what begins with a dot belongs to a tool or a system, and packages to npm. */
export const isPassedOver = (name: string): boolean =>
  name.startsWith('.') || name === 'node_modules' || name === '__MACOSX';

/** A name of a script or a folder of scripts as the name of a file. */
export const fileNameOf = (name: string): string => safeFileName(name, mostInName, '_');

const mostInName = 80;

/** The folder of a world that is called `a/b` lies in two folders. What is no name leads nowhere, and none is called as what is passed over. */
export function foldersOf(folder: string): readonly string[] {
  const names = folder.split('/').map((name) => safeFileName(name, mostInName, ''));
  const some = names
    .filter((name) => name !== '')
    .map((name) => (isPassedOver(name) ? `_${name}` : name))
    .slice(0, mostAbove - 4);
  return some.length === 0 ? [fileNameOf(folder)] : some;
}
