import { messageText } from '../../engine/transcript.ts';
import { visibleMessages } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld } from '../context.ts';
import { dayOf, minuteOf } from '../format.ts';
import { channelName } from '../names.ts';
import { StatusChip } from '../conversation/status-chip.tsx';
import { contactWords as words } from '../words/contact-words.ts';
import { earlierChats, requestsFrom } from './contacts.ts';

/** So many are listed of each. */
const shown = 10;

/** What came before: other chats of the same person, to be read here, and the requests that were made from all of them. */
export function ContactHistory({ session }: { readonly session: Session }) {
  const chats = useWorld((world) => earlierChats(world, session));
  const requests = useWorld((world) => requestsFrom(world, [session, ...chats]));
  const zone = useWorld((world) => world.timeZone);
  return (
    <>
      <h4>{words.earlier(chats.length)}</h4>
      {chats.length === 0 ? <p class="note">{words.noEarlier}</p> : null}
      {chats.slice(0, shown).map((chat) => (
        <Chat key={chat.id} chat={chat} zone={zone} />
      ))}
      {requests.length === 0 ? null : (
        <>
          <h4>{words.requests(requests.length)}</h4>
          <ul>
            {requests.slice(0, shown).map(({ id, title, at }) => (
              <li key={id}>
                {words.request(id, title)} <span class="note">{dayOf(at, zone)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** An earlier chat, unfolded to be read. */
function Chat({ chat, zone }: { readonly chat: Session; readonly zone: string }) {
  const channel = useWorld((world) => channelName(world, chat.channel));
  const messages = useWorld((world) => visibleMessages(world, chat.id, 'agent'));
  return (
    <details class="contact-chat">
      <summary>
        <StatusChip status={chat.status} bare /> {dayOf(chat.whenRequested, zone)},{' '}
        {minuteOf(chat.whenRequested, zone)} · {channel}
      </summary>
      <ul>
        {messages.map((message) => (
          <li key={message.id}>
            <span class="note">{minuteOf(message.whenPosted, zone)}</span> <bdi>{message.author}</bdi>{' '}
            {messageText(message)}
          </li>
        ))}
      </ul>
    </details>
  );
}
