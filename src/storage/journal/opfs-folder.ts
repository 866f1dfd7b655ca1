import type { JournalFolder } from './folder.ts';

const folderName = 'journals';
const ending = '.journal';

/** The folder in the browser's private file system; null where workers have none they can write to at once. */
export function opfsFolder(): JournalFolder | null {
  const isThere = 'storage' in navigator && typeof FileSystemFileHandle === 'function';
  if (!isThere || !('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return null;
  const folder = async () => {
    const root = await navigator.storage.getDirectory();
    return root.getDirectoryHandle(folderName, { create: true });
  };
  return {
    async workspaces() {
      const names: string[] = [];
      for await (const name of (await folder()).keys())
        if (name.endsWith(ending)) names.push(decodeURIComponent(name.slice(0, -ending.length)));
      return names;
    },
    async open(workspace) {
      const file = await (await folder()).getFileHandle(nameOf(workspace), { create: true });
      try {
        return await file.createSyncAccessHandle();
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NoModificationAllowedError') return null;
        throw error;
      }
    },
    async read(workspace) {
      const handle = await (await folder()).getFileHandle(nameOf(workspace));
      const file = await handle.getFile();
      return { bytes: new Uint8Array(await file.arrayBuffer()), writtenAt: file.lastModified };
    },
  };
}

const nameOf = (workspace: string): string => `${encodeURIComponent(workspace)}${ending}`;
