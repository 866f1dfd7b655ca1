import type { Channel } from '../../engine/definition.ts';
import { customerScreen } from '../../engine/views.ts';
import type { Session } from '../../engine/world.ts';
import { useView, useWorld } from '../context.ts';
import { ClosedNotice } from './closed-notice.tsx';
import { Conversation } from './conversation.tsx';
import { Faq } from './faq.tsx';
import { OfflineForm } from './offline-form.tsx';
import { PostChatForm } from './post-chat-form.tsx';
import { PreChatForm } from './pre-chat-form.tsx';
import { endOf } from './end-of.ts';
import { QueueScreen } from './queue-screen.tsx';

export type ScreenProps = { readonly session: Session; readonly channel: Channel | undefined };

/** What the customer sees in each status (chat-domain §9). */
export function Screen({ session, channel }: ScreenProps) {
  const shows = useWorld((world) => (channel === undefined ? 'closed' : customerScreen(world, session)));
  const returned = useView((view) => view.returned.includes(endOf(session)));
  if (channel === undefined) return <ClosedNotice session={session} channel={channel} />;
  switch (shows) {
    case 'preChat':
      return <PreChatForm session={session} channel={channel} />;
    case 'faq':
      return <Faq session={session} />;
    case 'queue':
      return <QueueScreen session={session} />;
    case 'conversation':
      return <Conversation session={session} writes />;
    case 'offline':
      return <OfflineForm session={session} channel={channel} />;
    case 'postChat':
      return returned ? (
        <Conversation session={session} writes />
      ) : (
        <PostChatForm session={session} channel={channel} />
      );
    case 'closed':
      return <ClosedNotice session={session} channel={channel} />;
  }
}
