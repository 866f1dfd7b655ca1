const bits = 5;
const width = 1 << bits;
const mask = width - 1;

type Node<T> = readonly (Node<T> | T | undefined)[];

/**
 * Rows numbered 1, 2, 3 …, as ids in a database are. Never changed in place: `set` and `add` return a
 * new table that shares all but one path of at most 32 × depth slots with the old one, so a row costs
 * the same in a table of ten and of a million.
 */
export class Table<T> {
  readonly length: number;
  readonly #depth: number;
  readonly #root: Node<T>;

  private constructor(length: number, depth: number, root: Node<T>) {
    this.length = length;
    this.#depth = depth;
    this.#root = root;
  }

  static empty<T>(): Table<T> {
    return new Table<T>(0, 1, []);
  }

  /** A table whose row n is the n-th of `rows`; `undefined` and `null` stand for removed rows. */
  static from<T>(rows: readonly (T | null | undefined)[]): Table<T> {
    let table = Table.empty<T>();
    for (const row of rows) table = table.#put(table.length + 1, row ?? undefined);
    return table;
  }

  get(id: number): T | undefined {
    if (!(id >= 1 && id <= this.length)) return undefined;
    let node = this.#root;
    for (let level = this.#depth - 1; level > 0; level--) {
      node = node[((id - 1) >>> (level * bits)) & mask] as Node<T>;
    }
    return node[(id - 1) & mask] as T | undefined;
  }

  /** The table with row `id` replaced. `id` is that of a row, or the next free one. */
  set(id: number, row: T): Table<T> {
    return this.#put(id, row);
  }

  add(row: T): Table<T> {
    return this.#put(this.length + 1, row);
  }

  /** The table without row `id`; the ids of the others stay. */
  remove(id: number): Table<T> {
    return id >= 1 && id <= this.length ? this.#put(id, undefined) : this;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let id = 1; id <= this.length; id++) {
      const row = this.get(id);
      if (row !== undefined) yield row;
    }
  }

  /** Rows from `from` to `to`, both included; removed ones are left out. */
  slice(from: number, to = this.length): T[] {
    const rows: T[] = [];
    for (let id = Math.max(1, from); id <= Math.min(to, this.length); id++) {
      const row = this.get(id);
      if (row !== undefined) rows.push(row);
    }
    return rows;
  }

  /** One entry a row, `null` for removed ones: what `Table.from` takes. */
  toJSON(): (T | null)[] {
    return Array.from({ length: this.length }, (_, index) => this.get(index + 1) ?? null);
  }

  #put(id: number, row: T | undefined): Table<T> {
    if (!Number.isInteger(id) || id < 1 || id > this.length + 1) {
      throw new RangeError(`Row ${String(id)} does not follow row ${String(this.length)}.`);
    }
    const full = id > width ** this.#depth;
    const depth = full ? this.#depth + 1 : this.#depth;
    const root = full ? [this.#root] : this.#root;
    return new Table<T>(Math.max(this.length, id), depth, put(root, depth - 1, id - 1, row));
  }
}

function put<T>(node: Node<T> | undefined, level: number, index: number, row: T | undefined): Node<T> {
  const copy = node === undefined ? [] : node.slice();
  const slot = (index >>> (level * bits)) & mask;
  copy[slot] = level === 0 ? row : put(copy[slot] as Node<T> | undefined, level - 1, index, row);
  return copy;
}
