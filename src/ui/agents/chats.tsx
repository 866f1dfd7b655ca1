import { useSignal } from '@preact/signals';
import { useCallback, useRef } from 'preact/hooks';
import type { Agent } from '../../engine/definition.ts';
import type { AgentChats } from '../../engine/agent-views.ts';
import { memberOf } from '../../engine/lookup.ts';
import { useWorld } from '../context.ts';
import { useSteady } from '../controls/use-steady.ts';
import { useSelectEvent } from '../select-event.ts';
import { useVirtualRows } from '../timeline/use-virtual-rows.ts';
import { words } from '../words/words.ts';
import { AgentChat } from './agent-chat.tsx';
import { ChatRow, type RowKind } from './chat-row.tsx';
import { TransferRow } from './transfer-row.tsx';

type ChatsProps = {
  readonly agent: Agent;
  readonly chats: AgentChats;
  readonly open: number;
  readonly onOpen: (session: number) => void;
};

/** Pixels of a row of two lines, and of one that is to be answered. */
const [rowHeight, askedHeight] = [44, 76];

/** The chats of an agent: what is to be answered first, then one's own, those listened to and the finished; one of them open below. */
export function Chats({ agent, chats, open, onOpen }: ChatsProps) {
  const result = useSignal('');
  const scroller = useRef<HTMLDivElement>(null);
  const current = [...chats.transfers, ...chats.ongoing, ...chats.listening];
  const rows = [...new Map([...current, ...chats.recent].map((session) => [session.id, session])).values()];
  const chosen = rows.find(({ id }) => id === open) ?? current[0];
  const asked = new Set(chats.transfers.map(({ id }) => id));
  // The same as long as it says the same: another one has all rows measured again.
  const sizeOf = useCallback((index: number) => (index < asked.size ? askedHeight : rowHeight), [asked.size]);
  const { items, height } = useVirtualRows(scroller, rows.length, sizeOf, { overscan: 3 });
  const done = useSteady((text: string) => {
    result.value = text;
  });
  const { newest } = useSelectEvent();
  const opens = useSteady(onOpen);
  const choose = useSteady((id: number) => {
    result.value = '';
    onOpen(id);
    newest(id);
  });
  const responds = useWorld((world) =>
    world.channels.some((channel) => memberOf(channel, agent.id)?.canRespond === true),
  );
  const said = (
    <p class="note chat-result" role="status">
      {result.value === '' ? null : result.value}
    </p>
  );
  if (rows.length === 0) {
    return (
      <>
        {said}
        <div class="empty">
          <p>{words.noChats}</p>
          <p>{(responds ? words.canPickUp : words.mayNotRespond)(agent.firstName || agent.name)}</p>
        </div>
      </>
    );
  }
  const kindOf = (id: number): RowKind =>
    chats.listening.some((one) => one.id === id)
      ? 'listens'
      : current.some((one) => one.id === id)
        ? 'mine'
        : 'over';
  return (
    <div class="chats">
      <div ref={scroller} class="chat-list">
        <ul aria-label={words.chats} style={{ height: `${String(height)}px` }}>
          {items.map(({ index, start, end }) => {
            const session = rows[index];
            if (session === undefined) return null;
            const open = session.id === chosen?.id;
            const shared = { session, top: start, height: end - start, open, onChoose: choose };
            return asked.has(session.id) ? (
              <TransferRow key={session.id} {...shared} agent={agent} onOpen={opens} onDone={done} />
            ) : (
              <ChatRow key={session.id} {...shared} kind={kindOf(session.id)} />
            );
          })}
        </ul>
      </div>
      {said}
      {chosen === undefined ? null : (
        <AgentChat key={chosen.id} agent={agent} session={chosen} onDone={done} />
      )}
    </div>
  );
}
