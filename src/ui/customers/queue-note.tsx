import { offlineOffered, queueText } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import { useAtSecond, useSending, useStore, useWorld } from '../context.ts';
import { secondOf } from '../store/second.ts';
import { Refusal } from '../controls/refusal.tsx';
import { words } from '../words/words.ts';

/** Whether the offline form is offered by now: time brings it about, and so does who else waits. */
function useOffered(session: Session): boolean {
  const store = useStore();
  const second = secondOf(store);
  const at = (world: World, now: number) => offlineOffered(world, session, Math.max(now, world.now));
  const offered = useWorld((world) => at(world, second.peek()));
  return useAtSecond((now) => {
    const world = store.world.peek();
    return world === null ? offered : at(world, now);
  });
}

/** Above the conversation of who waits: the queue's text, and the offline form where the channel offers it. */
export function QueueNote({ session }: { readonly session: Session }) {
  const text = useWorld((world) => queueText(world, session));
  const offered = useOffered(session);
  const sending = useSending();
  return (
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
  );
}
