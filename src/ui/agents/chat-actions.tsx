import { useSignal } from '@preact/signals';
import type { Agent } from '../../engine/definition.ts';
import type { Session, World } from '../../engine/world.ts';
import { useWorld, type Sending } from '../context.ts';
import { visibleMessages } from '../../engine/views.ts';
import { oneLine } from '../format.ts';
import { customerName } from '../names.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuItem, Popover } from '../parts/popover.tsx';
import { words } from '../words.ts';
import { ChatMenu } from './chat-menu.tsx';

type ChatActionsProps = { readonly agent: Agent; readonly session: Session; readonly sending: Sending };

type ActionsProps = ChatActionsProps & {
  /** Told what came of it, in words. */
  readonly onDone: (result: string) => void;
};

/** What an agent can do with a chat besides answering. */
export function ChatActions({ agent, session, sending, onDone }: ActionsProps) {
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
        {(close) => <RequestForm {...{ agent, session, sending }} close={close} />}
      </Popover>
      <ChatMenu session={session.id} name={customerName(session)} />
      <span class="push" />
      <button type="button" class="plain small end-chat" onClick={() => void end()}>
        {words.endChat}
      </button>
    </div>
  );
}

/** What the customer asked first, in their own words. */
const titleOf = (world: World, session: Session): string => {
  const asked = visibleMessages(world, session.id, 'agent').find(({ sender }) => sender === 'customer');
  return oneLine(asked?.text ?? customerName(session), 80);
};

function RequestForm({ agent, session, sending, close }: ChatActionsProps & { readonly close: () => void }) {
  const title = useSignal(useWorld((world) => titleOf(world, session)));
  const create = async () => {
    const input = { agent: agent.id, session: session.id, title: title.value.trim() };
    if (await sending.send({ type: 'agent.createsRequest', ...input })) close();
  };
  return (
    <form
      class="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <label>
        {words.requestTitle}
        <input
          value={title.value}
          maxLength={255}
          required
          onInput={(event) => {
            title.value = event.currentTarget.value;
          }}
        />
      </label>
      {sending.refusal === '' ? null : (
        <p class="refusal" role="alert">
          {sending.refusal}
        </p>
      )}
      <button type="submit" class="primary">
        {words.create}
      </button>
    </form>
  );
}
