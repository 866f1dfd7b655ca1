import { signal, type ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Engine } from '../store/store.ts';
import type { BrowserStorage } from '../browser-storage.ts';
import type { Left } from './clean-browser.ts';

/** How far erasing has come: under way, or over, with what could not be deleted. */
export type Erased = {
  readonly isOver: boolean;
  readonly left: readonly Left[];
  /** What shows it; null where that could not be loaded any more. */
  readonly Screen: ErasedPart['Screen'] | null;
};

/** What is loaded for it. */
export type ErasedPart = {
  readonly cleanBrowser: () => Promise<readonly Left[]>;
  readonly Screen: ComponentType<{ readonly isOver: boolean; readonly left: readonly Left[] }>;
};

export type Erasing = {
  /** Null as long as nothing was erased; from then on the window shows this and nothing else. */
  readonly state: ReadonlySignal<Erased | null>;
  /** Erases everything of the app on this computer, in all tabs. */
  readonly erase: (part: ErasedPart) => Promise<void>;
  /** Another tab does it. */
  readonly heard: () => void;
};

type ErasingPorts = {
  readonly engine: Pick<Engine, 'erase'>;
  /** Ends the worker, which would make anew what is gone. */
  readonly stopEngine: () => void;
  readonly keepers: BrowserStorage;
};

/**
 * So many milliseconds the other tabs have until the copy of the app goes: to load what they show then, and to note
 * nothing any more. What they noted by then goes, too.
 */
const lastWords = 600;

/**
 * The end of all that is kept here (reliability §1.4). Whoever stores something stops first, in every tab; then database
 * and private files go, then what the page itself has, and then it looks whether anything is left.
 */
export function createErasing({ engine, stopEngine, keepers }: ErasingPorts): Erasing {
  const state = signal<Erased | null>(null);
  return {
    state,
    erase: async ({ Screen, cleanBrowser }) => {
      if (state.value !== null) return;
      keepers.seal();
      state.value = { isOver: false, left: [], Screen };
      await engine.erase();
      stopEngine();
      await new Promise((resolve) => setTimeout(resolve, lastWords));
      state.value = { isOver: true, left: await cleanBrowser(), Screen };
    },
    heard: () => {
      if (state.value !== null) return;
      keepers.seal();
      stopEngine();
      state.value = { isOver: false, left: [], Screen: null };
      import('./erased-part.ts').then(
        async ({ erasedPart: { Screen, cleanBrowser } }) => {
          const left = await cleanBrowser();
          // What the other tab deletes at this moment is not left over.
          const mine = left.filter((one) => one === 'settings');
          state.value = { isOver: true, left: mine, Screen };
        },
        () => undefined,
      );
    },
  };
}
