import { useRef } from 'preact/hooks';
import type { World } from '../../../engine/world.ts';
import { useWorld } from '../../context.ts';

/** All that people set, and nothing of what happens. */
const settingsOf = (world: World): readonly unknown[] => [
  world.agents,
  world.channels,
  world.contacts,
  world.quickReplies,
  world.faqFolders,
  world.faqEntries,
  world.folders,
  world.triggers,
  world.webhooks,
  world.mocks,
  world.tables,
  world.options,
];

/** The world, drawn again only when a setting is another one: a message is none. */
export function useSettings(): World {
  const held = useRef<World | null>(null);
  useWorld((world) => {
    held.current = world;
    return settingsOf(world);
  });
  return held.current as World;
}
