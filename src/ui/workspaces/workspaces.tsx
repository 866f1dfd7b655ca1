import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAppContext } from '../context.ts';
import { pickFiles } from '../files/files-host.tsx';
import { NoPlace } from '../frame/no-place.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import { useFocusKept } from '../controls/use-focus-kept.ts';
import { runsOf } from '../top-bar/runs.ts';
import { words as pageWords } from '../words/words.ts';
import { rowsOf } from './row-list.ts';
import { Samples } from './samples-list.tsx';
import { keepSort, keptSort, sortedBy } from './sorting.ts';
import { Table } from './table.tsx';
import { useActs } from './use-acts.ts';
import { useWorkspaceCounts } from './use-workspace-counts.ts';
import './workspaces.css';
import { workspacesWords as words } from '../words/workspaces-words.ts';
import { BackupCard } from './backup-card.tsx';
import { CopiesCard } from './copies-card.tsx';
import { EraseCard } from './erase-card.tsx';
import { FolderCard } from '../script-folders/folder-card.tsx';
import { StorageCard } from './storage-card.tsx';

/** How safe the workspaces are on this computer, and what can be done about it. */
const Side = () => (
  <aside class="workspaces-side" aria-label={words.side}>
    <FolderCard />
    <StorageCard />
    <CopiesCard />
    <BackupCard />
    <EraseCard />
  </aside>
);

/** Every workspace of this browser, what they can be made of, and how safe they are here. */
export function Workspaces() {
  const context = useAppContext();
  const { store, router, keepers } = context;
  const acts = useActs();
  const counted = useWorkspaceCounts();
  const wanted = useSignal('');
  const sort = useSignal(keptSort(keepers.local));
  const open = store.workspace.value;
  const unfolded = useSignal<ReadonlySet<string>>(new Set(open === null ? [] : [open.id]));
  const scroller = useRef<HTMLDivElement>(null);
  useFocusKept(scroller);
  useEffect(() => {
    void store.listWorkspaces();
  }, [store]);
  const [, ...rest] = router.path.value;
  if (rest.length > 0) return <NoPlace path={router.path.value} />;
  if (open === null) return null;
  const all = store.workspaces.value;
  const { runs } = runsOf(all, open.id);
  const rows = rowsOf({
    runs,
    all,
    counted: counted.value,
    open: open.id,
    unfolded: unfolded.value,
    sort: sort.value,
    like: wanted.value,
  });
  return (
    <div ref={scroller} class="workspaces">
      <div class="workspaces-main">
        <header class="workspaces-head">
          <h2>{pageWords.workspaces}</h2>
          <span class="count">{runs.length}</span>
          <label class="search">
            <LaterIcon name="search" size={16} />
            <input
              type="search"
              aria-label={words.find}
              placeholder={words.find}
              value={wanted.value}
              onInput={(event) => {
                wanted.value = event.currentTarget.value;
              }}
            />
          </label>
          <span class="push" />
          <button
            type="button"
            class="plain"
            title={pageWords.openFileHint}
            onClick={() => {
              pickFiles(context);
            }}
          >
            <LaterIcon name="open" /> {pageWords.openFile}
          </button>
          <button type="button" class="primary" title={words.newHint} onClick={() => void acts.makeEmpty()}>
            <LaterIcon name="plus" /> {words.new}
          </button>
        </header>
        <div role="alert">
          {acts.refusal.value === '' ? null : <p class="refusal">{acts.refusal.value}</p>}
        </div>
        <Table
          scroller={scroller}
          rows={rows}
          sort={sort.value}
          acts={acts}
          onSort={(by) => {
            sort.value = sortedBy(sort.value, by);
            keepSort(keepers.local, sort.value);
          }}
          onFold={(id) => {
            unfolded.value = toggled(unfolded.value, id);
          }}
        />
        {rows.length === 0 ? <p class="empty slim">{words.noneFound}</p> : null}
        <Samples acts={acts} />
      </div>
      <Side />
    </div>
  );
}

const toggled = (all: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set(all.has(id) ? [...all].filter((one) => one !== id) : [...all, id]);
