import type { JournalFolder, SyncFile } from '../../src/storage/journal/folder.ts';

/** A private file system in memory: one writer a file, and readers whenever they like. */
export class MemoryFolder implements JournalFolder {
  readonly files = new Map<string, Uint8Array>();
  readonly #open = new Map<string, SyncFile>();
  /** Every write fails, as on a full disk, after half of the bytes. */
  isFull = false;

  workspaces(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(workspace: string): Promise<Uint8Array> {
    return Promise.resolve(this.bytes(workspace).slice());
  }

  open(workspace: string): Promise<SyncFile | null> {
    if (this.#open.has(workspace)) return Promise.resolve(null);
    const file = this.#file(workspace);
    this.#open.set(workspace, file);
    if (!this.files.has(workspace)) this.files.set(workspace, new Uint8Array());
    return Promise.resolve(file);
  }

  /** The tab that had them open is gone. */
  letGo(): void {
    this.#open.clear();
  }

  isOpen(workspace: string): boolean {
    return this.#open.has(workspace);
  }

  bytes(workspace: string): Uint8Array {
    return this.files.get(workspace) ?? new Uint8Array();
  }

  #file(workspace: string): SyncFile {
    const file: SyncFile = {
      read: (into, { at }) => {
        const found = this.bytes(workspace).subarray(at, at + into.length);
        into.set(found);
        return found.length;
      },
      write: (bytes, { at }) => {
        const written = this.isFull ? bytes.subarray(0, bytes.length / 2) : bytes;
        const before = this.bytes(workspace);
        const after = new Uint8Array(Math.max(before.length, at + written.length));
        after.set(before);
        after.set(written, at);
        this.files.set(workspace, after);
        return written.length;
      },
      truncate: (size) => {
        this.files.set(workspace, this.bytes(workspace).slice(0, size));
      },
      getSize: () => this.bytes(workspace).length,
      flush: () => undefined,
      close: () => {
        if (this.#open.get(workspace) === file) this.#open.delete(workspace);
      },
    };
    return file;
  }
}
