import { offlineOffered, queueText } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useNow, useSending, useWorld } from '../context.ts';
import { Refusal } from '../parts/refusal.tsx';
import { words } from '../words.ts';
import { Conversation } from './conversation.tsx';

/** Waiting: the queue's text, the conversation so far, and the offline form where the channel offers it. */
export function QueueScreen({ session }: { readonly session: Session }) {
  const text = useWorld((world) => queueText(world, session));
  const now = useNow();
  const offered = useWorld((world) => offlineOffered(world, session, Math.max(now, world.now)));
  const sending = useSending();
  return (
    <Conversation session={session} writes>
      <div class="waiting" role="status">
        <p>{text === '' ? words.inQueue : text}</p>
        {offered ? (
          <button
            type="button"
            class="plain"
            disabled={sending.pending}
            onClick={() => void sending.send({ type: 'customer.takesOfflineForm', session: session.id })}
          >
            {words.leaveRequest}
          </button>
        ) : null}
        <Refusal sending={sending} />
      </div>
    </Conversation>
  );
}
