import type { SessionStatus } from '../../engine/numbers.ts';
import { useAppContext } from '../context.ts';
import { oneLine } from '../format.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { debuggingOf } from './debugging.ts';
import { debugWords as words } from '../words/debug-words.ts';

/** The chat as it stands before this statement. */
export function ChatHere() {
  const { store } = useAppContext();
  const chat = debuggingOf(store).view.value?.chat;
  return (
    <section class="debug-part debug-chat" aria-label={words.chat}>
      <header class="debug-head">
        <h3>{words.chat}</h3>
      </header>
      {chat === null || chat === undefined ? (
        <p class="empty slim">{words.noChat}</p>
      ) : (
        <p class="debug-chat-line">
          <StatusChip status={chat.status as SessionStatus} />
          <span title={chat.last.map(({ text }) => oneLine(text, 80)).join('\n')}>
            {words.messages(chat.messages)}
          </span>
          {chat.queue === null ? null : <span class="note">{words.queue(chat.queue)}</span>}
        </p>
      )}
    </section>
  );
}
