import type { EventName, RecordedEvent } from '../engine/events.ts';
import { modernEvent, modernSaid } from '../engine/old-events.ts';
import type { CodedText } from '../engine/codes.ts';
import type { WorldJson } from '../engine/world-json.ts';
import { snapshotFormat, type SnapshotRow, type StepRow, type StoredStep } from './rows.ts';
import { coded } from './codes.ts';

/* Rows are data from outside: a browser, a disk or an older release may have damaged them. */

// prettier-ignore
const eventNames: Readonly<Record<EventName, true>> = {
  'session.created': true, 'session.statusChanged': true, 'session.botDeactivated': true, 'session.assigned': true,
  'session.unassigned': true, 'session.updated': true, 'session.rated': true, 'session.purged': true,
  'message.saved': true, 'message.blocked': true, 'message.shown': true, 'typing.changed': true,
  'customer.disconnected': true, 'customer.reconnected': true, 'customer.returned': true,
  'listener.joined': true, 'listener.left': true, 'contact.linked': true, 'transcript.made': true, 'request.created': true, 'transfer.requested': true,
  'transfer.accepted': true, 'transfer.rejected': true, 'transfer.cancelled': true, 'warning.raised': true,
  'script.started': true, 'script.printed': true, 'script.finished': true, 'script.failed': true,
  'http.called': true, 'hint.raised': true, 'webhook.queued': true, 'webhook.called': true, 'webhook.attempted': true,
  'webhook.stateChanged': true, 'bot.registered': true, 'bot.unregistered': true, 'channel.saved': true,
  'channel.deleted': true, 'folder.saved': true, 'folder.deleted': true, 'script.saved': true,
  'script.deleted': true, 'trigger.saved': true, 'trigger.deleted': true, 'webhook.saved': true,
  'webhook.deleted': true, 'agent.saved': true, 'agent.deleted': true, 'faqEntry.saved': true,
  'faqEntry.deleted': true, 'faqFolder.saved': true, 'faqFolder.deleted': true, 'mock.saved': true,
  'mock.deleted': true, 'mock.moved': true, 'contact.saved': true, 'contact.deleted': true, 'quickReply.saved': true,
  'quickReply.deleted': true, 'fileTypes.set': true, 'timers.held': true, 'table.saved': true, 'table.deleted': true, 'table.changed': true, 'options.set': true,
  'variable.set': true, 'presence.changed': true, 'clock.advanced': true,
};

/** The row of a step of this workspace. */
export function rowOf(workspace: string, step: StoredStep): StepRow {
  return { workspace, step: step.step, command: step.command, seq: step.seq, text: JSON.stringify(step) };
}

/** The step in a row; why it cannot be read, where it cannot. */
export function stepIn(row: StepRow): StoredStep | CodedText {
  const { step, command, seq, text }: Partial<Record<keyof StepRow, unknown>> = row;
  const damaged = coded('step-damaged', { step: isCount(step) ? step : 0 });
  if (typeof text !== 'string') return damaged;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return damaged;
  }
  const damage = stepDamage(found);
  if (damage !== null) return damage;
  const whole = found as StoredStep;
  return whole.step === step && whole.command === command && whole.seq === seq ? modernStep(whole) : damaged;
}

/** The step as one of today: released builds recorded sentences. */
export const modernStep = ({ refused, ...step }: StoredStep): StoredStep => ({
  ...step,
  ...(refused === undefined ? {} : { refused: modernSaid(refused) }),
  events: step.events.map(modernEvent),
});

/** Whether what a row holds is why it cannot be read. */
export const isDamage = (found: StoredStep | CodedText): found is CodedText => 'code' in found;

/** Why this is not a step with its events; null when it is, as far as can be told without the world before it. */
export function stepDamage(found: unknown): CodedText | null {
  if (typeof found !== 'object' || found === null) return coded('step-damaged', { step: 0 });
  const { step, command, at, seq, input, events }: Partial<Record<keyof StoredStep, unknown>> = found;
  const isWhole =
    isCount(step) &&
    isCount(seq) &&
    typeof command === 'string' &&
    typeof at === 'string' &&
    typeof input === 'object' &&
    input !== null &&
    typeof (input as { type?: unknown }).type === 'string' &&
    Array.isArray(events) &&
    events.length <= seq;
  if (!isWhole) return coded('step-damaged', { step: isCount(step) ? step : 0 });
  const first = seq - events.length + 1;
  for (const [index, event] of events.entries()) {
    const damage = eventDamage(event, first + index);
    if (damage !== null) return damage;
  }
  return null;
}

/** Why this is not the event `seq`; null when it is, as far as its envelope tells. */
export function eventDamage(event: unknown, seq: number): CodedText | null {
  if (typeof event !== 'object' || event === null) return coded('no-event', { seq });
  const {
    type,
    seq: number,
    at,
    step,
    cause,
    depth,
  } = event as Partial<Record<keyof RecordedEvent, unknown>>;
  if (typeof type !== 'string' || !Object.hasOwn(eventNames, type)) {
    return coded('event-of-no-type', { seq });
  }
  const whole =
    number === seq &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    isCount(step) &&
    isCount(depth) &&
    isCount(cause) &&
    cause < seq;
  return whole ? null : coded('event-damaged', { seq });
}

/** The world in a snapshot; null when it cannot be used. */
export function snapshotWorld(row: SnapshotRow): WorldJson | null {
  const { format, world }: Partial<Record<keyof SnapshotRow, unknown>> = row;
  if (format !== snapshotFormat || typeof world !== 'string') return null;
  try {
    const json = JSON.parse(world) as Partial<WorldJson> | null;
    return json !== null && json.seq === row.seq && Array.isArray(json.sessions) ? (json as WorldJson) : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
