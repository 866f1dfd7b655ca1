import type { Session, World } from '../../engine/world.ts';
import { channelName, customerName } from '../names.ts';
import { statusShort, statusTone, type StatusTone } from '../statuses.ts';

/** What the list is narrowed to. */
export type CustomerFilter = {
  readonly status: StatusTone | 'all';
  /** 0 is all. */
  readonly channel: number;
};

export const everybody: CustomerFilter = { status: 'all', channel: 0 };

/** All that a search looks into, in small letters: who they are, where they chat, how it stands, what was said last. */
const textOf = (world: World, session: Session): string => {
  const { name, alias, email, phone, company } = session.customer;
  const status = statusShort(session.status);
  return [customerName(session), name, alias, email, phone, company, status, session.lastMessage]
    .concat(channelName(world, session.channel))
    .join('\n')
    .toLowerCase();
};

/** Those of `ids` who have each word of the search somewhere, and the status and channel that are wanted. */
export function findCustomers(
  world: World,
  ids: readonly number[],
  query: string,
  { status, channel }: CustomerFilter,
): readonly number[] {
  const asked = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0 && status === 'all' && channel === 0) return ids;
  return ids.filter((id) => {
    const session = world.sessions.get(id);
    if (session === undefined) return false;
    if (status !== 'all' && statusTone(session.status) !== status) return false;
    if (channel !== 0 && session.channel !== channel) return false;
    if (asked.length === 0) return true;
    const text = textOf(world, session);
    return asked.every((word) => text.includes(word));
  });
}
