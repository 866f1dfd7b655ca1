import { useSending, useAppContext, useWorld } from '../context.ts';
import { channelColours } from '../channel-colours.ts';
import { focusCustomer } from '../controls/focus-next.ts';
import { Refusal } from '../controls/refusal.tsx';
import { sessionOf } from '../store/session-of.ts';
import { requireWorld } from '../store/store.ts';
import { Badge } from './badge.tsx';
import { nextCustomer } from './connect.ts';
import { nobodyWords as words } from '../words/nobody-words.ts';
import './nobody-yet.css';

/** Before anybody has come: the badge of each channel as it stands on a page. Who clicks on it opens the chat (chat-domain §9). */
export function NobodyYet() {
  const { store, windowState } = useAppContext();
  const channels = useWorld((world) => world.channels);
  const sending = useSending();
  const open = async (channel: number) => {
    const customer = nextCustomer(requireWorld(store), '');
    const input = { type: 'customer.connects', channel, customer } as const;
    const answer = await sending.ask(input);
    if (answer?.kind !== 'committed') return;
    const session = sessionOf(store, input, answer);
    windowState.change({ session, event: 0 });
    focusCustomer(session);
  };
  return (
    <div class="empty">
      <p>{words.none}</p>
      <p>{words.hint}</p>
      <ul class="badges">
        {channels.map((channel) => (
          <li key={channel.id} class="widget" style={channelColours(channel)}>
            <Badge
              channel={channel}
              label={words.open(channel.properties.badgeHeader, channel.name)}
              onOpen={() => void open(channel.id)}
            />
          </li>
        ))}
      </ul>
      <Refusal sending={sending} />
    </div>
  );
}
