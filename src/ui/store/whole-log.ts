import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RecordedEvent } from '../../engine/events.ts';
import { useStore } from '../context.ts';

/** So many events are asked for at once. */
const portion = 2000;
/** How soon after something happened the rest is read, in milliseconds. */
const rest = 500;

/** All events of the open workspace from the first on, read as they come; null until they are here the first time. */
export function useWholeLog(): readonly RecordedEvent[] | null {
  const { engine, workspace, live } = useStore();
  const log = useSignal<readonly RecordedEvent[] | null>(null);
  const id = workspace.value?.id ?? '';
  useEffect(() => {
    let over = false;
    let reads = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known: readonly RecordedEvent[] = [];
    const read = async () => {
      if (reads) return;
      reads = true;
      for (;;) {
        const to = live.peek()?.world.seq ?? 0;
        const from = (known.at(-1)?.seq ?? 0) + 1;
        if (from > to) break;
        const more = await engine.events(id, from, Math.min(to, from + portion - 1)).catch(() => []);
        if (over || more.length === 0) break;
        known = [...known, ...more];
      }
      reads = false;
      if (!over) log.value = known;
    };
    void read();
    const stop = live.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), rest);
    });
    return () => {
      over = true;
      clearTimeout(timer);
      stop();
      log.value = null;
    };
  }, [engine, live, id, log]);
  return log.value;
}
