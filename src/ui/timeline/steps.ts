import type { EventName, RecordedEvent } from '../../engine/events.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import { tells, type LanedEvent } from './lanes.ts';

/** Hidden unless asked for: what nobody looks for among the things that happened. */
const quiet = new Set<EventName>(['typing.changed', 'script.finished']);

/** What works in the background of a step: it stands for the step only where there is nothing else. */
const background = new Set<EventName>([
  'clock.advanced',
  'timers.held',
  'script.started',
  'script.finished',
  'script.printed',
  'webhook.queued',
  'webhook.called',
  'webhook.attempted',
  'variable.set',
  'table.changed',
  'http.called',
  'hint.raised',
]);

/** What happened at one moment of one step: the head tells what it was, the rest what followed from it. */
export type TimelineGroup = {
  /** The same while it grows and when older events are put in front. */
  readonly key: string;
  readonly head: LanedEvent;
  readonly rest: readonly LanedEvent[];
};

/** One line of the timeline. */
export type TimelineRow = {
  readonly laned: LanedEvent;
  readonly moment: string;
  /** How many lines are folded under it, or could be; 0 for a line that heads nothing. */
  readonly count: number;
  readonly unfolded: boolean;
  /** 0 is the head of a moment. */
  readonly level: number;
  /** What came of what is folded under it: the status in the end, if there was a change, and whether something failed. */
  readonly to: SessionStatus | undefined;
  readonly failed: boolean;
};

/** A line that heads nothing; of plain values, so that one that says the same is drawn once. */
const single = (laned: LanedEvent, level: number): TimelineRow => ({
  laned,
  moment: keyOf(laned.event),
  count: 0,
  unfolded: false,
  level,
  to: undefined,
  failed: false,
});

function outcomeOf(rest: readonly LanedEvent[]): Pick<TimelineRow, 'to' | 'failed'> {
  const failed = rest.some(({ event }) => event.type === 'script.failed');
  const last = rest.findLast(({ event }) => event.type === 'session.statusChanged')?.event;
  return { failed, to: last?.type === 'session.statusChanged' ? last.to : undefined };
}

/** Whether an event is one that people look for: something that was said or done, and no machine at work behind it. */
export const isOfNote = ({ type }: RecordedEvent): boolean => !quiet.has(type) && !background.has(type);

const keyOf = ({ step, at }: RecordedEvent): string => `${String(step)} ${at}`;

/** The events worth a line, `all` those that are quiet too. */
export function telling(events: readonly LanedEvent[], all: boolean): readonly LanedEvent[] {
  return events.filter(
    ({ event }, index) =>
      tells(event, events[index - 1]?.event, events[index + 1]?.event) && (all || !quiet.has(event.type)),
  );
}

const headOf = (events: readonly LanedEvent[]): LanedEvent | undefined =>
  events.find(({ event }) => event.depth === 0 && !background.has(event.type)) ?? events[0];

/** The moments of the events that are worth a line, in their order. A step in which timers fired has several. */
export function moments(events: readonly LanedEvent[]): readonly TimelineGroup[] {
  const found: TimelineGroup[] = [];
  for (let at = 0; at < events.length;) {
    const first = events[at] as LanedEvent;
    const key = keyOf(first.event);
    let end = at + 1;
    while (end < events.length && keyOf((events[end] as LanedEvent).event) === key) end += 1;
    const together = events.slice(at, end);
    const head = headOf(together) ?? first;
    found.push({ key, head, rest: together.filter((one) => one !== head) });
    at = end;
  }
  return found;
}

/** The lines that are shown: every head, and what is unfolded under it. */
export function rowsOf(
  all: readonly TimelineGroup[],
  isUnfolded: (key: string) => boolean,
): readonly TimelineRow[] {
  return all.flatMap(({ key, head, rest }) => {
    const first = { ...single(head, 0), count: rest.length };
    if (rest.length === 0 || !isUnfolded(key)) return [{ ...first, ...outcomeOf(rest) }];
    return [{ ...first, unfolded: true }, ...rest.map((laned) => single(laned, laned.event.depth + 1))];
  });
}

/** The lines of a search: what was found, each by itself. */
export const foundRows = (events: readonly LanedEvent[]): readonly TimelineRow[] =>
  events.map((laned) => single(laned, 0));

/** The moment that an event belongs to. */
export const momentOf = keyOf;
