import { waitingFor } from '../../engine/agent-views.ts';
import { waiting } from '../../engine/views.ts';
import type { Input } from '../../engine/inputs.ts';
import { sessionOf } from '../store/session-of.ts';
import { useSending, useAppContext, useView, useWorld } from '../context.ts';
import { focusAgent } from '../controls/focus-next.ts';
import { Refusal } from '../controls/refusal.tsx';
import { Avatar } from '../controls/avatar.tsx';
import { Count } from '../controls/count.tsx';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { TabStrip } from '../controls/tab-strip.tsx';
import { words } from '../words/words.ts';
import { Chats } from './chats.tsx';
import { useChats } from './use-chats.ts';

const loadDashboard = () => import('./dashboard.tsx').then(({ Dashboard }) => Dashboard);

const loadWarnings = () => import('./warnings.tsx').then(({ Warnings }) => Warnings);

/** What weighs more than its fellows: to take somebody who waits, for who is there to do so. */
const weightOf = (waiting: number, present: boolean): 'tinted' | 'plain' | 'quiet' =>
  waiting === 0 ? 'quiet' : present ? 'tinted' : 'plain';

/** One agent's screen: presence, the next in the queue, Dashboard and Chats. */
export function AgentTile({ agent: id }: { readonly agent: number }) {
  const { store, windowState } = useAppContext();
  const agent = useWorld((world) => world.agents.find((one) => one.id === id));
  const count = useWorld((world) => waitingFor(world, id, waiting(world)).length);
  const chats = useChats(id);
  const about = `${String(count)} ${String(chats.ongoing.length)} ${String(agent?.present)}`;
  const sending = useSending(about);
  const tab = useView((view) => view.agentTabs[String(id)] ?? 'chats');
  const open = useView((view) => view.agentChats[String(id)] ?? 0);
  if (agent === undefined) return null;
  const select = () => {
    if (windowState.view.peek().agent !== id) windowState.change({ agent: id });
  };
  const show = (name: 'dashboard' | 'chats') => {
    windowState.change({ agentTabs: { ...windowState.view.value.agentTabs, [String(id)]: name } });
  };
  const openChat = (session: number) => {
    const { agentTabs, agentChats: chats } = windowState.view.peek();
    windowState.change({
      agentTabs: { ...agentTabs, [String(id)]: 'chats' },
      agentChats: { ...chats, [String(id)]: session },
    });
    focusAgent(id);
  };
  const next = async () => {
    const input: Input = { type: 'agent.picksUpNext', agent: id };
    const answer = await sending.ask(input);
    if (answer?.kind === 'committed') openChat(sessionOf(store, input, answer));
  };
  return (
    <article
      class="tile agent-tile"
      aria-label={words.agent(agent.name)}
      data-agent={id}
      onPointerDown={select}
      onFocusCapture={select}
    >
      <header class="tile-head">
        <Avatar of="agent" name={agent.name} />
        <h3 title={agent.name}>
          <bdi>{agent.name}</bdi>
        </h3>
        <button
          type="button"
          role="switch"
          aria-checked={agent.present}
          aria-label={words.presence(agent.name)}
          class={agent.present ? 'presence present' : 'presence'}
          onClick={() =>
            void sending.send({ type: 'agent.setsPresence', agent: id, present: !agent.present })
          }
        >
          <i aria-hidden="true" />
          {agent.present ? words.present : words.away}
        </button>
      </header>
      <div class="agent-next">
        <button
          type="button"
          class={`${weightOf(count, agent.present)} wide get-next`}
          aria-disabled={sending.pending}
          onClick={() => void next()}
        >
          <Icon name="getNext" size={14} /> {words.getNext(count)}
        </button>
        <Refusal sending={sending} />
      </div>
      <Later load={loadWarnings} agent={id} onOpen={openChat} />
      <TabStrip
        label={words.agent(agent.name)}
        open={tab}
        onOpen={show}
        tabs={[
          { name: 'dashboard', label: <Numbered text={words.dashboard} count={count} /> },
          { name: 'chats', label: <Numbered text={words.chats} count={chats.ongoing.length} /> },
        ]}
      />
      {tab === 'dashboard' ? (
        <Later load={loadDashboard} agent={id} onOpen={openChat} />
      ) : (
        <Chats agent={agent} chats={chats} open={open} onOpen={openChat} />
      )}
    </article>
  );
}

const Numbered = ({ text, count }: { readonly text: string; readonly count: number }) => (
  <>
    {text} <Count n={count} />
  </>
);
