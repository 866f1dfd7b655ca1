import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';

/**
 * The session that an input is about: the one it names, the one it created, or the one that an agent got
 * by it. 0 when it is about none.
 */
export function subjectOf(input: Input, events: readonly RecordedEvent[]): number {
  if ('session' in input && input.session !== undefined) return input.session;
  const decisive = input.type === 'customer.connects' ? 'session.created' : 'session.assigned';
  const own = events.findLast((event) => event.type === decisive);
  if (own !== undefined && 'session' in own) return own.session ?? 0;
  for (const event of events) {
    if ('session' in event) return event.session ?? 0;
  }
  return 0;
}
