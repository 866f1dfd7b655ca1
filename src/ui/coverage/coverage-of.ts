import { createFilesClient } from '../files/save.ts';
import type { Store } from '../store/store.ts';
import { testsOf } from '../tests/tests-state.ts';
import { createCoverage, type Coverage, type CountedBy } from './counting.ts';

const make = (store: Store, first: { readonly by: CountedBy; readonly inMargin: boolean }): Coverage =>
  createCoverage(
    {
      store,
      tests: testsOf(store).list,
      client: createFilesClient(),
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
      mono: () => performance.now(),
    },
    first,
  );

const known = new WeakMap<Store, Coverage>();
const ofTests = new WeakMap<Store, Coverage>();

/** What the workbench counts of a store's workspace, and shows in the margin of its editor. */
export function coverageOf(store: Store): Coverage {
  const coverage = known.get(store) ?? make(store, { by: 'conversation', inMargin: true });
  known.set(store, coverage);
  return coverage;
}

/** What its tests make use of. */
export function coverageOfTests(store: Store): Coverage {
  const coverage = ofTests.get(store) ?? make(store, { by: 'tests', inMargin: false });
  ofTests.set(store, coverage);
  return coverage;
}
