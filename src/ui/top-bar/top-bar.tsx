import { words } from '../words.ts';
import { Clock } from './clock.tsx';
import { OptionsMenu } from './options-menu.tsx';
import { RestartMenu } from './restart-menu.tsx';
import { WorkspaceMenu } from './workspace-menu.tsx';

export const TopBar = () => (
  <header class="top-bar">
    <div class="top-left">
      <h1 class="product">
        {words.product.slice(0, 6)}
        <em>{words.product.slice(6)}</em>
      </h1>
      <span class="slash" aria-hidden="true">
        /
      </span>
      <WorkspaceMenu />
      <RestartMenu />
      <OptionsMenu />
    </div>
    <Clock />
    <div class="top-right" />
  </header>
);
