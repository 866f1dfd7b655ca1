import { Clock } from './clock.tsx';
import { RestartMenu } from './restart-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** Which workspace is open, and its clock; at the right there is room for what is done with it. */
export const TopBar = () => (
  <header class="top-bar">
    <div class="top-left">
      <WorkspaceMenu />
      <RestartMenu />
    </div>
    <Clock />
    <div class="top-right" />
  </header>
);
