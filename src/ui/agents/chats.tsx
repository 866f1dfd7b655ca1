import type { Agent } from '../../engine/definition.ts';
import type { AgentChats } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useWindow, useWorld } from '../context.ts';
import { oneLine } from '../format.ts';
import { customerName } from '../names.ts';
import { AlertMark } from '../parts/alert-mark.tsx';
import { StatusChip } from '../parts/status-chip.tsx';
import { words } from '../words.ts';
import { AgentChat } from './agent-chat.tsx';
import { unreadOf } from './chats-of.ts';

type ChatsProps = {
  readonly agent: Agent;
  readonly chats: AgentChats;
  readonly open: number;
  readonly onOpen: (session: number) => void;
};

/** The chats of an agent: those that need an answer on top, one of them open below. */
export function Chats({ agent, chats, open, onOpen }: ChatsProps) {
  const current = [...chats.transfers, ...chats.ongoing, ...chats.listening];
  const rows = [...new Map([...current, ...chats.recent].map((session) => [session.id, session])).values()];
  const chosen = rows.find(({ id }) => id === open) ?? current[0];
  if (rows.length === 0) {
    return (
      <div class="empty">
        <p>{words.noChats}</p>
        <p>{words.canPickUp(agent.firstName || agent.name)}</p>
      </div>
    );
  }
  return (
    <div class="chats">
      <ul class="chat-list" aria-label={words.chats}>
        {rows.map((session) => (
          <ChatRow
            key={session.id}
            session={session}
            recent={!current.includes(session)}
            listens={chats.listening.includes(session)}
            open={session.id === chosen?.id}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {chosen === undefined ? null : <AgentChat key={chosen.id} agent={agent} session={chosen} />}
    </div>
  );
}

type ChatRowProps = {
  readonly session: Session;
  readonly recent: boolean;
  readonly listens: boolean;
  readonly open: boolean;
  readonly onOpen: (session: number) => void;
};

function ChatRow({ session, recent, listens, open, onOpen }: ChatRowProps) {
  const windowState = useWindow();
  const unread = useWorld((world) => (recent || listens ? 0 : unreadOf(world, session)));
  return (
    <li>
      <button
        type="button"
        class={`row-button ${open ? 'selected' : ''} ${recent ? 'recent' : ''} ${listens ? 'listens' : ''} ${session.transferTo > 0 ? 'asked' : ''}`}
        aria-current={open}
        onClick={() => {
          onOpen(session.id);
          windowState.change({ session: session.id, event: 0 });
        }}
      >
        <bdi class="row-name" title={customerName(session)}>
          {customerName(session)}
        </bdi>
        {listens ? <span class="listens-mark">{words.listens}</span> : null}
        {open ? null : (
          <span class="row-last" title={session.lastMessage}>
            {oneLine(session.lastMessage, 40)}
          </span>
        )}
        {unread > 0 ? (
          <span class="badge" title={words.unread(unread)}>
            {unread}
            <span class="hidden-text">{words.unread(unread)}</span>
          </span>
        ) : null}
        <AlertMark session={session} />
        <StatusChip status={session.status} />
      </button>
    </li>
  );
}
