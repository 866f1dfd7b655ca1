import { useSignal, type ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Input } from '../engine/inputs.ts';
import type { World } from '../engine/world.ts';
import type { Checks } from './bots/scripts/checks.ts';
import type { Erasing } from './erased/erasing.ts';
import type { FilesState } from './files/files-state.ts';
import type { Path, Router } from './frame/router.ts';
import type { HelpClient } from './help-client.ts';
import type { BrowserStorage } from './browser-storage.ts';
import type { RecordedEvent } from '../engine/events.ts';
import type { PaletteState } from './palette/palette-state.ts';
import { secondOf } from './store/second.ts';
import type { Store } from './store/store.ts';
import type { Undo } from './undo/undo.ts';
import type { View, WindowState } from './window-state.ts';
import type { Answer } from '../protocol/engine-api.ts';
import { refusalText } from './refusal-text.ts';

export type AppContextValue = {
  readonly store: Store;
  readonly windowState: WindowState;
  readonly router: Router;
  readonly palette: PaletteState;
  readonly help: HelpClient;
  readonly checks: Checks;
  readonly undo: Undo;
  readonly keepers: BrowserStorage;
  readonly erasing: Erasing;
  readonly files: FilesState;
};

export const AppContext = createContext<AppContextValue | null>(null);

export function useAppContext(): AppContextValue {
  const context = useContext(AppContext);
  if (context === null) throw new Error('A pane is drawn outside of the window.');
  return context;
}

export const useStore = (): Store => useAppContext().store;
export const useWindow = (): WindowState => useAppContext().windowState;

/** The path of the stage: in own work on a lesson the lesson's, where the window is wide enough to show both. */
export function stagePath({ workspace }: Pick<Store, 'workspace'>): Path {
  const of = workspace.peek()?.lesson;
  const isWide = globalThis.innerWidth >= 1100;
  return of !== undefined && isWide ? ['lessons', of.course, of.lesson] : ['stage'];
}

/** Whether the stage is what one looks at. */
export function isOnStage({ router, store }: Pick<AppContextValue, 'router' | 'store'>): boolean {
  const path = router.path.peek();
  const isMade = path[1] === 'author' && path.length > 3;
  return path[0] === 'stage' || isMade || path.join('/') === stagePath(store).join('/');
}

/** Shows something on the stage, from wherever one is. */
export function useShowOnStage(): (part: Partial<View>) => void {
  const context = useAppContext();
  return (part) => {
    context.windowState.change(part);
    if (!isOnStage(context)) context.router.go(...stagePath(context.store));
  };
}

const same = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (Array.isArray(a) &&
    Array.isArray(b) &&
    a.length === b.length &&
    a.every((item: unknown, index) => item === b[index]));

/**
 * Something derived from a signal. The component is drawn again only when what `select` returns
 * differs; lists differ when one of their entries does.
 */
function useSelected<S, T>(source: ReadonlySignal<S>, select: (value: S) => T): T {
  const [, redraw] = useState({});
  const latest = useRef<{ readonly select: (value: S) => T; readonly value: T } | null>(null);
  const value = select(source.peek());
  const kept = latest.current !== null && same(latest.current.value, value) ? latest.current.value : value;
  latest.current = { select, value: kept };
  useEffect(
    () =>
      source.subscribe((next) => {
        if (latest.current === null) return;
        if (!same(latest.current.value, latest.current.select(next))) redraw({});
      }),
    [source],
  );
  return kept;
}

/** Something derived from the world. As long as a workspace is being left, what it was stays. */
export function useWorld<T>(select: (world: World) => T): T {
  const { world } = useStore();
  const last = useRef(world.peek());
  if (last.current === null && world.peek() === null) throw new Error('No workspace is open.');
  return useSelected(world, (next) => {
    last.current = next ?? last.current;
    return select(last.current as World);
  });
}

/** Something derived from what is selected and open in this window. */
export const useView = <T>(select: (view: View) => T): T => useSelected(useWindow().view, select);

/** Something derived from the newest events. */
export const useEvents = <T>(select: (events: readonly RecordedEvent[]) => T): T =>
  useSelected(useStore().events, select);

/** The shown clock to the second, drawn again as it changes. */
export const useNow = (): number => secondOf(useStore()).value;

/** Something that depends on the shown clock, drawn again only when it differs. */
export const useAtSecond = <T>(select: (now: number) => T): T => useSelected(secondOf(useStore()), select);

export type Sending = {
  /** Sends an input and tells whether it was committed. A second call while the first runs does nothing. */
  readonly send: (input: Input) => Promise<boolean>;
  /** The same, with the answer; null while another one runs. */
  readonly ask: (input: Input) => Promise<Answer | null>;
  readonly pending: boolean;
  /** Why the last input was refused, in words; empty when it was not. */
  readonly refusal: string;
  readonly clear: () => void;
};

/**
 * Sends inputs from one place of the window and keeps the refusal to be shown there. `about` is how things stood that an
 * input may be refused for: when they stand otherwise, the refusal says what is not so any more, and goes.
 */
export function useSending(about = ''): Sending {
  const store = useStore();
  const pending = useSignal(false);
  const refusal = useSignal('');
  const busy = useRef(false);
  useEffect(() => {
    refusal.value = '';
  }, [about, refusal]);
  const ask = async (input: Input): Promise<Answer | null> => {
    if (busy.current) return null;
    busy.current = true;
    pending.value = true;
    refusal.value = '';
    const answer = await store.dispatch(input);
    busy.current = false;
    pending.value = false;
    refusal.value = refusalText(answer);
    return answer;
  };
  return {
    pending: pending.value,
    refusal: refusal.value,
    clear: () => {
      refusal.value = '';
    },
    ask,
    send: async (input) => (await ask(input))?.kind === 'committed',
  };
}
