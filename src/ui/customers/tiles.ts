import type { Session, World } from '../../engine/world.ts';
import { customerName } from '../names.ts';

/**
 * The sessions that have a tile: all but those put away, and those whose customer began anew on the same
 * channel after they were over.
 */
export function tileSessions(world: World, hidden: readonly number[]): readonly Session[] {
  const sessions = [...world.sessions].filter(({ id }) => !hidden.includes(id));
  const latest = new Map<string, number>();
  const seat = ({ channel, customer }: Session) => `${String(channel)} ${customer.alias}`;
  for (const session of sessions) latest.set(seat(session), session.id);
  return sessions.filter((session) => {
    const over = session.status >= 7 || session.status === 0;
    return !over || session.customer.alias === '' || latest.get(seat(session)) === session.id;
  });
}

/** A name that nobody on stage has: `wanted`, or `wanted 2`, `wanted 3` … */
export function freeName(world: World, wanted: string): string {
  const taken = new Set([...world.sessions].map(customerName));
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted} ${String(n)}`)) n += 1;
  return `${wanted} ${String(n)}`;
}
