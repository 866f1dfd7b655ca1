import { expect, it } from 'vitest';
import type { Listener } from '../../../src/protocol/engine-api.ts';
import { scriptDraftKey } from '../../../src/ui/bots/folders/script-names.ts';
import { keptEdit } from '../../../src/ui/edits/edit.ts';
import { unsavedScripts } from '../../../src/ui/files/unsaved-scripts.ts';
import { createStore } from '../../../src/ui/store/store.ts';
import { createFakeEngine } from '../fake-engine.ts';
import { helpDesk } from '../world-file.ts';

it('the scripts that are written and not saved are those with a draft, until that is saved or dropped', async () => {
  const scripts = [1, 2].map((id) => ({ id, name: `script ${String(id)}`, source: '' }));
  let receive: Listener = () => undefined;
  const engine = createFakeEngine(
    { ...helpDesk, folders: [{ id: 1, name: 'Bot', scripts }] },
    (publication) => {
      receive(publication);
    },
  );
  const store = createStore(engine, { newId: () => '1', mono: () => 0, after: () => undefined });
  receive = store.receive;
  expect(unsavedScripts(store)).toEqual([]);
  await store.open(null);

  store.keepDraft(scriptDraftKey(2), keptEdit({ mine: 'print(1);', base: '' }));

  expect(unsavedScripts(store)).toEqual([{ id: 2, name: 'script 2' }]);
  store.keepDraft(scriptDraftKey(2), '');
  expect(unsavedScripts(store)).toEqual([]);
});
