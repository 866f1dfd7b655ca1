import { useRef } from 'preact/hooks';
import type { Agent } from '../../engine/definition.ts';
import { isOngoing } from '../../engine/agent-views.ts';
import { undeliveredOf, visibleMessages } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useSending, useStore, useView, useWindow, useWorld } from '../context.ts';
import { agentName, customerName } from '../names.ts';
import { Composer } from '../conversation/composer.tsx';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { MessageList } from '../conversation/message-list.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { inputStateOf } from '../statuses.ts';
import { words } from '../words/words.ts';
import { ChatActions } from './chat-actions.tsx';
import { ChatMenu } from './chat-menu.tsx';
import { Listening } from './listening.tsx';
import { TransferBar } from './transfer-bar.tsx';
import { Popover } from '../controls/popover.tsx';

type InsertMenuProps = {
  readonly agent: number;
  readonly session: Session;
  readonly draftKey: string;
};

const load = () => import('./insert-picker.tsx').then(({ InsertPicker }) => InsertPicker);

/** What an agent can put into the reply: own quick replies, links to what the FAQ says, and files (chat-domain §8.2). */
const InsertMenu = (props: InsertMenuProps) => (
  <Popover
    role="dialog"
    class="quiet icon-button"
    name={words.insert}
    title={words.insertHint}
    label={<Icon name="plus" />}
  >
    {(close) => <Later load={load} {...props} close={close} />}
  </Popover>
);

const loadContact = () => import('./contact-panel.tsx').then(({ ContactPanel }) => ContactPanel);

type AgentChatProps = {
  readonly agent: Agent;
  readonly session: Session;
  /** Told what came of an action, in words. */
  readonly onDone: (result: string) => void;
};

/** One chat on an agent's screen: the conversation, what can be done with it, and the reply. */
export function AgentChat({ agent, session, onDone }: AgentChatProps) {
  const store = useStore();
  const sending = useSending(inputStateOf(session));
  const messages = useWorld((world) => visibleMessages(world, session.id, 'agent'));
  const undelivered = undeliveredOf(session, agent.id);
  const zone = useWorld((world) => world.timeZone);
  const name = customerName(session);
  const own = session.agent === agent.id;
  const listens = session.listeners.includes(agent.id);
  const writes = own && isOngoing(session);
  const draftKey = `agent:${String(agent.id)}:${String(session.id)}`;
  const unsent = writes ? '' : store.draft(draftKey);
  const by = useWorld((world) => (session.agent === 0 ? words.bot : agentName(world, session.agent)));
  const windowState = useWindow();
  const shown = useView(({ contacts }) => contacts.includes(agent.id));
  const asked = useRef(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const show = (isShown: boolean) => {
    asked.current = isShown;
    const others = windowState.view.peek().contacts.filter((id) => id !== agent.id);
    windowState.change({ contacts: isShown ? [...others, agent.id] : others });
  };
  const hide = () => {
    show(false);
    toggle.current?.focus();
  };
  const contact = (
    <button
      ref={toggle}
      type="button"
      class="quiet icon-button"
      aria-expanded={shown}
      aria-label={words.contact}
      title={words.contact}
      onClick={() => {
        show(!shown);
      }}
    >
      <Icon name="person" size={14} />
    </button>
  );
  const sent = messages.filter((message) => message.agent === agent.id).map(({ text }) => text);
  return (
    <div class="agent-chat" data-session={session.id}>
      {listens && !own ? <Listening agent={agent} session={session} sending={sending} /> : null}
      {writes ? (
        <ChatActions {...{ agent, session, sending, draftKey, contact, onDone }} />
      ) : (
        <div class="chat-actions">
          <span class="push" />
          {contact}
          <ChatMenu session={session.id} name={name} />
        </div>
      )}
      <p class="note request-made" role="status">
        {session.ticket > 0 ? words.requestMade(session.ticket) : null}
      </p>
      {shown ? (
        <Later load={loadContact} agent={agent} session={session} asked={asked} onClose={hide} />
      ) : null}
      <MessageList
        session={session.id}
        name={name}
        messages={messages}
        undelivered={undelivered}
        viewer="agent"
        desk={agent.id}
        zone={zone}
        typing={session.customerTyping ? name : ''}
      />
      <TransferBar agent={agent} session={session} sending={sending} />
      <Refusal sending={sending} />
      {writes ? (
        <Composer
          draftKey={draftKey}
          before={<InsertMenu agent={agent.id} session={session} draftKey={draftKey} />}
          label={words.reply(name)}
          placeholder={words.replyHere}
          history={sent}
          compose={(text) => ({ type: 'agent.writes', agent: agent.id, session: session.id, text })}
          onTyping={(typing) => {
            void store.dispatch({ type: 'agent.types', agent: agent.id, session: session.id, typing });
          }}
        />
      ) : null}
      {listens && !own ? (
        <p class="waiting unseen note">
          <Icon name="unseen" size={14} /> {words.cannotSee(by, name)}
        </p>
      ) : null}
      {unsent === '' ? null : (
        <p class="waiting note">
          {words.notSent} <bdi dir="auto">{unsent}</bdi>
        </p>
      )}
    </div>
  );
}
