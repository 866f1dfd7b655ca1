import type { Agent } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld, type Sending } from '../context.ts';
import { agentName } from '../names.ts';
import { words } from '../words/words.ts';

type TransferBarProps = { readonly agent: Agent; readonly session: Session; readonly sending: Sending };

/** A transfer that waits for its answer, at the desk that sent it, where it can be cancelled. It is answered in the row of the other. */
export function TransferBar({ agent, session, sending }: TransferBarProps) {
  const { id, transferTo } = session;
  const to = useWorld((world) => agentName(world, transferTo));
  if (transferTo === 0 || session.agent !== agent.id) return null;
  return (
    <div class="waiting highlight" role="group" aria-label={words.transfer}>
      <p>{words.transferPending(to)}</p>
      <button
        type="button"
        class="plain"
        onClick={() => void sending.send({ type: 'agent.cancelsTransfer', agent: agent.id, session: id })}
      >
        {words.cancelTransfer}
      </button>
    </div>
  );
}
