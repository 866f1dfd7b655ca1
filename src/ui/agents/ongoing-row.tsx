import type { Session } from '../../engine/world.ts';
import { useWorld, type Sending } from '../context.ts';
import { agentName, channelName, customerName } from '../names.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { StatusChip } from '../parts/status-chip.tsx';
import { words } from '../words.ts';
import { rightsOf } from './rights.ts';

/** What both grids say of a chat. */
export function ChatCells({ session }: { readonly session: Session }) {
  const channel = useWorld((world) => channelName(world, session.channel));
  const name = customerName(session);
  return (
    <>
      <th scope="row" title={`${name} · ${channel}`}>
        <bdi>{name}</bdi>
      </th>
      <td>
        <StatusChip status={session.status} bare />
      </td>
      <td class="grid-channel" title={channel}>
        {channel}
      </td>
    </>
  );
}

type OngoingProps = {
  readonly agent: number;
  readonly session: Session;
  readonly sending: Sending;
  readonly onOpen: (session: number) => void;
};

/** A chat that goes on elsewhere: to be listened to, or taken over by managers. */
export function OngoingRow({ agent, session, sending, onOpen }: OngoingProps) {
  const rights = useWorld((world) => rightsOf(world, agent, session));
  const who = useWorld((world) => (session.agent === 0 ? words.bot : agentName(world, session.agent)));
  const own = session.agent === agent;
  const listen = async () => {
    if (own || session.listeners.includes(agent)) onOpen(session.id);
    else if (await sending.send({ type: 'agent.listens', agent, session: session.id })) onOpen(session.id);
  };
  const takeOver = async () => {
    if (await sending.send({ type: 'agent.takesOver', agent, session: session.id })) onOpen(session.id);
  };
  return (
    <tr onDblClick={() => void listen()}>
      <ChatCells session={session} />
      <td title={who}>{who}</td>
      <td>
        {own || !(rights.listens || rights.manages) ? null : (
          <Popover
            label={<Icon name="more" size={14} />}
            name={words.tileMenu(customerName(session))}
            class="quiet icon-button small"
          >
            {(close) => (
              <>
                <MenuItem
                  disabled={!rights.listens}
                  onChoose={() => {
                    close();
                    void listen();
                  }}
                >
                  {words.listen}
                </MenuItem>
                <MenuItem
                  disabled={!rights.manages}
                  onChoose={() => {
                    close();
                    void takeOver();
                  }}
                >
                  {words.takeOver}
                </MenuItem>
              </>
            )}
          </Popover>
        )}
      </td>
    </tr>
  );
}
