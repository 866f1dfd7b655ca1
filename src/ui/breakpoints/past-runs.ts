import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Breakpoint } from '../../protocol/debug-api.ts';
import type { Store } from '../store/store.ts';
import { breakpointsOf } from './breakpoints.ts';
import { mostRows, rowsOf, type PastRow } from './past-rows.ts';

export type PastRunsState = {
  readonly rows: readonly PastRow[];
  readonly isRunning: boolean;
  /** There is more: it was cut off, or stopped. */
  readonly isCut: boolean;
  /** It came to nothing. */
  readonly hasFailed: boolean;
};

/** What breakpoints would have stopped, and log points printed, over the whole log of the open workspace. */
export type PastRuns = {
  readonly state: ReadonlySignal<PastRunsState>;
  readonly stop: () => void;
  /** Looks now, and anew whenever breakpoints are others or something happens, until what it returns is called. */
  readonly watch: () => () => void;
  /** Looks again: the log has grown. */
  readonly again: () => void;
};

const nothing: PastRunsState = { rows: [], isRunning: false, isCut: false, hasFailed: false };

/** How long hands have to rest until it is looked again, in milliseconds. */
const restBefore = 200;

/** So many events are run again with each step that comes: a log point prints while one goes on. */
const longLog = 5000;

function createPastRuns(store: Store): PastRuns {
  const state = signal(nothing);
  const { list } = breakpointsOf(store);
  let wish = 0;

  async function run(workspace: string, breakpoints: readonly Breakpoint[]): Promise<void> {
    const mine = ++wish;
    const active = breakpoints.filter(({ isOff }) => isOff !== true);
    if (active.length === 0) {
      state.value = nothing;
      return;
    }
    // What is shown stays until there is something in its place.
    let rows: readonly PastRow[] = [];
    state.value = { ...state.peek(), isRunning: true, isCut: false, hasFailed: false };
    const told = store.engine.pastStops(workspace, active, (found) => {
      if (mine !== wish) return;
      rows = [...rows, ...rowsOf(found)];
      state.value = { ...state.value, rows: rows.slice(0, mostRows) };
      if (rows.length > mostRows) stop();
    });
    const hasFailed = await told.then(
      () => false,
      () => true,
    );
    if (mine === wish)
      state.value = { ...state.value, rows: rows.slice(0, mostRows), isRunning: false, hasFailed };
  }

  function stop(): void {
    if (!state.peek().isRunning) return;
    wish += 1;
    state.value = { ...state.value, isRunning: false, isCut: true };
    // Asked anew with nothing, the worker gives the other up.
    store.engine.pastStops(current(), [], () => undefined).catch(() => undefined);
  }

  const current = () => store.workspace.peek()?.id ?? '';
  const again = () => void run(current(), list.peek());
  return {
    state,
    stop,
    again,
    watch() {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isFirst = true;
      const isAny = list.peek().some(({ isOff }) => isOff !== true);
      state.value = { ...state.peek(), isRunning: isAny };
      let looked: unknown[] = [];
      const end = effect(() => {
        const [workspace, breakpoints] = [store.workspace.value?.id ?? '', list.value];
        const seq = store.live.value?.world.seq ?? 0;
        const isSame = looked[0] === workspace && looked[1] === breakpoints;
        // Of a long log all is run again only when somebody wants it.
        if (isSame && seq > longLog) return;
        looked = [workspace, breakpoints];
        clearTimeout(timer);
        timer = setTimeout(() => void run(workspace, breakpoints), isFirst ? 0 : restBefore);
        isFirst = false;
      });
      return () => {
        clearTimeout(timer);
        end();
        stop();
      };
    },
  };
}

const known = new WeakMap<Store, PastRuns>();

/** The past runs of a store: the same for all who show them. */
export function pastRunsOf(store: Store): PastRuns {
  const runs = known.get(store) ?? createPastRuns(store);
  known.set(store, runs);
  return runs;
}
