import type { Agent } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld, type Sending } from '../context.ts';
import { agentName } from '../names.ts';
import { words } from '../words.ts';

type TransferBarProps = { readonly agent: Agent; readonly session: Session; readonly sending: Sending };

/** A transfer that waits: to be accepted or rejected at one desk, to be cancelled at the other. */
export function TransferBar({ agent, session, sending }: TransferBarProps) {
  const { id, transferTo } = session;
  const to = useWorld((world) => agentName(world, transferTo));
  const from = useWorld((world) => agentName(world, session.agent));
  if (transferTo === 0) return null;
  const shared = { agent: agent.id, session: id };
  if (transferTo === agent.id) {
    return (
      <div class="waiting highlight" role="group" aria-label={words.transfer}>
        <p>{words.transferAsked(from)}</p>
        <div class="row">
          <button
            type="button"
            class="primary"
            onClick={() => void sending.send({ type: 'agent.acceptsTransfer', ...shared })}
          >
            {words.acceptTransfer}
          </button>
          <button
            type="button"
            class="plain"
            onClick={() => void sending.send({ type: 'agent.rejectsTransfer', ...shared })}
          >
            {words.rejectTransfer}
          </button>
        </div>
      </div>
    );
  }
  if (session.agent !== agent.id) return null;
  return (
    <div class="waiting highlight" role="group" aria-label={words.transfer}>
      <p>{words.transferPending(to)}</p>
      <button
        type="button"
        class="plain"
        onClick={() => void sending.send({ type: 'agent.cancelsTransfer', ...shared })}
      >
        {words.cancelTransfer}
      </button>
    </div>
  );
}
