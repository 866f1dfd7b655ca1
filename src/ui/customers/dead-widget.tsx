import type { Session } from '../../engine/world.ts';
import { useStore } from '../context.ts';
import { words } from '../words/words.ts';
import { Conversation } from './conversation.tsx';
import { deadWords } from '../words/dead-words.ts';
import './dead-widget.css';

/**
 * What is left of a widget whose channel was deleted: it stands on the page, shows what was said, and answers nothing
 * (chat-domain §7). What was typed and not sent is not lost.
 */
export function DeadWidget({ session }: { readonly session: Session }) {
  const unsent = useStore().draft(`customer:${String(session.id)}`);
  return (
    <Conversation session={session} writes={false}>
      <div class="closed dead-widget" role="status">
        <p>{deadWords.dead}</p>
        <p class="note">{deadWords.deadHint}</p>
        {unsent === '' ? null : (
          <p class="note">
            {words.notSent} <bdi dir="auto">{unsent}</bdi>
          </p>
        )}
      </div>
    </Conversation>
  );
}
