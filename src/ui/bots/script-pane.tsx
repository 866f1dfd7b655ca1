import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Diagnostic } from '../../crmscript/diagnostic.ts';
import { fileOf, isBotFolder } from '../../engine/registration.ts';
import { useSending, useSurroundings, useWorld } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';
import { EditorHost } from './editor-host.tsx';
import { shownProblems } from './own-problems.ts';
import { registerAgain } from './register-again.ts';
import { RunScript } from './run-script.tsx';
import { ScriptMenu } from './script-menu.tsx';
import { draftedSource, scriptDraftKey, sourceDraft } from './script-names.ts';

const checkAfter = 250;

/** One script: its source in the editor, saved by button or Ctrl+S; unsaved text outlives a reload. */
export function ScriptPane({ script: id }: { readonly script: number }) {
  const { store, windowState } = useSurroundings();
  const folder = useWorld(({ folders }) =>
    folders.find(({ scripts }) => scripts.some((one) => one.id === id)),
  );
  const script = folder?.scripts.find((one) => one.id === id);
  const kept = store.draft(scriptDraftKey(id));
  const saved = script?.source ?? '';
  const text = useSignal(draftedSource(kept) ?? saved);
  /** What the editor is told to show; what is typed into it does not come back to it. */
  const pushed = useSignal({ text: text.value });
  const found = useSignal<readonly Diagnostic[]>([]);
  const said = useSignal('');
  const sending = useSending();
  const file = script === undefined ? '' : fileOf(script);
  const unsaved = text.value !== saved;

  useEffect(() => {
    const source = text.value;
    let over = false;
    const timer = setTimeout(() => {
      store.engine.check(store.workspace.value?.id ?? '', source, file).then(
        (diagnostics) => {
          if (!over) found.value = shownProblems(diagnostics, file, source);
        },
        () => undefined,
      );
    }, checkAfter);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [text.value, file, store, found]);

  useEffect(() => {
    if (store.draft(scriptDraftKey(id)) !== '') return;
    text.value = saved;
    pushed.value = { text: saved };
  }, [saved, id, store, text, pushed]);

  if (folder === undefined || script === undefined) return null;
  const change = (source: string) => {
    text.value = source;
    said.value = '';
    store.keepDraft(scriptDraftKey(id), sourceDraft(source, script.source));
  };
  const save = async () => {
    const source = text.value;
    const done = await sending.send({
      type: 'admin.savesScript',
      folder: folder.id,
      script: { ...script, source },
    });
    if (!done) return false;
    said.value = words.saved;
    if (text.value === source) store.keepDraft(scriptDraftKey(id), '');
    return true;
  };
  const again = async () => {
    const inputs = registerAgain(requireWorld(store), folder);
    said.value = inputs.length === 0 ? words.notABot : '';
    for (const input of inputs) if (!(await sending.send(input))) return;
    if (inputs.length > 0) said.value = words.reRegistered;
  };
  return (
    <div class="script-pane">
      <header class="script-head">
        <h3 title={script.name}>{script.name}</h3>
        {unsaved ? <span class="unsaved-mark">{words.unsaved}</span> : null}
        <span class="note" role="status">
          {said.value}
        </span>
        <span class="push" />
        {unsaved ? (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              change(script.source);
              pushed.value = { text: script.source };
              windowState.change({ line: 1, column: 1 });
            }}
          >
            {words.revert}
          </button>
        ) : null}
        {isBotFolder(folder) ? (
          <button type="button" class="quiet" title={words.reRegisterHint} onClick={() => void again()}>
            {words.reRegister}
          </button>
        ) : null}
        <ScriptMenu folder={folder} script={script} />
        <RunScript folder={folder} script={script} save={() => (unsaved ? save() : Promise.resolve(true))} />
        <button
          type="button"
          class={unsaved ? 'primary small' : 'plain small'}
          title={words.saveKeys}
          aria-disabled={!unsaved || sending.pending}
          onClick={() => void save()}
        >
          {words.save}
        </button>
      </header>
      <Refusal sending={sending} />
      <EditorHost
        script={id}
        name={script.name}
        given={pushed.value}
        language={script.language}
        diagnostics={found.value}
        onChange={change}
        onSave={() => void save()}
      />
    </div>
  );
}
