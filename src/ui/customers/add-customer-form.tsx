import { useSignal, type Signal } from '@preact/signals';
import { useAppContext, useWorld } from '../context.ts';
import { SmallForm } from '../controls/small-form.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words/words.ts';
import { connect, nextCustomer } from './connect.ts';
import { connectWords } from '../words/connect-words.ts';
import { DeadPage } from './dead-page.tsx';
import { readEmbedScript, readValues, type Embedded } from './embed-script.ts';
import { refusalText } from '../refusal-text.ts';
import './add-customer.css';

/** The form of a new customer: on which channel, under which name, from which page. */
export function AddForm({ close }: { readonly close: () => void }) {
  const { store, windowState } = useAppContext();
  const channels = useWorld((world) => world.channels);
  const channel = useSignal(channels[0]?.id ?? 0);
  const name = useSignal('');
  const refusal = useSignal('');
  const dead = useSignal<Embedded | null>(null);
  const embed = { script: useSignal(''), address: useSignal(''), values: useSignal('') };
  const add = async () => {
    const page = { address: embed.address.value, values: readValues(embed.values.value) };
    const embedded = readEmbedScript(embed.script.value, page);
    const isThere = channels.some(({ id }) => id === embedded.channel);
    refusal.value = '';
    dead.value = embedded.channel > 0 && !isThere ? embedded : null;
    if (dead.value !== null) return;
    const named = nextCustomer(requireWorld(store), name.value || (embedded.customer.name ?? ''));
    const customer = { ...embedded.customer, ...named };
    const answer = await connect(store, windowState, embedded.channel || channel.value, customer);
    if (answer.kind === 'committed') close();
    else refusal.value = refusalText(answer);
  };
  return (
    <SmallForm
      label={connectWords.optionalName}
      name={name.value}
      onName={(next) => {
        name.value = next;
      }}
      required={false}
      submitLabel={connectWords.connect}
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
      <EmbedFields {...embed} />
      {dead.value === null ? null : <DeadPage channel={dead.value.channel} title={dead.value.title ?? ''} />}
      {refusal.value === '' ? null : (
        <p class="refusal" role="alert">
          {refusal.value}
        </p>
      )}
    </SmallForm>
  );
}

type EmbedFieldsProps = Readonly<Record<'script' | 'address' | 'values', Signal<string>>>;

/** For a customer who comes from a page with the embed script, which fills in the form. */
const EmbedFields = ({ script, address, values }: EmbedFieldsProps) => (
  <details class="embed">
    <summary>{connectWords.title}</summary>
    <label>
      {connectWords.script}
      <textarea rows={3} spellcheck={false} placeholder={connectWords.scriptExample} {...bound(script)} />
    </label>
    <label>
      {connectWords.address}
      <input spellcheck={false} placeholder={connectWords.addressExample} {...bound(address)} />
    </label>
    <label>
      {connectWords.values}
      <textarea rows={2} spellcheck={false} placeholder={connectWords.valuesExample} {...bound(values)} />
    </label>
  </details>
);

const bound = (text: Signal<string>) => ({
  value: text.value,
  onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
    text.value = event.currentTarget.value;
  },
});
