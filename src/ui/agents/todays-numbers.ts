import { isOngoing } from '../../engine/agent-views.ts';
import type { Session, World } from '../../engine/world.ts';

/** A day and an hour on the clocks of a zone. */
export type LocalHour = { readonly day: string; readonly hour: number };

/** Chats that came in an hour of the day, and those that went on at some time in it. */
export type HourOfTraffic = { readonly hour: number; readonly incoming: number; readonly active: number };

export type TodaysNumbers = {
  readonly started: number;
  readonly active: number;
  /** From the first hour in which there was anything to the present one. */
  readonly traffic: readonly HourOfTraffic[];
  /** Who picked up most today, at most three. */
  readonly heroes: readonly { readonly agent: number; readonly chats: number }[];
};

const quarter = 15 * 60_000;

/** Tells day and hour in a zone; each quarter of an hour is worked out once, as no zone changes within one. */
export function localHours(timeZone: string): (at: number) => LocalHour {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, LocalHour>();
  return (at) => {
    const bucket = Math.floor(at / quarter);
    const found = known.get(bucket);
    if (found !== undefined) return found;
    const parts = new Map(format.formatToParts(bucket * quarter).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
    const made = { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) };
    known.set(bucket, made);
    return made;
  };
}

/** Since when a chat goes on: since it was picked up, or since it was begun where a bot talks. */
const since = (session: Session): number => session.whenStarted ?? session.whenRequested;

/** The numbers of the day on which `now` falls, of these sessions (chat-domain §8.1). */
export function todaysNumbers(
  sessions: readonly Session[],
  now: number,
  hourOf: (at: number) => LocalHour,
): TodaysNumbers {
  const today = hourOf(now);
  const hours = Array.from({ length: today.hour + 1 }, (_, hour) => ({ hour, incoming: 0, active: 0 }));
  const picked = new Map<number, number>();
  let started = 0;
  let active = 0;
  for (const session of sessions) {
    const begun = hourOf(session.whenRequested);
    if (begun.day === today.day) {
      started += 1;
      const hour = hours[begun.hour];
      if (hour !== undefined) hour.incoming += 1;
    }
    if (isOngoing(session)) active += 1;
    if (session.whenStarted === null && !isOngoing(session)) continue; // nobody ever talked
    const [from, to] = [hourOf(since(session)), hourOf(session.whenEnded ?? now)];
    if (to.day === today.day) {
      const first = from.day === today.day ? from.hour : 0;
      for (let hour = first; hour <= to.hour; hour += 1) {
        const row = hours[hour];
        if (row !== undefined) row.active += 1;
      }
    }
    if (session.whenStarted !== null && session.agent > 0 && from.day === today.day) {
      picked.set(session.agent, (picked.get(session.agent) ?? 0) + 1);
    }
  }
  const quiet = hours.findIndex(({ incoming, active: on }) => incoming + on > 0);
  return {
    started,
    active,
    traffic: quiet < 0 ? [] : hours.slice(quiet),
    heroes: [...picked]
      .map(([agent, chats]) => ({ agent, chats }))
      .sort((a, b) => b.chats - a.chats || a.agent - b.agent)
      .slice(0, 3),
  };
}

/** How long customers of these channels waited on average until somebody picked them up, in milliseconds; null before the first. */
export function averageWaitOf(world: Pick<World, 'accepts'>, channels: readonly number[]): number | null {
  const known = channels.flatMap((id) => world.accepts[id] ?? []);
  const count = known.reduce((sum, one) => sum + one.count, 0);
  const seconds = known.reduce((sum, one) => sum + one.seconds, 0);
  return count === 0 ? null : (seconds / count) * 1000;
}
