import { filesOf, type JournalFolder, type JournalName, type SyncFile } from './folder.ts';
import { encodeRecord, textAt } from './record.ts';

/**
 * Rows of the database once more, outside of it, for the day on which that is lost (reliability L1): the tests of a workspace, or what is
 * kept of a course. All that belong together under a name lie in one file, which is never changed: another one is written, and then
 * this one goes.
 */
export class RowsBeside<Row> {
  readonly #folder: JournalFolder;
  readonly #stored: (name: string) => Promise<readonly Row[]>;

  /** `stored` reads them in the database. */
  constructor(folder: JournalFolder, stored: (name: string) => Promise<readonly Row[]>) {
    this.#folder = folder;
    this.#stored = stored;
  }

  /**
   * Writes them down as they stand in the database, unless that is how they lie here. Never fails: the database has them. Only
   * whoever deletes some leaves none: a database that was lost has none, either.
   */
  async keep(name: string, mayBeNone = false): Promise<void> {
    try {
      if (!mayBeNone && (await this.#stored(name)).length === 0) return;
      if (!(await this.#isKept(name))) await this.#write(name);
    } catch {
      // They are kept with the next change, or when the workspace is opened again.
    }
  }

  /** As they were kept last; none where nothing can be read. */
  async read(name: string): Promise<readonly Row[]> {
    for (const file of (await this.#files(name)).toReversed()) {
      const text = await this.#text(file);
      // What passed the checksum is what this app wrote.
      if (text !== null) return JSON.parse(text) as readonly Row[];
    }
    return [];
  }

  /** Under which names some are kept. */
  async names(): Promise<readonly string[]> {
    const files = await this.#folder.list();
    return [...new Set(files.map(({ workspace }) => workspace))];
  }

  async remove(name: string): Promise<void> {
    for (const file of await this.#files(name)) await this.#folder.remove(file);
  }

  async #isKept(name: string): Promise<boolean> {
    const newest = (await this.#files(name)).at(-1);
    const kept = newest === undefined ? '[]' : await this.#text(newest);
    return kept === JSON.stringify(await this.#stored(name));
  }

  async #write(name: string): Promise<void> {
    const before = await this.#files(name);
    const { file } = await this.#begin(name, (before.at(-1)?.serial ?? 0) + 1);
    try {
      // Read now: whoever saves later begins a file that comes after this one.
      const bytes = encodeRecord(JSON.stringify(await this.#stored(name)));
      if (file.write(bytes, { at: 0 }) !== bytes.length) throw new Error('The disk is full.');
      file.flush();
    } finally {
      file.close();
    }
    // One that another tab writes to stays; it is taken for what it is by its place.
    for (const one of before) await this.#folder.remove(one).catch(() => undefined);
  }

  /** A file that nobody has begun. */
  async #begin(name: string, from: number): Promise<{ readonly file: SyncFile }> {
    for (let serial = from; ; serial += 1) {
      const file = await this.#folder.open({ workspace: name, epoch: 0, serial });
      if (file === null) continue;
      if (file.getSize() === 0) return { file };
      file.close();
    }
  }

  /** What lies in a file; null where it was not written to its end. */
  async #text(file: JournalName): Promise<string | null> {
    const { bytes } = await this.#folder.read(file);
    return textAt(bytes, 0)?.text ?? null;
  }

  async #files(name: string): Promise<readonly JournalName[]> {
    return filesOf(await this.#folder.list(), name);
  }
}
