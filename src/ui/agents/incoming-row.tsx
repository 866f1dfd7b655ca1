import { customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { memo } from '../controls/memo.ts';
import { Waited } from '../conversation/waited.tsx';
import { dashboardWords as words } from '../words/dashboard-words.ts';
import { GridRow, type GridRowProps } from './grid-row.tsx';

/** A chat that waits: picked up by its button, or by a double click. */
export const IncomingRow = memo(function IncomingRow(props: GridRowProps) {
  const { agent, session, send, onOpen } = props;
  const pickUp = async () => {
    if (await send({ type: 'agent.picksUp', agent, session: session.id })) onOpen(session.id);
  };
  return (
    <GridRow {...props} onAct={() => void pickUp()}>
      <td>
        <Waited session={session} />
      </td>
      <td>
        <button
          type="button"
          class="plain icon-button small"
          aria-label={words.pickUpName(customerName(session))}
          title={words.pickUp}
          onClick={() => void pickUp()}
        >
          <Icon name="answer" size={14} />
        </button>
      </td>
    </GridRow>
  );
});
