import { expect, it, vi } from 'vitest';
import { scriptDraftKey } from '../../../src/ui/bots/folders/script-names.ts';
import { keptEdit } from '../../../src/ui/edits/edit.ts';
import { createFilesState } from '../../../src/ui/files/files-state.ts';
import { keepSaved } from '../../../src/ui/files/kept-files.ts';
import { save } from '../../../src/ui/files/save.ts';
import { unsavedScripts } from '../../../src/ui/files/unsaved-scripts.ts';
import { openFakeWindow } from '../fake-window.ts';

const openStore = async () => {
  const { store } = await openFakeWindow(
    [1, 2].map((id) => ({ id, name: `script ${String(id)}`, source: '' })),
  );
  return store;
};

it('the scripts that are written and not saved are those with a draft, until that is saved or dropped', async () => {
  const store = await openStore();
  expect(unsavedScripts(store)).toEqual([]);

  store.keepDraft(scriptDraftKey(2), keptEdit({ mine: 'print(1);', base: '' }));

  expect(unsavedScripts(store)).toEqual([{ id: 2, name: 'script 2' }]);
  store.keepDraft(scriptDraftKey(2), '');
  expect(unsavedScripts(store)).toEqual([]);
});

it('a rehearsal is not written to its file again unasked while a script is not saved', async () => {
  const store = await openStore();
  const files = createFilesState(null);
  const written = vi.fn(() => Promise.reject(new Error('Nothing is to be written.')));
  keepSaved('w', {
    form: {
      name: 'Monday',
      description: '',
      by: '',
      conversation: true,
      notes: true,
      expectations: true,
      personal: false,
      secrets: {},
    },
    handle: { name: 'Monday.rehearsal.json', createWritable: written },
  });
  store.keepDraft(scriptDraftKey(2), keptEdit({ mine: 'print(1);', base: '' }));

  await save({ store, files });

  expect(files.shows.value).toBe('save');
  expect(files.said.value).toBeNull();
  expect(written).not.toHaveBeenCalled();
});
