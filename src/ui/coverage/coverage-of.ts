import { createFilesClient } from '../files/save.ts';
import type { Store } from '../store/store.ts';
import { createCoverage, type Coverage } from './counting.ts';

const known = new WeakMap<Store, Coverage>();

/** What is counted of a store's workspace. */
export function coverageOf(store: Store): Coverage {
  const coverage =
    known.get(store) ??
    createCoverage({
      store,
      client: createFilesClient(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      mono: () => performance.now(),
    });
  known.set(store, coverage);
  return coverage;
}
