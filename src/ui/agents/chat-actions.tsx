import type { ComponentChildren } from 'preact';
import type { Agent } from '../../engine/definition.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld, type Sending } from '../context.ts';
import { customerName } from '../names.ts';
import { Icon } from '../controls/icon.tsx';
import { Later } from '../controls/later.tsx';
import { MenuItem, Popover } from '../controls/popover.tsx';
import { words } from '../words/words.ts';
import { ChatMenu } from './chat-menu.tsx';

const loadRequest = () => import('./request-form.tsx').then(({ RequestForm }) => RequestForm);

type ActionsProps = {
  readonly agent: Agent;
  readonly session: Session;
  readonly sending: Sending;
  /** Where the reply is typed. */
  readonly draftKey: string;
  /** The button that shows who the customer is. */
  readonly contact: ComponentChildren;
  /** Told what came of it, in words. */
  readonly onDone: (result: string) => void;
};

/** What an agent can do with a chat besides answering. */
export function ChatActions({ agent, session, sending, draftKey, contact, onDone }: ActionsProps) {
  const others = useWorld((world) => world.agents.filter((one) => one.present && one.id !== agent.id));
  const shared = { agent: agent.id, session: session.id };
  const end = async () => {
    if (await sending.send({ type: 'agent.ends', ...shared })) onDone(words.ended(customerName(session)));
  };
  return (
    <div class="chat-actions">
      <Popover
        label={
          <>
            <Icon name="transfer" size={14} /> <span class="act-word">{words.transfer}</span>
          </>
        }
        name={words.transfer}
        title={words.transfer}
      >
        {(close) => {
          const act = (input: Parameters<Sending['send']>[0]) => {
            close();
            void sending.send(input);
          };
          return (
            <>
              {others.map((other) => (
                <MenuItem
                  key={other.id}
                  disabled={session.transferTo !== 0}
                  onChoose={() => {
                    act({ type: 'agent.transfers', ...shared, to: other.id });
                  }}
                >
                  {words.transferTo(other.name)}
                </MenuItem>
              ))}
              {others.length === 0 ? (
                <MenuItem disabled hint={words.nobodyPresent} onChoose={close}>
                  {words.transfer}
                </MenuItem>
              ) : null}
            </>
          );
        }}
      </Popover>
      <Popover
        label={
          <>
            <Icon name="request" size={14} /> <span class="act-word">{words.request}</span>
          </>
        }
        name={words.createRequest}
        title={words.createRequest}
        role="dialog"
      >
        {(close) => (
          <Later load={loadRequest} agent={agent} session={session} draftKey={draftKey} close={close} />
        )}
      </Popover>
      {contact}
      <ChatMenu session={session.id} name={customerName(session)} />
      <span class="push" />
      <button type="button" class="plain small end-chat" onClick={() => void end()}>
        {words.endChat}
      </button>
    </div>
  );
}
