import type { Folder } from '../../../src/engine/definition.ts';
import { chooseFiles, readFolder, type ScriptFolder } from '../../../src/scenario/script-folder.ts';

/** The files of a folder by their paths: texts, or bytes where they matter. */
export type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

const bytesOf = (content: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A folder called `Scripts here` with these files, as a host reads it. */
export function folderOf(files: Files): ScriptFolder {
  const entries = Object.entries(files).map(([path, content]) => ({ path, size: bytesOf(content).length }));
  return readFolder('Scripts here', chooseFiles(entries), (path) => {
    const content = files[path];
    return content === undefined ? undefined : bytesOf(content);
  });
}

/** Folders of a world with scripts of these texts, numbered from 1 in the order in which they are given. */
export function worldOf(
  folders: Readonly<Record<string, Readonly<Record<string, string>>>>,
): readonly Folder[] {
  let next = 1;
  return Object.entries(folders).map(([name, scripts], index) => ({
    id: index + 1,
    name,
    scripts: Object.entries(scripts).map(([called, source]) => ({
      id: next++,
      name: called,
      includeName: '',
      language: 'crmscript',
      source,
    })),
  }));
}
