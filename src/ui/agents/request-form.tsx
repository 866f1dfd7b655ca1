import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Agent } from '../../engine/definition.ts';
import { channelOf } from '../../engine/channel-of.ts';
import { messageText } from '../../engine/transcript.ts';
import { visibleMessages } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import { useSending, useStore, useWorld } from '../context.ts';
import { oneLine, secondOf } from '../format.ts';
import { customerName } from '../names.ts';
import { focusWrong, InnerField, InnerForm } from '../controls/inner-form.tsx';
import { Refusal } from '../controls/refusal.tsx';
import { inputStateOf } from '../statuses.ts';
import { words as pageWords } from '../words/words.ts';
import { goOnWriting, insertText } from './insert-text.ts';
import { requestWords as words } from '../words/request-words.ts';

type RequestFormProps = {
  readonly agent: Agent;
  readonly session: Session;
  /** Where the reply is typed. */
  readonly draftKey: string;
  readonly close: () => void;
};

/** What the customer asked first, in their own words. */
const titleOf = (world: World, session: Session): string => {
  const asked = visibleMessages(world, session.id, 'agent').find(({ sender }) => sender === 'customer');
  return oneLine(asked?.text ?? customerName(session), 80);
};

/** The chat so far as the request will hold it, a line a message. */
const logOf = (world: World, session: Session): string =>
  visibleMessages(world, session.id, 'agent')
    .map((message) => {
      const who = message.author === '' ? '' : `${message.author}: `;
      return `${secondOf(message.whenPosted, world.timeZone)} ${who}${messageText(message)}`;
    })
    .join('\n');

const titleLimit = 255;

const problemWith = (title: string): string =>
  title.trim() === '' ? words.noTitle : title.trim().length > titleLimit ? words.titleTooLong : '';

/**
 * A request that holds the chat so far. Its number is put where the reply is typed, and is sent only by who writes there
 * (chat-domain §8.2, T53).
 */
export function RequestForm({ agent, session, draftKey, close }: RequestFormProps) {
  const store = useStore();
  const sending = useSending(inputStateOf(session));
  const title = useSignal(useWorld((world) => titleOf(world, session)));
  const tried = useSignal(false);
  const log = useWorld((world) => logOf(world, session));
  const { category, priority } = useWorld((world) => channelOf(world, session).offlineForm.requests);
  const box = useRef<HTMLDivElement>(null);
  const create = async () => {
    tried.value = true;
    if (problemWith(title.peek()) !== '') {
      focusWrong(box.current);
      return;
    }
    const input = { agent: agent.id, session: session.id, title: title.peek().trim() };
    if (!(await sending.send({ type: 'agent.createsRequest', ...input }))) return;
    const made = store.world.peek()?.sessions.get(session.id)?.ticket ?? 0;
    insertText(store, draftKey, words.made(made));
    const desk = box.current;
    close();
    goOnWriting(desk);
  };
  const kind = words.of(category, priority);
  return (
    <div ref={box}>
      <InnerForm label={pageWords.createRequest} onSubmit={() => void create()}>
        <InnerField
          label={words.title}
          required
          value={title.value}
          problem={tried.value ? problemWith(title.value) : ''}
          onType={(text) => {
            title.value = text;
          }}
        />
        {kind === '' ? null : <p class="note">{kind}</p>}
        <label>
          {words.log}
          <textarea readOnly rows={5} value={log} />
        </label>
        <p class="note">{words.afterwards}</p>
        <Refusal sending={sending} />
        <button type="button" class="primary" aria-disabled={sending.pending} onClick={() => void create()}>
          {words.create}
        </button>
      </InnerForm>
    </div>
  );
}
