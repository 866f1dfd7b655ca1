import type { RecordedEvent } from '../../engine/events.ts';
import type { Session, World } from '../../engine/world.ts';

/** A warning that an agent was given and whose reason is still there (chat-domain §7, T94). */
export type OpenWarning = {
  readonly seq: number;
  readonly session: Session;
  readonly kind: 'newChat' | 'newMessage';
  readonly level: 'agent' | 'manager';
};

const waitsSince = ({ session }: OpenWarning): number => session.waitingSince ?? 0;

/**
 * The warnings that an agent has to see, the latest of each session, who waits longest first: those that say that somebody
 * waits who waits on, and that were not put away. `seen` is the last event up to which they were.
 */
export function openWarnings(
  events: readonly RecordedEvent[],
  world: Pick<World, 'sessions'>,
  agent: number,
  seen: number,
): readonly OpenWarning[] {
  const latest = new Map<number, OpenWarning>();
  for (const event of events) {
    if (event.type !== 'warning.raised' || event.seq <= seen || !event.agents.includes(agent)) continue;
    const session = world.sessions.get(event.session);
    if (session === undefined || session.waitingSince === null) continue;
    if (session.alertLevel === 0 || Date.parse(event.at) < session.waitingSince) continue;
    const { seq, kind, level } = event;
    latest.set(session.id, { seq, session, kind, level });
  }
  return [...latest.values()].sort((a, b) => waitsSince(a) - waitsSince(b));
}
