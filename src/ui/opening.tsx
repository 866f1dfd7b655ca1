import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Workspace } from '../protocol/engine-api.ts';
import { useAppContext } from './context.ts';
import { words } from './words/words.ts';
import { sentence } from './sentence.ts';

/** While a workspace opens, and when it cannot or better not be opened: then the others are offered. */
export function Opening({ held }: { readonly held: Signal<boolean> }) {
  const { store } = useAppContext();
  const problem = store.problem.value;
  if (!held.value && problem === null) {
    return (
      <p class="opening" role="status">
        {words.opening}
      </p>
    );
  }
  const again = () => {
    if (!held.value) location.reload();
    held.value = false;
    void store.open(null);
  };
  return (
    <main class="opening">
      <h1>{held.value ? words.heldBack : words.cannotOpen}</h1>
      <p role="alert">{held.value ? words.heldBackWhy : problem && sentence(problem.reason)}</p>
      {held.value ? null : <p class="muted">{problem?.code}</p>}
      <button type="button" class="primary" onClick={again}>
        {held.value ? words.openAnyway : words.tryAgain}
      </button>
      <Others
        open={(id) => {
          held.value = false;
          void store.open(id);
        }}
      />
    </main>
  );
}

/** The workspaces that can be opened in place of the one that cannot. */
function Others({ open }: { readonly open: (workspace: string) => void }) {
  const { store } = useAppContext();
  const [workspaces, setWorkspaces] = useState<readonly Workspace[]>([]);
  useEffect(() => {
    store.engine.workspaces().then(setWorkspaces, () => undefined);
  }, [store]);
  if (workspaces.length === 0) return null;
  return (
    <>
      <h2>{words.workspaces}</h2>
      <ul class="choices">
        {workspaces.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="plain"
              onClick={() => {
                open(id);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
