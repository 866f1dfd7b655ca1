import { batch, computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { ServiceError, Test } from '../../protocol/engine-api.ts';
import type { HearTests, LookedAt, TestOutcome } from '../../protocol/tests-api.ts';
import type { PlayedScenario } from '../../protocol/engine-api.ts';
import { startWorker } from '../start-worker.ts';
import { TestsClient } from '../tests-client.ts';
import { problemOf } from '../connection/broken.ts';
import type { Store } from '../store/store.ts';
import { failing } from './failing.ts';
import { isSamePresent, presentFile, presentIn, type Present } from './present.ts';

/** After a save, what is typed next is waited for so long, in milliseconds. */
const restBefore = 250;
/** What came of tests is shown at most so often. */
const toldEvery = 60;

export type LastRun = { readonly count: number; readonly milliseconds: number };

/** The tests of the open workspace, how they went, and what can be done with them. */
export type TestsState = {
  /** The oldest first; null as long as they are not read. */
  readonly list: ReadonlySignal<readonly Test[] | null>;
  readonly outcomes: ReadonlySignal<ReadonlyMap<string, TestOutcome>>;
  /** The test that runs; null while none does. */
  readonly running: ReadonlySignal<string | null>;
  /** Which are still to run. */
  readonly waiting: ReadonlySignal<ReadonlySet<string>>;
  readonly lastRun: ReadonlySignal<LastRun | null>;
  /** Tests that ran before something was saved that they may run with. */
  readonly stale: ReadonlySignal<ReadonlySet<string>>;
  /** Goes up whenever what a test would find may have changed. */
  readonly round: ReadonlySignal<number>;
  readonly run: (ids?: readonly string[]) => Promise<void>;
  /** Ends what runs; what did not run has no outcome. */
  readonly stop: () => void;
  /** Null when it is kept, else why not. */
  readonly save: (tests: readonly Test[]) => Promise<ServiceError | null>;
  readonly remove: (ids: readonly string[]) => Promise<ServiceError | null>;
  readonly look: (test: Test) => Promise<LookedAt | null>;
  readonly accept: (test: Test) => Promise<Test | null>;
  readonly upTo: (test: Test, step: number) => Promise<PlayedScenario | null>;
  readonly read: TestsClient['read'];
  readonly samples: TestsClient['samples'];
  readonly junit: () => Promise<string | null>;
  readonly rename: TestsClient['rename'];
};

function createTests(store: Store): TestsState {
  const client = new TestsClient({
    startWorker: () => startWorker('tests'),
    base: document.baseURI,
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const list = signal<readonly Test[] | null>(null);
  const outcomes = signal<ReadonlyMap<string, TestOutcome>>(new Map());
  const running = signal<string | null>(null);
  const waiting = signal<ReadonlySet<string>>(new Set());
  const lastRun = signal<LastRun | null>(null);
  const round = signal(0);
  const stale = signal<ReadonlySet<string>>(new Set());
  let present: Present | null = null;
  let stopRun = new AbortController();
  let turn: Promise<void> = Promise.resolve();
  const workspace = () => store.workspace.peek()?.id ?? '';

  /** Its settings as they stand, for all that is asked from here on. */
  async function takePresent(): Promise<void> {
    const world = store.live.peek()?.world;
    if (world === undefined || isSamePresent(present, presentIn(world))) return;
    present = presentIn(world);
    await client.take(presentFile(present)).catch(() => undefined);
  }

  async function readList(): Promise<void> {
    const id = workspace();
    const found = await store.engine.tests(id);
    if (id !== workspace()) return;
    const known = new Map((list.peek() ?? []).map((test) => [test.id, test]));
    // What was changed has to run again; what was not is the same object, which the worker has.
    const isAsItWas = ({ id: one, text, runsWith }: Test) =>
      known.get(one)?.text === text && known.get(one)?.runsWith === runsWith;
    batch(() => {
      list.value = found.map((test) => {
        const before = known.get(test.id);
        return before?.isWatched === test.isWatched && isAsItWas(test) ? before : test;
      });
      const kept = found.filter(isAsItWas).flatMap(({ id: one }) => {
        const outcome = outcomes.peek().get(one);
        return outcome === undefined ? [] : [[one, outcome] as const];
      });
      outcomes.value = new Map(kept);
    });
  }

  function run(ids?: readonly string[]): Promise<void> {
    stop();
    const own = new AbortController();
    stopRun = own;
    waiting.value = new Set(ids ?? (list.peek() ?? []).map(({ id }) => id));
    turn = turn.then(() => (own.signal.aborted ? undefined : runNow(ids, own.signal)));
    return turn;
  }

  async function runNow(ids: readonly string[] | undefined, end: AbortSignal): Promise<void> {
    const tests = (list.peek() ?? []).filter(({ id }) => ids?.includes(id) ?? true);
    await takePresent();
    const since = performance.now();
    const told = new Map<string, TestOutcome>();
    let begun: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      timer = undefined;
      if (end.aborted) return;
      batch(() => {
        running.value = begun;
        if (told.size === 0) return;
        outcomes.value = new Map([...outcomes.peek(), ...told]);
        waiting.value = new Set([...waiting.peek()].filter((id) => !told.has(id)));
        stale.value = new Set([...stale.peek()].filter((id) => !told.has(id)));
        told.clear();
      });
    };
    const heard: HearTests = (news) => {
      if ('begins' in news) begun = news.begins;
      else told.set(news.ended.id, news.ended);
      timer ??= setTimeout(tell, toldEvery);
    };
    await client.run(tests, heard, end);
    clearTimeout(timer);
    begun = null;
    tell();
    if (end.aborted) return;
    batch(() => {
      running.value = null;
      waiting.value = new Set();
      lastRun.value = { count: tests.length, milliseconds: performance.now() - since };
    });
  }

  function stop(): void {
    stopRun.abort();
    batch(() => {
      running.value = null;
      waiting.value = new Set();
    });
  }

  const runWatched = () => {
    const watched = (list.peek() ?? []).filter(({ isWatched }) => isWatched).map(({ id }) => id);
    if (watched.length > 0) void run(watched);
  };

  let shown = '';
  effect(() => {
    const id = store.workspace.value?.id ?? '';
    if (id === shown) return;
    shown = id;
    untracked(() => {
      stop();
      batch(() => {
        list.value = null;
        outcomes.value = new Map();
        stale.value = new Set();
        lastRun.value = null;
      });
      if (id !== '') void readList().then(runWatched);
    });
  });

  let heardOf = store.toldOfTests.peek();
  effect(() => {
    if (store.toldOfTests.value === heardOf) return;
    heardOf = store.toldOfTests.value;
    untracked(() => void readList());
  });

  let seen: Present | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const world = store.live.value?.world;
    if (world === undefined || isSamePresent(seen, presentIn(world))) return;
    const isFirst = seen === null || shown !== workspace();
    seen = presentIn(world);
    if (isFirst) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      batch(() => {
        round.value += 1;
        stale.value = new Set(outcomes.peek().keys());
      });
      runWatched();
    }, restBefore);
  });

  effect(() => {
    failing.value = [...outcomes.value.values()].filter(({ kind }) => kind !== 'passed').length;
  });

  return {
    list,
    outcomes,
    running,
    waiting,
    lastRun,
    stale,
    round: computed(() => round.value),
    run,
    stop,
    async save(tests) {
      const problem = await store.engine.saveTests(workspace(), tests).catch(problemOf);
      if (problem === null) await readList();
      return problem;
    },
    async remove(ids) {
      const problem = await store.engine.deleteTests(workspace(), ids).catch(problemOf);
      if (problem === null) await readList();
      return problem;
    },
    async look(test) {
      await takePresent();
      return client.look(test);
    },
    async accept(test) {
      await takePresent();
      return client.accept(test);
    },
    async upTo(test, step) {
      await takePresent();
      return client.upTo(test, step);
    },
    read: (...of) => client.read(...of),
    samples: (madeAt) => client.samples(madeAt),
    junit: () => client.junit((list.peek() ?? []).map(({ id }) => id)),
    rename: (...of) => client.rename(...of),
  };
}

const known = new WeakMap<Store, TestsState>();

/** The tests of a store: one for all who use them. */
export function testsOf(store: Store): TestsState {
  const tests = known.get(store) ?? createTests(store);
  known.set(store, tests);
  return tests;
}
