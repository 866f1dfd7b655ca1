import type { RecordedEvent } from '../../engine/events.ts';
import type { Lane, LanedEvent } from './lanes.ts';

/** What the timeline is narrowed to; 0, empty and `all` narrow nothing. */
export type TimelineFilter = {
  readonly text: string;
  readonly session: number;
  readonly script: number;
  readonly lane: Lane | 'all';
};

export const wide: TimelineFilter = { text: '', session: 0, script: 0, lane: 'all' };

export const isNarrow = ({ text, session, script, lane }: TimelineFilter): boolean =>
  text.trim() !== '' || session > 0 || script > 0 || lane !== 'all';

const isOfScript = (event: RecordedEvent, script: number): boolean =>
  event.by?.script === script || ('script' in event && event.script === script);

/**
 * Whether an event passes: its session, its actor, a script that did it or that it is about, and every word that is
 * looked for, in its sentence, its type or its rule, whatever their case.
 */
export function passesFilter(
  { event, lane }: LanedEvent,
  sieve: TimelineFilter,
  said: (event: RecordedEvent) => string,
): boolean {
  if (sieve.lane !== 'all' && lane !== sieve.lane) return false;
  if (sieve.session > 0 && !('session' in event && event.session === sieve.session)) return false;
  if (sieve.script > 0 && !isOfScript(event, sieve.script)) return false;
  const words = sieve.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = `${said(event)} ${event.type} ${event.rule ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
