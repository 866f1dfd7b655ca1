import type { ScriptLanguage } from '../../engine/definition.ts';
import { sameOnAnySystem } from '../file-name.ts';
import type { ComparedScript, ScriptInWorld } from './compare.ts';
import { exchanged, type AgreedState } from './take.ts';
import { fileNameOf, foldersOf, languageAt, partsOf, type Path } from './paths.ts';
import type { FileScript, ScriptFolder } from './read.ts';
import { plainSpelling, readSpelt, writeSpelt } from './spelling.ts';
import { placedBy, type Layout } from './tools.ts';

/** A file that is to be written, whole. */
export type Write = { readonly path: Path; readonly bytes: Uint8Array<ArrayBuffer> };

/** What a folder is to be given, and what both sides agree on once it has it. */
export type FolderChanges = {
  readonly writes: readonly Write[];
  readonly removes: readonly Path[];
  /** Scripts whose text no file of a script can hold, as it has a zero byte: nothing is written of them. */
  readonly unwritable: readonly ScriptInWorld[];
  readonly agreed: AgreedState;
};

/**
 * Makes these rows in the folder what they are in the world. A file keeps its name, its encoding and its line ends; a new
 * one lies where the folder's tool keeps scripts, and takes no other file's place. What has no script any more is removed.
 */
export function giveRows(
  there: ScriptFolder,
  rows: readonly ComparedScript[],
  paths: readonly Path[],
): FolderChanges {
  const taken = new Set(paths.map(sameOnAnySystem));
  const writes: Write[] = [];
  const removes: Path[] = [];
  const unwritable: ScriptInWorld[] = [];
  const scripts: AgreedState['scripts'][number][] = [];
  for (const { file, here, was, path } of rows) {
    if (here === undefined) {
      removes.push(path);
      continue;
    }
    const { script, folder } = here;
    const bytes = writeSpelt(script.source, file?.spelling ?? plainSpelling);
    if (readSpelt(bytes) === null) {
      unwritable.push(here);
      continue;
    }
    // On Windows and macOS a file called so but for letter case is that file.
    const isFree = was !== undefined && !taken.has(sameOnAnySystem(was.path));
    const at = file?.path ?? (isFree ? was.path : newPath(there, here, taken));
    taken.add(sameOnAnySystem(at));
    writes.push({ path: at, bytes });
    scripts.push(exchanged(at, folder.name, script));
  }
  return { writes, removes, unwritable, agreed: { scripts, gone: removes } };
}

/** Where a script that has no file yet lies: beside the others of its folder, else where the tool would put it. */
function newPath(there: ScriptFolder, { script, folder }: ScriptInWorld, taken: ReadonlySet<string>): Path {
  const above = neighboursOf(there.scripts, folder.name) ?? placedBy(there.layout, foldersOf(folder.name));
  const ending = endingFor(there, script.language);
  const called =
    isNamedByInclude(there.layout) && script.includeName !== '' ? script.includeName : script.name;
  const plain = fileNameOf(called);
  // A name such as `x.d` or `vite.config` would make the file something else than a script.
  const name = languageAt(`${plain}${ending}`) === script.language ? plain : `${plain}_`;
  const inFolder = there.layout === 'expander-sync' ? [...above, ...foldersOf(name)] : above;
  for (let n = 1; ; n += 1) {
    const path = [
      ...inFolder,
      `${n === 1 ? name : `${name} ${String(n === 2 ? script.id : n)}`}${ending}`,
    ].join('/');
    if (!taken.has(sameOnAnySystem(path))) return path;
  }
}

/** The tool of the language's makers calls files as scripts are included. */
const isNamedByInclude = (layout: Layout): boolean => layout === 'superoffice-tools';

/** The folder in which most files of a folder of scripts lie; undefined where it has none. */
function neighboursOf(files: readonly FileScript[], folder: string): readonly string[] | undefined {
  const beside = files.find((file) => file.folder.toLowerCase() === folder.toLowerCase());
  return beside === undefined ? undefined : partsOf(beside.path).above;
}

const usual: Readonly<Record<ScriptLanguage, string>> = { crmscript: '.crmscript', javascript: '.ts' };

/** The ending that most files of the language have in this folder. */
function endingFor({ scripts, layout }: ScriptFolder, language: ScriptLanguage): string {
  if (layout === 'expander-sync') return '.body.crmscript';
  const counts = new Map<string, number>();
  for (const file of scripts.filter((one) => one.language === language)) {
    const { ending } = partsOf(file.path);
    counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const first = layout === 'superoffice-tools' && language === 'javascript' ? '.tsfso' : usual[language];
  let best = { ending: first, files: 0 };
  for (const [ending, files] of counts) if (files > best.files) best = { ending, files };
  return best.ending;
}
