import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fileOf, isBotFolder } from '../../../engine/registration.ts';
import { useSending, useAppContext } from '../../context.ts';
import { ChangedMeanwhile } from '../../edits/changed-meanwhile.tsx';
import { DebugSwitch } from '../../debug/debug-switch.tsx';
import { useEdit } from '../../edits/use-edit.ts';
import { Later } from '../../controls/later.tsx';
import { LeftDrafts } from '../../conversation/left-drafts.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { SureButton } from '../../controls/sure-button.tsx';
import { shownLooks } from '../../look/shown-looks.ts';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { EditorHost } from './editor-host.tsx';
import { NotChecked } from './not-checked.tsx';
import { registerAgain } from '../folders/register-again.ts';
import { RunScript } from './run-script.tsx';
import { ScriptMenu } from './script-menu.tsx';
import { savingSource, useLastKnown, withFolder } from './last-known.ts';
import { olderSource, scriptDraftKey } from '../folders/script-names.ts';
import { useLocked } from '../../controls/use-locked.ts';
import { useCheck } from './use-check.ts';
import { meanwhileWords } from '../../words/meanwhile-words.ts';

const ownScript = () => import('../../lessons/own-script.tsx').then(({ OwnScript }) => OwnScript);
const lookHosts = () => import('../../look/look-hosts.tsx').then(({ LookHosts }) => LookHosts);
const forkAndSave = () => import('../../past/fork-and-save.tsx').then(({ ForkAndSave }) => ForkAndSave);

/** One script: its source in the editor, saved by button or Ctrl+S; unsaved text outlives a reload. */
export function ScriptPane({ script: id }: { readonly script: number }) {
  const { store, windowState } = useAppContext();
  const said = useSignal('');
  /** How often somebody tried to save over what was saved somewhere else. */
  const asked = useSignal(0);
  const sending = useSending();
  const send = useUndoable(sending);
  const isPast = useComputed(() => store.moment.value !== null).value;
  const { folder, script, isThere } = useLastKnown(id);
  const editing = useEdit({
    draftKey: scriptDraftKey(id),
    stored: isThere ? script.source : null,
    now: () => withFolder(requireWorld(store), id)?.script.source ?? null,
    older: olderSource,
  });
  const text = editing.value ?? '';
  const { unsaved } = editing;
  const locked = useLocked(`scripts/${String(id)}`);
  const isOfLesson = store.workspace.value?.lesson !== undefined;
  /** What the editor holds; what is typed into it does not come back to it. */
  const typed = useRef(text);
  const pushed = useSignal({ text });
  const check = useCheck(text, fileOf(script), script.language, id);

  const current = useRef(editing.current);
  current.current = editing.current;
  useEffect(() => {
    // As it is by now: more may have been typed since this was drawn.
    const now = current.current() ?? '';
    if (typed.current === now) return;
    typed.current = now;
    pushed.value = { text: now };
  }, [text, pushed]);

  if (!isThere && !unsaved) return null;
  const change = (source: string) => {
    typed.current = source;
    said.value = '';
    editing.change(source);
  };
  /** Saves what is written, in the place of whatever is stored. */
  const keep = async (isAsked: boolean) => {
    const source = editing.current() ?? '';
    const input = savingSource(requireWorld(store), { folder, script }, source);
    const what = words.undo.keptMine(script.name);
    if (!(await (isAsked && isThere ? send(input, what) : sending.send(input)))) return false;
    said.value = words.saved;
    editing.saved(source);
    return true;
  };
  const save = async () => {
    if (editing.isChanged()) {
      asked.value += 1;
      return false;
    }
    return keep(false);
  };
  const again = async () => {
    const inputs = registerAgain(requireWorld(store), folder);
    said.value = inputs.length === 0 ? botWords.notABot : '';
    for (const input of inputs) if (!(await sending.send(input))) return;
    if (inputs.length > 0) said.value = botWords.reRegistered;
  };
  return (
    <div class="script-pane">
      <header class="script-head">
        <h3 title={script.name}>{script.name}</h3>
        {unsaved ? <span class="unsaved-mark">{botWords.unsaved}</span> : null}
        <span class="note" role="status">
          {said.value}
        </span>
        <span class="push" />
        {unsaved && isThere ? (
          <SureButton
            quiet
            label={botWords.revert}
            sure={words.revertSure}
            onSure={() => {
              editing.drop(words.undo.reverted);
              windowState.change({ line: 1, column: 1 });
            }}
          />
        ) : null}
        {isThere && isBotFolder(folder) ? (
          <button type="button" class="quiet" title={botWords.reRegisterHint} onClick={() => void again()}>
            {botWords.reRegister}
          </button>
        ) : null}
        {isThere ? (
          <>
            <ScriptMenu folder={folder} script={script} />
            <DebugSwitch script={id} />
            <RunScript
              folder={folder}
              script={script}
              save={() => (unsaved ? save() : Promise.resolve(true))}
            />
          </>
        ) : null}
        <button
          type="button"
          class={unsaved ? 'primary small' : 'plain small'}
          title={botWords.saveKeys}
          aria-disabled={!unsaved || locked || sending.pending}
          onClick={() => void save()}
        >
          {botWords.save}
        </button>
      </header>
      {isOfLesson ? <Later load={ownScript} script={id} locked={locked} /> : null}
      {editing.changed && !sending.pending ? (
        <ChangedMeanwhile
          what={meanwhileWords.script}
          mine={text}
          theirs={isThere ? script.source : null}
          asked={asked.value}
          onKeep={() => void keep(true)}
          onTake={() => {
            editing.drop(words.undo.tookTheirs);
          }}
        />
      ) : null}
      <LeftDrafts place={scriptDraftKey(id)} />
      <Refusal sending={sending} />
      {isPast && sending.refusal !== '' ? (
        <Later
          load={forkAndSave}
          folder={folder}
          script={script}
          source={() => editing.current() ?? ''}
          onSaved={() => {
            sending.clear();
            said.value = words.saved;
          }}
        />
      ) : null}
      <NotChecked found={check.found} onAgain={check.again} />
      <div class="script-text">
        <EditorHost
          script={id}
          name={script.name}
          given={pushed.value}
          language={script.language}
          diagnostics={check.found}
          onChange={change}
          onSave={() => void save()}
        />
        {shownLooks.value === null ? null : <Later load={lookHosts} />}
      </div>
    </div>
  );
}
