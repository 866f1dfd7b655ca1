import { isPresent } from '../availability.ts';
import { channelOf } from '../channel-of.ts';
import { theInput } from '../step-draft.ts';
import type { Cause, StepDraft } from '../step-draft.ts';
import type { Timer } from '../world.ts';
import { closeVanished } from './sessions.ts';
import { attemptDelivery } from './webhooks.ts';

/** Does what a timer was set for. It follows from the event that set it (rulings 29). */
export function fireTimer(draft: StepDraft, timer: Timer): void {
  const because: Cause = { ...theInput, cause: timer.seq };
  switch (timer.kind) {
    case 'message':
      draft.emit(because, { type: 'message.shown', session: timer.session, message: timer.message }, 'Q18');
      return;
    case 'warning':
      warn(draft, because, timer);
      return;
    case 'vanished': {
      const session = draft.world.sessions.get(timer.session);
      if (session !== undefined) closeVanished(draft, because, session);
      return;
    }
    case 'webhook':
      attemptDelivery(draft, timer);
      return;
  }
}

/** Warns Present members; managers about new chats only while somebody is Present at all (T94). */
function warn(draft: StepDraft, because: Cause, timer: Extract<Timer, { kind: 'warning' }>): void {
  const { about: kind, level } = timer;
  const session = draft.world.sessions.get(timer.session);
  if (session === undefined) return;
  const { members } = channelOf(draft.world, session);
  const present = members.filter(({ agent }) => isPresent(draft.world, agent));
  const warned =
    level === 'agent'
      ? present.filter(({ notifications }) => notifications)
      : members.filter(({ manager }) => manager && (kind === 'newMessage' || present.length > 0));
  if (warned.length === 0) return;
  const agents = warned.map(({ agent }) => agent);
  draft.emit(because, { type: 'warning.raised', session: session.id, kind, level, agents }, 'T94');
}
