import type { RecordedEvent } from '../engine/events.ts';
import { messageType, status } from '../engine/numbers.ts';

/** How a rush hour went, minute by minute of the virtual clock. */
export type Rush = {
  /** How many stood in the queue, each time that it changed. */
  readonly queue: readonly { readonly at: number; readonly length: number }[];
  /** Each who was taken from the queue: when, and after how long, in milliseconds. */
  readonly waits: readonly { readonly at: number; readonly seq: number; readonly ms: number }[];
  /** How many messages agents wrote in each minute, from the first event on. */
  readonly answers: readonly { readonly at: number; readonly count: number }[];
};

const minute = 60_000;

/** Of the sessions behind `above`, as far as these events tell. */
export function rushOf(events: readonly RecordedEvent[], above: number): Rush {
  /** Since when nobody has taken them who were put into the queue, and who stands there now. */
  const queued = new Map<number, number>();
  const standing = new Set<number>();
  const queue: { at: number; length: number }[] = [];
  const waits: Rush['waits'][number][] = [];
  const counts = new Map<number, number>();
  let first: number | null = null;
  let last = 0;
  for (const event of events) {
    if (!('session' in event) || event.session <= above) continue;
    const { session, seq } = event;
    const at = Date.parse(event.at);
    first ??= at;
    last = at;
    const to = statusAfter(event);
    if (to === status.inQueue) {
      standing.add(session);
      if (!queued.has(session)) queued.set(session, at);
    } else if (to !== null) standing.delete(session);
    if (to !== null && to >= status.finished) queued.delete(session);
    const since = queued.get(session);
    if (event.type === 'session.assigned' && since !== undefined) {
      waits.push({ at, seq, ms: at - since });
      queued.delete(session);
    }
    if ((queue.at(-1)?.length ?? 0) !== standing.size) {
      if (queue.at(-1)?.at === at) queue.pop();
      queue.push({ at, length: standing.size });
    }
    if (
      event.type === 'message.saved' &&
      event.messageType === messageType.toCustomer &&
      event.agent !== undefined
    ) {
      const index = Math.floor((at - first) / minute);
      counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  }
  const start = first ?? 0;
  const answers = Array.from(
    { length: first === null ? 0 : Math.floor((last - start) / minute) + 1 },
    (_, index) => ({
      at: start + index * minute,
      count: counts.get(index) ?? 0,
    }),
  );
  return { queue, waits, answers };
}

/** The status that a session has from this event on; null for no change. */
function statusAfter(event: RecordedEvent): number | null {
  if (event.type === 'session.created') return event.status;
  return event.type === 'session.statusChanged' ? event.to : null;
}
