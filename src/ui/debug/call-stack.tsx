import { useAppContext, useWorld } from '../context.ts';
import { secondOf } from '../format.ts';
import { customerName, agentName } from '../names.ts';
import { inputSentence } from '../explore/input-sentence.ts';
import { Count } from '../controls/count.tsx';
import { LaterIcon } from '../controls/later-icon.tsx';
import type { LaterIconName } from '../controls/later-icon-names.ts';
import type { DebugView } from '../../protocol/debug-api.ts';
import type { World } from '../../engine/world.ts';
import { callRows, type CallRow } from './call-rows.ts';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';

const icons: Readonly<Record<CallRow['kind'], LaterIconName>> = {
  bot: 'bot',
  trigger: 'trigger',
  script: 'script',
  function: 'function',
};

/** The open calls, innermost first, down to what began it all. Chosen, one shows its script and its variables. */
export function CallStack() {
  const { store } = useAppContext();
  const debugging = debuggingOf(store);
  const view = debugging.view.value;
  const world = useWorld((now) => now);
  if (view === null) return null;
  const rows = callRows(view, world);
  const selected = debugging.frame.value;
  return (
    <section class="debug-part debug-calls" aria-label={words.calls}>
      <header class="debug-head">
        <h3>{words.calls}</h3>
        <Count n={rows.length} />
      </header>
      <ol class="debug-list">
        {rows.map((row) => (
          <li key={row.frame}>
            <button
              type="button"
              class={`debug-call ${row.frame === selected ? 'selected' : ''}`}
              {...(row.frame === selected ? { 'aria-current': 'true' } : {})}
              onClick={() => {
                debugging.frame.value = row.frame;
              }}
            >
              <LaterIcon name={icons[row.kind]} size={14} />
              <span class="debug-call-name" title={row.name}>
                {row.name}
              </span>
              <span class="debug-call-line number">
                <span class="hidden-text">{words.line(row.line)}</span>
                <span aria-hidden="true">{row.line}</span>
              </span>
              <small title={row.detail}>{row.detail}</small>
            </button>
          </li>
        ))}
        <li class="debug-input">
          <LaterIcon name="person" size={14} />
          <span class="debug-call-name" title={inputText(view, world)}>
            <span class="hidden-text">{words.by}: </span>
            {inputText(view, world)}
          </span>
          <time class="number">{secondOf(view.at, world.timeZone)}</time>
        </li>
      </ol>
      {rows.length === 0 ? <p class="empty slim">{words.noCalls}</p> : null}
    </section>
  );
}

/** What began the step, in words. */
function inputText({ input, chat }: DebugView, world: World): string {
  const id = ('session' in input ? input.session : chat?.session) ?? 0;
  const session = world.sessions.get(id);
  // Who connects is nobody yet in the world before it.
  const connects =
    input.type === 'customer.connects' ? (input.customer?.name ?? input.customer?.alias) : undefined;
  const customer = session === undefined ? (connects ?? '') : customerName(session);
  const [kind = ''] = input.type.split('.');
  const isAgent = 'agent' in input && typeof input.agent === 'number';
  const name = isAgent ? agentName(world, input.agent) : kind === 'customer' ? customer : '';
  const doer = { kind: isAgent ? 'agent' : kind === 'customer' ? 'customer' : 'admin', name } as const;
  const { who, does, quote } = inputSentence(input, doer, customer);
  return [who, does, quote].filter(Boolean).join(' ');
}
