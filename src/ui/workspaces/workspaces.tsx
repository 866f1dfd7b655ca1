import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useSurroundings } from '../context.ts';
import { pickFiles } from '../files/files-host.tsx';
import { wallTimeOf } from '../format.ts';
import { NoPlace } from '../frame/no-place.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Workspace } from '../../protocol/engine-api.ts';
import { runsOf } from '../top-bar/runs.ts';
import { words as pageWords } from '../words.ts';
import { Samples } from './samples-list.tsx';
import { useOpening } from './use-opening.ts';
import './workspaces.css';
import { workspacesWords as words } from './workspaces-words.ts';

/** Every workspace of this browser, and the samples that one can be made of. */
export function Workspaces() {
  const surroundings = useSurroundings();
  const { store, router } = surroundings;
  const wanted = useSignal('');
  const open = store.workspace.value;
  useEffect(() => {
    void store.listWorkspaces();
  }, [store]);
  const [, ...rest] = router.path.value;
  if (rest.length > 0) return <NoPlace path={router.path.value} />;
  if (open === null) return null;
  const { heads, earlier } = runsOf(store.workspaces.value, open.id);
  const like = wanted.value.trim().toLowerCase();
  const found = heads.filter(({ name }) => name.toLowerCase().includes(like));
  return (
    <div class="workspaces">
      <header class="workspaces-head">
        <h2>{pageWords.workspaces}</h2>
        <span class="count">{heads.length}</span>
        <label class="search">
          <Icon name="search" size={16} />
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
            pickFiles(surroundings);
          }}
        >
          {pageWords.openFile}
        </button>
      </header>
      <table class="workspace-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.used}</th>
            <th scope="col" class="made">
              {words.columns.made}
            </th>
            <th scope="col">
              <span class="hidden-text">{words.columns.act}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => (
            <Row
              key={one.id}
              workspace={one}
              isOpen={one.id === open.id}
              earlier={one.id === open.id ? earlier : []}
            />
          ))}
        </tbody>
      </table>
      {found.length === 0 ? <p class="empty slim">{words.noneFound}</p> : null}
      <Samples />
    </div>
  );
}

type RowProps = {
  readonly workspace: Workspace;
  readonly isOpen: boolean;
  /** Its other runs, last used first. */
  readonly earlier: readonly Workspace[];
};

function Row({ workspace: { id, name, openedAt, createdAt }, isOpen, earlier }: RowProps) {
  const opening = useOpening();
  return (
    <>
      <tr class={isOpen ? 'current' : ''} onDblClick={() => void opening.open(id)}>
        <th scope="row">
          <div class="workspace-name-cell">
            <span dir="auto" title={name}>
              {name}
            </span>
            {isOpen ? <span class="badge">{words.isOpen}</span> : null}
          </div>
        </th>
        <td class="number muted">{isOpen ? words.nowOpen : wallTimeOf(openedAt)}</td>
        <td class="number muted made">{wallTimeOf(createdAt)}</td>
        <td>
          <button
            type="button"
            class="plain small"
            aria-label={words.openName(name)}
            onClick={() => void opening.open(id)}
          >
            {words.open}
          </button>
        </td>
      </tr>
      {earlier.map((one) => (
        <tr key={one.id} class="earlier">
          <th scope="row" class="muted">
            {pageWords.earlierRuns}
          </th>
          <td class="number muted">{wallTimeOf(one.openedAt)}</td>
          <td class="number muted made">{wallTimeOf(one.createdAt)}</td>
          <td>
            <button
              type="button"
              class="plain small"
              aria-label={words.openEarlier(name, wallTimeOf(one.openedAt))}
              onClick={() => void opening.open(one.id)}
            >
              {words.open}
            </button>
          </td>
        </tr>
      ))}
    </>
  );
}
