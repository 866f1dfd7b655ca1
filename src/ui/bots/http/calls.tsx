import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { EventOf } from '../../../engine/events.ts';
import { useSurroundings, useWorld } from '../../context.ts';
import { secondOf } from '../../format.ts';
import { scriptOf } from '../../names.ts';
import { Earlier, useLettingGo } from '../../parts/earlier.tsx';
import { useStayAtEnd } from '../../parts/use-stay-at-end.ts';
import { botWords } from '../bot-words.ts';
import { words } from '../../words.ts';
import { goThereInPast } from '../../select-event.ts';
import { sentence } from '../../sentence.ts';
import './http.css';

export type Call = EventOf<'http.called'>;

/** So many calls are drawn at first, and more with each wish for more. */
const step = 300;

/** What a call got: a status, or why it failed. */
export const answerText = ({ status, failure }: Call): string =>
  failure === undefined ? String(status ?? 0) : sentence(failure);

const isBad = ({ status, failure }: Call): boolean => failure !== undefined || (status ?? 0) >= 400;

const by = (call: Call): string =>
  call.answeredBy === 'mock'
    ? botWords.http.byMock(call.mock ?? 0)
    : botWords.http.answeredBy[call.answeredBy];

type CallsProps = {
  readonly calls: readonly Call[];
  /** Asks for a mock that answers calls like this one. */
  readonly onAnswer: (call: Call) => void;
};

/** The calls that scripts made, newest at the end; one that nobody answered says how to answer it. */
export function Calls({ calls, onAnswer }: CallsProps) {
  const { store } = useSurroundings();
  const zone = useWorld((world) => world.timeZone);
  const list = useRef<HTMLDivElement>(null);
  const scrolled = useStayAtEnd(list);
  const open = useSignal(0);
  useLettingGo('http');
  const shown = useSignal(step);
  const drawn = calls.slice(-shown.value);
  return (
    <div ref={list} class="lines" onScroll={scrolled}>
      <Earlier
        who="http"
        hidden={calls.length - drawn.length}
        step={step}
        onMore={() => {
          shown.value += step;
        }}
      />
      {calls.length === 0 ? <p class="empty">{botWords.http.empty}</p> : null}
      <ul aria-label={botWords.http.calls}>
        {drawn.map((call) => (
          <li key={call.seq} class={isBad(call) ? 'call bad' : 'call'}>
            <div class="call-row">
              <button
                type="button"
                class="line-button"
                aria-expanded={open.value === call.seq}
                data-moment={call.seq}
                onClick={() => {
                  open.value = open.value === call.seq ? 0 : call.seq;
                  goThereInPast({ store }, call.seq);
                }}
              >
                <time class="number">{secondOf(Date.parse(call.at), zone)}</time>
                <b class="call-method">{call.method}</b>
                <code class="line-text" title={call.url}>
                  {call.url}
                </code>
                <span class="call-answer">
                  {call.answeredBy === 'nobody' ? botWords.http.answeredBy.nobody : answerText(call)}
                </span>
              </button>
              {call.answeredBy === 'nobody' ? (
                <button
                  type="button"
                  class="plain small"
                  onClick={() => {
                    onAnswer(call);
                  }}
                >
                  {botWords.http.answerIt}
                </button>
              ) : null}
            </div>
            {open.value === call.seq ? <Details call={call} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Details({ call }: { readonly call: Call }) {
  const { windowState } = useSurroundings();
  const { script = 0, line = 0 } = call.by ?? {};
  const name = useWorld((world) => scriptOf(world, script)?.name ?? '');
  return (
    <dl class="call-details">
      <dt>{botWords.http.address}</dt>
      <dd>{call.url}</dd>
      <dt>{botWords.http.answer}</dt>
      <dd>
        {answerText(call)} · {by(call)}
      </dd>
      {call.sent === undefined ? null : (
        <>
          <dt>{botWords.http.sent}</dt>
          <dd>
            <pre class="mono">{call.sent}</pre>
          </dd>
        </>
      )}
      {call.body === undefined ? null : (
        <>
          <dt>{botWords.http.received}</dt>
          <dd>
            <pre class="mono">{call.body}</pre>
          </dd>
        </>
      )}
      {name === '' ? null : (
        <>
          <dt>{botWords.http.caller}</dt>
          <dd>
            <button
              type="button"
              class="link"
              onClick={() => {
                windowState.change({ script, line, column: 1, bottom: 'script' });
              }}
            >
              {words.scriptLine(name, line)}
            </button>
          </dd>
        </>
      )}
    </dl>
  );
}
