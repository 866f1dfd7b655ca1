import type { DexieOptions } from 'dexie';
import { Database } from './database.ts';
import { schemaVersion } from './migrations.ts';
import { StorageError, toStorageError } from './storage-error.ts';

export type ConnectionOptions = {
  /** What Dexie is to use in place of the browser's own database. */
  readonly dexie?: DexieOptions;
  /** Called with each new database object before it is opened. */
  readonly prepare?: (database: Database) => void;
  readonly newId: () => string;
  /** Calls `run` after so many milliseconds, unless what it returns is called first. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Another tab deletes the database, or wants to upgrade it. */
  readonly closed?: (why: 'gone' | 'newer') => void;
};

const blockedAfter = 3000;

/**
 * The way to the database: opens it when it is needed, gives it up after an error so that the next call gets
 * a new connection (a broken one never heals by itself), and knows its database again by the incarnation.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  #opening: Promise<Database> | null = null;
  #database: Database | null = null;
  #incarnation: string | null = null;
  #isClosedForGood = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Runs `work` with the open database. @throws StorageError */
  async use<T>(work: (database: Database) => Promise<T>): Promise<T> {
    if (this.#isClosedForGood) throw gone();
    this.#opening ??= this.#open();
    const opening = this.#opening;
    try {
      return await work(await opening);
    } catch (error) {
      const failure = toStorageError(error);
      if (failure.fault !== 'duplicate' && failure.fault !== 'fenced') this.#giveUp(opening);
      throw failure;
    }
  }

  /** As `use`, once more on a new connection when the first one is broken: only for what writes nothing. */
  async read<T>(work: (database: Database) => Promise<T>): Promise<T> {
    try {
      return await this.use(work);
    } catch (error) {
      if (toStorageError(error).fault !== 'write') throw error;
      return this.use(work);
    }
  }

  /** Inside a transaction that includes `meta`: is this still the database that was opened? */
  async check(database: Database): Promise<void> {
    const meta = await database.meta.get('store');
    if (meta === undefined || meta.incarnation !== this.#incarnation) throw gone();
    if (meta.schema !== schemaVersion) throw newer();
  }

  /** `forGood` where everything is erased: what is still under way would make the database anew. */
  close(forGood: boolean): void {
    this.#isClosedForGood ||= forGood;
    if (this.#opening !== null) this.#giveUp(this.#opening);
  }

  #giveUp(opening: Promise<Database>): void {
    if (this.#opening === opening) this.#opening = null;
    opening.then(close, () => undefined);
  }

  async #open(): Promise<Database> {
    const database = new Database(this.#options.dexie);
    this.#options.prepare?.(database);
    const shut = () => {
      if (this.#database === database) this.#opening = null;
      close(database);
    };
    this.#database = database;
    database.on('versionchange', (event) => {
      shut();
      this.#options.closed?.(event.newVersion === null ? 'gone' : 'newer');
      return false;
    });
    // Closed by the browser: the next call opens it anew, and sees by the incarnation whether it was emptied.
    database.on('close', shut);
    try {
      await this.#openOrBlocked(database);
      // Dexie opens a newer database without a word; versions in the browser are ten times ours.
      if (Math.floor(database.backendDB().version / 10) > schemaVersion) throw newer();
      await this.#identify(database);
      return database;
    } catch (error) {
      close(database);
      throw error;
    }
  }

  /** An upgrade that an older tab blocks never settles (reliability L5). */
  #openOrBlocked(database: Database): Promise<unknown> {
    let cancel = () => {};
    const blocked = new Promise<never>((_, reject) => {
      database.on('blocked', () => {
        cancel();
        cancel = this.#options.after(blockedAfter, () => {
          reject(new StorageError('blocked', 'Another tab keeps the database from being upgraded.'));
        });
      });
    });
    return Promise.race([database.open(), blocked]).finally(() => {
      cancel();
    });
  }

  async #identify(database: Database): Promise<void> {
    const known = this.#incarnation;
    const incarnation = this.#options.newId();
    const meta = await database.transaction('rw', database.meta, async () => {
      const found = await database.meta.get('store');
      if (found && found.schema > schemaVersion) throw newer();
      if (!found && known !== null) throw gone();
      const row = {
        key: 'store',
        schema: schemaVersion,
        incarnation: found?.incarnation ?? incarnation,
      } as const;
      if (found?.schema !== schemaVersion) await database.meta.put(row);
      return row;
    });
    if (known !== null && meta.incarnation !== known) throw gone();
    this.#incarnation = meta.incarnation;
  }
}

const closed = new WeakSet<Database>();

/** Closes it once: Dexie tells of a close that was asked for as of one that was not. */
function close(database: Database): void {
  if (closed.has(database)) return;
  closed.add(database);
  database.close({ disableAutoOpen: true });
}

function gone(): StorageError {
  return new StorageError('gone', 'The data of this site was deleted.');
}

function newer(): StorageError {
  return new StorageError('newer', 'A newer release of the app wrote this data.');
}
