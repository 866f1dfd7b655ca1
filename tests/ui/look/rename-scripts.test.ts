import { describe, expect, it } from 'vitest';
import type { Script } from '../../../src/engine/definition.ts';
import { scriptDraftKey } from '../../../src/ui/bots/folders/script-names.ts';
import { keptEdit } from '../../../src/ui/edits/edit.ts';
import { renameScripts } from '../../../src/ui/look/rename-scripts.ts';
import { textsNow } from '../../../src/ui/look/texts-now.ts';
import { openFakeWindow } from '../fake-window.ts';

const script = (id: number, source: string): Script => ({
  id,
  name: `script ${String(id)}`,
  includeName: '',
  language: 'crmscript',
  source,
});

/** A window with two scripts that begin with `old`; the renaming of both to `new`, as it was looked up. */
async function given() {
  const { engine, store, context } = await openFakeWindow([script(1, 'old 1'), script(2, 'old 2')]);
  const renames = [1, 2].map((id) => ({ script: id, edits: [{ start: 0, end: 3, text: 'new' }] }));
  const texts = () => store.live.value?.world.folders[0]?.scripts.map(({ source }) => source);
  const save = (id: number, source: string) =>
    engine.take({ type: 'admin.savesScript', folder: 1, script: script(id, source) });
  /** Runs it once the first script is saved. */
  const afterFirst = (run: () => unknown) => {
    const { dispatch } = engine;
    engine.dispatch = async (command) => {
      const answer = await dispatch(command);
      engine.dispatch = dispatch;
      await run();
      return answer;
    };
  };
  const draft = (id: number) => store.draft(scriptDraftKey(id));
  const write = (id: number, mine: string, base: string) => {
    store.keepDraft(scriptDraftKey(id), keptEdit({ mine, base }));
  };
  const rename = () => {
    const from = textsNow(store);
    return renameScripts(context, 'old', renames, from);
  };
  return { context, store, engine, texts, save, afterFirst, draft, write, rename };
}

describe('renaming over scripts', () => {
  it('saves nothing over what another tab saves while it goes on, and takes back what it did', async () => {
    const { rename, afterFirst, save, texts } = await given();
    afterFirst(() => save(2, 'theirs 2'));

    expect(await rename()).not.toBe('');
    expect(texts()).toEqual(['old 1', 'theirs 2']);
  });

  it('goes on in no workspace that is opened meanwhile', async () => {
    const { rename, afterFirst, store, engine, context, texts } = await given();
    const sent: string[] = [];
    const { dispatch, open } = engine;
    engine.dispatch = (command) => {
      sent.push(command.workspace);
      return dispatch(command);
    };
    engine.open = async (id) => {
      const opened = await open(id);
      return 'problem' in opened ? opened : { ...opened, workspace: { ...opened.workspace, id: 'other' } };
    };
    afterFirst(() => store.open('other'));

    expect(await rename()).toMatch(/1 of 2 scripts/);
    expect(sent).toEqual(['w']);

    engine.open = open;
    await store.open('w');
    expect(await context.undo.last('w')?.act()).toBe('');
    expect(texts()).toEqual(['old 1', 'old 2']);
  });

  it('keeps what is written into a script while it goes on, and what was written since when it is taken back', async () => {
    const { rename, afterFirst, write, draft, context, texts } = await given();
    write(1, 'old mine', 'old 1');
    const typed = keptEdit({ mine: 'typed meanwhile', base: 'old 1' });
    afterFirst(() => {
      write(1, 'typed meanwhile', 'old 1');
    });

    expect(await rename()).toBe('');
    expect(texts()).toEqual(['new mine', 'new 2']);
    expect(draft(1)).toBe(typed);

    expect(await context.undo.last('w')?.act()).toBe('');
    expect(texts()).toEqual(['old 1', 'old 2']);
    expect(draft(1)).toBe(typed);
  });
});
