import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import { MenuItem, Popover } from '../controls/popover.tsx';
import type { WorkspaceListRow } from './row-list.ts';
import type { Acts } from './use-acts.ts';
import { whenOf } from './when.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

type RowActionsProps = {
  readonly row: WorkspaceListRow;
  readonly acts: Acts;
  readonly onRename: () => void;
  readonly onRemove: () => void;
};

/**
 * What can be done with a workspace: in a menu, and beside it what is wanted most, for whoever points at the row or has
 * the focus in it. Keys reach Open and the menu: all else is in there.
 */
export function RowActions({ row, acts, onRename, onRemove }: RowActionsProps) {
  const { workspace, isEarlier } = row;
  const { id } = workspace;
  const when = whenOf(workspace.openedAt, Date.now());
  const name = isEarlier ? words.earlier(workspace.name, when) : workspace.name;
  const duplicate = () => void acts.duplicate(workspace);
  const item = (label: string, act: () => void, hint?: string) => (close: () => void) => (
    <MenuItem
      hint={hint}
      onChoose={() => {
        close();
        act();
      }}
    >
      {label}
    </MenuItem>
  );
  const items = [
    item(words.open, () => void acts.open(id)),
    item(words.rename, onRename),
    item(words.duplicate, duplicate),
    item(words.save, () => void acts.save(id), words.saveHint),
    item(words.delete, onRemove, words.deleteHint),
  ];
  return (
    <div class="row-actions">
      <div class="row-quick">
        <button
          type="button"
          class="plain small row-open"
          aria-label={words.openName(name)}
          onClick={() => void acts.open(id)}
        >
          {words.open}
        </button>
        <Quick icon="rename" label={words.renameName(name)} onClick={onRename} />
        <Quick icon="duplicate" label={words.duplicateName(name)} onClick={duplicate} />
        <Quick icon="delete" label={words.deleteName(name)} onClick={onRemove} danger />
      </div>
      <Popover
        label={<LaterIcon name="more" size={16} />}
        name={words.more(name)}
        title={words.more(name)}
        class="quiet icon-button row-more"
      >
        {(close) => items.map((one) => one(close))}
      </Popover>
    </div>
  );
}

type QuickProps = {
  readonly icon: LaterIconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly danger?: boolean;
};

const Quick = ({ icon, label, onClick, danger = false }: QuickProps) => (
  <button
    type="button"
    class={`quiet icon-button small${danger ? ' danger' : ''}`}
    tabIndex={-1}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    <LaterIcon name={icon} />
  </button>
);
