import { useSignal } from '@preact/signals';
import { useSending, useAppContext } from '../context.ts';
import { Popover } from '../controls/popover.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { SmallForm } from '../controls/small-form.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words/words.ts';

/** Adds somebody who answers on all channels. */
export const AddAgent = () => (
  <Popover label={words.addAgent} role="dialog">
    {(close) => <AddForm close={close} />}
  </Popover>
);

function AddForm({ close }: { readonly close: () => void }) {
  const { store, windowState } = useAppContext();
  const sending = useSending();
  const name = useSignal('');
  const add = async () => {
    const wanted = name.value.trim();
    if (wanted === '') return;
    const { agents, channels } = requireWorld(store);
    // Above those of deleted members, too: a new one is none of them.
    const known = channels.flatMap(({ members }) => members.map((member) => member.agent));
    const id = Math.max(0, ...known, ...agents.map((agent) => agent.id)) + 1;
    if (!(await sending.send({ type: 'admin.savesAgent', agent: { id, name: wanted, present: true } })))
      return;
    const member = { agent: id, canRespond: true, notifications: true, canListen: true, manager: false };
    for (const { id: channel } of channels) {
      // As it is by now: its scripts may have changed it while it was saved.
      const now = requireWorld(store).channels.find((one) => one.id === channel);
      if (now === undefined) continue;
      const input = { ...now, members: [...now.members, member] };
      if (!(await sending.send({ type: 'admin.savesChannel', channel: input }))) return;
    }
    windowState.change({ agent: id });
    close();
  };
  return (
    <SmallForm
      label={words.agentName}
      name={name.value}
      onName={(next) => {
        name.value = next;
      }}
      submitLabel={words.add}
      onSubmit={add}
    >
      <Refusal sending={sending} />
    </SmallForm>
  );
}
