import type { ComponentChildren } from 'preact';
import {
  hasDelayedMessages,
  optionsAreLive,
  takesFiles,
  undeliveredOf,
  visibleMessages,
} from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import { useSending, useStore, useWorld } from '../context.ts';
import { customerName } from '../names.ts';
import { Attach } from '../conversation/attach.tsx';
import { Composer } from '../conversation/composer.tsx';
import { Later } from '../controls/later.tsx';
import { MessageList } from '../conversation/message-list.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { inputStateOf } from '../statuses.ts';
import { words } from '../words/words.ts';

const waitCard = () => import('../waiting-step/wait-card.tsx').then(({ WaitCard }) => WaitCard);

type ConversationProps = {
  readonly session: Session;
  readonly writes: boolean;
  readonly children?: ComponentChildren;
};

/** The bot's or the agent's dots: somebody types, or a delayed message is on its way. */
const typist = (world: World, { id, userTyping, agent }: Session): string => {
  if (!userTyping && !hasDelayedMessages(world, id)) return '';
  return world.agents.find((one) => one.id === agent)?.name ?? words.bot;
};

const sends = (session: number) => (file: { readonly name: string }) =>
  ({ type: 'customer.sendsFile', session, ...file }) as const;

/** The conversation as the customer sees it, with the line to write on while there is one. */
export function Conversation({ session, writes, children }: ConversationProps) {
  const store = useStore();
  const clicks = useSending(inputStateOf(session));
  const { id } = session;
  const waits = store.waits.value;
  const messages = useWorld((world) => visibleMessages(world, id, 'customer'));
  const undelivered = undeliveredOf(session, 'customer');
  const typing = useWorld((world) => typist(world, session));
  const zone = useWorld((world) => world.timeZone);
  const name = customerName(session);
  const own = messages
    .filter(({ sender, text }) => sender === 'customer' && text !== '')
    .map(({ text }) => text);
  return (
    <>
      <MessageList
        session={id}
        name={name}
        messages={messages}
        undelivered={undelivered}
        viewer="customer"
        zone={zone}
        typing={typing}
        options={{
          live: (message) => optionsAreLive(session, message) || message.id === session.faqQuestion,
          busy: clicks.pending,
          click: (message, option) => {
            void clicks.send(
              message.id === session.faqQuestion
                ? { type: 'customer.answersFaq', session: id, helpful: option === words.yes }
                : { type: 'customer.clicksOption', session: id, message: message.id, option },
            );
          },
        }}
      />
      {children}
      {waits?.session === id ? <Later load={waitCard} waits={waits} /> : null}
      <Refusal sending={clicks} />
      {writes ? (
        <Composer
          key={id}
          draftKey={`customer:${String(id)}`}
          label={words.messageTo(name)}
          placeholder={words.writeAs(name)}
          history={own}
          before={takesFiles(session) ? <Attach compose={sends(id)} /> : null}
          compose={(text) => ({ type: 'customer.writes', session: id, text })}
          onTyping={(isTyping) => {
            void store.dispatch({ type: 'customer.types', session: id, typing: isTyping });
          }}
        />
      ) : null}
    </>
  );
}
