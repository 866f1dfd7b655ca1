import { useSignal } from '@preact/signals';
import { isSuccess, statisticsOf } from '../../../engine/fold-webhook.ts';
import { outcomeOf } from '../../../engine/webhook-outcome.ts';
import { webhookState } from '../../../engine/numbers.ts';
import type { Webhook, WebhookResponse } from '../../../engine/definition.ts';
import type { Delivery } from '../../../engine/world.ts';
import { writeCurl } from '../../../scenario/curl.ts';
import { useSending, useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { Refusal } from '../../controls/refusal.tsx';
import { sentence } from '../../sentence.ts';
import { words } from '../../words/words.ts';
import { automationWords } from '../../words/automation-words.ts';
import { CopyButton } from './copy-button.tsx';
import type { Entry } from './entries.ts';
import { EventLink } from './event-link.tsx';
import { Request } from './request.tsx';

type DeliveryEntry = Extract<Entry, { kind: 'delivery' }>;

/** An event that a webhook got: why, what was sent, what came of it; it can be sent again. */
export function DeliveryDetails({ entry: { delivery, hook, webhook } }: { readonly entry: DeliveryEntry }) {
  const sending = useSending();
  const problem = whyNot(hook);
  const hint = useSignal('');
  const { eventName, eventId, payload, headers } = delivery;
  const name = hook?.name ?? words.webhookNumber(webhook);
  return (
    <article class="automation-details" aria-label={`${name}: ${eventName}`}>
      <header>
        <h3>
          {name} · <code>{eventName}</code>
        </h3>
        <span class="push" />
        {hook?.type === 'webhook' ? (
          <CopyButton
            label={automationWords.curl}
            text={writeCurl({ method: 'POST', url: hook.url, headers, body: payload })}
          />
        ) : null}
        <button
          type="button"
          class="plain small"
          title={problem === '' ? automationWords.resendHint : problem}
          aria-disabled={problem !== '' || sending.pending}
          onClick={() => {
            hint.value = problem;
            if (problem === '') void sending.send({ type: 'admin.resendsWebhook', webhook, eventId });
          }}
        >
          {automationWords.resend}
        </button>
      </header>
      <Refusal
        sending={{
          refusal: sending.refusal === '' ? hint.value : sending.refusal,
          clear: () => {
            hint.value = '';
            sending.clear();
          },
        }}
      />
      <section>
        <h4>{automationWords.why}</h4>
        {delivery.resent ? <p>{automationWords.byHand}</p> : null}
        {delivery.cause > 0 ? <EventLink seq={delivery.cause} /> : null}
      </section>
      <Attempts delivery={delivery} webhook={webhook} isScript={hook?.type === 'crmscript'} />
      <Request delivery={delivery} />
      {hook === undefined ? null : <Responses hook={hook} />}
    </article>
  );
}

function whyNot(hook: Webhook | undefined): string {
  if (hook === undefined) return automationWords.gone;
  return hook.state === webhookState.active ? '' : automationWords.stopped;
}

type AttemptsProps = {
  readonly delivery: Delivery;
  readonly webhook: number;
  readonly isScript: boolean;
};

function Attempts({ delivery: { attempts, eventId }, webhook, isScript }: AttemptsProps) {
  const zone = useWorld((world) => world.timeZone);
  const next = useWorld(({ timers }) =>
    timers.find(
      (timer) => timer.kind === 'webhook' && timer.webhook === webhook && timer.eventId === eventId,
    ),
  );
  const last = attempts.at(-1);
  const isDropped = next === undefined && last !== undefined && !isSuccess(last.result);
  return (
    <section>
      <h4>{automationWords.attempts}</h4>
      <ol class="automation-attempts">
        {attempts.map(({ at, result, failure, delay = 0 }, index) => (
          <li key={index} class={isSuccess(result) ? '' : 'bad'}>
            <time class="number">{secondOf(at, zone)}</time> {automationWords.attempt(index + 1)}:{' '}
            <b>{isScript ? automationWords.ran(result) : automationWords.answered(result)}</b>
            {failure === undefined ? '' : `: ${sentence(failure)}`}
            {delay === 0 ? '' : ` ${automationWords.tookLong(delay)}`}
          </li>
        ))}
        {next?.kind === 'webhook' ? (
          <li class="muted">
            <time class="number">{secondOf(next.due, zone)}</time>{' '}
            {next.waits === undefined
              ? automationWords.pending(next.attempt)
              : automationWords.waits(next.attempt, next.waits.delay)}
          </li>
        ) : null}
      </ol>
      {isDropped ? <p class="note">{automationWords.dropped}</p> : null}
      {next === undefined && last === undefined ? <p class="note">{automationWords.notTried}</p> : null}
    </section>
  );
}

/** A response in a few words: `500 after 2 s`. */
function responseText(response: WebhookResponse): string {
  const {
    status = 200,
    error = '',
    delay = 0,
  } = typeof response === 'object' ? response : { status: response };
  const comes = error === '' ? String(status) : error;
  return delay === 0 ? comes : `${comes} ${automationWords.tookLong(delay)}`;
}

/** The responses that stand in for the target, and which of them it gives next. */
function Responses({ hook }: { readonly hook: Webhook }) {
  const statistics = useWorld((world) => world.webhookStatistics);
  if (hook.type === 'crmscript') return null;
  const { played } = statisticsOf({ webhookStatistics: statistics }, hook.id);
  const answers = hook.responses.length === 0 ? [200] : hook.responses;
  const next = Math.min(played, answers.length - 1);
  return (
    <section>
      <h4>{automationWords.responses}</h4>
      <ol class="automation-responses">
        {answers.map((answer, index) => (
          <li
            key={index}
            class={isSuccess(outcomeOf(answer).result) ? '' : 'bad'}
            {...(index === next && { 'aria-current': 'step' as const })}
          >
            {responseText(answer)}
            {index === next ? <small> {automationWords.nextOne}</small> : null}
            {index === answers.length - 1 && answers.length > 1 ? (
              <small> {automationWords.repeats}</small>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
