import { currentSessions } from '../../engine/views.ts';
import type { Session, World } from '../../engine/world.ts';
import { customerName } from '../names.ts';

/** The sessions that have a tile: the current ones, but for those put away in this window. */
export const tileSessions = (world: World, hidden: readonly number[]): readonly Session[] =>
  currentSessions(world).filter(({ id }) => !hidden.includes(id));

/** A name that nobody on stage has: `wanted`, or `wanted 2`, `wanted 3` … */
export function freeName(world: World, wanted: string): string {
  const taken = new Set([...world.sessions].map(customerName));
  if (!taken.has(wanted)) return wanted;
  let n = 2;
  while (taken.has(`${wanted} ${String(n)}`)) n += 1;
  return `${wanted} ${String(n)}`;
}
