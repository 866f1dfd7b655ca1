import { useSignal } from '@preact/signals';
import { amountOf } from '../amount.ts';
import { countOf, wallTimeOf } from '../format.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { NewName } from './new-name.tsx';
import { RowActions } from './row-actions.tsx';
import type { WorkspaceListRow } from './row-list.ts';
import { focusRow, type Acts } from './use-acts.ts';
import { whenOf } from './when.ts';
import { workspacesWords as words } from '../words/workspaces-words.ts';

type RowProps = {
  readonly row: WorkspaceListRow;
  /** Which row of the table it is, from 1 for the head. */
  readonly at: number;
  /** The workspace of the row beside it. */
  readonly next: string | undefined;
  readonly acts: Acts;
  readonly onFold: (id: string) => void;
};

const isText = (target: EventTarget | null) => target instanceof Element && target.closest('input') !== null;

/** A workspace in a row: F2 gives it another name, Delete deletes it. */
export function WorkspaceRowView({ row, at, next, acts, onFold }: RowProps) {
  const { workspace, census, isOpen, isEarlier } = row;
  const renames = useSignal(false);
  const rename = () => {
    renames.value = true;
  };
  const remove = () => void acts.remove(workspace, next);
  const pressed = (event: KeyboardEvent) => {
    const act = event.key === 'F2' ? rename : event.key === 'Delete' ? remove : undefined;
    if (act === undefined || isText(event.target) || event.repeat) return;
    event.preventDefault();
    act();
  };
  return (
    <tr
      class={`shelf-row${isOpen ? ' current' : ''}${isEarlier ? ' earlier' : ''}`}
      data-workspace={workspace.id}
      aria-rowindex={at}
      onKeyDown={pressed}
      onDblClick={(event) => {
        if (!isText(event.target)) void acts.open(workspace.id);
      }}
    >
      <th scope="row">
        <div class="workspace-name-cell">
          <span class="began-icon">
            <LaterIcon name={iconOf(row)} size={16} />
          </span>
          {renames.value ? (
            <NewName
              name={workspace.name}
              onName={(name) => acts.rename(workspace.id, name)}
              onDone={() => {
                renames.value = false;
                focusRow(workspace.id);
              }}
            />
          ) : (
            <Name row={row} onFold={onFold} />
          )}
        </div>
      </th>
      <When row={row} />
      <td class="number of-sessions">{census === undefined ? '…' : countOf(census.sessions)}</td>
      <td class="number of-messages">{census === undefined ? '…' : countOf(census.messages)}</td>
      <td class="number muted of-size">{census === undefined ? '…' : amountOf(census.characters)}</td>
      <td class="muted of-began" title={row.began}>
        {row.began}
      </td>
      <td class="of-act">
        <RowActions row={row} acts={acts} onRename={rename} onRemove={remove} />
      </td>
    </tr>
  );
}

const icons = { copy: 'duplicate', lesson: 'lessons' } as const;

function iconOf({ workspace: { began = 'sample' }, isEarlier }: WorkspaceListRow) {
  if (isEarlier) return 'earlier';
  return began === 'copy' || began === 'lesson' ? icons[began] : began;
}

function When({ row: { workspace, isOpen } }: { readonly row: WorkspaceListRow }) {
  const { openedAt, createdAt } = workspace;
  return (
    <td class="number muted of-used" title={words.madeAt(wallTimeOf(createdAt))}>
      {isOpen ? words.nowOpen : whenOf(openedAt, Date.now())}
    </td>
  );
}

type NameProps = { readonly row: WorkspaceListRow; readonly onFold: (id: string) => void };

function Name({ row, onFold }: NameProps) {
  const { workspace, census, isOpen, isEarlier, earlier, isUnfolded } = row;
  return (
    <div class="workspace-names">
      <span class="workspace-title">
        <span class="workspace-name" dir="auto" title={workspace.about?.description ?? workspace.name}>
          {workspace.name}
        </span>
        {isOpen ? <span class="badge">{words.isOpen}</span> : null}
        {isEarlier ? <span class="muted">{words.earlierRun}</span> : null}
        {earlier > 0 ? (
          <button
            type="button"
            class="text-button"
            aria-expanded={isUnfolded}
            onClick={() => {
              onFold(workspace.id);
            }}
          >
            {words.showEarlier(earlier)}
          </button>
        ) : null}
      </span>
      <small class="on-phone">
        {[
          isOpen ? words.nowOpen : whenOf(workspace.openedAt, Date.now()),
          ...(census === undefined ? [] : [words.messages(census.messages)]),
        ].join(' · ')}
      </small>
    </div>
  );
}
