import { nextId } from '../../../engine/next-id.ts';
import type { Channel, ChannelFile } from '../../../engine/definition.ts';
import type { World } from '../../../engine/world.ts';
import { channelWords as words } from '../../words/channel-words.ts';

/** The first name that no channel has. */
function freeName({ channels }: World, name: (n: number) => string): string {
  for (let n = 1; ; n += 1) {
    const one = name(n);
    if (!channels.some((channel) => channel.name === one)) return one;
  }
}

/** A channel as the product makes one: every setting at its default, and nobody who answers. */
export const newChannel = (world: World): ChannelFile => ({
  id: nextId(world.channels),
  name: freeName(world, words.newName),
});

/** Another channel with the same settings. */
export const copyOf = (world: World, channel: Channel): ChannelFile => ({
  ...channel,
  id: nextId(world.channels),
  name: freeName(world, (n) => words.copyName(channel.name, n).slice(-255)),
});
