import { load, type WorkspaceOptions } from './claim-log.ts';
import type { Loaded } from './load-world.ts';
import { corruptProblem, storageProblem } from './problems.ts';
import type { WorkspaceView } from './workspace-view.ts';

type CatchUpOptions = {
  readonly workspace: WorkspaceOptions;
  readonly view: WorkspaceView;
  /** Whether this tab has become the writer meanwhile: then it knows better than the disk. */
  readonly writes: () => boolean;
  readonly trouble: WorkspaceOptions['trouble'];
};

/** Reads from the disk what a tab that only looks on has missed; whoever asks meanwhile waits for the same reading. */
export class CatchUp {
  readonly #options: CatchUpOptions;
  #reading: Promise<void> | null = null;

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  read(): Promise<void> {
    const { workspace, view, writes, trouble } = this.#options;
    this.#reading ??= load(workspace)
      .then((loaded) => {
        if (writes()) return;
        trouble(null);
        this.tellDamage(loaded);
        view.show(loaded);
      })
      .catch((error: unknown) => {
        trouble(storageProblem(error));
      })
      .finally(() => {
        this.#reading = null;
      });
    return this.#reading;
  }

  /** A part of the workspace could not be read, which its writer will see to. */
  tellDamage({ damage, seq }: Loaded): void {
    if (damage !== null) this.#options.trouble(corruptProblem(damage, seq, false));
  }
}
