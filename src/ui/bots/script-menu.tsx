import { useSignal } from '@preact/signals';
import type { Folder, Script } from '../../engine/definition.ts';
import { useSending, useSurroundings, useWorld } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { SmallForm } from '../parts/small-form.tsx';
import { SureButton } from '../parts/sure-button.tsx';
import { words } from '../words.ts';
import { channelsOf, roleByName } from './script-role.ts';

type ScriptMenuProps = { readonly folder: Folder; readonly script: Script };

/** The name of a script, what `#include` calls it, and the way to get rid of it. */
export const ScriptMenu = ({ folder, script }: ScriptMenuProps) => (
  <Popover
    label={<Icon name="more" />}
    name={words.scriptSettings(script.name)}
    title={words.settings}
    role="dialog"
    class="quiet icon-button small"
  >
    {(close) => <Settings folder={folder} script={script} close={close} />}
  </Popover>
);

function Settings({ folder, script, close }: ScriptMenuProps & { readonly close: () => void }) {
  const { windowState } = useSurroundings();
  const sending = useSending();
  const role = roleByName(folder, script);
  const channels = useWorld((world) => (role === undefined ? [] : channelsOf(world, role, script.id)));
  const name = useSignal(script.name);
  const includeName = useSignal(script.includeName);
  const save = async () => {
    const changed = { ...script, name: name.value.trim(), includeName: includeName.value.trim() };
    if (await sending.send({ type: 'admin.savesScript', folder: folder.id, script: changed })) close();
  };
  const remove = async () => {
    if (!(await sending.send({ type: 'admin.deletesScript', script: script.id }))) return;
    windowState.change({ script: 0 });
  };
  return (
    <SmallForm
      label={words.scriptName}
      name={name}
      submitLabel={words.save}
      onSubmit={save}
      after={
        <SureButton label={words.deleteScript} sure={words.deleteScriptSure} onSure={() => void remove()} />
      }
    >
      <label>
        {words.includeName}
        <input
          value={includeName.value}
          maxLength={255}
          spellcheck={false}
          placeholder={script.name}
          onInput={(event) => {
            includeName.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="note">{words.includeNameHint(includeName.value.trim() || name.value.trim())}</p>
      {role === undefined ? null : (
        <p class="note">
          {channels.length === 0
            ? words.notRegistered(words.roles[role])
            : words.role(words.roles[role], channels)}
        </p>
      )}
      <Refusal sending={sending} />
    </SmallForm>
  );
}
