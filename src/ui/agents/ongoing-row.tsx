import { rightsOf } from '../../engine/agent-views.ts';
import { useWorld } from '../context.ts';
import { agentName, customerName } from '../names.ts';
import { Icon } from '../parts/icon.tsx';
import { memo } from '../parts/memo.ts';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';
import { GridRow, type GridRowProps } from './grid-row.tsx';

/** A chat that goes on elsewhere: to be listened to, or taken over by managers. */
export const OngoingRow = memo(function OngoingRow(props: GridRowProps) {
  const { agent, session, send, onOpen } = props;
  const rights = useWorld((world) => rightsOf(world, agent, session));
  const who = useWorld((world) => (session.agent === 0 ? words.bot : agentName(world, session.agent)));
  const own = session.agent === agent;
  const listen = async () => {
    if (own || session.listeners.includes(agent)) onOpen(session.id);
    else if (await send({ type: 'agent.listens', agent, session: session.id })) onOpen(session.id);
  };
  const takeOver = async () => {
    if (await send({ type: 'agent.takesOver', agent, session: session.id })) onOpen(session.id);
  };
  return (
    <GridRow {...props} onAct={() => void listen()}>
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
    </GridRow>
  );
});
