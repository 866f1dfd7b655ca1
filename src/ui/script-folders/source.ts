import type { DiskFile, DiskFolder } from '../../protocol/script-folder-api.ts';
import { isWalked, type Entry, type Path } from '../../scenario/script-folder.ts';
import { readZip, writeZip } from '../../scenario/script-folder-zip.ts';

/** A file of a folder, with what shows that it is another one than it was: when it was changed, in milliseconds since 1970. */
export type Listed = Entry & { readonly modified: number };

/** Where files of scripts lie. What cannot be done is thrown as the browser throws it. */
export type FolderSource = {
  readonly list: () => Promise<readonly Listed[]>;
  /** Undefined where it is gone, or may not be read. */
  readonly read: (path: Path) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Whole or not at all. */
  readonly write: (path: Path, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly remove: (path: Path) => Promise<void>;
  /** The zip, with what was written into it; undefined of a folder on the disk. */
  readonly packed?: () => Uint8Array<ArrayBuffer>;
};

/** Somebody chose a folder in which scripts lie somewhere, among more files than anybody keeps them among. */
export class TooManyFiles extends Error {
  override readonly name = 'TooManyFiles';
}

const mostFiles = 20_000;

/** What else lies in a folder is counted and its name is known, but it is not looked at. */
const isLookedAt = (name: string): boolean => /\.(?:crmscript|crm|cpp|tsfso|m?[jt]s|json)$/i.test(name);

/** A folder on the disk. */
export function diskSource(folder: DiskFolder): FolderSource {
  const fileAt = async (path: Path, create: boolean): Promise<{ in: DiskFolder; name: string }> => {
    const names = path.split('/');
    let into = folder;
    for (const name of names.slice(0, -1)) into = await into.getDirectoryHandle(name, { create });
    return { in: into, name: names.at(-1) ?? '' };
  };
  return {
    async list() {
      const found: Listed[] = [];
      const waiting: [DiskFolder, string][] = [[folder, '']];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [within, above] = next;
        const files: DiskFile[] = [];
        for await (const one of within.values()) {
          if (one.kind === 'file') files.push(one);
          else if (isWalked(one.name)) waiting.push([one, `${above}${one.name}/`]);
          if (found.length + files.length > mostFiles) throw new TooManyFiles();
        }
        found.push(...(await Promise.all(files.map((file) => listed(file, above)))));
      }
      return found;
    },
    async read(path) {
      try {
        const { in: into, name } = await fileAt(path, false);
        const file = await (await into.getFileHandle(name)).getFile();
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        return undefined;
      }
    },
    async write(path, bytes) {
      const { in: into, name } = await fileAt(path, true);
      const isNew = await into.getFileHandle(name).then(
        () => false,
        (error: unknown) => error instanceof Error && error.name === 'NotFoundError',
      );
      const file = await into.getFileHandle(name, { create: true });
      try {
        await fill(file, bytes);
      } catch (error) {
        // Left there, it would be taken for what somebody made of the script.
        if (isNew && (await file.getFile()).size === 0) await into.removeEntry(name).catch(() => undefined);
        throw error;
      }
    },
    async remove(path) {
      const { in: into, name } = await fileAt(path, false);
      await into.removeEntry(name);
    },
  };
}

async function fill(file: DiskFile, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await file.createWritable();
  try {
    await stream.write(bytes);
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  await stream.close();
}

async function listed(file: DiskFile, above: string): Promise<Listed> {
  const path = `${above}${file.name}`;
  if (!isLookedAt(file.name)) return { path, size: 0, modified: 0 };
  try {
    const { size, lastModified: modified } = await file.getFile();
    return { path, size, modified };
  } catch {
    // It went while the folder was listed, or may not be read: it is there, and nothing is known of it.
    return { path, size: 0, modified: -1 };
  }
}

/** A zip as a folder: what is written into it is in the next one that is made of it. Why not, where it is none that can be taken in. */
export function zipSource(bytes: Uint8Array<ArrayBuffer>): FolderSource | 'too-large' | 'damaged' {
  const zip = readZip(bytes);
  if (zip === null) return 'damaged';
  if (zip === 'too-large') return zip;
  const files = new Map(zip.files);
  return {
    list: () => Promise.resolve([...files].map(([path, { length: size }]) => ({ path, size, modified: 0 }))),
    read: (path) => Promise.resolve(files.get(path)),
    write: (path, content) => {
      files.set(path, content);
      return Promise.resolve();
    },
    remove: (path) => {
      files.delete(path);
      return Promise.resolve();
    },
    packed: () => writeZip({ files, within: zip.within }),
  };
}
