import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { findReferences } from '../../../src/ui/editor/navigate.ts';
import { askForName, asksForName, renameBox } from '../../../src/ui/editor/rename-box.tsx';
import type { ScriptQueries } from '../../../src/ui/look/script-queries.ts';

type Found = Awaited<ReturnType<ScriptQueries['showReferences']>>;

/** An editor with this text and the cursor at its end, whose questions where a name is used are answered one by one. */
function openEditor(text: string) {
  const answers: ((found: Found) => void)[] = [];
  const looks = {
    showReferences: () =>
      new Promise<Found>((resolve) => {
        answers.push(resolve);
      }),
    nameAt: () => Promise.resolve({ kind: 'refused', says: '' }),
  } as unknown as ScriptQueries;
  const editor = {
    state: EditorState.create({
      doc: text,
      selection: { anchor: text.length },
      extensions: renameBox(looks),
    }),
    dom: { isConnected: true },
    dispatch(spec: TransactionSpec) {
      editor.state = editor.state.update(spec).state;
    },
  };
  const view = editor as unknown as EditorView;
  const find = () => findReferences(looks, view);
  return { view, looks, answers, find, isTold: () => asksForName(editor.state) };
}

describe('finding where a name is used', () => {
  it('says nothing at the cursor of the press before, and leaves nothing there once the list is shown', async () => {
    const { answers, find, isTold } = openEditor('name');
    const first = find();
    const second = find();

    answers[0]?.({ isShown: false, says: '' });
    await first;
    const afterFirst = isTold();
    answers[1]?.({ isShown: false, says: 'that took too long' });
    await second;
    const afterSecond = isTold();
    const third = find();
    answers[2]?.({ isShown: true, says: 'in 3 places' });
    await third;

    expect([afterFirst, afterSecond, isTold()]).toEqual([false, true, false]);
  });

  it('says why nothing is shown where the text became shorter meanwhile', async () => {
    const { view, answers, find, isTold } = openEditor('name');
    const asked = find();

    view.dispatch({ changes: { from: 1, to: 4 } });
    answers[0]?.({ isShown: false, says: 'that took too long' });
    await asked;

    expect(isTold()).toBe(true);
  });
});

describe('asking for another name', () => {
  it('says nothing where it was asked again before the answer', async () => {
    const { view, looks, isTold } = openEditor('name');

    await askForName(looks, view);

    expect(isTold()).toBe(false);
  });
});
