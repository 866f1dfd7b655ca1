import type { EventOf, RecordedEvent } from '../../engine/events.ts';
import { senderOf } from '../../engine/fold-message.ts';
import type { Input } from '../../engine/inputs.ts';
import { channelOf } from '../../engine/channel-of.ts';
import { agentNameFor, customerName, findAgent } from '../../engine/lookup.ts';
import { specialType, status, statusNames, type SessionStatus } from '../../engine/numbers.ts';
import { parseOptions } from '../../engine/options.ts';
import { systemLine } from '../../engine/transcript.ts';
import type { Session, World } from '../../engine/world.ts';
import type { Turn, TurnKind } from './turn.ts';
import { readableText } from './readable.ts';

type Around = {
  readonly world: World;
  readonly session: Session;
  /** The input of the event's step, where it is known. */
  readonly input: Input | undefined;
};

/** An event as a turn of the conversation, or null for what people do not notice. */
export function turnOf(event: RecordedEvent, around: Around): Turn | null {
  switch (event.type) {
    case 'message.saved':
      return messageTurn(event, around);
    case 'message.blocked':
      return blockedTurn(event, around);
    case 'session.updated':
      return formTurn(event, around);
    default: {
      const told = toldOf(event, around);
      return told === null ? null : turn(told.kind, event, told);
    }
  }
}

type TurnText = { readonly kind: TurnKind; readonly text: string } & Partial<Turn>;

/** What happened beside the conversation, in a sentence. */
function toldOf(event: RecordedEvent, { world, session }: Around): TurnText | null {
  const customer = { role: 'customer', actor: customerName(session) } as const;
  switch (event.type) {
    case 'session.created': {
      const change = { from: status.invalid, to: event.status };
      return { kind: 'began', text: `The chat begins in ${statusText(event.status)}`, change };
    }
    case 'session.statusChanged': {
      const { from, to } = event;
      return { kind: 'status', text: `${statusText(from)} → ${statusText(to)}`, change: { from, to } };
    }
    case 'session.botDeactivated':
      return {
        kind: 'handoff',
        text: event.reason === 'reset' ? 'The bot hands over' : 'An agent takes over from the bot',
      };
    case 'session.assigned':
      return { kind: 'agent', ...agent(world, event.agent, 'has the chat') };
    case 'session.unassigned':
      return { kind: 'agent', ...agent(world, event.agent, 'no longer has the chat') };
    case 'transfer.requested':
      return { kind: 'transfer', ...agent(world, event.from, `hands over to ${agentName(world, event.to)}`) };
    case 'transfer.accepted':
      return { kind: 'transfer', ...agent(world, event.to, 'accepts the transfer') };
    case 'transfer.rejected':
      return { kind: 'transfer', ...agent(world, event.to, 'rejects the transfer') };
    case 'transfer.cancelled':
      return { kind: 'transfer', ...agent(world, event.from, 'cancels the transfer') };
    case 'session.rated': {
      const { rating } = event;
      const form = { name: 'postChat', fields: {}, rating } as const;
      return { kind: 'rating', text: `Rated ${String(rating)} of 5`, form, ...customer };
    }
    case 'request.created':
      return { kind: 'request', text: `Request ${String(event.request)}: ${event.title}` };
    case 'customer.disconnected':
      return { kind: 'connection', text: `${customer.actor} is gone without a word`, ...customer };
    case 'customer.reconnected':
      return { kind: 'connection', text: `${customer.actor} is back`, ...customer };
    default:
      return null;
  }
}

const agentName = (world: World, id: number): string => findAgent(world, id)?.name ?? `Agent ${String(id)}`;

function agent(world: World, id: number, does: string) {
  const name = agentName(world, id);
  return { role: 'agent', actor: name, text: `${name} ${does}` } as const;
}

/** `4 In queue`, as the product numbers it. */
export const statusText = (number: SessionStatus): string => {
  const name = (statusNames[number] ?? '')
    .replace('PreChat', 'Pre-chat')
    .replace('Faq', 'FAQ')
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${String(number)} ${name}`;
};

const turn = (kind: TurnKind, event: RecordedEvent, more: Partial<Turn>): Turn => ({
  at: Date.parse(event.at),
  actor: '',
  role: 'system',
  text: '',
  status: status.invalid,
  message: 0,
  ...more,
  kind,
});

/** That the session was handed on is told by the transfer itself, with both names. */
const toldElsewhere = new Set<number>([
  specialType.newSession,
  specialType.transferedSession,
  specialType.transferRejected,
]);

function messageTurn(event: EventOf<'message.saved'>, { input }: Around): Turn | null {
  if (toldElsewhere.has(event.specialType) && event.text === '') return null;
  const sender = senderOf(event);
  const html = sender === 'bot' || sender === 'system' ? event.text : undefined;
  const said = html === undefined ? event.text : readableText(html);
  const { options } =
    event.specialType === specialType.options || event.specialType === specialType.faqSuccessQuestion
      ? parseOptions(event.specialParam)
      : { options: [] };
  return turn(kindOf(event, input), event, {
    at: Date.parse(event.whenPosted),
    actor: event.author,
    role: sender,
    text: said === '' ? systemLine(event) : said,
    message: event.message,
    ...(html !== undefined && html !== '' && { html }),
    ...(options.length > 0 && { options }),
  });
}

function kindOf(event: EventOf<'message.saved'>, input: Input | undefined): TurnKind {
  const isFile = input?.type === 'customer.sendsFile' || input?.type === 'agent.sendsFile';
  if (isFile && event.depth === 0 && event.text === input.name) return 'file';
  return event.answers === undefined ? 'message' : 'click';
}

function blockedTurn(event: EventOf<'message.blocked'>, { world, session }: Around): Turn | null {
  if (event.text === '') return null;
  const from = senderOf({
    ...event,
    message: 0,
    specialParam: '',
    whenPosted: event.at,
    type: 'message.saved',
  });
  const known = event.agent === undefined ? undefined : findAgent(world, event.agent);
  const actor = known === undefined ? event.author : agentNameFor(channelOf(world, session), known);
  return turn('blocked', event, { actor, role: from, text: event.text });
}

function formTurn(event: EventOf<'session.updated'>, { session }: Around): Turn | null {
  if (event.form === undefined) return null;
  const fields = Object.fromEntries(
    Object.entries(event.fields).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value] as const] : [],
    ),
  );
  const said = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const name = event.form === 'preChat' ? 'Pre-chat form' : 'Offline form';
  return turn('form', event, {
    actor: customerName(session),
    role: 'customer',
    text: said.length === 0 ? name : `${name}. ${said.join('; ')}`,
    form: { name: event.form, fields },
  });
}
