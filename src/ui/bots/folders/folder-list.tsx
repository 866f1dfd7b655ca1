import type { Folder, Script } from '../../../engine/definition.ts';
import { useEffect, useRef } from 'preact/hooks';
import { useAppContext, useWorld } from '../../context.ts';
import { Icon } from '../../controls/icon.tsx';
import { Later } from '../../controls/later.tsx';
import { Popover } from '../../controls/popover.tsx';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { isProblem } from '../scripts/checks.ts';
import { FolderLacks } from './folder-lacks.tsx';
import { FolderMenu } from './folder-menu.tsx';
import { NewFolder } from './new-folder.tsx';
import { NewScript } from '../scripts/new-script.tsx';
import { scriptDraftKey, sharedStart } from './script-names.ts';
import { useBadges } from '../use-badges.ts';

const breakpointList = () =>
  import('../../breakpoints/breakpoint-list.tsx').then(({ BreakpointList }) => BreakpointList);

const folderFoot = () => import('../../script-folders/folder-foot.tsx').then(({ FolderFoot }) => FolderFoot);

/** The script folders; those with a register script are bots. */
export function FolderList() {
  const folders = useWorld((world) => world.folders);
  return (
    <nav class="folder-list" aria-label={botWords.bots}>
      <header class="pane-head">
        <h2>{botWords.bots}</h2>
        <span class="push" />
        <Popover
          label={<Icon name="plus" />}
          name={botWords.newFolder}
          title={botWords.newFolder}
          role="dialog"
          class="quiet icon-button"
        >
          {(close) => <NewFolder close={close} />}
        </Popover>
      </header>
      {folders.length === 0 ? (
        <div class="empty slim">
          <p>{botWords.noFolders}</p>
          <p>{botWords.noFoldersHint}</p>
        </div>
      ) : (
        <ul class="folders">
          {folders.map((folder) => (
            <FolderItem key={folder.id} folder={folder} />
          ))}
        </ul>
      )}
      <Later load={folderFoot} />
      <Later load={breakpointList} />
    </nav>
  );
}

function FolderItem({ folder }: { readonly folder: Folder }) {
  const { windowState } = useAppContext();
  const { foldedFolders } = windowState.view.value;
  const folded = foldedFolders.includes(folder.id);
  const shared = sharedStart(folder);
  const toggle = () => {
    windowState.change({
      foldedFolders: folded ? foldedFolders.filter((id) => id !== folder.id) : [...foldedFolders, folder.id],
    });
  };
  return (
    <li>
      <div class="folder-head">
        <button
          type="button"
          class="folder-name"
          aria-expanded={!folded}
          onClick={toggle}
          title={folder.name}
        >
          <Icon name={folded ? 'right' : 'down'} size={13} />
          <span>{folder.name}</span>
        </button>
        <Popover
          label={<Icon name="plus" size={13} />}
          name={`${botWords.newScript}: ${folder.name}`}
          title={botWords.newScript}
          role="dialog"
          class="quiet icon-button small"
        >
          {(close) => <NewScript folder={folder} close={close} />}
        </Popover>
        <Popover
          label={<Icon name="more" />}
          name={botWords.folderSettings(folder.name)}
          title={botWords.settings}
          role="dialog"
          class="quiet icon-button small"
        >
          {(close) => <FolderMenu folder={folder} close={close} />}
        </Popover>
      </div>
      {folded ? null : (
        <ul>
          {folder.scripts.map((script) => (
            <ScriptItem key={script.id} script={script} shared={shared} />
          ))}
          <FolderLacks folder={folder} />
        </ul>
      )}
    </li>
  );
}

type ScriptItemProps = {
  readonly script: Script;
  /** So many letters of its name are those of all scripts of the folder: read out, but not shown. */
  readonly shared: number;
};

function ScriptItem({ script, shared }: ScriptItemProps) {
  const { store, windowState, checks } = useAppContext();
  const { failedScripts } = useBadges();
  const open = windowState.view.value.script === script.id;
  const problems = checks.found.value[script.id]?.found.filter(isProblem).length ?? 0;
  const isLeftOut = useWorld(({ leftOut }) => leftOut.includes(script.id));
  const failed = failedScripts.has(script.id) && !isLeftOut;
  const unsaved = store.draft(scriptDraftKey(script.id)) !== '';
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={row}>
      <button
        type="button"
        class={open ? 'script-name selected' : 'script-name'}
        aria-current={open}
        title={script.name}
        onClick={() => {
          windowState.change({ script: script.id, line: 0, column: 0, bottom: 'script' });
        }}
      >
        <span>
          {shared === 0 ? null : <span class="hidden-text">{script.name.slice(0, shared)}</span>}
          {script.name.slice(shared)}
        </span>
        {unsaved ? <i class="unsaved" title={botWords.unsaved} /> : null}
        <ScriptMark isLeftOut={isLeftOut} problems={problems} failed={failed} name={script.name} />
      </button>
    </li>
  );
}

type ScriptMarkProps = {
  readonly isLeftOut: boolean;
  readonly problems: number;
  readonly failed: boolean;
  readonly name: string;
};

/** What is the matter with a script. It has its room whether there is anything or not, so that names keep theirs. */
function ScriptMark({ isLeftOut, problems, failed, name }: ScriptMarkProps) {
  if (isLeftOut) {
    return (
      <span class="script-mark">
        <span class="badge warn" title={botWords.leftOutHint}>
          <Icon name="unseen" size={13} />
          <span class="hidden-text">{botWords.leftOutMark}</span>
        </span>
      </span>
    );
  }
  return (
    <span class="script-mark">
      {problems + (failed ? 1 : 0) > 0 ? (
        <span class="badge bad" title={botWords.problemsIn(Math.max(problems, 1), name)}>
          {problems === 0 ? '!' : problems > 99 ? words.atLeast(99) : problems}
        </span>
      ) : null}
    </span>
  );
}
