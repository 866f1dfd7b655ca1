import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useAppContext, useWorld } from '../../context.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { automationWords } from '../../words/automation-words.ts';
import { DeliveryDetails } from './delivery-details.tsx';
import { entriesOf, type EntryFilter } from './entries.ts';
import { EntryList } from './entry-list.tsx';
import { TriggerDetails } from './trigger-details.tsx';
import { WebhookStates } from './webhook-states.tsx';
import './automation.css';

/** What triggers ran and what webhooks got: a list, and one of them in full. */
export function Automation() {
  const { store, windowState } = useAppContext();
  const events = store.events.value;
  const sieve = useSignal<EntryFilter>('all');
  const deliveries = useWorld((world) => world.deliveries);
  const webhooks = useWorld((world) => world.webhooks);
  const entries = useMemo(
    () => entriesOf({ deliveries, webhooks }, events, sieve.value),
    [events, deliveries, webhooks, sieve.value],
  );
  const { event } = windowState.view.value;
  const kept = useSignal(0);
  const isOne = entries.some(({ seq }) => seq === event);
  if (isOne && kept.peek() !== event) kept.value = event;
  const open = entries.find(({ seq }) => seq === kept.value) ?? entries[0];
  return (
    <div class="automation">
      <div class="automation-list">
        <p class="automation-off">
          <LaterIcon name="offline" /> {automationWords.off}
        </p>
        <WebhookStates />
        <label class="automation-sieve">
          {automationWords.show}
          <select
            value={String(sieve.value)}
            onChange={({ currentTarget: { value } }) => {
              sieve.value = value === 'all' || value === 'triggers' ? value : Number(value);
            }}
          >
            <option value="all">{automationWords.everything}</option>
            <option value="triggers">{automationWords.triggers}</option>
            {webhooks.map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <EntryList entries={entries} open={open?.seq ?? 0} />
      </div>
      <div class="automation-one">
        {open === undefined ? <p class="empty">{automationWords.none}</p> : null}
        {open?.kind === 'delivery' ? <DeliveryDetails key={open.seq} entry={open} /> : null}
        {open?.kind === 'trigger' ? <TriggerDetails key={open.seq} run={open.run} /> : null}
      </div>
    </div>
  );
}
