import type { EventName, EventOf, RecordedEvent } from './events.ts';
import { fold } from './fold.ts';
import { Table } from './table.ts';
import type { World } from './world.ts';

/** What has to be known of the past to say why something did not happen in a session. */
export type Story = {
  /** The settings before the session was created; it holds no sessions and no messages. */
  readonly before: World;
  /** From its creation on: what happened in the session, and what changed the settings meanwhile. */
  readonly events: readonly RecordedEvent[];
};

/** What changes a setting that an answer can depend on. */
const ofSettings: ReadonlySet<EventName> = new Set<EventName>([
  'channel.saved',
  'channel.deleted',
  'folder.saved',
  'folder.deleted',
  'script.saved',
  'script.deleted',
  'trigger.saved',
  'trigger.deleted',
  'webhook.saved',
  'webhook.deleted',
  'webhook.stateChanged',
  'agent.saved',
  'agent.deleted',
  'presence.changed',
  'options.set',
  'bot.registered',
  'bot.unregistered',
]);

/** What an answer never depends on, and there is much of. */
const besides: ReadonlySet<EventName> = new Set<EventName>([
  'http.called',
  'script.printed',
  'typing.changed',
  'transcript.made',
]);

/** Whether an event changes a setting that an answer can depend on. */
export const changesSettings = (event: RecordedEvent): boolean =>
  ofSettings.has(event.type) ||
  (event.type === 'script.failed' && event.kind === 'LeftOut') ||
  (event.type === 'hint.raised' && event.hint.code === 'too-many-events');

/** Whether an event belongs to the story of a session. */
export const belongsTo = (event: RecordedEvent, session: number): boolean =>
  changesSettings(event) || ('session' in event && event.session === session && !besides.has(event.type));

/** The part of a world that a story begins with: its settings, as small as they can be. */
function settingsOf(world: World): World {
  const folders = world.folders.map(({ scripts, ...folder }) => ({
    ...folder,
    scripts: scripts.map((script) => ({ ...script, source: '' })),
  }));
  return {
    ...world,
    folders,
    sessions: Table.empty(),
    messages: Table.empty(),
    requests: Table.empty(),
    queue: [],
    timers: [],
    tables: {},
    mocks: [],
    contacts: [],
    quickReplies: [],
    faqFolders: [],
    faqEntries: [],
  };
}

/** Makes the story of a session of the world that a log begins with and of the log's events, in their order. */
export class StoryTeller {
  #before: World;
  readonly #session: number;
  readonly #events: RecordedEvent[] = [];

  constructor(start: World, session: number) {
    this.#before = settingsOf(start);
    this.#session = session;
  }

  add(event: RecordedEvent): void {
    if (!belongsTo(event, this.#session)) return;
    const isBegun = this.#events.length > 0;
    const begins = event.type === 'session.created' && event.session === this.#session;
    if (isBegun || begins) this.#events.push(event);
    else if (changesSettings(event)) this.#before = fold(this.#before, event);
  }

  /** Null where the log does not tell how the session began. */
  get story(): Story | null {
    return this.#events.length === 0 ? null : { before: this.#before, events: this.#events };
  }
}

/** An event of a story with the world around it, as far as the story tells of it. */
export type StoryEvent<E extends RecordedEvent = RecordedEvent> = {
  readonly event: E;
  readonly before: World;
  readonly after: World;
};

export const isStoryEvent = <T extends EventName>(
  told: StoryEvent,
  type: T,
): told is StoryEvent<EventOf<T>> => told.event.type === type;
