import { useStore } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';

const choices = () => import('./workspace-choices.tsx').then(({ WorkspaceChoices }) => WorkspaceChoices);

/** Which workspace is open, the others, and samples to make one of. */
export function WorkspaceMenu() {
  const open = useStore().workspace.value;
  if (open === null) return null;
  const label = (
    <>
      <span class="workspace-name" title={open.name}>
        {open.name}
      </span>{' '}
      <Icon name="down" size={13} />
    </>
  );
  return (
    <Popover label={label} name={`${words.workspace}: ${open.name}`} class="quiet workspace-button">
      {(close) => <Later load={choices} close={close} />}
    </Popover>
  );
}
