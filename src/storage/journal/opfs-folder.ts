import { fileOf, nameOf, type JournalFolder, type JournalName } from './folder.ts';

/** The folders in the private files of the site: of journals, of the tests beside them, and of courses and what else people keep. */
export const journalsFolder = 'journals';
export const testsFolder = 'tests';
export const keptFolder = 'kept';

/** A file that is written to while it is read is read anew so often. */
const mostTimes = 5;

/** A folder in the browser's private file system; null where workers have none they can write to at once. */
export function opfsFolder(name: string): JournalFolder | null {
  const isThere = 'storage' in navigator && typeof FileSystemFileHandle === 'function';
  if (!isThere || !('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return null;
  const folder = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(name, { create: true });
  };
  return {
    async list() {
      const names: JournalName[] = [];
      for await (const file of (await folder()).keys()) {
        const name = nameOf(file);
        if (name !== null) names.push(name);
      }
      return names;
    },
    async open(name) {
      const file = await (await folder()).getFileHandle(fileOf(name), { create: true });
      try {
        return await file.createSyncAccessHandle();
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
        throw error;
      }
    },
    async read(name, from, to) {
      const handle = await (await folder()).getFileHandle(fileOf(name));
      for (let times = 1; ; times += 1) {
        const file = await handle.getFile();
        try {
          const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
          return { bytes, size: file.size, writtenAt: file.lastModified };
        } catch (error) {
          // Somebody wrote to it in between.
          if (times === mostTimes) throw error;
        }
      }
    },
    async remove(name) {
      await (await folder()).removeEntry(fileOf(name));
    },
  };
}
