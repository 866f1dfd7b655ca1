import { senderOf } from '../../engine/fold-message.ts';
import type { RecordedEvent } from '../../engine/events.ts';
import type { Input } from '../../engine/inputs.ts';
import type { SessionStatus } from '../../engine/numbers.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { Sender, World } from '../../engine/world.ts';

/** What those who talk would notice of a turn. */
export type ExploredLine =
  | {
      readonly kind: 'message';
      readonly session: number;
      readonly sender: Sender;
      readonly author: string;
      readonly text: string;
      readonly specialType: number;
      /** `later`: said now and shown later; `shown`: said earlier and shown now. */
      readonly when: 'now' | 'later' | 'shown';
    }
  | {
      readonly kind: 'status';
      readonly session: number;
      readonly from: SessionStatus;
      readonly to: SessionStatus;
    }
  | { readonly kind: 'handedOver'; readonly session: number }
  | { readonly kind: 'assigned'; readonly session: number; readonly agent: string }
  | { readonly kind: 'failed'; readonly script: string; readonly line: number; readonly failure: CodedText };

/** Who does something, as people call them. */
export type Doer = { readonly kind: 'customer' | 'agent' | 'admin' | 'clock'; readonly name: string };

/** A line beside the event that it is of. */
export type LineOf = {
  readonly seq: number;
  readonly line: ExploredLine;
  /** Whose session it is in, where that is not the one that the turn is about; else empty. */
  readonly of: string;
};

/**
 * What a turn brought, in its order. `world` is the world after it, `own` the session that it is about. What its doer says is
 * the input itself.
 */
export const linesOf = (
  events: readonly RecordedEvent[],
  input: Input,
  own: number,
  world: World,
): readonly LineOf[] =>
  events.flatMap((event) => {
    const line = lineOf(event, world);
    if (line === null || isInput(line, event, input)) return [];
    const session = 'session' in line ? line.session : own;
    return { seq: event.seq, line, of: session === own ? '' : nameIn(world, session) };
  });

const isInput = (line: ExploredLine, { depth }: RecordedEvent, input: Input): boolean =>
  line.kind === 'message' && depth === 0 && 'text' in input && line.text === input.text;

/** What the customer of a session is called; empty where there is none. */
export function nameIn(world: World, session: number): string {
  const customer = world.sessions.get(session)?.customer;
  return customer === undefined ? '' : customer.name || customer.alias;
}

function lineOf(event: RecordedEvent, world: World): ExploredLine | null {
  switch (event.type) {
    case 'message.saved': {
      const { session, author, text, specialType } = event;
      const isLater = Date.parse(event.whenPosted) > Date.parse(event.at);
      const when = isLater ? 'later' : 'now';
      return { kind: 'message', session, sender: senderOf(event), author, text, specialType, when };
    }
    case 'message.shown': {
      const shown = world.messages.get(event.message);
      if (shown === undefined) return null;
      const { sender, author, text, specialType } = shown;
      return { kind: 'message', session: event.session, sender, author, text, specialType, when: 'shown' };
    }
    case 'session.statusChanged':
      return { kind: 'status', session: event.session, from: event.from, to: event.to };
    case 'session.botDeactivated':
      return { kind: 'handedOver', session: event.session };
    case 'session.assigned':
      return { kind: 'assigned', session: event.session, agent: agentIn(world, event.agent) };
    case 'script.failed':
      return { kind: 'failed', script: event.file, line: event.line, failure: event.failure };
    default:
      return null;
  }
}

const agentIn = (world: World, id: number): string =>
  world.agents.find((agent) => agent.id === id)?.name ?? String(id);

/** Who says an input, by their name in a world; `session` is the one that it is about, 0 for none. */
export function doerOf(input: { readonly type: string }, session: number, world: World): Doer {
  const [kind = ''] = input.type.split('.');
  if (kind === 'agent' && 'agent' in input && typeof input.agent === 'number')
    return { kind, name: agentIn(world, input.agent) };
  if (kind !== 'customer') return { kind: kind === 'clock' ? 'clock' : 'admin', name: '' };
  return { kind, name: nameIn(world, session) };
}
