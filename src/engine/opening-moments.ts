import { isOpenAt } from './availability.ts';
import type { Channel, OpeningHours } from './definition.ts';
import { edgesBetween, wallOf } from './opening-week.ts';

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
  const changes = changesOf(channel.properties.openingHours, now);
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
function changesOf(hours: OpeningHours, now: number): readonly Change[] {
  return edgesBetween(hours, now, now + daysAhead * day).flatMap((at): readonly Change[] => {
    const opens = isOpenAt(hours, at);
    return isOpenAt(hours, at - 1) === opens
      ? []
      : [{ at, opens, isLunch: isAtLunch(hours, opens ? at - 1 : at) }];
  });
}

/** Whether a moment at which it is closed is one of lunch, within the hours of the day: a lunch at the end of a day is its end. */
function isAtLunch({ timeZone, days, lunch }: OpeningHours, closed: number): boolean {
  const { day: weekday, time } = wallOf(timeZone, closed);
  const { start, stop } = days[weekday];
  return (
    lunch.enabled && lunch.start <= time && time < lunch.stop && start < lunch.start && lunch.stop < stop
  );
}
