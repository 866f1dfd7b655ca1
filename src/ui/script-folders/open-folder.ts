import type { AppContextValue } from '../context.ts';
import { scriptFolderWords as words } from '../words/script-folder-words.ts';
import { linkOf } from './link.ts';
import { opensFolders, pickFolder, pickZip } from './pick-folder.ts';

/** What the way to a folder is called in this browser. */
export const openWords = (): string => (opensFolders() ? words.openShort : words.openZip);

/** Asks for a folder that the open workspace goes with from then on, and shows what differs. */
export async function openFolder(context: AppContextValue): Promise<void> {
  const picked = await (opensFolders() ? pickFolder() : pickZip());
  if (picked === null) return;
  const link = linkOf(context);
  await link.bind(picked.at, picked.name);
  if (link.rows.peek().some(({ kind }) => kind !== 'same')) context.files.shows.value = 'scriptFolder';
}
