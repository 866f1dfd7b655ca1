import type { Page } from 'playwright-core';

/** The names of all files and folders in the browser's private file system. */
export const privateFiles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle) => {
      for await (const entry of folder.values()) {
        names.push(entry.name);
        if (entry instanceof FileSystemDirectoryHandle) await walk(entry);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return names;
  });
