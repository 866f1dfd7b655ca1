import type { EventOf, RecordedEvent } from '../../engine/events.ts';

/** The newest failure of a script for a session that no later run of the same script has made good. */
export function openFailure(
  events: readonly RecordedEvent[],
  session: number,
): EventOf<'script.failed'> | undefined {
  const worked = new Set<number>();
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at];
    if (event?.type !== 'script.failed' && event?.type !== 'script.finished') continue;
    if (event.session !== session) continue;
    if (event.type === 'script.finished') worked.add(event.script);
    else if (!worked.has(event.script)) return event;
  }
  return undefined;
}
