import type { Channel } from '../../engine/definition.ts';
import { customerScreen } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useWorld } from '../context.ts';
import { Later } from '../controls/later.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { Conversation } from './conversation.tsx';
import { Faq } from './faq.tsx';
import { OfflineForm } from './offline-form.tsx';
import { PostChatForm } from './post-chat-form.tsx';
import { PreChatForm } from './pre-chat-form.tsx';
import { QueueNote } from './queue-note.tsx';

export type ScreenProps = { readonly session: Session; readonly channel: Channel | undefined };

const deadWidget = () => import('./dead-widget.tsx').then(({ DeadWidget }) => DeadWidget);

/** What the customer sees in each status (chat-domain §9). */
export function Screen({ session, channel }: ScreenProps) {
  const shows = useWorld((world) => (channel === undefined ? 'closed' : customerScreen(world, session)));
  if (channel === undefined) return <Later load={deadWidget} session={session} />;
  switch (shows) {
    case 'preChat':
      return <PreChatForm session={session} channel={channel} />;
    case 'faq':
      return <Faq session={session} />;
    // One conversation, so that its line keeps the focus when an agent takes the chat, or the bot hands it over.
    case 'queue':
    case 'conversation':
      return (
        <Conversation session={session} writes>
          {shows === 'queue' ? <QueueNote session={session} /> : null}
        </Conversation>
      );
    case 'offline':
      return <OfflineForm session={session} channel={channel} />;
    case 'postChat':
      return <PostChatForm session={session} channel={channel} />;
    case 'closed':
      return <ClosedNotice session={session} />;
  }
}
