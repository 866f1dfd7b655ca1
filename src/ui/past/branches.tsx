import { useAppContext } from '../context.ts';
import { onSaveWords } from '../words/on-save-words.ts';
import { comparedWith, runsOnSave, setRunsOnSave } from '../compare/run-again-state.ts';
import { LaterIcon } from '../controls/later-icon.tsx';
import { Popover } from '../controls/popover.tsx';
import { SwitchField } from '../controls/switch-field.tsx';
import { deleteWorkspace } from '../workspaces/delete-workspace.ts';
import { familyOf, type Branch } from './family.ts';
import { pastWords as words } from '../words/past-words.ts';

/** The branches that come from the same rehearsal as this one, as a small tree: each can be opened, and deleted with a way back. */
export function Branches() {
  const { store, files, keepers } = useAppContext();
  const id = store.workspace.value?.id ?? '';
  const family = familyOf(store.workspaces.value, id);
  return (
    <Popover
      label={
        <>
          <LaterIcon name="branch" />
          {family.length > 1 ? <span class="count">{family.length}</span> : null}
        </>
      }
      name={words.branches}
      title={words.branches}
      class="quiet small past-tree"
      role="dialog"
    >
      {(close) => (
        <div class="past-branches">
          <button
            type="button"
            class="plain small"
            title={words.runAgainHint}
            onClick={() => {
              close();
              comparedWith.value = null;
              files.shows.value = 'runAgain';
            }}
          >
            {words.runAgain}
          </button>
          <SwitchField
            label={onSaveWords.label}
            help={onSaveWords.help}
            on={runsOnSave(keepers.local)}
            onSwitch={(isOn) => {
              setRunsOnSave(keepers.local, isOn);
            }}
          />
          <h3>{words.branches}</h3>
          {family.length < 2 ? (
            <p class="note">{words.noBranches}</p>
          ) : (
            <ul>
              {family.map((branch) => (
                <BranchRow
                  key={branch.workspace.id}
                  branch={branch}
                  isHere={branch.workspace.id === id}
                  close={close}
                />
              ))}
            </ul>
          )}
        </div>
      )}
    </Popover>
  );
}

type BranchRowProps = { readonly branch: Branch; readonly isHere: boolean; readonly close: () => void };

function BranchRow({ branch: { workspace, depth }, isHere, close }: BranchRowProps) {
  const context = useAppContext();
  const { store } = context;
  const { id, name, parentStep } = workspace;
  return (
    <li class={isHere ? 'here' : ''} style={{ paddingLeft: `${String(Math.min(depth, 6) * 16)}px` }}>
      <LaterIcon name={depth === 0 ? 'start' : 'branch'} size={13} />
      <button
        type="button"
        class="quiet past-branch"
        aria-label={words.openBranch(name)}
        aria-current={isHere}
        onClick={() => {
          close();
          if (!isHere) void store.open(id);
        }}
      >
        <span dir="auto">{name}</span>
        <small>{depth === 0 || parentStep === undefined ? '' : words.fromStep(parentStep)}</small>
      </button>
      {isHere ? (
        <span class="past-here">{words.here}</span>
      ) : (
        <>
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.compareBranch(name)}
            title={words.compareBranch(name)}
            onClick={() => {
              close();
              comparedWith.value = { id, name };
              context.files.shows.value = 'runAgain';
            }}
          >
            <LaterIcon name="compare" />
          </button>
          <button
            type="button"
            class="quiet icon-button"
            aria-label={words.deleteBranch(name)}
            title={words.deleteBranch(name)}
            onClick={() => {
              void deleteWorkspace(context, workspace).then((problem) => {
                if (problem !== null) store.report(problem);
              });
            }}
          >
            <LaterIcon name="delete" />
          </button>
        </>
      )}
    </li>
  );
}
