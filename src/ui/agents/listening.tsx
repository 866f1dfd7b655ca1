import { rightsOf } from '../../engine/agent-views.ts';
import type { Agent } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld, type Sending } from '../context.ts';
import { Icon } from '../controls/icon.tsx';
import { words } from '../words/words.ts';

type ListeningProps = { readonly agent: Agent; readonly session: Session; readonly sending: Sending };

/** Over a chat that is listened to: that it is, the way to take it over for who may, and the way out. */
export function Listening({ agent, session, sending }: ListeningProps) {
  const manages = useWorld((world) => rightsOf(world, agent.id, session).manages);
  const shared = { agent: agent.id, session: session.id };
  return (
    <div class="chat-actions listening-bar">
      <Icon name="listen" size={14} />
      <b role="status" title={words.listening}>
        {words.listeningShort}
      </b>
      <span class="push" />
      {manages ? (
        <button
          type="button"
          class="plain small"
          onClick={() => void sending.send({ type: 'agent.takesOver', ...shared })}
        >
          {words.takeOver}
        </button>
      ) : null}
      <button
        type="button"
        class="quiet icon-button small"
        aria-label={words.stopListening}
        title={words.stopListening}
        onClick={() => void sending.send({ type: 'agent.stopsListening', ...shared })}
      >
        <Icon name="close" size={14} />
      </button>
    </div>
  );
}
