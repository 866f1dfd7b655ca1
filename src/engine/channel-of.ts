import { channelFrom } from './defaults.ts';
import type { Channel } from './definition.ts';
import { channelIn } from './lookup.ts';
import type { Session, World } from './world.ts';

const deletedChannel = channelFrom({ id: 0, name: '(deleted channel)' });

/** The session's channel; one with all settings at their defaults when it was deleted meanwhile. */
export const channelOf = (world: World, session: Session): Channel =>
  channelIn(world, session) ?? deletedChannel;
