import type { Member } from '../../../engine/definition.ts';
import type { World } from '../../../engine/world.ts';
import type { Undoable } from '../../undo/undoing.ts';

/** The rights of a member of a channel, in the product's order (chat-domain §1.2). */
export const memberRights = ['canRespond', 'notifications', 'canListen', 'manager'] as const;

export type Right = (typeof memberRights)[number];
/** The rights that an agent has on a channel, in their order; none is no membership. */
export type Rights = readonly Right[];

const rightsOf = (member: Member | undefined): Rights =>
  member === undefined ? [] : memberRights.filter((right) => member[right]);

/** What an agent may do on each channel, by its number as text. */
export const rightsByChannel = (
  { channels }: Pick<World, 'channels'>,
  agent: number,
): Readonly<Record<string, Rights>> =>
  Object.fromEntries(
    channels.map(({ id, members }) => [String(id), rightsOf(members.find((one) => one.agent === agent))]),
  );

/**
 * The inputs that give an agent these rights: one for each channel where they are others than now. Whoever has none of the four
 * is no member (chat-domain §1.2).
 */
export function withRights(
  { channels }: Pick<World, 'channels'>,
  agent: number,
  wanted: Readonly<Record<string, Rights>>,
): readonly Undoable[] {
  return channels.flatMap((channel): readonly Undoable[] => {
    const rights = wanted[String(channel.id)];
    const now = rightsOf(channel.members.find((one) => one.agent === agent));
    if (rights === undefined || memberRights.every((one) => rights.includes(one) === now.includes(one)))
      return [];
    const member: Member = {
      agent,
      canRespond: rights.includes('canRespond'),
      notifications: rights.includes('notifications'),
      canListen: rights.includes('canListen'),
      manager: rights.includes('manager'),
    };
    const isThere = channel.members.some((one) => one.agent === agent);
    const kept = channel.members.flatMap((one) =>
      one.agent !== agent ? [one] : rights.length === 0 ? [] : [member],
    );
    const members = isThere || rights.length === 0 ? kept : [...kept, member];
    return [{ type: 'admin.savesChannel', channel: { ...channel, members } }];
  });
}
