import { isTimeZone, isWithinOpeningHours } from './availability.ts';
import type { Channel, Hours, Weekday } from './definition.ts';
import { localTimeOf } from './local-time.ts';
import { clockChanges, datesFrom, zonedMoment } from './zoned-moment.ts';

/** What happens at a channel's door. */
export type DoorKind =
  | 'opens'
  | 'lunch'
  | 'afterLunch'
  /** A minute before it closes. */
  | 'lastMinute'
  /** The first moment at which it is closed: a millisecond before, it was open. */
  | 'closes'
  /** A minute before it closes for more than a day. */
  | 'lastMinuteOfWeek';

export type DoorMoment = { readonly kind: DoorKind; readonly at: number };

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const minute = 60_000;
const day = 24 * 60 * minute;
/** So far ahead is looked: each weekday comes, with a day to spare. */
const daysAhead = 9;

type Change = { readonly at: number; readonly opens: boolean; readonly isLunch: boolean };

/**
 * When a channel opens, has lunch and closes next, each once, in order of time; nothing for one that is always open, or never.
 * Worked out from the rule itself (chat-domain T-8), so that a change of the clocks is where the rule sees it.
 */
export function doorMoments(channel: Channel, now: number): readonly DoorMoment[] {
  if (!channel.properties.openingHours.enabled) return [];
  const changes = changesOf(channel, now);
  const closings = changes.filter(({ opens, isLunch }) => !opens && !isLunch);
  const lastMinute = closings.find(({ at }) => at - minute > now);
  const lastOfWeek = closings.find(({ at }) => {
    const next = changes.find((change) => change.opens && change.at > at);
    return at - minute > now && next !== undefined && next.at - at > day;
  });
  const first = (kind: DoorKind, opens: boolean, isLunch: boolean): readonly DoorMoment[] => {
    const found = changes.find((change) => change.opens === opens && change.isLunch === isLunch);
    return found === undefined ? [] : [{ kind, at: found.at }];
  };
  const minuteBefore = (kind: DoorKind, closing: Change | undefined): readonly DoorMoment[] =>
    closing === undefined ? [] : [{ kind, at: closing.at - minute }];
  return [
    ...first('opens', true, false),
    ...first('lunch', false, true),
    ...first('afterLunch', true, true),
    ...minuteBefore('lastMinute', lastMinute),
    ...first('closes', false, false),
    ...(lastOfWeek === lastMinute ? [] : minuteBefore('lastMinuteOfWeek', lastOfWeek)),
  ].sort((a, b) => a.at - b.at);
}

/** Every change from open to closed and back in the days to come. */
function changesOf(channel: Channel, now: number): readonly Change[] {
  const { lunch } = channel.properties.openingHours;
  const zone = zoneOf(channel);
  return momentsToLookAt(channel, now).flatMap((at): readonly Change[] => {
    const [before, after] = [isWithinOpeningHours(channel, at - 1), isWithinOpeningHours(channel, at)];
    if (before === after) return [];
    // At lunch it is closed on the one side of the change.
    const closed = localTimeOf(after ? at - 1 : at, zone).slice(11, 16);
    const isLunch = lunch.enabled && lunch.start <= closed && closed < lunch.stop && isOpenDay(channel, at);
    return [{ at, opens: after, isLunch }];
  });
}

const zoneOf = ({ properties: { openingHours } }: Channel): string =>
  isTimeZone(openingHours.timeZone) ? openingHours.timeZone : 'UTC';

/** Whether lunch lies within the hours of the day: a lunch at the end of a day is its end. */
function isOpenDay(channel: Channel, at: number): boolean {
  const { days, lunch } = channel.properties.openingHours;
  const [today] = datesFrom(at, zoneOf(channel), 1);
  const hours = today && days[weekdays[today.weekday - 1] ?? 'mon'];
  return hours !== undefined && hours.start < lunch.start && lunch.stop < hours.stop;
}

/** Whatever the rule compares a time with, in the days to come, and the moments at which the clocks are changed. */
function momentsToLookAt(channel: Channel, now: number): readonly number[] {
  const zone = zoneOf(channel);
  const { days, lunch } = channel.properties.openingHours;
  const moments = new Set<number>(clockChanges(now, now + daysAhead * day, zone));
  const add = (date: string, { start, stop }: Hours) => {
    for (const time of [start, stop]) {
      const found = zonedMoment(date, time, zone);
      if (found === null) continue;
      moments.add(found.at);
      if (found.kind === 'twice') moments.add(found.second);
    }
  };
  for (const { date, weekday } of datesFrom(now, zone, daysAhead)) {
    add(date, days[weekdays[weekday - 1] ?? 'mon']);
    add(date, lunch);
  }
  return [...moments].filter((at) => at > now).sort((a, b) => a - b);
}
