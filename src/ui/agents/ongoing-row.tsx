import { rightsOf } from '../../engine/agent-views.ts';
import { useWorld, useAtSecond } from '../context.ts';
import { agentName, channelName, customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { memo } from '../controls/memo.ts';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';
import { dashboardWords } from '../words/dashboard-words.ts';
import { GridRow, type GridRowProps } from './grid-row.tsx';
import { lengthOf } from '../format.ts';

/** How long it is since a moment, by the shown clock. */
const Since = ({ at }: { readonly at: number }) => (
  <span class="number">{useAtSecond((now) => lengthOf(now - at))}</span>
);

/** A chat that goes on elsewhere: to be listened to, or taken over by managers. */
export const OngoingRow = memo(function OngoingRow(props: GridRowProps) {
  const { agent, session, send, onOpen } = props;
  const rights = useWorld((world) => rightsOf(world, agent, session));
  const who = useWorld((world) => (session.agent === 0 ? words.bot : agentName(world, session.agent)));
  const channel = useWorld((world) => channelName(world, session.channel));
  const since = session.whenStarted ?? session.whenRequested;
  const others = useWorld((world) =>
    world.agents.filter((one) => one.present && one.id !== session.agent && one.id !== agent),
  );
  const own = session.agent === agent;
  const listen = async () => {
    if (own || session.listeners.includes(agent)) onOpen(session.id);
    else if (await send({ type: 'agent.listens', agent, session: session.id })) onOpen(session.id);
  };
  const takeOver = async () => {
    if (await send({ type: 'agent.takesOver', agent, session: session.id })) onOpen(session.id);
  };
  return (
    <GridRow
      {...props}
      onAct={() => void listen()}
      more={
        <>
          <span class="grid-more note">
            {channel} · {who}
          </span>
          <span class="grid-more note">
            {dashboardWords.idle} <Since at={session.whenIdle} /> · <Since at={since} />
          </span>
        </>
      }
    >
      <td class="grid-wide">
        <Since at={session.whenIdle} />
      </td>
      <td class="grid-wide">
        <Since at={since} />
      </td>
      <td class="grid-wide" title={who}>
        {who}
      </td>
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
                  disabled={!rights.manages || session.agent === 0}
                  onChoose={() => {
                    close();
                    void takeOver();
                  }}
                >
                  {words.takeOver}
                </MenuItem>
                {rights.manages && session.agent > 0
                  ? others.map(({ id, name }) => (
                      <MenuItem
                        key={id}
                        disabled={session.transferTo !== 0}
                        onChoose={() => {
                          close();
                          void send({ type: 'agent.transfers', agent, session: session.id, to: id });
                        }}
                      >
                        {dashboardWords.transferTo(name)}
                      </MenuItem>
                    ))
                  : null}
              </>
            )}
          </Popover>
        )}
      </td>
    </GridRow>
  );
});
