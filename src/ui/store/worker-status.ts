import { signal, type ReadonlySignal } from '@preact/signals';
import type { CrowdState } from '../../protocol/crowd-api.ts';
import type { Waits } from '../../protocol/debug-api.ts';
import type { CopiesState } from '../../protocol/copies-api.ts';
import type { Publication, TabState } from '../../protocol/engine-api.ts';

/** What the worker tells by itself of what is not in the log, as it was told last. */
export type WorkerStatus = {
  readonly tabs: ReadonlySignal<TabState>;
  /** The step that waits; null where none does. */
  readonly waits: ReadonlySignal<Waits | null>;
  /** How puppets fare that act here; null where none do. */
  readonly crowd: ReadonlySignal<CrowdState | null>;
  /** How often another tab changed tests of the open workspace. */
  readonly toldOfTests: ReadonlySignal<number>;
  /** How often another tab changed what has steps of it wait. */
  readonly toldOfBreakpoints: ReadonlySignal<number>;
};

export function createWorkerStatus() {
  const tabs = signal<TabState>({ writes: true, tabs: 1 });
  const copies = signal<CopiesState | null>(null);
  const waits = signal<Waits | null>(null);
  const crowd = signal<CrowdState | null>(null);
  const toldOfTests = signal(0);
  const toldOfBreakpoints = signal(0);
  function hearTold(
    publication: Extract<
      Publication,
      { type: 'tabs' | 'copies' | 'crowd' | 'waits' | 'tests' | 'breakpoints' }
    >,
  ): void {
    switch (publication.type) {
      case 'tabs':
        tabs.value = publication.tabs;
        break;
      case 'copies':
        copies.value = publication.copies;
        break;
      case 'crowd':
        crowd.value = publication.crowd;
        break;
      case 'waits':
        waits.value = publication.waits;
        break;
      case 'tests':
        toldOfTests.value += 1;
        break;
      case 'breakpoints':
        toldOfBreakpoints.value += 1;
    }
  }
  return { told: { tabs, crowd, waits, toldOfTests, toldOfBreakpoints }, copies, crowd, waits, hearTold };
}
