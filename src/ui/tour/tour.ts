import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { AppContextValue } from '../context.ts';
import { testsOf } from '../tests/tests-state.ts';
import { keepTour } from './kept-tour.ts';
import { stops, type Stop } from './stops.ts';

export type Tour = {
  /** `offer` before it, a stop by its place from 0, `over` behind the last one. */
  readonly at: ReadonlySignal<'offer' | 'over' | number>;
  /** Title of the stop that was done last; empty is none. */
  readonly did: ReadonlySignal<Stop['name'] | ''>;
  readonly begin: () => void;
  readonly skip: () => void;
  readonly end: () => void;
};

type Here = Pick<AppContextValue, 'store' | 'windowState' | 'keepers' | 'router'>;

/** The tour over the open workspace: it goes on when what a stop asks for was done, and is kept, so that a reload goes on with it. */
export function createTour(here: Here, from: 'offer' | number, leave: () => void): Tour {
  const { store, windowState, keepers } = here;
  const at = signal<'offer' | 'over' | number>(from);
  const did = signal<Stop['name'] | ''>('');
  let begun = stateNow();
  let stopWatching = () => {};

  function stateNow() {
    return {
      workspace: store.workspace.peek()?.id ?? '',
      seq: store.live.peek()?.world.seq ?? 0,
      selected: windowState.view.peek().event,
      tests: testsOf(store).list.peek()?.length ?? null,
    };
  }

  function goTo(next: number): void {
    const stop = stops[next];
    keepTour(keepers.local, stop === undefined ? 'over' : next);
    if (stop !== undefined) windowState.change({ pane: stop.pane });
    begun = stateNow();
    at.value = stop === undefined ? 'over' : next;
    watch();
  }

  function watch(): void {
    stopWatching();
    const here = at.peek();
    const stop = typeof here === 'number' ? stops[here] : undefined;
    if (stop === undefined) return;
    let isOver = false;
    const stopEffect = effect(() => {
      const events = store.events.value;
      const { event: selected } = windowState.view.value;
      const isPast = store.moment.value !== null;
      const tests = testsOf(store).list.value;
      if (isOver) return;
      // Another workspace has another log.
      if (store.workspace.value?.id !== begun.workspace) begun = stateNow();
      if (begun.tests === null && tests !== null) begun = { ...begun, tests: tests.length };
      const seen = {
        events: events.filter(({ seq }) => seq > begun.seq),
        selected,
        selectedBefore: begun.selected,
        isPast,
        newTests: (tests?.length ?? 0) - (begun.tests ?? 0),
      };
      if (!stop.isDone(seen)) return;
      isOver = true;
      // Not inside of what is being told.
      queueMicrotask(() => {
        if (at.peek() !== here || typeof here !== 'number') return;
        did.value = stop.name;
        goTo(here + 1);
      });
    });
    stopWatching = () => {
      isOver = true;
      stopEffect();
    };
  }

  const end = () => {
    stopWatching();
    keepTour(keepers.local, 'over');
    leave();
  };

  watch();
  if (from === 'offer') {
    // Whoever is at a lesson is past the question whether to begin with one.
    const stopOffering = effect(() => {
      const isAtLesson = store.workspace.value?.lesson !== undefined;
      if (at.value === 'offer' && isAtLesson) queueMicrotask(end);
    });
    stopWatching = stopOffering;
  }
  return {
    at,
    did,
    begin: () => {
      did.value = '';
      goTo(0);
    },
    skip: () => {
      const here = at.peek();
      did.value = '';
      if (typeof here === 'number') goTo(here + 1);
    },
    end,
  };
}
