import { sentenceWords } from '../../words/sentence-words.ts';
import { useSignal } from '@preact/signals';
import { useAppContext, useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { LaterIcon } from '../../controls/later-icon.tsx';
import { goThereInPast } from '../../select-event.ts';
import { words } from '../../words/words.ts';
import { automationWords } from '../../words/automation-words.ts';
import type { Entry } from './entries.ts';

/** So many are drawn at first, and more with each wish for more. */
const step = 100;

/** What ran and what was sent, newest first; choosing one selects its event everywhere. */
export function EntryList({ entries, open }: { readonly entries: readonly Entry[]; readonly open: number }) {
  const { windowState, store } = useAppContext();
  const zone = useWorld((world) => world.timeZone);
  const shown = useSignal(step);
  const rest = entries.length - shown.value;
  const choose = (entry: Entry) => {
    const session = entry.kind === 'delivery' ? entry.delivery.session : (entry.run.start.session ?? 0);
    windowState.change({ event: entry.seq, ...(session > 0 && { session }) });
    goThereInPast({ store }, entry.seq);
  };
  return (
    <>
      <ul class="automation-rows" aria-label={automationWords.list}>
        {entries.slice(0, shown.value).map((entry) => (
          <li key={entry.seq}>
            <button
              type="button"
              class={entry.bad ? 'line-button bad' : 'line-button'}
              aria-current={entry.seq === open}
              data-moment={entry.seq}
              onClick={() => {
                choose(entry);
              }}
            >
              <time class="number">{secondOf(entry.at, zone)}</time>
              <LaterIcon name={entry.kind === 'trigger' ? 'trigger' : 'send'} />
              <span class="automation-what">
                <b>{titleOf(entry)}</b>
                <span class="muted">{aboutOf(entry)}</span>
              </span>
              <span class="automation-result">{resultOf(entry)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest <= 0 ? null : (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            shown.value += step;
          }}
        >
          {automationWords.more(Math.min(step, rest))}
        </button>
      )}
      {(store.events.value[0]?.seq ?? 1) > 1 ? <p class="note">{automationWords.earlier}</p> : null}
    </>
  );
}

const titleOf = (entry: Entry): string =>
  entry.kind === 'trigger'
    ? automationWords.trigger(entry.run.start.eventType ?? 0)
    : (entry.hook?.name ?? words.webhookNumber(entry.webhook));

const aboutOf = (entry: Entry): string =>
  entry.kind === 'trigger'
    ? entry.run.start.name
    : `${entry.delivery.eventName}${entry.delivery.resent ? ` ${automationWords.again}` : ''}`;

function resultOf(entry: Entry): string {
  if (entry.kind === 'delivery') {
    const { attempts } = entry.delivery;
    const last = attempts.at(-1);
    return last === undefined
      ? '…'
      : `${attempts.length > 1 ? `${String(attempts.length)} · ` : ''}${String(last.result)}`;
  }
  const { end, message } = entry.run;
  if (end?.type === 'script.failed') return sentenceWords.failedAt(end.line);
  return message?.type === 'message.blocked' ? automationWords.blockedIt : '';
}
