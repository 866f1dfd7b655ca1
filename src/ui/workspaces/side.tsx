import { BackupCard } from './backup-card.tsx';
import { CopiesCard } from './copies-card.tsx';
import { EraseCard } from './erase-card.tsx';
import { FolderCard } from '../script-folders/folder-card.tsx';
import { StorageCard } from './storage-card.tsx';
import { workspacesWords as words } from '../words/workspaces-words.ts';

/** How safe the workspaces are on this computer, and what can be done about it. */
export const Side = () => (
  <aside class="workspaces-side" aria-label={words.side}>
    <FolderCard />
    <StorageCard />
    <CopiesCard />
    <BackupCard />
    <EraseCard />
  </aside>
);
