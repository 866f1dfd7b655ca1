import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Input } from '../../engine/inputs.ts';
import { worldFromJson } from '../../engine/world-json.ts';
import type { World } from '../../engine/world.ts';
import type { CopiesState, CopyFolder } from '../../protocol/copies-api.ts';
import type {
  Answer,
  Bookmark,
  ClockState,
  EngineApi,
  Jump,
  Listener,
  Opened,
  ServiceError,
  Publication,
  StorageState,
  Workspace,
} from '../../protocol/engine-api.ts';
import { Feed } from '../feed/feed.ts';
import { createCommands } from './commands.ts';
import { createOnlyNow, type Guard } from './only-now.ts';
import { noBridge } from './drafts-bridge.ts';
import { oneOwner } from './draft-owner.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createFailures } from './failures.ts';
import { createShownLog, type ShownLog } from './shown-log.ts';
import type { Anchor } from './shown-time.ts';
import type { StorePorts } from './store-ports.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createSwitching, type Switching } from './switching.ts';
import { problemOf } from '../connection/broken.ts';
import { createWorkerStatus, type WorkerStatus } from './worker-status.ts';

/** What the store asks of the engine; where it runs is not its concern. */
export type Engine = Omit<EngineApi, 'connect' | 'ping'>;

/**
 * All that the window shows: the world, folded from the published events with the engine's own fold, and
 * its newest events. There is no other copy of it; panes derive what they draw.
 */
export type Store = Switching &
  WorkerStatus &
  ShownLog & {
    readonly engine: Engine;
    readonly workspace: ReadonlySignal<Workspace | null>;
    readonly workspaces: ReadonlySignal<readonly Workspace[]>;
    /** The clock as it is shown: in the past it stands. */
    readonly clock: ReadonlySignal<ClockState>;
    readonly anchor: ReadonlySignal<Anchor>;
    readonly storage: ReadonlySignal<StorageState>;
    /** How the copies in a folder stand; null until `askCopies` has asked. */
    readonly copies: ReadonlySignal<CopiesState | null>;
    readonly askCopies: () => Promise<void>;
    /** Keeps copies in a folder from now on, or no longer. */
    readonly keepCopies: (folder: CopyFolder | null) => Promise<void>;
    /** What went wrong in opening, saving or reading; null when all is well. */
    readonly problem: ReadonlySignal<ServiceError | null>;
    /** Commands that are not acknowledged yet. */
    readonly pending: ReadonlySignal<number>;
    /** Hears what the engine tells by itself. */
    readonly receive: Listener;
    readonly open: (workspace: string | null) => Promise<void>;
    /** Gives a workspace another name; null, or why that failed. */
    readonly rename: (workspace: string, name: string) => Promise<ServiceError | null>;
    /** Marks a moment of the open workspace, or takes the mark away; false when that failed, which is told. */
    readonly bookmark: (bookmark: Bookmark, isKept: boolean) => Promise<boolean>;
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
    readonly jump: (jump: Jump) => Promise<Answer>;
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
    /** Says that something went wrong. */
    readonly report: (problem: ServiceError) => void;
    /** How often somebody tried to change what is shown of the past. */
    readonly tried: ReadonlySignal<number>;
    /** What keeps this window from changing something; null for nothing. */
    readonly guard: Signal<Guard | null>;
  };

export function createStore(engine: Engine, ports: StorePorts): Store {
  const workspace = signal<Workspace | null>(null);
  const workspaces = signal<readonly Workspace[]>([]);
  const liveClock = signal<ClockState>({ speed: 1, paused: true });
  const liveAnchor = signal<Anchor>({ at: 0, since: 0 });
  const storage = signal<StorageState>({
    kind: 'indexedDB',
    problem: null,
    restored: null,
    restoring: null,
    isEmpty: false,
    journal: true,
  });
  const { told, copies, crowd, waits, hearTold } = createWorkerStatus();
  const failures = createFailures(storage);
  const current = (): string => workspace.value?.id ?? '';
  const { begin, append, ...log } = createShownLog({
    read: (from, to) => engine.events(current(), from, to),
    fail: (error) => {
      failures.report(problemOf(error));
    },
  });
  const feed = new Feed({
    read: (...stretch) => engine.events(...stretch),
    show: (publication) => {
      batch(() => {
        hear(publication);
      });
    },
    after: ports.after,
  });
  const drafts = createDrafts({
    save: (...draft) => engine.saveDraft(...draft),
    after: ports.after,
    bridge: ports.draftsBridge ?? noBridge,
    owner: ports.draftOwner ?? Promise.resolve(oneOwner),
  });
  let generation = 0;

  function show(opened: Opened): void {
    batch(() => {
      const isSameLog = opened.workspace.id === current() && opened.generation === generation;
      begin({ world: worldFromJson(opened.world), events: opened.events }, isSameLog);
      generation = opened.generation;
      workspace.value = opened.workspace;
      waits.value = opened.waits;
      crowd.value = null;
      liveClock.value = opened.clock;
      liveAnchor.value = { at: opened.now, since: ports.mono() };
      failures.report(null);
      drafts.load(opened.workspace.id, opened.drafts);
    });
  }

  function hearStorage(state: StorageState): void {
    const isOver = storage.value.problem !== null && state.problem === null;
    storage.value = state;
    if (isOver) failures.works();
  }

  /** What the feed passes on: of the open workspace, and in order. */
  function hear(publication: Publication): void {
    switch (publication.type) {
      case 'events':
        append(publication.events);
        failures.works();
        liveAnchor.value = { at: log.live.value?.world.now ?? 0, since: ports.mono() };
        break;
      case 'clock':
        liveAnchor.value = { at: publication.now, since: ports.mono() };
        liveClock.value = publication.clock;
        break;
      case 'storage':
        hearStorage(publication.storage);
        break;
      case 'reopen':
        void open(publication.workspace);
        break;
      case 'along':
        void open(publication.to);
        break;
      case 'removed':
        void open(null);
        break;
      case 'bookmarks':
        marked(publication.workspace, publication.bookmarks);
        break;
      case 'renamed':
        called(publication.workspace, publication.name);
        break;
      case 'tabs':
      case 'copies':
      case 'crowd':
      case 'waits':
      case 'tests':
      case 'breakpoints':
        hearTold(publication);
        break;
      case 'erased':
      case 'reached':
      case 'running':
    }
  }

  function marked(id: string, bookmarks: readonly Bookmark[]): void {
    const { value } = workspace;
    if (value?.id === id) workspace.value = { ...value, about: { ...value.about, bookmarks } };
  }

  function called(id: string, name: string): void {
    if (workspace.value?.id === id) workspace.value = { ...workspace.value, name };
    workspaces.value = workspaces.value.map((one) => (one.id === id ? { ...one, name } : one));
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
    feed.opening();
    const opened = await read(id);
    if ('problem' in opened) {
      failures.report(opened.problem);
      feed.notOpened();
    } else {
      show(opened);
      feed.opened(opened);
      outbox.resume();
    }
    await list().catch((error: unknown) => {
      failures.report(problemOf(error));
    });
  }

  async function read(id: string | null): Promise<Opened | { readonly problem: ServiceError }> {
    try {
      await drafts.flush();
      const [opened] = await Promise.all([engine.open(id), drafts.lookAround()]);
      return opened;
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }

  const switching = createSwitching({
    engine,
    current,
    open,
    fail: failures.report,
  });

  const { pending, dispatch, setClock, nextTimer, jump } = createCommands({
    engine,
    world: log.world,
    current,
    reach: (...answer) => feed.reach(...answer),
    fail: failures.report,
  });

  const outbox = createOutbox({
    workspace: current,
    newId: ports.newId,
    dispatch,
    read: drafts.read,
    keep: drafts.keep,
  });

  /** Where the clock stands: in the past, or while a step waits. */
  const standsAt = () => log.moment.value?.world.now ?? waits.value?.at ?? null;

  const { tried, guard, guarded, ifNow } = createOnlyNow(log.moment);
  return {
    engine,
    ...log,
    ...told,
    workspace,
    workspaces,
    clock: computed(() => (standsAt() === null ? liveClock.value : { ...liveClock.value, paused: true })),
    anchor: computed(() => {
      const at = standsAt();
      return at === null ? liveAnchor.value : { at, since: 0 };
    }),
    storage,
    copies,
    askCopies: async () => {
      copies.value = await engine.copies();
    },
    keepCopies: async (folder) => {
      copies.value = await engine.keepCopies(folder);
    },
    problem: failures.problem,
    pending,
    receive: (publication) => {
      feed.receive(publication);
    },
    open,
    async bookmark(bookmark, isKept) {
      const id = current();
      const bookmarks = await engine
        .bookmark(id, bookmark, isKept)
        .catch((error: unknown) => ({ problem: problemOf(error) }));
      if ('problem' in bookmarks) {
        failures.report(bookmarks.problem);
        return false;
      }
      marked(id, bookmarks);
      return true;
    },
    async rename(id, name) {
      const problem = await engine.rename(id, name).catch(problemOf);
      if (problem === null) called(id, name);
      return problem;
    },
    listWorkspaces: () => list().catch(() => undefined),
    ...switching,
    dispatch: ifNow(guarded((input) => dispatch(ports.newId(), input))),
    outbox,
    setClock: async (next) => {
      await ifNow(setClock)(next);
    },
    nextTimer: ifNow(nextTimer),
    jump: ifNow(jump),
    tried,
    guard,
    report: failures.report,
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
