import type { JournalFolder } from './folder.ts';
import type { RowsBeside } from './rows-beside.ts';

/** Rows beside the database, by a part that is loaded when first asked: most workspaces have none. Without a folder, none are kept. */
export class RowsLater<Row> {
  readonly #load: () => Promise<RowsBeside<Row> | null>;

  constructor(folder: JournalFolder | null, stored: (name: string) => Promise<readonly Row[]>) {
    this.#load = async () => folder && new (await import('./rows-beside.ts')).RowsBeside<Row>(folder, stored);
  }

  /** As `RowsBeside.keep`; where the part cannot be loaded, they are kept at another time. */
  async keep(name: string, mayBeNone = false): Promise<void> {
    await (await this.#load().catch(() => null))?.keep(name, mayBeNone);
  }

  async read(name: string): Promise<readonly Row[]> {
    return (await (await this.#load())?.read(name)) ?? [];
  }

  async remove(name: string): Promise<void> {
    await (await this.#load())?.remove(name);
  }
}
