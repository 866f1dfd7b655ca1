import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import type { LookUp } from '../sentences/sentence.ts';

/** The way up from an event by `cause`, the first cause first. Stops where `lookUp` knows no more. */
export function chainOf(event: RecordedEvent, lookUp: LookUp): readonly RecordedEvent[] {
  const chain: RecordedEvent[] = [];
  let at: RecordedEvent | undefined = event;
  while (at !== undefined) {
    chain.unshift(at);
    at = at.cause > 0 && at.cause < at.seq ? lookUp(at.cause) : undefined;
  }
  return chain;
}

/** The first cause that `lookUp` does not know; 0 when the chain is whole. */
export function missingCause(event: RecordedEvent, lookUp: LookUp): number {
  const first = chainOf(event, lookUp)[0] ?? event;
  return first.cause > 0 && first.cause < first.seq ? first.cause : 0;
}

/**
 * What the causal list shows: the chain, and the status changes of the same session that happened in the
 * same step before the event. They are not its cause, but without them the statuses do not add up.
 */
export function causalList(
  event: RecordedEvent,
  events: readonly RecordedEvent[],
  lookUp: LookUp,
): readonly RecordedEvent[] {
  const chain = chainOf(event, lookUp);
  const session = 'session' in event ? event.session : undefined;
  const first = chain[0]?.seq ?? event.seq;
  const changes = events.filter(
    (one) =>
      one.type === 'session.statusChanged' &&
      one.session === session &&
      one.step === event.step &&
      one.seq > first &&
      one.seq < event.seq &&
      !chain.includes(one),
  );
  return [...chain, ...changes].sort((a, b) => a.seq - b.seq);
}

/** One line of the causal list: an event, or the line of the script that did what follows. */
export type WhyRow =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'line'; readonly seq: number; readonly script: number; readonly line: number };

type Line = { readonly script: number; readonly line: number };

/**
 * The events of a causal list with the script lines that made them. A line stands once for what it did in a row,
 * and for the start of its script. `failedAt` says on which line a script failed.
 */
export function whyRows(
  list: readonly RecordedEvent[],
  failedAt: (event: EventOf<'script.failed'>) => Line,
): readonly WhyRow[] {
  const rows: WhyRow[] = [];
  let line = '';
  list.forEach((event, index) => {
    const next = list[index + 1];
    if (event.type === 'script.started' && next?.by?.script === event.script) return;
    const by = event.type === 'script.failed' ? failedAt(event) : event.by;
    const place = by === undefined ? '' : `${String(by.script)}:${String(by.line)}`;
    if (by !== undefined && place !== line) rows.push({ kind: 'line', seq: event.seq, ...by });
    line = place;
    rows.push({ kind: 'event', event });
  });
  return rows;
}

type StatusChange = EventOf<'session.statusChanged'> | EventOf<'session.created'>;

/** True for what gave a session a status, its creation included. */
export const isStatusChange = (event: RecordedEvent, session: number): event is StatusChange =>
  (event.type === 'session.statusChanged' || event.type === 'session.created') && event.session === session;

/** The newest status change of a session among `events`. */
export const lastStatusChange = (
  events: readonly RecordedEvent[],
  session: number,
): StatusChange | undefined =>
  events.findLast((event): event is StatusChange => isStatusChange(event, session));
