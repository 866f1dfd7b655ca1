import type { Test } from '../../protocol/engine-api.ts';
import type { JournalFolder } from './folder.ts';
import type { TestsBeside } from './tests-beside.ts';

/** The tests beside the database, by a part that is loaded when first asked: most workspaces have none. Without a folder, none are kept. */
export class TestsLater {
  readonly #load: () => Promise<TestsBeside | null>;

  constructor(folder: JournalFolder | null, stored: (workspace: string) => Promise<readonly Test[]>) {
    this.#load = async () => folder && new (await import('./tests-beside.ts')).TestsBeside(folder, stored);
  }

  /** As `TestsBeside.keep`; where the part cannot be loaded, they are kept at another time. */
  async keep(workspace: string, mayBeNone = false): Promise<void> {
    await (await this.#load().catch(() => null))?.keep(workspace, mayBeNone);
  }

  async read(workspace: string): Promise<readonly Test[]> {
    return (await (await this.#load())?.read(workspace)) ?? [];
  }

  async remove(workspace: string): Promise<void> {
    await (await this.#load())?.remove(workspace);
  }
}
