import {
  fileOf,
  filesOf,
  nameOf,
  type JournalFolder,
  type JournalName,
  type SyncFile,
} from '../../src/storage/journal/folder.ts';

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

  list(): Promise<readonly JournalName[]> {
    return Promise.resolve([...this.files.keys()].map(nameOf).filter((name) => name !== null));
  }

  read(name: JournalName, from?: number, to?: number) {
    const file = fileOf(name);
    const bytes = this.files.get(file);
    if (bytes === undefined)
      return Promise.reject(new DOMException('There is no such file.', 'NotFoundError'));
    const writtenAt = this.#writtenAt.get(file) ?? 0;
    return Promise.resolve({ bytes: bytes.slice(from, to), size: bytes.length, writtenAt });
  }

  open(name: JournalName): Promise<SyncFile | null> {
    const path = fileOf(name);
    if (this.#open.has(path)) return Promise.resolve(null);
    const file = this.#file(path);
    this.#open.set(path, file);
    if (!this.files.has(path)) this.files.set(path, new Uint8Array());
    this.#flushed.set(path, this.files.get(path) ?? new Uint8Array());
    return Promise.resolve(file);
  }

  remove(name: JournalName): Promise<void> {
    const path = fileOf(name);
    if (this.#open.has(path)) {
      return Promise.reject(new DOMException('It is open.', 'NoModificationAllowedError'));
    }
    this.files.delete(path);
    return Promise.resolve();
  }

  /** The tab that had them open is gone, and with it what was not flushed. */
  letGo(): void {
    for (const id of this.#open.keys()) {
      const flushed = this.#flushed.get(id);
      if (flushed !== undefined) this.files.set(id, flushed);
    }
    this.#open.clear();
  }

  /** Whether somebody has a file of the workspace open. */
  isOpen(workspace: string): boolean {
    return [...this.#open.keys()].some((path) => nameOf(path)?.workspace === workspace);
  }

  /** What the newest file of a workspace holds. */
  bytes(workspace: string): Uint8Array {
    return this.files.get(this.newest(workspace)) ?? new Uint8Array();
  }

  /** The path of the newest file of a workspace. */
  newest(workspace: string): string {
    const names = [...this.files.keys()].map(nameOf).filter((name) => name !== null);
    const name = filesOf(names, workspace).at(-1);
    return fileOf(name ?? { workspace, epoch: 0, serial: 0 });
  }

  /** Puts other bytes into the newest file of a workspace. */
  put(workspace: string, bytes: Uint8Array): void {
    this.files.set(this.newest(workspace), bytes);
  }

  #file(path: string): SyncFile {
    const isMine = () => this.#open.get(path) === file;
    const check = () => {
      if (!isMine()) throw new DOMException('The file is closed.', 'InvalidStateError');
    };
    const file: SyncFile = {
      read: (into, { at }) => {
        check();
        const found = (this.files.get(path) ?? new Uint8Array()).subarray(at, at + into.length);
        into.set(found);
        return found.length;
      },
      write: (bytes, { at }) => {
        check();
        const written = this.isFull ? bytes.subarray(0, bytes.length / 2) : bytes;
        const before = this.files.get(path) ?? new Uint8Array();
        const after = new Uint8Array(Math.max(before.length, at + written.length));
        after.set(before);
        after.set(written, at);
        this.files.set(path, after);
        this.#writtenAt.set(path, ++this.#writes);
        return written.length;
      },
      truncate: (size) => {
        check();
        if (size === 0 && (this.files.get(path) ?? new Uint8Array()).length > 0) this.emptied++;
        this.files.set(path, (this.files.get(path) ?? new Uint8Array()).slice(0, size));
      },
      getSize: () => {
        check();
        return (this.files.get(path) ?? new Uint8Array()).length;
      },
      flush: () => {
        check();
        this.#flushed.set(path, this.files.get(path) ?? new Uint8Array());
      },
      close: () => {
        this.#flushed.delete(path);
        if (isMine()) this.#open.delete(path);
      },
    };
    return file;
  }
}
