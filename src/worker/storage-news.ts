import type { ServiceError, RestoringState, StorageState } from '../protocol/engine-api.ts';
import { isPassing } from './problems.ts';

/** How the data is kept, as the page is told whenever that changes. */
export class StorageNews {
  state: StorageState = {
    kind: 'indexedDB',
    problem: null,
    restored: null,
    restoring: null,
    isEmpty: false,
    journal: true,
  };
  readonly #changed: (state: StorageState) => void;
  /** How often in a row there was no journal. */
  #lacks = 0;

  constructor(changed: (state: StorageState) => void) {
    this.#changed = changed;
  }

  get isInMemory(): boolean {
    return this.state.kind === 'memory';
  }

  change(change: Partial<StorageState>): void {
    this.state = { ...this.state, ...change };
    this.#changed(this.state);
  }

  opened(kind: StorageState['kind'], problem: ServiceError | null): void {
    if (this.state.kind !== kind || this.state.problem !== problem) this.change({ kind, problem });
  }

  /** Null says that writing works: what was wrong with it is over, other problems stay. */
  tell(problem: ServiceError | null): void {
    const known = this.state.problem;
    if (problem === null && (this.isInMemory || !isPassing(known))) return;
    if (problem !== known) this.change({ problem });
  }

  /** To be told how far older steps are that come back. */
  readonly restoring = (restoring: RestoringState | null): void => {
    if (restoring !== this.state.restoring) this.change({ restoring });
  };

  /** To be called with each beat. Only what lasts is told: a journal that is brought up to date is there by the next one. */
  hasJournal(journal: boolean): void {
    this.#lacks = journal ? 0 : this.#lacks + 1;
    if (this.state.journal !== journal && this.#lacks !== 1) this.change({ journal });
  }
}
