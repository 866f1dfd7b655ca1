import { useSignal } from '@preact/signals';
import { useSurroundings, useWorld } from '../context.ts';
import { Popover } from '../parts/popover.tsx';
import { SmallForm } from '../parts/small-form.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';
import { connect, nextCustomer } from './connect.ts';

export const AddCustomer = () => (
  <Popover label={words.addCustomer} role="dialog">
    {(close) => <AddForm close={close} />}
  </Popover>
);

function AddForm({ close }: { readonly close: () => void }) {
  const { store, windowState } = useSurroundings();
  const channels = useWorld((world) => world.channels);
  const channel = useSignal(channels[0]?.id ?? 0);
  const name = useSignal('');
  const refusal = useSignal('');
  const add = async () => {
    const customer = nextCustomer(requireWorld(store), name.value);
    const answer = await connect(store, windowState, channel.value, customer);
    if (answer.kind === 'committed') close();
    else refusal.value = answer.kind === 'refused' ? answer.reason : answer.problem.text;
  };
  return (
    <SmallForm
      label={words.optionalName}
      name={name}
      required={false}
      submitLabel={words.connect}
      onSubmit={add}
    >
      <label>
        {words.channel}
        <select
          value={channel.value}
          onChange={(event) => {
            channel.value = Number(event.currentTarget.value);
          }}
        >
          {channels.map(({ id, name: label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {refusal.value === '' ? null : (
        <p class="refusal" role="alert">
          {refusal.value}
        </p>
      )}
    </SmallForm>
  );
}
