import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import type { CoverageReport, CoverageRequest } from '../../protocol/coverage.ts';
import type { NotPreviewed } from '../files-client.ts';
import type { Store } from '../store/store.ts';
import { isSamePresent, presentIn, type Present } from '../tests/present.ts';
import { marginLines } from './margin.ts';

/** Whose runs are counted. */
export type CountedBy = CoverageRequest['by'];

export type CoverageState = {
  readonly by: CountedBy;
  /** What was counted last; null before that. */
  readonly report: CoverageReport | null;
  /** The step of the conversation after which it was counted. */
  readonly step: number;
  readonly isCounting: boolean;
  /** Why the last count came to nothing. */
  readonly trouble: NotPreviewed['because'] | 'lost' | null;
};

export type Coverage = {
  readonly state: ReadonlySignal<CoverageState>;
  /** Whether the hits stand in the margin of the editor; as long as they do, they are kept up to date. */
  readonly inMargin: ReadonlySignal<boolean>;
  /** Keeps what is counted up to date until what it returns is called. */
  readonly watch: () => () => void;
  readonly countBy: (by: CountedBy) => void;
  readonly count: () => void;
  readonly showInMargin: (isShown: boolean) => void;
};

type Ports = {
  readonly store: Pick<Store, 'live' | 'workspace' | 'engine'>;
  /** The tests of the workspace, as far as they are read. */
  readonly tests: ReadonlySignal<unknown>;
  readonly client: {
    readonly coverage: (
      request: CoverageRequest,
      stop: AbortSignal,
    ) => Promise<CoverageReport | NotPreviewed>;
    readonly stop: () => void;
  };
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Milliseconds of a clock that only goes on. */
  readonly mono: () => number;
};

/** How long nothing has happened before it is counted anew, in milliseconds. */
const rest = 700;
/** What takes longer is counted anew only when somebody asks for it. */
const mostByItself = 3000;
/** Reading a longer conversation takes time from the one that is going on: it is counted when somebody asks. */
const mostSteps = 2000;

const fresh = (by: CountedBy): CoverageState => ({
  by,
  report: null,
  step: 0,
  isCounting: false,
  trouble: null,
});

/**
 * Counts what the open conversation, or the tests of its workspace, make use of: the log is played again in a worker of its
 * own, some time after anything has happened, so that no message waits for it.
 */
export function createCoverage(
  { store, tests, client, after, mono }: Ports,
  first: { readonly by: CountedBy; readonly inMargin: boolean } = { by: 'conversation', inMargin: true },
): Coverage {
  const state = signal(fresh(first.by));
  const inMargin = signal(first.inMargin);
  let watchers = 0;
  let forget = () => {};
  let stopWaiting = () => {};
  let run: AbortController | null = null;
  let took = 0;
  let workspace = '';
  /** What the tests were counted with. */
  let known: { readonly tests: unknown; readonly present: Present } | null = null;

  const change = (part: Partial<CoverageState>): void => {
    state.value = { ...state.peek(), ...part };
  };

  function halt(): void {
    stopWaiting();
    run?.abort();
    run = null;
    if (state.peek().isCounting) change({ isCounting: false });
  }

  async function requestOf(by: CountedBy, id: string): Promise<CoverageRequest | null> {
    if (by === 'conversation') {
      const conversation = await store.engine.scenario(id, 'conversation');
      return 'problem' in conversation ? null : { by, conversation };
    }
    const [setting, tests] = await Promise.all([
      store.engine.scenario(id, 'setting'),
      store.engine.tests(id),
    ]);
    return 'problem' in setting ? null : { by, tests, present: setting.world };
  }

  async function begin(): Promise<void> {
    halt();
    const id = store.workspace.peek()?.id ?? '';
    if (id === '') return;
    const own = new AbortController();
    run = own;
    const { by } = state.peek();
    const step = store.live.peek()?.world.step ?? 0;
    change({ isCounting: true });
    const since = mono();
    const request = await requestOf(by, id).catch(() => null);
    if (run !== own) return;
    const counted =
      request === null ? ({ because: 'lost' } as const) : await client.coverage(request, own.signal);
    if (run !== own) return;
    run = null;
    took = mono() - since;
    if ('because' in counted) change({ isCounting: false, trouble: counted.because });
    else change({ isCounting: false, trouble: null, report: counted, step });
    toMargin();
  }

  function toMargin(): void {
    if (!first.inMargin) return;
    const { report } = state.peek();
    marginLines.value =
      inMargin.peek() && report !== null
        ? new Map(report.scripts.map(({ source, lines }) => [source, lines]))
        : null;
  }

  function follow(): () => void {
    const end = effect(() => {
      const world = store.live.value?.world;
      const id = store.workspace.value?.id ?? '';
      const list = tests.value;
      untracked(() => {
        const isOther = id !== workspace;
        workspace = id;
        if (isOther) {
          halt();
          took = 0;
          state.value = fresh(state.peek().by);
          toMargin();
        }
        if (world === undefined || id === '') return;
        const before = known;
        known = { tests: list, present: presentIn(world) };
        const isSame =
          before !== null && before.tests === list && isSamePresent(before.present, known.present);
        const { by, report, isCounting } = state.peek();
        // What is said on the stage is nothing to tests.
        if (by === 'tests' && isSame && !isOther && (report !== null || isCounting)) return;
        stopWaiting();
        const isLong = by === 'conversation' && world.step > mostSteps && report !== null;
        if (took <= mostByItself && !isLong) stopWaiting = after(isOther ? 0 : rest, () => void begin());
      });
    });
    return () => {
      end();
      halt();
      client.stop();
    };
  }

  function watch(): () => void {
    watchers += 1;
    if (watchers === 1) forget = follow();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      watchers -= 1;
      if (watchers === 0) forget();
    };
  }

  /** The margin of the editor watches from the first count on. */
  let leaveMargin: (() => void) | null = null;
  return {
    state,
    inMargin,
    watch() {
      const leave = watch();
      if (inMargin.peek()) leaveMargin ??= watch();
      return leave;
    },
    countBy(by) {
      if (by === state.peek().by) return;
      halt();
      took = 0;
      state.value = fresh(by);
      void begin();
    },
    count: () => void begin(),
    showInMargin(isShown) {
      inMargin.value = isShown;
      toMargin();
      if (isShown) leaveMargin ??= watch();
      else {
        leaveMargin?.();
        leaveMargin = null;
      }
    },
  };
}
