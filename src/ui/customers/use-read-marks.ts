import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../engine/world.ts';
import { useAppContext } from '../context.ts';

const newest = (world: World | null, session: number): number => {
  const messages = world?.sessions.get(session)?.messages;
  return messages?.get(messages.length) ?? 0;
};

/**
 * Notes how far each chat was read when its tile goes out of sight: what is in sight is read. Written then only, so
 * that a message that is read at once costs nothing.
 */
export function useReadMarks(tiles: readonly number[]): void {
  const { store, windowState } = useAppContext();
  const before = useRef<readonly number[]>([]);
  useEffect(() => {
    const world = store.world.peek();
    const { read, readFrom } = windowState.view.peek();
    if (world !== null && readFrom < 0) windowState.change({ readFrom: world.messages.length });
    const gone = before.current.filter((id) => !tiles.includes(id));
    before.current = tiles;
    if (gone.length === 0) return;
    const marks = Object.fromEntries(gone.map((id) => [String(id), newest(world, id)] as const));
    windowState.change({ read: { ...read, ...marks } });
  }, [tiles.join(), store, windowState]); // eslint-disable-line react-hooks/exhaustive-deps -- the same people are the same tiles
}
