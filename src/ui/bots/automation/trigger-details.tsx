import { sentenceWords } from '../../words/sentence-words.ts';
import { useWindow } from '../../context.ts';
import { plainText } from '../../../engine/rich-text.ts';
import { quoted } from '../../sentences/sentence.ts';
import { sentence } from '../../sentence.ts';
import { automationWords } from '../../words/automation-words.ts';
import { EventLink } from './event-link.tsx';
import type { TriggerRun } from './trigger-runs.ts';

/** A run of a trigger: on which event, what came of it, and what it did. */
export function TriggerDetails({ run }: { readonly run: TriggerRun }) {
  const windowState = useWindow();
  const { start, message, did } = run;
  const event = start.eventType ?? 0;
  return (
    <article class="automation-details" aria-label={automationWords.trigger(event)}>
      <header>
        <h3>
          {automationWords.trigger(event)} · {start.name}
        </h3>
        <span class="push" />
        <button
          type="button"
          class="plain small"
          onClick={() => {
            windowState.change({ script: start.script, line: 1, column: 1, bottom: 'script' });
          }}
        >
          {automationWords.openScript}
        </button>
      </header>
      <section>
        <h4>{automationWords.whyRan}</h4>
        <p class="note">{automationWords.on[event]}</p>
        {start.cause > 0 ? <EventLink seq={start.cause} /> : null}
      </section>
      <section>
        <h4>{automationWords.result}</h4>
        <p>{resultText(run)}</p>
        {message === undefined ? null : <EventLink seq={message.seq} />}
      </section>
      <section>
        <h4>{automationWords.did}</h4>
        {did.length === 0 ? <p class="note">{automationWords.didNothing}</p> : null}
        {did.map(({ seq }) => (
          <EventLink key={seq} seq={seq} />
        ))}
      </section>
    </article>
  );
}

function resultText({ end, message }: TriggerRun): string {
  if (end === undefined) return automationWords.running;
  if (end.type === 'script.failed') return `${sentenceWords.failedAt(end.line)}: ${sentence(end.failure)}`;
  if (message?.type === 'message.blocked') {
    const { reason } = message;
    return reason === undefined
      ? `${automationWords.blocked}.`
      : `${automationWords.blocked}: ${sentence(reason)}`;
  }
  const finished = automationWords.finished(end.statements);
  return message === undefined
    ? finished
    : `${finished}. ${automationWords.letThrough(quoted(plainText(message.text)))}`;
}
