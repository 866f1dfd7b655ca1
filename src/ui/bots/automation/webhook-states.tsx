import { statisticsOf } from '../../../engine/fold-webhook.ts';
import { webhookState } from '../../../engine/numbers.ts';
import { useSending, useWorld } from '../../context.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { automationWords } from '../../words/automation-words.ts';

/** Each webhook with its state and how it has fared; one that is stopped can be started again. */
export function WebhookStates() {
  const webhooks = useWorld((world) => world.webhooks);
  const statistics = useWorld((world) => world.webhookStatistics);
  const sending = useSending();
  if (webhooks.length === 0) return null;
  return (
    <>
      <ul class="webhook-states" aria-label={automationWords.webhooks}>
        {webhooks.map(({ id, name, state }) => {
          const { calls, errors, consecutiveErrors } = statisticsOf({ webhookStatistics: statistics }, id);
          return (
            <li key={id} class="webhook-state">
              <b title={name}>{name}</b>
              <span class="hook-state" data-state={state}>
                {automationWords.state[state]}
              </span>
              <span class="muted number">{automationWords.statistics(calls, errors, consecutiveErrors)}</span>
              {state === webhookState.active ? null : (
                <button
                  type="button"
                  class="plain small"
                  title={automationWords.resetHint}
                  disabled={sending.pending}
                  onClick={() => void sending.send({ type: 'admin.resetsWebhook', webhook: id })}
                >
                  {automationWords.reset}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <Refusal sending={sending} />
    </>
  );
}
