import { useSignal } from '@preact/signals';
import type { Folder, Script } from '../../../engine/definition.ts';
import { useSending, useAppContext, useWorld } from '../../context.ts';
import { ChangedMeanwhile } from '../../edits/changed-meanwhile.tsx';
import { useEdit } from '../../edits/use-edit.ts';
import { Icon } from '../../controls/icon.tsx';
import { Popover } from '../../controls/popover.tsx';
import { Refusal } from '../../controls/refusal.tsx';
import { SmallForm } from '../../controls/small-form.tsx';
import { SureButton } from '../../controls/sure-button.tsx';
import { requireWorld } from '../../store/store.ts';
import { useUndoable } from '../../undo/use-undoable.ts';
import { botWords } from '../../words/bot-words.ts';
import { words } from '../../words/words.ts';
import { withFolder } from './last-known.ts';
import { LeftBehindLater } from '../folders/left-behind-later.tsx';
import { PortLater } from '../folders/port-later.tsx';
import { openEditor } from './open-editor.ts';
import { channelsOf, roleByName } from './script-role.ts';
import { meanwhileWords } from '../../words/meanwhile-words.ts';

type ScriptMenuProps = { readonly folder: Folder; readonly script: Script };

/** The name of a script, what `#include` calls it, and the way to get rid of it. */
export const ScriptMenu = ({ folder, script }: ScriptMenuProps) => (
  <Popover
    label={<Icon name="more" />}
    name={botWords.scriptSettings(script.name)}
    title={botWords.settings}
    role="dialog"
    class="quiet icon-button small"
  >
    {(close) => <Settings folder={folder} script={script} close={close} />}
  </Popover>
);

type Names = { readonly name: string; readonly includeName: string };

const namesOf = ({ name, includeName }: Names): Names => ({ name, includeName });
const linesOf = ({ name, includeName }: Names): string => `${name}\n${includeName}`;

function Settings({ folder, script, close }: ScriptMenuProps & { readonly close: () => void }) {
  const { store, windowState } = useAppContext();
  const sending = useSending();
  const send = useUndoable(sending);
  const role = roleByName(folder, script);
  const channels = useWorld((world) => (role === undefined ? [] : channelsOf(world, role, script.id)));
  const now = () => withFolder(requireWorld(store), script.id)?.script ?? script;
  const editing = useEdit<Names>({ draftKey: null, stored: namesOf(script), now: () => namesOf(now()) });
  const asked = useSignal(0);
  const isOpen = openEditor.value?.script === script.id;
  const { name, includeName } = editing.value ?? script;
  const keep = async () => {
    const changed = { ...now(), name: name.trim(), includeName: includeName.trim() };
    if (await sending.send({ type: 'admin.savesScript', folder: folder.id, script: changed })) close();
  };
  const save = async () => {
    if (editing.isChanged()) asked.value += 1;
    else await keep();
  };
  const remove = async () => {
    const what = words.undo.deletedScript(script.name);
    if (!(await send({ type: 'admin.deletesScript', script: script.id }, what))) return;
    windowState.change({ script: 0 });
  };
  return (
    <SmallForm
      label={botWords.scriptName}
      name={name}
      onName={(next) => {
        editing.change({ name: next, includeName });
      }}
      submitLabel={botWords.save}
      onSubmit={save}
      after={
        <>
          {isOpen ? (
            <button
              type="button"
              class="plain"
              title={botWords.formatKeys}
              onClick={() => {
                close();
                openEditor.peek()?.editor.format();
              }}
            >
              {botWords.format}
            </button>
          ) : null}
          <PortLater folder={folder} script={script.id} close={close} />
          <LeftBehindLater kind="script" id={script.id} />
          <SureButton
            label={botWords.deleteScript}
            sure={botWords.deleteScriptSure}
            onSure={() => void remove()}
          />
        </>
      }
    >
      <label>
        {botWords.includeName}
        <input
          value={includeName}
          maxLength={255}
          spellcheck={false}
          placeholder={script.name}
          onInput={(event) => {
            editing.change({ name, includeName: event.currentTarget.value });
          }}
        />
      </label>
      <p class="note">{botWords.includeNameHint[script.language](includeName.trim() || name.trim())}</p>
      {role === undefined ? null : (
        <p class="note">
          {channels.length === 0
            ? botWords.notRegistered(botWords.roles[role])
            : botWords.role(botWords.roles[role], channels)}
        </p>
      )}
      {editing.changed && !sending.pending ? (
        <ChangedMeanwhile
          what={meanwhileWords.scriptName}
          mine={linesOf({ name, includeName })}
          theirs={linesOf(script)}
          asked={asked.value}
          onKeep={() => void keep()}
          onTake={editing.forget}
        />
      ) : null}
      <Refusal sending={sending} />
    </SmallForm>
  );
}
