import type { EventName, RecordedEvent } from './events.ts';
import { fold } from './fold.ts';
import type { SessionStatus } from './numbers.ts';
import { changesSettings, isTold, type Story, type Told } from './story.ts';
import { Table } from './table.ts';
import { isHappening, type Happening } from './why-not/happening.ts';
import { Rounds, type Round } from './why-not/rounds.ts';
import type { EventOf } from './events.ts';
import type { Session, World } from './world.ts';

/** What changes how a session stands, beside the settings. */
const ofTheSession: ReadonlySet<EventName> = new Set<EventName>([
  'session.created',
  'session.statusChanged',
  'session.botDeactivated',
  'session.assigned',
  'session.unassigned',
  'session.updated',
]);

const none: readonly Told[] = [];

/**
 * A story as it is told: each event with the world before and after it, and what has to be known to answer why something did not
 * happen. An event is read once, when it is added; no answer reads those before it again, however long the story is.
 */
export class Telling {
  readonly session: number;
  #world: World;
  readonly #bySeq = new Map<number, Told>();
  readonly #bySteps = new Map<number, Told[]>();
  readonly #rounds: Rounds;
  readonly #seen = new Set<SessionStatus>();
  readonly #offs: Told<EventOf<'session.botDeactivated'>>[] = [];
  #first: Told | undefined;
  #last: Told | undefined;
  #happening: Happening | undefined;

  constructor(before: World, session: number) {
    const rows = Array.from({ length: session - 1 }, () => null);
    this.#world = { ...before, sessions: Table.from<Session>(rows) };
    this.session = session;
    this.#rounds = new Rounds(session);
  }

  /** The next event of the story. */
  add(event: RecordedEvent): void {
    const before = this.#world;
    if (changesSettings(event) || ofTheSession.has(event.type)) this.#world = fold(before, event);
    const told: Told = { event, before, after: this.#world };
    // What a status was when its step was over is what people saw.
    if (this.#last !== undefined && this.#last.event.step !== event.step) this.#see(this.#seen, this.#last);
    this.#first ??= told;
    this.#last = told;
    this.#bySeq.set(event.seq, told);
    const step = this.#bySteps.get(event.step);
    if (step === undefined) this.#bySteps.set(event.step, [told]);
    else step.push(told);
    if (isHappening(told)) this.#happening = told;
    if (isTold(told, 'session.botDeactivated')) this.#offs.push(told);
    this.#rounds.add(told);
  }

  #see(seen: Set<SessionStatus>, { after }: Told): void {
    const now = after.sessions.get(this.session)?.status;
    if (now !== undefined) seen.add(now);
  }

  get first(): Told | undefined {
    return this.#first;
  }

  get last(): Told | undefined {
    return this.#last;
  }

  /** Everything, in its order. */
  get all(): Iterable<Told> {
    return this.#bySeq.values();
  }

  /** The last thing that somebody can have heard of. */
  get happening(): Happening | undefined {
    return this.#happening;
  }

  /** When the bot was turned off, in order. */
  get offs(): readonly Told<EventOf<'session.botDeactivated'>>[] {
    return this.#offs;
  }

  /** The last round of the session; undefined where the story does not tell of its start. */
  get round(): Round | undefined {
    return this.#rounds.last;
  }

  at(seq: number): Told | undefined {
    return this.#bySeq.get(seq);
  }

  /** What happened in a step, in its order. */
  inStep(step: number): readonly Told[] {
    return this.#bySteps.get(step) ?? none;
  }

  /** The statuses in which the session stood when a step was over: what people saw. */
  statusesSeen(): ReadonlySet<SessionStatus> {
    const seen = new Set(this.#seen);
    if (this.#last !== undefined) this.#see(seen, this.#last);
    return seen;
  }
}

/** A whole story, told. */
export function tell({ before, events }: Story, session: number): Telling {
  const telling = new Telling(before, session);
  for (const event of events) telling.add(event);
  return telling;
}
