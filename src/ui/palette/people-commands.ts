import type { Input } from '../../engine/inputs.ts';
import { agentChats, rightsOf, waitingFor } from '../../engine/agent-views.ts';
import { isOver, waiting } from '../../engine/views.ts';
import { connect, nextCustomer, restartConversation } from '../customers/connect.ts';
import { tileSessions } from '../customers/tiles.ts';
import { customerName } from '../names.ts';
import { focusAgent, focusCustomer } from '../controls/focus-next.ts';
import { statusShort } from '../statuses.ts';
import { sessionOf } from '../store/session-of.ts';
import { requireWorld } from '../store/store.ts';
import type { Command, CommandContext } from './command.ts';
import { restartWords } from '../words/restart-words.ts';
import { paletteWords as words } from '../words/palette-words.ts';
import { refusalText } from '../refusal-text.ts';

const sends = async ({ store }: CommandContext, input: Input): Promise<string> =>
  refusalText(await store.dispatch(input));

/** Shows a customer's tile, and where one writes as them. */
export function showCustomer({ show }: CommandContext, session: number): '' {
  show({ session, event: 0, pane: 'customers' });
  focusCustomer(session);
  return '';
}

function showAgent({ show, windowState }: CommandContext, agent: number, chat?: number): '' {
  const { agentTabs, agentChats: open } = windowState.view.peek();
  const id = String(agent);
  show({
    pane: 'agents',
    agent,
    agentTabs: { ...agentTabs, [id]: 'chats' },
    ...(chat !== undefined && { agentChats: { ...open, [id]: chat } }),
  });
  focusAgent(agent);
  return '';
}

/** Shows the chat that the agent got. */
async function picksUp(here: CommandContext, agent: number, input: Input): Promise<string> {
  const answer = await here.store.dispatch(input);
  if (answer.kind === 'committed') showAgent(here, agent, sessionOf(here.store, input, answer));
  return refusalText(answer);
}

/** Customers and agents, to go to. */
export function people(here: CommandContext): readonly Command[] {
  const { now, windowState } = here;
  const customers = tileSessions(now, windowState.view.peek().hidden).map((session): Command => ({
    id: `customer ${String(session.id)}`,
    group: 'people',
    title: customerName(session),
    detail: words.customer(statusShort(session.status)),
    icon: 'person',
    status: session.status,
    run: () => showCustomer(here, session.id),
  }));
  const agents = now.agents.map(({ id, name, present }): Command => ({
    id: `agent ${String(id)}`,
    group: 'people',
    title: name,
    detail: words.agent(present, agentChats(now, id).ongoing.length),
    icon: 'agents',
    run: () => showAgent(here, id),
  }));
  return [...customers, ...agents];
}

/** What agents can do now. */
export function agentCommands(here: CommandContext): readonly Command[] {
  const { now } = here;
  const kind = words.kinds.agents;
  const queue = waiting(now);
  const next = now.agents.find(({ id, present }) => present && waitingFor(now, id, queue).length > 0);
  return now.agents.flatMap((agent): Command[] => {
    const { id, name, present } = agent;
    const own = agentChats(now, id).ongoing;
    const others = now.agents.filter((other) => other.id !== id && other.present);
    const make = (
      code: string,
      title: string,
      icon: Command['icon'],
      run: Command['run'],
      key?: string,
    ): Command => ({
      id: `${code} ${String(id)}`,
      group: 'do',
      title,
      detail: kind,
      icon,
      run,
      ...(key !== undefined && { key }),
    });
    return [
      make(
        'next',
        words.getNext(name),
        'getNext',
        () => picksUp(here, id, { type: 'agent.picksUpNext', agent: id }),
        (next ?? now.agents[0])?.id === id ? 'n' : undefined,
      ),
      make('presence', present ? words.setAway(name) : words.setPresent(name), 'agents', () =>
        sends(here, { type: 'agent.setsPresence', agent: id, present: !present }),
      ),
      ...waitingFor(now, id, queue).map((session) =>
        make(`up ${String(session.id)}`, words.pickUp(customerName(session), name), 'answer', () =>
          picksUp(here, id, { type: 'agent.picksUp', agent: id, session: session.id }),
        ),
      ),
      ...own.flatMap((session) => [
        ...others.map((other) =>
          make(
            `give ${String(session.id)} ${String(other.id)}`,
            words.transfer(customerName(session), other.name),
            'transfer',
            () => sends(here, { type: 'agent.transfers', agent: id, session: session.id, to: other.id }),
          ),
        ),
        make(`end ${String(session.id)}`, words.endChat(customerName(session), name), 'close', () =>
          sends(here, { type: 'agent.ends', agent: id, session: session.id }),
        ),
      ]),
      ...[...now.sessions]
        .filter(
          (session) =>
            session.agent > 0 &&
            session.agent !== id &&
            !isOver(session) &&
            !session.listeners.includes(id) &&
            rightsOf(now, id, session).listens,
        )
        .map((session) =>
          make(
            `listen ${String(session.id)}`,
            words.listen(customerName(session), name),
            'agents',
            async () => {
              const refusal = await sends(here, { type: 'agent.listens', agent: id, session: session.id });
              if (refusal === '') showAgent(here, id, session.id);
              return refusal;
            },
          ),
        ),
    ];
  });
}

/** What customers can do now. */
export function customerCommands(here: CommandContext): readonly Command[] {
  const { now, store, windowState } = here;
  const { session: selected, hidden } = windowState.view.peek();
  const session = now.sessions.get(selected);
  const tiles = tileSessions(now, hidden);
  const at = tiles.findIndex(({ id }) => id === selected);
  const step = (by: number) => {
    const next = tiles[(at + by + tiles.length) % tiles.length];
    if (next !== undefined) here.show({ session: next.id, event: 0 });
    return '';
  };
  const make = (
    id: string,
    title: string,
    icon: Command['icon'],
    run: Command['run'],
    key?: string,
    detail: string = words.kinds.customers,
  ): Command => ({
    id,
    group: 'do',
    title,
    detail,
    icon,
    run,
    ...(key !== undefined && { key }),
  });
  const channel = session?.channel ?? now.channels[0]?.id;
  const restart = (who: 'same' | 'new') => async () =>
    session === undefined
      ? restartWords.nobodySelected
      : refusalText(await restartConversation(store, windowState, session, who));
  return [
    ...now.channels.map(({ id, name, properties: { badgeHeader } }) =>
      make(
        `connect ${String(id)}`,
        words.connect(name),
        'plus',
        async () => {
          here.show({ pane: 'customers' });
          return refusalText(await connect(store, windowState, id, nextCustomer(requireWorld(store), '')));
        },
        id === channel ? 'c' : undefined,
        badgeHeader === '' ? undefined : words.badge(badgeHeader),
      ),
    ),
    ...(session === undefined
      ? []
      : [
          make('write', words.write, 'stage', () => showCustomer(here, session.id), 'r'),
          make('restart same', words.restartSame(customerName(session)), 'restart', restart('same')),
          make('restart new', words.restartNew(customerName(session)), 'restart', restart('new')),
        ]),
    ...(tiles.length > 1
      ? [
          make('next customer', words.nextCustomer, 'person', () => step(1), 'j'),
          make('previous customer', words.previousCustomer, 'person', () => step(-1), 'k'),
        ]
      : []),
    ...tiles
      .filter((one) => !isOver(one))
      .map((one) =>
        make(`leave ${String(one.id)}`, words.leave(customerName(one)), 'close', () =>
          sends(here, { type: 'customer.leaves', session: one.id }),
        ),
      ),
  ];
}
