import type { RecordedEvent } from '../../engine/events.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../../engine/world.ts';

/** How many events are read from disk at a time. */
const page = 2000;

/** The shown moment with all the events that led to it, of which the window holds the newest only. */
export type WholeLog = { readonly world: World; readonly events: readonly RecordedEvent[] };

/** Reads the log up to the shown moment; null when it cannot be read to its end, or the workspace was left meanwhile. */
export async function wholeLog({ world: shown, workspace, engine }: Store): Promise<WholeLog | null> {
  const world = shown.peek();
  const id = workspace.peek()?.id;
  if (world === null || id === undefined) return null;
  const events: RecordedEvent[] = [];
  while (events.length < world.seq) {
    const more = await engine.events(id, events.length + 1, Math.min(events.length + page, world.seq));
    if (more.length === 0) return null;
    for (const event of more) events.push(event);
  }
  return { world, events };
}
