import { chooseFiles, readFolder, type Path, type ScriptFolder } from '../../scenario/script-folder.ts';
import type { FolderSource, Listed } from './source.ts';

/** What is kept of a file between two looks: what is as it was is not read again. */
type Seen = { readonly entry: Listed; readonly bytes: Uint8Array<ArrayBuffer> | undefined };

/** Reads a folder again and again, and of it only what is another than it was. */
export class FolderReader {
  readonly source: FolderSource;
  readonly #name: string;
  #listed: readonly Listed[] | null = null;
  #seen = new Map<Path, Seen>();

  constructor(source: FolderSource, name: string) {
    this.source = source;
    this.#name = name;
  }

  /** What there is now; null where it is as at the last look. */
  async look(): Promise<ScriptFolder | null> {
    const entries = await this.source.list();
    if (this.#listed !== null && isSameList(this.#listed, entries) && !(await this.#canReadMore()))
      return null;
    const reading = chooseFiles(entries);
    const byPath = new Map(entries.map((entry) => [entry.path, entry]));
    const next = new Map<Path, Seen>();
    for (const path of [...reading.facts, ...reading.scripts]) {
      const entry = byPath.get(path);
      if (entry === undefined) continue;
      const before = this.#seen.get(path);
      const isKnown = before?.bytes !== undefined && isSameEntry(before.entry, entry);
      next.set(path, isKnown ? before : { entry, bytes: await this.source.read(path) });
    }
    this.#seen = next;
    this.#listed = entries;
    return readFolder(this.#name, reading, (path) => next.get(path)?.bytes);
  }

  /** Whether a file can be read by now that another program held before: neither size nor time of it tell. */
  async #canReadMore(): Promise<boolean> {
    for (const [path, { bytes }] of this.#seen)
      if (bytes === undefined && (await this.source.read(path)) !== undefined) return true;
    return false;
  }

  /** Whether one of these files is another than at the last look, and all paths there are now. */
  async check(
    paths: readonly Path[],
  ): Promise<{ readonly isMoved: boolean; readonly paths: readonly Path[] }> {
    const entries = await this.source.list();
    const now = new Map(entries.map((entry) => [entry.path, entry]));
    const before = new Map((this.#listed ?? []).map((entry) => [entry.path, entry]));
    const isMoved = paths.some((path) => !isSameEntry(before.get(path), now.get(path)));
    return { isMoved, paths: [...now.keys()] };
  }

  /** Whether a file has the bytes that it had at the last look, or still is not there. */
  async isAsSeen(path: Path): Promise<boolean> {
    const seen = this.#seen.get(path)?.bytes;
    const now = await this.source.read(path);
    return now?.length === seen?.length && (now?.every((byte, at) => byte === seen?.[at]) ?? true);
  }

  /** Something was written: it is read again whatever the disk says of when. */
  forget(paths: Iterable<Path>): void {
    for (const path of paths) this.#seen.delete(path);
    this.#listed = null;
  }
}

const isSameEntry = (one: Listed | undefined, other: Listed | undefined): boolean =>
  one?.size === other?.size && one?.modified === other?.modified;

function isSameList(one: readonly Listed[], other: readonly Listed[]): boolean {
  if (one.length !== other.length) return false;
  const before = new Map(one.map((entry) => [entry.path, entry]));
  return other.every((entry) => before.has(entry.path) && isSameEntry(before.get(entry.path), entry));
}
