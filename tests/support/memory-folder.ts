import type { JournalFolder, SyncFile } from '../../src/storage/journal/folder.ts';

/** A private file system in memory: one writer a file, and readers whenever they like. */
export class MemoryFolder implements JournalFolder {
  readonly files = new Map<string, Uint8Array>();
  readonly #open = new Map<string, SyncFile>();
  readonly #flushed = new Map<string, Uint8Array>();
  readonly #writtenAt = new Map<string, number>();
  #writes = 0;
  /** Every write fails, as on a full disk, after half of the bytes. */
  isFull = false;
  /** How often a file was emptied. */
  emptied = 0;

  workspaces(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  read(workspace: string) {
    const writtenAt = this.#writtenAt.get(workspace) ?? 0;
    return Promise.resolve({ bytes: this.bytes(workspace).slice(), writtenAt });
  }

  open(workspace: string): Promise<SyncFile | null> {
    if (this.#open.has(workspace)) return Promise.resolve(null);
    const file = this.#file(workspace);
    this.#open.set(workspace, file);
    if (!this.files.has(workspace)) this.files.set(workspace, new Uint8Array());
    this.#flushed.set(workspace, this.bytes(workspace));
    return Promise.resolve(file);
  }

  /** The tab that had them open is gone, and with it what was not flushed. */
  letGo(): void {
    for (const id of this.#open.keys()) {
      const flushed = this.#flushed.get(id);
      if (flushed !== undefined) this.files.set(id, flushed);
    }
    this.#open.clear();
  }

  isOpen(workspace: string): boolean {
    return this.#open.has(workspace);
  }

  bytes(workspace: string): Uint8Array {
    return this.files.get(workspace) ?? new Uint8Array();
  }

  #file(workspace: string): SyncFile {
    const isMine = () => this.#open.get(workspace) === file;
    const check = () => {
      if (!isMine()) throw new DOMException('The file is closed.', 'InvalidStateError');
    };
    const file: SyncFile = {
      read: (into, { at }) => {
        check();
        const found = this.bytes(workspace).subarray(at, at + into.length);
        into.set(found);
        return found.length;
      },
      write: (bytes, { at }) => {
        check();
        const written = this.isFull ? bytes.subarray(0, bytes.length / 2) : bytes;
        const before = this.bytes(workspace);
        const after = new Uint8Array(Math.max(before.length, at + written.length));
        after.set(before);
        after.set(written, at);
        this.files.set(workspace, after);
        this.#writtenAt.set(workspace, ++this.#writes);
        return written.length;
      },
      truncate: (size) => {
        check();
        if (size === 0 && this.bytes(workspace).length > 0) this.emptied++;
        this.files.set(workspace, this.bytes(workspace).slice(0, size));
      },
      getSize: () => {
        check();
        return this.bytes(workspace).length;
      },
      flush: () => {
        check();
        this.#flushed.set(workspace, this.bytes(workspace));
      },
      close: () => {
        this.#flushed.delete(workspace);
        if (isMine()) this.#open.delete(workspace);
      },
    };
    return file;
  }
}
