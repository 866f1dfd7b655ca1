import { useSignal } from '@preact/signals';
import { status } from '../../engine/numbers.ts';
import type { Session } from '../../engine/world.ts';
import { useAppContext } from '../context.ts';
import { words } from '../words/words.ts';
import { connect } from './connect.ts';
import { Conversation } from './conversation.tsx';
import { refusalText } from '../refusal-text.ts';

/** The chat is over: what was said, the request's number if there is one, and how to begin anew. */
export function ClosedNotice({ session }: { readonly session: Session }) {
  const { store, windowState } = useAppContext();
  const refusal = useSignal('');
  const unsent = store.draft(`customer:${String(session.id)}`);
  const restart = async () => {
    const answer = await connect(store, windowState, session.channel, session.customer);
    if (answer.kind !== 'committed') refusal.value = refusalText(answer);
  };
  return (
    <Conversation session={session} writes={false}>
      <div class="closed" role="status">
        <p>
          {session.status === status.requestPosted && session.ticket > 0
            ? words.requestNumber(session.ticket)
            : session.status === status.finished
              ? words.chatEnded
              : words.chatClosed}
        </p>
        {unsent === '' ? null : (
          <p class="note">
            {words.notSent} <bdi dir="auto">{unsent}</bdi>
          </p>
        )}
        <button type="button" class="plain" onClick={() => void restart()}>
          {words.startNewChat}
        </button>
        {refusal.value === '' ? null : (
          <p class="refusal" role="alert">
            {refusal.value}
          </p>
        )}
      </div>
    </Conversation>
  );
}
