import type { Session, World } from '../../engine/world.ts';
import { safeColour } from '../channel-colours.ts';
import { useView, useWorld } from '../context.ts';
import { lastMessageLine } from '../last-message-line.ts';
import { channelName, customerName } from '../names.ts';
import { Avatar } from '../controls/avatar.tsx';
import { Icon } from '../controls/icon.tsx';
import { StatusChip } from '../conversation/status-chip.tsx';
import { Waited } from '../conversation/waited.tsx';
import { words } from '../words/words.ts';
import type { View } from '../window-state.ts';

const colourOf = (world: World, session: Session | undefined): string =>
  safeColour(world.channels.find(({ id }) => id === session?.channel)?.layout.color ?? '') ?? 'var(--widget)';

/** Whether something was said in a chat since its tile went out of sight, or since this window was opened. */
const isUnread = ({ messages, id }: Session, { read, readFrom }: View): boolean =>
  (messages.get(messages.length) ?? 0) > (read[String(id)] ?? readFrom);

type CustomerRowProps = {
  readonly session: number;
  readonly shape: 'list' | 'faces';
  /** Has a tile, so that all of it is read. */
  readonly shown: boolean;
};

/** A customer on two lines, or as a face: who, on which channel, how it stands, what was said last, what waits. */
export function CustomerRow({ session: id, shape, shown }: CustomerRowProps) {
  const session = useWorld((world) => world.sessions.get(id));
  const colour = useWorld((world) => colourOf(world, session));
  const channel = useWorld((world) => channelName(world, session?.channel ?? 0));
  const pinned = useView((view) => view.pinned.includes(id));
  const unread = useView((view) => !shown && session !== undefined && isUnread(session, view));
  if (session === undefined) return null;
  const name = customerName(session);
  const dot = unread ? <i class="unread-dot" title={words.unreadDot} /> : null;
  const told = [channel, unread ? words.unreadDot : '', pinned ? words.pinned : '']
    .filter(Boolean)
    .join(', ');
  if (shape === 'faces') {
    return (
      <span class="face" title={`${name} · ${channel}`}>
        <Avatar of="customer" name={name} channel={colour} />
        <span class="hidden-text">{`${name} ${told}`}</span>
        {dot}
        <StatusChip status={session.status} bare />
      </span>
    );
  }
  return (
    <>
      <Avatar of="customer" name={name} channel={colour} />
      <span class={unread ? 'person-text unread' : 'person-text'} title={`${name} · ${channel}`}>
        <span class="person-line">
          <bdi class="person-name">{name}</bdi>
          <span class="hidden-text">{told}</span>
          {pinned ? <Icon name="pin" size={13} /> : null}
        </span>
        <span class={session.customerTyping ? 'person-last typing-now' : 'person-last'}>
          <bdi>{session.customerTyping ? words.typingRow : lastMessageLine(session)}</bdi>
        </span>
      </span>
      <span class="person-side">
        <StatusChip status={session.status} bare />
        {session.waitingSince === null ? dot : <Waited session={session} />}
      </span>
    </>
  );
}
