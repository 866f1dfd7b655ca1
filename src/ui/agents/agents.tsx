import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useSending, useStore, useWorld } from '../context.ts';
import { bringAcross } from '../parts/bring-across.ts';
import { ErrorBoundary } from '../parts/error-boundary.tsx';
import { Popover } from '../parts/popover.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { SmallForm } from '../parts/small-form.tsx';
import { requireWorld } from '../store/store.ts';
import { words } from '../words.ts';
import { AgentTile } from './agent-tile.tsx';

/** The column of the agents: one desk each. */
export function Agents() {
  const agents = useWorld((world) => world.agents);
  const tiles = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const present = tiles.current?.querySelector('.agent-tile:has([aria-checked="true"])');
    if (tiles.current !== null && present instanceof Element) bringAcross(tiles.current, present);
  }, []); // at the start only: later, nothing moves under the eye
  return (
    <section class="pane agents" aria-labelledby="agents-title">
      <header class="pane-head">
        <h2 id="agents-title">{words.agents}</h2>
        <span class="count">{agents.length}</span>
        <span class="push" />
        <Popover label={words.addAgent} role="dialog">
          {(close) => <AddForm close={close} />}
        </Popover>
      </header>
      {agents.length === 0 ? (
        <div class="empty">
          <p>{words.noAgents}</p>
          <p>{words.noAgentsHint}</p>
        </div>
      ) : (
        <div ref={tiles} class="tiles">
          {agents.map(({ id }) => (
            <ErrorBoundary key={id}>
              <AgentTile agent={id} />
            </ErrorBoundary>
          ))}
        </div>
      )}
    </section>
  );
}

function AddForm({ close }: { readonly close: () => void }) {
  const store = useStore();
  const sending = useSending();
  const name = useSignal('');
  const add = async () => {
    const wanted = name.value.trim();
    if (wanted === '') return;
    const { agents, channels } = requireWorld(store);
    const id = Math.max(0, ...agents.map((agent) => agent.id)) + 1;
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
