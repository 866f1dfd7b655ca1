import { workspacesWords as words } from './workspaces-words.ts';
import { StorageCard } from './storage-card.tsx';

/** How safe the workspaces are on this computer, and what can be done about it. */
export const Side = () => (
  <aside class="workspaces-side" aria-label={words.side}>
    <StorageCard />
  </aside>
);
