import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { RecordedEvent } from '../../engine/events.ts';
import { fold } from '../../engine/fold.ts';
import type { Input } from '../../engine/inputs.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import type {
  Answer,
  ClockState,
  EngineApi,
  Listener,
  Opened,
  Problem,
  Publication,
  StorageState,
  TabState,
  Workspace,
} from '../../protocol/engine-api.ts';
import { createAwaited } from './awaited.ts';
import { createCommands } from './commands.ts';
import { noBridge } from './drafts-bridge.ts';
import { oneOwner } from './draft-owner.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createFailures } from './failures.ts';
import { findBack, page } from './older-events.ts';
import type { Anchor } from './shown-time.ts';
import type { StorePorts } from './store-ports.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createSwitching, type Switching } from './switching.ts';
import { unreachable } from './unreachable.ts';

/** How many of the newest events the page holds; older ones are paged in and let go again. */
export const held = 1000;

/** What the store asks of the engine; where it runs is not its concern. */
export type Engine = Omit<EngineApi, 'connect' | 'ping'>;

/**
 * All that the window shows: the world, folded from the published events with the engine's own fold, and
 * its newest events. There is no other copy of it; panes derive what they draw.
 */
export type Store = Switching & {
  readonly engine: Engine;
  readonly world: ReadonlySignal<World | null>;
  readonly events: ReadonlySignal<readonly RecordedEvent[]>;
  readonly workspace: ReadonlySignal<Workspace | null>;
  readonly workspaces: ReadonlySignal<readonly Workspace[]>;
  readonly clock: ReadonlySignal<ClockState>;
  readonly anchor: ReadonlySignal<Anchor>;
  readonly tabs: ReadonlySignal<TabState>;
  readonly storage: ReadonlySignal<StorageState>;
  /** What went wrong in opening, saving or reading; null when all is well. */
  readonly problem: ReadonlySignal<Problem | null>;
  /** Commands that are not acknowledged yet. */
  readonly pending: ReadonlySignal<number>;
  /** Hears what the engine tells by itself. */
  readonly receive: Listener;
  readonly open: (workspace: string | null) => Promise<void>;
  /** Reads the list anew: another tab may have made a workspace. What is known stays if that fails. */
  readonly listWorkspaces: () => Promise<void>;
  /**
   * Sends an input. One that takes the place of something is refused when that is no longer as the page shows it:
   * nobody overwrites what they have not seen.
   */
  readonly dispatch: (input: Input) => Promise<Answer>;
  /** What people write goes through here: taken at once, sent in order. */
  readonly outbox: Outbox;
  readonly setClock: (clock: ClockState) => Promise<void>;
  readonly nextTimer: () => Promise<Answer>;
  /** Puts the page of events before the oldest held one in front, for somebody who keeps them until `letGo`. */
  readonly loadOlder: (who: string) => Promise<void>;
  /** From now on nothing is let go of: somebody reads what is held. */
  readonly keepAll: (who: string) => void;
  /** Once nobody reads it any more, lets go of all but the newest events, now and as more come. */
  readonly letGo: (who: string) => void;
  /** One event, held or not. */
  readonly eventOf: (seq: number) => Promise<RecordedEvent | undefined>;
  /** The newest event before the held ones that passes the test, read page by page. */
  readonly findBack: (test: (event: RecordedEvent) => boolean) => Promise<RecordedEvent | undefined>;
  /** Unsent text of this tab at a place; a component that reads it is drawn again when it changes. */
  readonly draft: (place: string) => string;
  /** Keeps unsent text: at once in the page, a moment later on disk. */
  readonly keepDraft: (place: string, text: string) => void;
  /** What closed tabs have left unsent. */
  readonly leftDrafts: Pick<Drafts, 'left' | 'takeUp' | 'drop'>;
  /** Puts every draft on disk now. */
  readonly flushDrafts: () => Promise<void>;
  /** To be called when the page is hidden, and so may go: unsent text will be there for the next one. */
  readonly leave: () => Promise<void>;
  readonly dismissProblem: () => void;
};

const none: readonly RecordedEvent[] = [];

export function createStore(engine: Engine, ports: StorePorts): Store {
  const world = signal<World | null>(null);
  const events = signal<readonly RecordedEvent[]>(none);
  const workspace = signal<Workspace | null>(null);
  const workspaces = signal<readonly Workspace[]>([]);
  const clock = signal<ClockState>({ speed: 1, paused: true });
  const anchor = signal<Anchor>({ at: 0, since: 0 });
  const tabs = signal<TabState>({ writes: true, tabs: 1 });
  const storage = signal<StorageState>({
    kind: 'indexedDB',
    problem: null,
    restored: null,
    isEmpty: false,
  });
  const failures = createFailures(storage);
  const current = (): string => workspace.value?.id ?? '';
  const read = (from: number, to: number) => engine.events(current(), from, to);
  const awaited = createAwaited(() => world.value?.seq ?? 0, ports.after);
  const drafts = createDrafts({
    save: (...draft) => engine.saveDraft(...draft),
    after: ports.after,
    bridge: ports.draftsBridge ?? noBridge,
    owner: ports.draftOwner ?? Promise.resolve(oneOwner),
  });
  let loading: Promise<void> | null = null;
  /** Who reads what is held: as long as there is anybody, nothing is let go of. */
  const holders = new Set<string>();
  /** Publications that arrive while the workspace is being read. */
  let early: Publication[] | null = null;

  function show(opened: Opened): void {
    batch(() => {
      const next = worldFromJson(opened.world);
      world.value = next;
      events.value = opened.events;
      workspace.value = opened.workspace;
      clock.value = opened.clock;
      anchor.value = { at: opened.now, since: ports.mono() };
      failures.report(null);
      drafts.load(opened.workspace.id, opened.drafts);
    });
    awaited.wake();
  }

  function append(batchOfEvents: readonly RecordedEvent[]): void {
    let next = world.value;
    if (next === null) return;
    const fresh: RecordedEvent[] = [];
    for (const event of batchOfEvents) {
      if (event.seq <= next.seq) continue;
      if (event.seq > next.seq + 1) {
        void open(workspace.value?.id ?? null);
        return;
      }
      next = fold(next, event);
      fresh.push(event);
    }
    if (fresh.length === 0) return;
    failures.works();
    world.value = next;
    const all = [...events.value, ...fresh];
    events.value = holders.size > 0 ? all : all.slice(-held);
    anchor.value = { at: next.now, since: ports.mono() };
    awaited.wake();
  }

  function hearStorage(state: StorageState): void {
    const isOver = storage.value.problem !== null && state.problem === null;
    storage.value = state;
    if (isOver) failures.works();
  }

  function receive(publication: Publication): void {
    if ('workspace' in publication) {
      if (early !== null) {
        early.push(publication);
        return;
      }
      if (publication.workspace !== workspace.value?.id) return;
    }
    batch(() => {
      if (publication.type === 'events') append(publication.events);
      else if (publication.type === 'tabs') tabs.value = publication.tabs;
      else if (publication.type === 'storage') hearStorage(publication.storage);
      else if (publication.type === 'reopen') void open(publication.workspace);
      else if (publication.type === 'along') void open(publication.to);
      else if (publication.type === 'clock') {
        anchor.value = { at: publication.now, since: ports.mono() };
        clock.value = publication.clock;
      }
    });
  }

  let opening = Promise.resolve();
  /** One after the other: each reads the workspace as a whole. */
  function open(id: string | null): Promise<void> {
    opening = opening.then(() => openNow(id));
    return opening;
  }

  const list = async () => {
    workspaces.value = await engine.workspaces();
  };

  async function openNow(id: string | null): Promise<void> {
    early = [];
    try {
      await Promise.all([drafts.flush(), drafts.lookAround()]);
      const opened = await engine.open(id);
      if ('problem' in opened) failures.report(opened.problem);
      else {
        show(opened);
        outbox.resume();
      }
      await list();
    } catch (error) {
      failures.report(unreachable(error));
    }
    const queued = early as readonly Publication[];
    early = null;
    for (const publication of queued) receive(publication);
  }

  const switching = createSwitching({
    engine,
    current,
    open,
    fail: failures.report,
  });

  const { pending, dispatch, setClock, nextTimer } = createCommands({
    engine,
    world,
    current,
    until: (seq) => awaited.until(seq),
    fail: failures.report,
  });

  const outbox = createOutbox({
    workspace: current,
    newId: ports.newId,
    dispatch,
    read: drafts.read,
    keep: drafts.keep,
  });

  return {
    engine,
    world,
    events,
    workspace,
    workspaces,
    clock,
    anchor,
    tabs,
    storage,
    problem: failures.problem,
    pending,
    receive,
    open,
    listWorkspaces: () => list().catch(() => undefined),
    ...switching,
    dispatch: (input) => dispatch(ports.newId(), input),
    outbox,
    setClock,
    nextTimer,
    async loadOlder(who) {
      const first = events.value[0]?.seq ?? 1;
      if (first <= 1) return;
      loading ??= (async () => {
        try {
          const older = await read(Math.max(1, first - page), first - 1);
          holders.add(who);
          if (events.value[0]?.seq === first) events.value = [...older, ...events.value];
        } catch (error) {
          failures.report(unreachable(error));
        } finally {
          loading = null;
        }
      })();
      await loading;
    },
    keepAll(who) {
      holders.add(who);
    },
    letGo(who) {
      holders.delete(who);
      if (holders.size === 0 && events.value.length > held) events.value = events.value.slice(-held);
    },
    async eventOf(seq) {
      const first = events.value[0]?.seq ?? 1;
      const known = events.value[seq - first];
      if (known !== undefined) return known;
      if (seq < 1 || seq > (world.value?.seq ?? 0)) return undefined;
      return (await read(seq, seq))[0];
    },
    findBack: (test) => findBack(read, events.value[0]?.seq ?? 1, test),
    draft: drafts.read,
    keepDraft: drafts.keep,
    leftDrafts: drafts,
    flushDrafts: drafts.flush,
    leave: drafts.leave,
    dismissProblem: failures.dismiss,
  };
}

/** The world of a store whose workspace is open. */
export function requireWorld(store: Pick<Store, 'world'>): World {
  if (store.world.value === null) throw new Error('No workspace is open.');
  return store.world.value;
}
