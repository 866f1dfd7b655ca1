import type { RecordedEvent } from '../engine/events.ts';
import type { Input } from '../engine/inputs.ts';
import { channelOf } from '../engine/channel-of.ts';
import { customerName } from '../engine/lookup.ts';
import type { SessionStatus } from '../engine/numbers.ts';
import type { Session, World } from '../engine/world.ts';
import type { Turn } from './transcript/turn.ts';
import { turnOf } from './transcript/turn-of.ts';

/** What was said and what happened, as people read it: the one model behind every format of a transcript. */
export type Transcript = {
  /** Of the workspace or the scenario. */
  readonly name: string;
  /** The zone in which its times are told. */
  readonly timeZone: string;
  readonly sessions: readonly TranscriptSession[];
};

export type TranscriptSession = {
  readonly id: number;
  readonly channel: string;
  /** What the channel's bot is called; empty when it has none. */
  readonly bot: string;
  readonly customer: {
    readonly name: string;
    /** Only what is known, in the order of the forms: e-mail, company, phone, country. */
    readonly details: readonly string[];
  };
  /** When it was requested, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The status in which it stands at the end. */
  readonly status: SessionStatus;
  /** In the order in which people saw them. */
  readonly turns: readonly Turn[];
};

export type TranscriptChoice = {
  readonly name: string;
  /** The sessions wanted; all when left out. */
  readonly sessions?: readonly number[] | undefined;
  /** The zone for its times; the world's when left out. */
  readonly timeZone?: string | undefined;
  /** The input of a step, where it is known: without it a file that was sent is a message with its name. */
  readonly inputOf?: ((step: number) => Input | undefined) | undefined;
};

/** Whether somebody said it: it is part of the conversation itself. */
export const isMessage = ({ kind }: Pick<Turn, 'kind'>): boolean =>
  kind === 'message' || kind === 'click' || kind === 'file';

/** Whether somebody said it, or tried to. */
export const isSpoken = (turn: Pick<Turn, 'kind'>): boolean => isMessage(turn) || turn.kind === 'blocked';

/**
 * The transcript of a log: `events` are all of them, `world` is what they led to. What only developers ask for
 * (scripts, webhooks, HTTP, typing) is left out, as is a message that is not due yet and what was purged.
 */
export function transcriptOf(
  events: readonly RecordedEvent[],
  world: World,
  { name, sessions, timeZone, inputOf }: TranscriptChoice,
): Transcript {
  const wanted = [...world.sessions].filter(({ id }) => sessions?.includes(id) ?? true);
  const bySession = new Map(wanted.map(({ id }) => [id, [] as RecordedEvent[]]));
  for (const event of events) {
    if ('session' in event) bySession.get(event.session)?.push(event);
  }
  return {
    name,
    timeZone: timeZone ?? world.timeZone,
    sessions: wanted.map((session) => sessionOf(world, session, bySession.get(session.id) ?? [], inputOf)),
  };
}

function sessionOf(
  world: World,
  session: Session,
  events: readonly RecordedEvent[],
  inputOf: TranscriptChoice['inputOf'],
): TranscriptSession {
  const channel = channelOf(world, session);
  const { email, company, phone, country } = session.customer;
  const turns = events
    .flatMap((event) => turnOf(event, { world, session, input: inputOf?.(event.step) }) ?? [])
    .filter(({ at }) => at <= world.now)
    .sort((a, b) => a.at - b.at);
  return {
    id: session.id,
    channel: channel.name,
    bot: channel.bot.enabled ? channel.bot.name : '',
    customer: {
      name: session.customer.name || customerName(session),
      details: [email, company, phone, country].filter((detail) => detail !== ''),
    },
    startedAt: session.whenRequested,
    status: session.status,
    turns: withStatus(turns),
  };
}

/** Each turn with the status that the latest change before it led to. */
function withStatus(turns: readonly Turn[]): readonly Turn[] {
  const changed: Turn[] = [];
  for (const turn of turns) {
    changed.push({ ...turn, status: turn.change?.to ?? changed.at(-1)?.status ?? turn.status });
  }
  return changed;
}
