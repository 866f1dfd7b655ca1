import { isPresent } from '../availability.ts';
import { channelOf } from '../channel-of.ts';
import { theInput } from '../stage.ts';
import type { Cause, Stage } from '../stage.ts';
import type { Timer } from '../world.ts';
import { closeVanished } from './sessions.ts';
import { attemptDelivery } from './webhooks.ts';

/** Does what a timer was set for. It follows from the event that set it (rulings 29). */
export function fireTimer(stage: Stage, timer: Timer): void {
  const because: Cause = { ...theInput, cause: timer.seq };
  switch (timer.kind) {
    case 'message':
      stage.emit(because, { type: 'message.shown', session: timer.session, message: timer.message }, 'Q18');
      return;
    case 'warning':
      warn(stage, because, timer);
      return;
    case 'vanished': {
      const session = stage.world.sessions.get(timer.session);
      if (session !== undefined) closeVanished(stage, because, session);
      return;
    }
    case 'webhook':
      attemptDelivery(stage, timer);
      return;
  }
}

/** Warns Present members; managers about new chats only while somebody is Present at all (T94). */
function warn(stage: Stage, because: Cause, timer: Extract<Timer, { kind: 'warning' }>): void {
  const { about: kind, level } = timer;
  const session = stage.world.sessions.get(timer.session);
  if (session === undefined) return;
  const { members } = channelOf(stage.world, session);
  const present = members.filter(({ agent }) => isPresent(stage.world, agent));
  const warned =
    level === 'agent'
      ? present.filter(({ notifications }) => notifications)
      : members.filter(({ manager }) => manager && (kind === 'newMessage' || present.length > 0));
  if (warned.length === 0) return;
  const agents = warned.map(({ agent }) => agent);
  stage.emit(because, { type: 'warning.raised', session: session.id, kind, level, agents }, 'T94');
}
