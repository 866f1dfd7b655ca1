import type { EngineApi, Listener, Opened, ServiceError, TabState } from '../protocol/engine-api.ts';
import type { Log } from '../storage/log.ts';
import type { StoredLog } from '../storage/rows.ts';
import { StorageError } from '../storage/storage-error.ts';
import { hungIn, type Hung } from './write/claim-log.ts';
import { coursesLater } from './course/course-later.ts';
import { crowdLater } from './crowd/crowd-later.ts';
import { debugLater } from './debugging/debug-later.ts';
import { BeforeAll } from './write/before-all.ts';
import { OpenWorkspace } from './open-workspace.ts';
import { makeFirst } from './keeping/make-first.ts';
import { openStorage } from './open-storage.ts';
import { Recovering } from './recovering.ts';
import type { LoadFile, Ports } from './ports.ts';
import { notOpenProblem, problemOf, unknownWorkspaceProblem } from './problems.ts';
import { keepLater } from './keeping/keep-later.ts';
import { StorageNews } from './storage-news.ts';
import { workspaceOf } from './keeping/workspace-of.ts';
import { isForPage, type Call, type TabMessage } from './tabs/tab-messages.ts';
import { beatEvery, Tabs } from './tabs/tabs.ts';

/** What was used last, as it was read before anybody asked for it, and when that was. */
type ReadAhead = {
  readonly id: string;
  readonly stored: Promise<StoredLog | undefined>;
  readonly at: number;
};

/** So long, in milliseconds, what was read ahead is not read again. */
const lastsFor = 2000;

export type EngineService = EngineApi & {
  /** Opens the database before anybody asks, and reads what was used last. */
  begin(): void;
  /** Writes what was taken, and leaves. */
  close(): Promise<void>;
};

/** What the page talks to: one workspace open at a time, in one tab among others. */
export function createEngineService(ports: Ports): EngineService {
  const tab = ports.newId();
  let listener: Listener = () => undefined;
  const tell: Listener = (publication) => {
    listener(publication);
  };
  let base = '';
  let log: Log | null = null;
  let readying: Promise<Log> | null = null;
  const storage = new StorageNews((state) => {
    listener({ type: 'storage', storage: state });
  });
  const recovering = new Recovering(ready, (restored) => {
    storage.change({ restored });
  });
  const whole = () => recovering.whole();
  const tellStorage = (problem: ServiceError | null) => {
    storage.tell(problem);
  };
  /** What the page is likely to ask for first, read while its own code is. */
  let ahead: Promise<ReadAhead | null> = Promise.resolve(null);
  let tabs: Tabs | null = null;
  let current: OpenWorkspace | null = null;
  let opening: Promise<unknown> = Promise.resolve();
  /** What has steps wait is changed before more is asked for. */
  const beforeAll = new BeforeAll();
  let told: TabState = { writes: false, tabs: 1 };
  let stopBeating = () => {};
  let isErased = false;
  const hung = new Map<string, Hung>();

  const loadFile: LoadFile = (file) => ports.loadText(new URL(file, base).href);
  const tabState = (): TabState => ({ writes: current?.writes ?? false, tabs: tabs?.count ?? 1 });

  const first = () => ({
    isRestored: storage.state.restored !== null,
    tellEmpty: () => {
      storage.change({ isEmpty: true });
    },
  });

  function tellTabs(): void {
    const state = tabState();
    if (state.writes === told.writes && state.tabs === told.tabs) return;
    told = state;
    listener({ type: 'tabs', tabs: state });
  }

  function beat(): void {
    tabs?.beat();
    current?.beat();
    const writes = current?.writes === true && log?.kind === 'indexedDB';
    storage.hasJournal(!writes || log?.hasJournal?.(current?.id ?? '') === true);
    stopBeating = ports.timers.after(beatEvery, beat);
  }

  /** The log; opened anew as long as it could not be opened. */
  function ready(): Promise<Log> {
    if (isErased) return Promise.reject(new StorageError('gone', 'Everything was erased.'));
    if (log !== null) return Promise.resolve(log);
    readying ??= openLog().finally(() => {
      readying = null;
    });
    return readying;
  }

  async function openLog(): Promise<Log> {
    const opened = await openStorage(ports, tellStorage);
    log = opened.log;
    log.restoring?.(storage.restoring);
    storage.opened(log.kind, opened.problem);
    return log;
  }

  async function readAhead(): Promise<ReadAhead | null> {
    const from = await recovering.begun();
    const [last] = await from.workspaces();
    if (last === undefined) return null;
    const stored = from.read(last.id);
    stored.catch(() => undefined); // it is awaited when it is asked for
    return { id: last.id, stored, at: ports.monotonic() };
  }

  /** What was read ahead of a workspace, once: others write meanwhile. */
  async function takeAhead(id: string): Promise<ReadAhead | null> {
    const known = await ahead;
    ahead = Promise.resolve(null);
    return known?.id === id && ports.monotonic() - known.at < lastsFor ? known : null;
  }

  async function openNow(wanted: string | null): Promise<Opened | { problem: ServiceError }> {
    try {
      const from = await recovering.begun();
      let rows = await from.workspaces();
      if (!rows.some(({ id }) => wanted === null || id === wanted)) {
        await recovering.whole();
        rows = await from.workspaces();
      }
      if (wanted !== null && !rows.some(({ id }) => id === wanted))
        return { problem: unknownWorkspaceProblem() };
      const id = wanted ?? rows[0]?.id ?? (await beginAnew(from));
      const drafts = from.drafts(id);
      drafts.catch(() => undefined); // it is awaited below
      // What becomes of the claim is told after this.
      tellStorage(null);
      if (current?.id !== id) await change(from, id, drafts);
      return (await current?.opened(await drafts)) ?? { problem: notOpenProblem() };
    } catch (error) {
      const problem = problemOf(error);
      tellStorage(problem);
      return { problem };
    } finally {
      // A database that could not be opened is opened again when somebody asks.
      if (log !== null) void recovering.finish();
    }
  }

  async function beginAnew(from: Log): Promise<string> {
    // Nothing came back, so nothing is counted; but something may have been left.
    await recovering.finish();
    return (await makeFirst(ports, from, loadFile, first())).id;
  }

  async function change(from: Log, id: string, drafts: ReturnType<Log['drafts']>): Promise<void> {
    const former = current;
    current = null;
    await former?.close();
    // What is only in memory is this tab's own: the others know nothing of it.
    const shared = from.kind === 'indexedDB' ? tabs : null;
    const stands = () => {
      shared?.sayHere();
      tellTabs();
    };
    current = await OpenWorkspace.open(
      {
        ports: { ...ports, locks: shared === null ? null : ports.locks },
        log: from,
        id,
        tab,
        send: shared?.canSend
          ? (message) => {
              shared.send(message);
            }
          : null,
        tell: (publication) => {
          listener(publication);
          if (publication.type === 'events' && current?.writes === true) touched();
        },
        stands,
        leads: () => void resumeCrowd(id),
        hung: hungIn(hung, id),
        trouble: tellStorage,
        loadFile,
        asksServices: (whose) => tabs?.asksServices(id, whose) === true,
      },
      (await takeAhead(id))?.stored ?? from.read(id),
      drafts,
    );
    stands();
    // Only when the page itself is new there is more to draw than that.
    if (former !== null) void current.claimed();
  }

  /** What the log says; undefined when it could not be asked, which the page is told. */
  async function attempt<T>(work: (from: Log) => Promise<T>): Promise<T | undefined> {
    try {
      return await work(await whole());
    } catch (error) {
      tellStorage(problemOf(error));
      return undefined;
    }
  }

  async function ask(workspace: string, call: Call) {
    await opening;
    if (beforeAll.done !== null) await beforeAll.done;
    if (current?.id !== workspace) return { kind: 'failed', problem: notOpenProblem() } as const;
    return current.ask(call);
  }

  async function settled(workspace: string): Promise<void> {
    if (current?.id === workspace) await current.settled();
  }

  const sendToTabs = (message: TabMessage) => {
    if (!storage.isInMemory) tabs?.send(message);
  };

  async function opened(workspace: string): Promise<OpenWorkspace | null> {
    await opening;
    const open = current?.id === workspace ? current : null;
    await open?.claimed();
    return open;
  }

  const debugging = debugLater(
    { ports, log: whole, loadFile, opened, send: sendToTabs, problemOf },
    beforeAll.first,
  );

  const { resume: resumeCrowd, ...crowds } = crowdLater({ ports, log: whole, opened, tell });
  const courses = coursesLater({ ports, log: whole, loadFile, settled, problemOf });

  const {
    touched,
    begun,
    stop: stopKeeping,
    ...keeping
  } = keepLater({
    ports,
    log: whole,
    loadFile,
    locks: ports.locks,
    settled,
    isOpen: (workspace) => current?.id === workspace,
    send: sendToTabs,
    problemOf,
    tellCopies: (copies) => {
      listener({ type: 'copies', copies });
    },
  });

  const service: EngineService = {
    begin() {
      // Whoever asks hears what became of it.
      ahead = readAhead().catch(() => null);
    },
    async connect(newListener, newBase, newlyHung = []) {
      listener = newListener;
      base = newBase;
      for (const { workspace, script, at } of newlyHung) {
        const known = hungIn(hung, workspace);
        known.scripts.add(script);
        known.reached = Math.max(known.reached, at);
      }
      tabs ??= new Tabs({
        ports,
        tab,
        standing: () => (storage.isInMemory ? null : (current?.standing ?? null)),
        receive: (message) => {
          if (storage.isInMemory) return;
          if (message.type === 'erased') {
            isErased = true;
            listener(message);
            void service.close();
            return;
          }
          if (message.type === 'breakpoints' && message.workspace === current?.id)
            current.standingStep.change(message.settings);
          if (message.type === 'bookmarks') log?.bookmarked?.(message.workspace, message.bookmarks);
          if (!isForPage(message)) current?.receive(message);
          else if (message.workspace === current?.id) listener(message);
        },
        changed: tellTabs,
      });
      stopBeating();
      stopBeating = ports.timers.after(beatEvery, beat);
      await ready().catch((error: unknown) => {
        tellStorage(problemOf(error));
      });
      told = tabState();
      return { tabs: told, storage: storage.state };
    },
    open(workspace) {
      const opened = opening.then(() => openNow(workspace));
      opening = opened;
      void opened.then(begun);
      return opened;
    },
    async makeReady(workspace) {
      await opening;
      if (current?.id === workspace) await current.makeReady();
    },
    async workspaces() {
      const rows = await attempt((from) => from.workspaces());
      return (rows ?? []).map(workspaceOf);
    },
    ...keeping,
    ...debugging,
    ...crowds,
    ...courses,
    asksServices(workspace, asks) {
      tabs?.asks(workspace, asks);
      return Promise.resolve();
    },
    dispatch: (command) => ask(command.workspace, { id: command.id, kind: 'dispatch', command }),
    takeAlong(workspace, to) {
      sendToTabs({ type: 'along', workspace, to });
      return Promise.resolve();
    },
    nextTimer: (workspace, id = ports.newId()) => ask(workspace, { id, kind: 'nextTimer' }),
    jump: (workspace, jump, id = ports.newId()) => ask(workspace, { id, kind: 'jump', jump }),
    async setClock(workspace, clock) {
      await ask(workspace, { id: ports.newId(), kind: 'setClock', clock });
    },
    async events(workspace, first, last) {
      if (current?.id === workspace) await current.settled();
      const events = await attempt((from) => from.events(workspace, first, last));
      // A tab that only looks on has nothing else to tell it that the disk works again.
      if (events !== undefined && current?.writes === false) tellStorage(null);
      return events ?? [];
    },
    async saveDraft(workspace, key, text) {
      const saved = await attempt(async (from) => {
        await from.saveDraft(workspace, key, text);
        tellStorage(null);
        return true;
      });
      return saved ?? false;
    },
    async erase() {
      isErased = true;
      sendToTabs({ type: 'erased' });
      await service.close();
      return { left: await ports.eraseStorage() };
    },
    ping: () => Promise.resolve(),
    async close() {
      await opening;
      await readying?.catch(() => undefined);
      stopBeating();
      stopKeeping();
      await current?.close();
      current = null;
      tabs?.close();
      await log?.close(isErased);
    },
  };
  return service;
}
