import type { Channel, OpeningHours, Weekday } from './definition.ts';
import type { World } from './world.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Whether this machine knows the zone by this name. Offsets such as `+01:00` are names of zones in some browsers
 * and in none of the older ones: a file must mean the same everywhere.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-GB', {
      timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Weekday and `HH:MM` of an instant in a zone. */
function localTime(now: number, timeZone: string): { day: Weekday; time: string } {
  const parts = formatter(timeZone).formatToParts(now);
  const part = (type: string): string => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return { day: part('weekday').toLowerCase() as Weekday, time: `${part('hour')}:${part('minute')}` };
}

/** Whether a channel is open at this instant: see `isOpenAt`. */
export const isWithinOpeningHours = (channel: Channel, now: number): boolean =>
  isOpenAt(channel.properties.openingHours, now);

/**
 * Whether these hours are open at this instant: always, when they are not used (chat-domain T-8); else by weekday and
 * without the lunch hour, in their own zone. Hours end on the day on which they begin: those that stop before they start
 * are never open.
 */
export function isOpenAt(hours: OpeningHours, now: number): boolean {
  if (!hours.enabled) return true;
  const { day, time } = localTime(now, hours.timeZone);
  const today = hours.days[day];
  const within = ({ start, stop }: { start: string; stop: string }): boolean => start <= time && time < stop;
  return today.enabled && within(today) && !(hours.lunch.enabled && within(hours.lunch));
}

/** The agents who keep a channel open: present, and allowed to respond (chat-domain Q50). */
export const respondingAgents = (world: World, channel: Channel): readonly number[] =>
  channel.members
    .filter(({ agent, canRespond }) => canRespond && isPresent(world, agent))
    .map(({ agent }) => agent);

export const isPresent = (world: World, agent: number): boolean =>
  world.agents.some(({ id, present }) => id === agent && present);

/** Whether a human could answer on this channel now (chat-domain §2.2). */
export const isAvailable = (world: World, channel: Channel, now: number): boolean =>
  isWithinOpeningHours(channel, now) && respondingAgents(world, channel).length > 0;
