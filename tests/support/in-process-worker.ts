import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Input } from '../../src/engine/inputs.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { Answer, Command, Opened, Publication } from '../../src/protocol/engine-api.ts';
import type { Database } from '../../src/storage/database.ts';
import { DexieLog } from '../../src/storage/dexie-log.ts';
import type { Log } from '../../src/storage/log.ts';
import { playOpening } from '../../src/worker/keeping/play-opening.ts';
import { Feed } from '../../src/ui/feed/feed.ts';
import type { Ports } from '../../src/worker/ports.ts';
import { createEngineService, type EngineService } from '../../src/worker/service.ts';
import { FakeLine, FakeLocks } from './fake-tabs.ts';
import { FakeTime, settle } from './fake-time.ts';
import { standInEngine, worldFile } from './stand-in-engine.ts';

export const base = 'https://rehearsal.test/';

const sample = {
  format: 'rehearsal-scenario',
  version: 1,
  name: 'First visit',
  world: worldFile,
  steps: [
    { input: { type: 'agent.setsPresence', agent: 1, present: false } },
    { at: '+90s', input: { type: 'agent.setsPresence', agent: 2, present: false } },
  ],
} as const;

const noFile = () => Promise.reject(new Error('There is no file beside the app.'));

export type MachineOptions = {
  readonly prepare?: (database: Database) => void;
  readonly wrapLog?: (log: Log) => Log;
  readonly ports?: Partial<Ports>;
};

/** A browser in which several tabs can be open: one database, one set of locks, one clock on the wall. */
export class Machine {
  readonly indexedDB = new IDBFactory();
  readonly locks = new FakeLocks();
  readonly line = new FakeLine();
  readonly time = new FakeTime();
  #ids = 0;

  newId = (): string => `id-${String(++this.#ids)}`;

  openLog = ({ prepare, wrapLog = (log) => log }: MachineOptions = {}): Log => {
    const dexie = { indexedDB: this.indexedDB, IDBKeyRange };
    const options = { dexie, newId: this.newId, after: this.time.after };
    return wrapLog(new DexieLog(prepare === undefined ? options : { ...options, prepare }));
  };

  ports(options: MachineOptions = {}): Ports {
    return {
      engine: standInEngine,
      openLog: () => this.openLog(options),
      eraseStorage: () => Promise.resolve([]),
      locks: this.locks,
      openChannel: this.line.open,
      timers: this.time,
      monotonic: () => this.time.now,
      wall: () => 1_800_000_000_000 + this.time.now,
      newId: this.newId,
      loadText: async () => JSON.stringify(await playOpening(standInEngine, JSON.stringify(sample), noFile)),
      ...options.ports,
    };
  }

  /** Opens a tab that shows the last used workspace. */
  async tab(options: MachineOptions = {}): Promise<Tab> {
    const tab = this.started(options);
    await tab.connect();
    return tab;
  }

  /** A tab whose worker has begun, and whose page has asked for nothing yet. */
  started(options: MachineOptions = {}): Tab {
    const service = createEngineService(this.ports(options));
    service.begin();
    return new Tab(service, this.time.after);
  }
}

/** The page of one tab, as far as the worker can tell: it hears through the feed of a real one. */
export class Tab {
  readonly service: EngineService;
  /** What the feed passed on. */
  readonly heard: Publication[] = [];
  readonly #feed: Feed;
  #heardBefore = 0;
  workspace = '';
  opened!: Opened;

  constructor(service: EngineService, after: FakeTime['after']) {
    this.service = service;
    this.#feed = new Feed({
      read: (...stretch) => service.events(...stretch),
      show: (publication) => {
        this.heard.push(publication);
        if (publication.type === 'reopen') void this.open(publication.workspace);
      },
      after,
    });
  }

  /** As a page does that opens a workspace; `shows` one that has not drawn it yet. */
  async connect(workspace: string | null = null, until: 'writes' | 'shows' = 'writes'): Promise<void> {
    await this.service.connect((publication) => {
      this.#feed.receive(publication);
    }, base);
    await this.open(workspace);
    if (until === 'writes') await this.#claimed();
  }

  /** A tab that is to write claims the workspace once it is drawn; one that is not is told of nothing in that time. */
  async #claimed(): Promise<void> {
    const writes = () => this.heard.some((told) => told.type === 'tabs' && told.tabs.writes);
    void this.service.makeReady(this.workspace);
    for (let turns = 0; turns < 100 && !writes(); turns++) await settle(1);
  }

  async open(workspace: string | null): Promise<void> {
    this.#feed.opening();
    const opened = await this.service.open(workspace);
    if ('problem' in opened) throw new Error(opened.problem.reason.code);
    this.opened = opened;
    this.workspace = opened.workspace.id;
    this.#heardBefore = this.heard.length;
    this.#feed.opened(opened);
  }

  /** The events that the page showed after it opened the workspace, for the last time. */
  get events(): RecordedEvent[] {
    return this.heard
      .slice(this.#heardBefore)
      .flatMap((publication) => (publication.type === 'events' ? publication.events : []));
  }

  command(id: string, input: Input): Command {
    return { id, workspace: this.workspace, input };
  }

  /** The answer, once the page shows what it speaks of. */
  async dispatch(id: string, input: Input = presence(1, true)): Promise<Answer> {
    const { workspace } = this;
    const answer = await this.service.dispatch(this.command(id, input));
    if (answer.kind === 'committed') await this.#feed.reach(workspace, answer.seq);
    return answer;
  }

  async log(): Promise<readonly RecordedEvent[]> {
    return this.service.events(this.workspace, 1, 1_000_000);
  }
}

/** A workspace of its own with no step in it, as a file makes one. */
export const fromFile = {
  name: 'Mine',
  began: 'file',
  world: worldFile,
  steps: [],
  openingSteps: 0,
} as const;

export const presence = (agent: number, present: boolean): Input => ({
  type: 'agent.setsPresence',
  agent,
  present,
});
