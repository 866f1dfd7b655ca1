import { waiting } from '../../engine/views.ts';
import { useNow, useSending, useWorld } from '../context.ts';
import { lengthOf } from '../format.ts';
import { customerName } from '../names.ts';
import { Icon } from '../parts/icon.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { words } from '../words.ts';
import { ChatCells, OngoingRow } from './ongoing-row.tsx';
import { standing } from '../statuses.ts';
import { goingOn, waitingFor } from './rights.ts';

type DashboardProps = { readonly agent: number; readonly onOpen: (session: number) => void };

/** Who waits, and what goes on, on the agent's channels. */
export function Dashboard({ agent, onOpen }: DashboardProps) {
  const incoming = useWorld((world) => waitingFor(world, agent, waiting(world)));
  const ongoing = useWorld((world) => goingOn(world, agent));
  const sending = useSending([...incoming, ...ongoing].map(standing).join());
  const present = useWorld((world) => world.agents.filter((one) => one.present).length);
  const now = useNow();
  const pickUp = async (session: number) => {
    if (await sending.send({ type: 'agent.picksUp', agent, session })) onOpen(session);
  };
  return (
    <div class="dashboard">
      <p class="muted">{words.waitingHeader(incoming.length, present)}</p>
      <Refusal sending={sending} />
      <table class="grid">
        <caption>{words.incoming}</caption>
        <Head fourth={words.columns.waited} className="grid-waited" />
        <tbody>
          {incoming.map((session) => (
            <tr key={session.id} onDblClick={() => void pickUp(session.id)}>
              <ChatCells session={session} />
              <td class="number">{lengthOf(now - (session.waitingSince ?? now))}</td>
              <td>
                <button
                  type="button"
                  class="plain icon-button small"
                  aria-label={words.pickUpName(customerName(session))}
                  title={words.pickUp}
                  onClick={() => void pickUp(session.id)}
                >
                  <Icon name="answer" size={14} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {incoming.length === 0 ? <p class="empty slim">{words.noIncoming}</p> : null}
      <table class="grid">
        <caption>{words.ongoing}</caption>
        <Head fourth={words.columns.agent} />
        <tbody>
          {ongoing.map((session) => (
            <OngoingRow key={session.id} agent={agent} session={session} sending={sending} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      {ongoing.length === 0 ? <p class="empty slim">{words.noOngoing}</p> : null}
    </div>
  );
}

/** The columns that both grids share, and a fourth of their own. */
const Head = ({ fourth, className = '' }: { readonly fourth: string; readonly className?: string }) => (
  <thead>
    <tr>
      <th scope="col">{words.columns.customer}</th>
      <th scope="col" class="grid-status">
        {words.columns.status}
      </th>
      <th scope="col" class="grid-channel">
        {words.columns.channel}
      </th>
      <th scope="col" class={className}>
        {fourth}
      </th>
      <th scope="col" class="grid-act">
        <span class="hidden-text">{words.actions}</span>
      </th>
    </tr>
  </thead>
);
