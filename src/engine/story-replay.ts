import type { EventName, RecordedEvent } from './events.ts';
import { fold } from './fold.ts';
import type { SessionStatus } from './numbers.ts';
import { changesSettings, isStoryEvent, type Story, type StoryEvent } from './story.ts';
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

const none: readonly StoryEvent[] = [];

/**
 * A story as it is told: each event with the world before and after it, and what has to be known to answer why something did not
 * happen. An event is read once, when it is added; no answer reads those before it again, however long the story is.
 */
export class StoryReplay {
  readonly session: number;
  #world: World;
  readonly #bySeq = new Map<number, StoryEvent>();
  readonly #bySteps = new Map<number, StoryEvent[]>();
  readonly #rounds: Rounds;
  readonly #seen = new Set<SessionStatus>();
  readonly #offs: StoryEvent<EventOf<'session.botDeactivated'>>[] = [];
  #first: StoryEvent | undefined;
  #last: StoryEvent | undefined;
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
    const told: StoryEvent = { event, before, after: this.#world };
    // What a status was when its step was over is what people saw.
    if (this.#last !== undefined && this.#last.event.step !== event.step) this.#see(this.#seen, this.#last);
    this.#first ??= told;
    this.#last = told;
    this.#bySeq.set(event.seq, told);
    const step = this.#bySteps.get(event.step);
    if (step === undefined) this.#bySteps.set(event.step, [told]);
    else step.push(told);
    if (isHappening(told)) this.#happening = told;
    if (isStoryEvent(told, 'session.botDeactivated')) this.#offs.push(told);
    this.#rounds.add(told);
  }

  #see(seen: Set<SessionStatus>, { after }: StoryEvent): void {
    const now = after.sessions.get(this.session)?.status;
    if (now !== undefined) seen.add(now);
  }

  get first(): StoryEvent | undefined {
    return this.#first;
  }

  get last(): StoryEvent | undefined {
    return this.#last;
  }

  /** Everything, in its order. */
  get all(): Iterable<StoryEvent> {
    return this.#bySeq.values();
  }

  /** The last thing that somebody can have heard of. */
  get happening(): Happening | undefined {
    return this.#happening;
  }

  /** When the bot was turned off, in order. */
  get offs(): readonly StoryEvent<EventOf<'session.botDeactivated'>>[] {
    return this.#offs;
  }

  /** The last round of the session; undefined where the story does not tell of its start. */
  get round(): Round | undefined {
    return this.#rounds.last;
  }

  at(seq: number): StoryEvent | undefined {
    return this.#bySeq.get(seq);
  }

  /** What happened in a step, in its order. */
  inStep(step: number): readonly StoryEvent[] {
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
export function replayStory({ before, events }: Story, session: number): StoryReplay {
  const telling = new StoryReplay(before, session);
  for (const event of events) telling.add(event);
  return telling;
}
