import type { RecordedEvent } from '../../engine/events.ts';
import { messageType, specialType } from '../../engine/numbers.ts';
import type { World } from '../../engine/world.ts';

export type Lane = 'customer' | 'bot' | 'trigger' | 'webhook' | 'agent';
export type LanedEvent = { readonly event: RecordedEvent; readonly lane: Lane | undefined };
export const lanes: readonly Lane[] = ['customer', 'bot', 'trigger', 'webhook', 'agent'];

/** So long without anything happening is worth a row of its own. */
const longWhile = 60_000;

/**
 * Whether an event is worth a row among all the others. That the clock moved is not: it moves before every input of a
 * live world, and the rows around it show their times. Where it moved on for a minute or more and nothing happened at
 * the end of it, as by a timer that had nothing to tell, the row is the only trace and stays.
 */
export function tells(
  event: RecordedEvent,
  before: RecordedEvent | undefined,
  next: RecordedEvent | undefined,
): boolean {
  if (event.type !== 'clock.advanced') return true;
  const moved = before === undefined ? 0 : Date.parse(event.to) - Date.parse(before.at);
  return moved >= longWhile && (next === undefined || next.at !== event.to);
}

/** What ran a script: a trigger, a webhook of type crmscript, else a bot. */
function laneOfScript(world: World, script: number): Lane {
  if (world.triggers.some((trigger) => trigger.script === script)) return 'trigger';
  return 'bot';
}

const byType: Readonly<Partial<Record<RecordedEvent['type'], Lane>>> = {
  'session.created': 'customer',
  'session.rated': 'customer',
  'customer.disconnected': 'customer',
  'customer.reconnected': 'customer',
  'customer.returned': 'customer',
  'session.assigned': 'agent',
  'session.unassigned': 'agent',
  'transfer.requested': 'agent',
  'transfer.accepted': 'agent',
  'transfer.rejected': 'agent',
  'transfer.cancelled': 'agent',
  'listener.joined': 'agent',
  'listener.left': 'agent',
  'contact.linked': 'agent',
  'presence.changed': 'agent',
  'warning.raised': 'agent',
  'webhook.queued': 'webhook',
  'webhook.called': 'webhook',
  'webhook.attempted': 'webhook',
  'webhook.stateChanged': 'webhook',
  'bot.registered': 'bot',
  'bot.unregistered': 'bot',
};

function ownLane(event: RecordedEvent, world: World): Lane | undefined {
  if (event.type === 'script.started') {
    return event.role === 'trigger' || event.role === 'webhook' ? event.role : 'bot';
  }
  if (event.type === 'script.finished' || event.type === 'script.failed')
    return laneOfScript(world, event.script);
  const fixed = byType[event.type];
  if (fixed !== undefined) return fixed;
  if (event.by !== undefined) return laneOfScript(world, event.by.script);
  if (event.type === 'message.saved') {
    if (event.agent !== undefined && event.agent > 0) return 'agent';
    const clicked = event.specialType === specialType.clickedOption;
    if (clicked || event.messageType === messageType.toUser) return 'customer';
  }
  if (event.type === 'typing.changed') return event.who === 'customer' ? 'customer' : 'agent';
  return undefined;
}

/**
 * Who did it: the script, agent, customer or webhook itself, else whoever did what caused it. `lookUp` finds
 * an event by number among those at hand. Changes by the administrator and the clock belong to nobody.
 */
export function laneOf(
  event: RecordedEvent,
  world: World,
  lookUp: (seq: number) => RecordedEvent | undefined,
): Lane | undefined {
  let at: RecordedEvent | undefined = event;
  for (let steps = 0; at !== undefined && steps < 50; steps += 1) {
    const lane = ownLane(at, world);
    if (lane !== undefined) return lane;
    at = at.cause > 0 ? lookUp(at.cause) : undefined;
  }
  return undefined;
}
