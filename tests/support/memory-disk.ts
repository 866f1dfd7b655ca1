import type { DiskFile, DiskFolder } from '../../src/protocol/script-folder-api.ts';

type Kept = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly modified: number };

const notFound = () => new DOMException('There is no such file.', 'NotFoundError');

/** A folder of a disk in memory, as browsers give one to a page; names that differ by letter case are one, as on Windows and macOS. */
export class MemoryDisk {
  readonly #files = new Map<string, Kept>();
  #now = 0;
  /** Writing fails, as on a full disk. */
  isFull = false;
  /** Called before a folder is listed. */
  onList: () => Promise<void> | void = () => undefined;
  /** Called before bytes are written. */
  onWrite: (path: string) => Promise<void> | void = () => undefined;

  put(path: string, text: string): void {
    this.#keep(path, new TextEncoder().encode(text));
  }

  /** What another program changes so fast that neither size nor time of the file tell. */
  putUnseen(path: string, text: string): void {
    const { modified } = this.#at(path);
    this.#keep(path, new TextEncoder().encode(text), modified);
  }

  delete(path: string): void {
    this.#files.delete(path.toLowerCase());
  }

  /** The texts of all files by their paths. */
  texts(): Readonly<Record<string, string>> {
    const texts = [...this.#files.values()].map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);
    return Object.fromEntries(texts) as Record<string, string>;
  }

  folder(name = 'bots', above = ''): DiskFolder {
    return {
      kind: 'directory',
      name,
      values: () => this.#values(above),
      getDirectoryHandle: (child) => Promise.resolve(this.folder(child, `${above}${child}/`)),
      getFileHandle: (child, options) => {
        const path = `${above}${child}`;
        if (!this.#files.has(path.toLowerCase())) {
          if (options?.create !== true) return Promise.reject(notFound());
          this.put(path, '');
        }
        return Promise.resolve(this.#file(path));
      },
      removeEntry: (child) => {
        this.delete(`${above}${child}`);
        return Promise.resolve();
      },
    };
  }

  async *#values(above: string): AsyncIterableIterator<DiskFolder | DiskFile> {
    if (above === '') await this.onList();
    const folders = new Set<string>();
    for (const { name } of [...this.#files.values()]) {
      if (!name.startsWith(above)) continue;
      const [first = '', ...rest] = name.slice(above.length).split('/');
      if (rest.length === 0) yield this.#file(name);
      else if (!folders.has(first)) {
        folders.add(first);
        yield this.folder(first, `${above}${first}/`);
      }
    }
  }

  #file(path: string): DiskFile {
    return {
      kind: 'file',
      name: this.#at(path).name.split('/').at(-1) ?? '',
      getFile: () => {
        const { bytes, modified } = this.#at(path);
        return Promise.resolve({
          size: bytes.length,
          lastModified: modified,
          arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
        });
      },
      createWritable: async () => {
        await this.onWrite(path);
        let next = new Uint8Array();
        return {
          write: (content) => {
            if (this.isFull) return Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
            next = content;
            return Promise.resolve();
          },
          close: () => {
            this.#keep(path, next);
            return Promise.resolve();
          },
          abort: () => Promise.resolve(),
        };
      },
    };
  }

  #at(path: string): Kept {
    const kept = this.#files.get(path.toLowerCase());
    if (kept === undefined) throw notFound();
    return kept;
  }

  #keep(path: string, bytes: Uint8Array<ArrayBuffer>, modified?: number): void {
    const name = this.#files.get(path.toLowerCase())?.name ?? path;
    this.#now += 1;
    this.#files.set(path.toLowerCase(), { name, bytes, modified: modified ?? this.#now });
  }
}
