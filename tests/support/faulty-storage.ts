import type { DBCore, DBCoreTable } from 'dexie';
import type { Database } from '../../src/storage/database.ts';
import type { Fence, Log } from '../../src/storage/log.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { StorageError } from '../../src/storage/storage-error.ts';

/** Counts the calls that reach the database, and lets one or all of them fail as a browser does. */
export class Faults {
  calls = 0;
  /** Number of the call that fails; the ones after it work again. */
  failing = 0;
  /** Every call that writes fails. */
  isFull = false;
  error = 'AbortError';

  readonly prepare = (database: Database): void => {
    database.use({ stack: 'dbcore', name: 'faults', create: (down) => this.#wrap(down) });
  };

  #wrap(down: DBCore): DBCore {
    return {
      ...down,
      table: (name) => {
        const table = down.table(name);
        const counted = <K extends 'mutate' | 'get' | 'getMany' | 'query' | 'openCursor' | 'count'>(key: K) =>
          ((request: never) =>
            this.#fails(key)
              ? Promise.reject(new DOMException('The disk is on fire.', this.error))
              : (table[key] as (request: never) => unknown)(request)) as DBCoreTable[K];
        return {
          ...table,
          mutate: counted('mutate'),
          get: counted('get'),
          getMany: counted('getMany'),
          query: counted('query'),
          openCursor: counted('openCursor'),
          count: counted('count'),
        };
      },
    };
  }

  #fails(key: string): boolean {
    this.calls++;
    return this.calls === this.failing || (this.isFull && key === 'mutate');
  }
}

/** Passes everything on, except that one function is another. */
function withOne<T extends object>(log: T, name: keyof T, other: unknown): T {
  return new Proxy(log, {
    get: (target, key) => {
      if (key === name) return other;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Passes everything on, except that `append` does what `how` says. */
export const withAppend = (
  log: Log,
  how: (append: () => Promise<void>, fence: Fence, steps: readonly StoredStep[]) => Promise<void>,
): Log =>
  withOne(log, 'append', (fence: Fence, steps: readonly StoredStep[]) =>
    how(() => log.append(fence, steps), fence, steps),
  );

/** The same for `claim`. */
export const withClaim = (log: Log, how: (claim: () => Promise<Fence>) => Promise<Fence>): Log =>
  withOne(log, 'claim', (...given: Parameters<Log['claim']>) => how(() => log.claim(...given)));

export const writeFailure = () => new StorageError('write', 'The connection was lost.');
