import type { Test } from '../../protocol/engine-api.ts';
import { filesOf, type JournalFolder, type JournalName, type SyncFile } from './folder.ts';
import { encodeRecord, textAt } from './record.ts';

/**
 * The tests of workspaces once more, outside the database, for the day on which that is lost (reliability L1). All tests of a
 * workspace lie in one file, which is never changed: another one is written, and then this one goes.
 */
export class TestsBeside {
  readonly #folder: JournalFolder;
  readonly #stored: (workspace: string) => Promise<readonly Test[]>;

  /** `stored` reads them in the database. */
  constructor(folder: JournalFolder, stored: (workspace: string) => Promise<readonly Test[]>) {
    this.#folder = folder;
    this.#stored = stored;
  }

  /**
   * Writes them down as they stand in the database, unless that is how they lie here. Never fails: the database has them. Only
   * whoever deletes tests leaves none: a database that was lost has none, either.
   */
  async keep(workspace: string, mayBeNone = false): Promise<void> {
    try {
      if (!mayBeNone && (await this.#stored(workspace)).length === 0) return;
      if (!(await this.#isKept(workspace))) await this.#write(workspace);
    } catch {
      // They are kept with the next change, or when the workspace is opened again.
    }
  }

  /** As they were kept last; none where nothing can be read. */
  async read(workspace: string): Promise<readonly Test[]> {
    for (const name of (await this.#files(workspace)).toReversed()) {
      const text = await this.#text(name);
      // What passed the checksum is what this app wrote.
      if (text !== null) return JSON.parse(text) as readonly Test[];
    }
    return [];
  }

  async remove(workspace: string): Promise<void> {
    for (const name of await this.#files(workspace)) await this.#folder.remove(name);
  }

  async #isKept(workspace: string): Promise<boolean> {
    const newest = (await this.#files(workspace)).at(-1);
    const kept = newest === undefined ? '[]' : await this.#text(newest);
    return kept === JSON.stringify(await this.#stored(workspace));
  }

  async #write(workspace: string): Promise<void> {
    const before = await this.#files(workspace);
    const { file } = await this.#begin(workspace, (before.at(-1)?.serial ?? 0) + 1);
    try {
      // Read now: whoever saves later begins a file that comes after this one.
      const bytes = encodeRecord(JSON.stringify(await this.#stored(workspace)));
      if (file.write(bytes, { at: 0 }) !== bytes.length) throw new Error('The disk is full.');
      file.flush();
    } finally {
      file.close();
    }
    // One that another tab writes to stays; it is taken for what it is by its place.
    for (const name of before) await this.#folder.remove(name).catch(() => undefined);
  }

  /** A file that nobody has begun. */
  async #begin(workspace: string, from: number): Promise<{ readonly file: SyncFile }> {
    for (let serial = from; ; serial += 1) {
      const file = await this.#folder.open({ workspace, epoch: 0, serial });
      if (file === null) continue;
      if (file.getSize() === 0) return { file };
      file.close();
    }
  }

  /** What lies in a file; null where it was not written to its end. */
  async #text(name: JournalName): Promise<string | null> {
    const { bytes } = await this.#folder.read(name);
    return textAt(bytes, 0)?.text ?? null;
  }

  async #files(workspace: string): Promise<readonly JournalName[]> {
    return filesOf(await this.#folder.list(), workspace);
  }
}
