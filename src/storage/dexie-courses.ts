import type { Table } from 'dexie';
import type { Connection } from './connection.ts';
import type { CourseRows, CourseStore, CourseTable } from './course-store.ts';
import type { Database } from './database.ts';

/** Writes inside a transaction over this table, in the right database. */
type Write = <T>(table: CourseTable, work: (database: Database) => PromiseLike<T>) => Promise<T>;

/** What is kept of courses, in IndexedDB. */
export class DexieCourses implements CourseStore {
  readonly #connection: Pick<Connection, 'read'>;
  readonly #write: Write;

  constructor(connection: Pick<Connection, 'read'>, write: Write) {
    this.#connection = connection;
    this.#write = write;
  }

  all<Name extends CourseTable>(table: Name): Promise<readonly CourseRows[Name][]> {
    return this.#connection.read((database) => tableOf(database, table).toArray());
  }

  of<Name extends 'progress' | 'results'>(table: Name, course: string) {
    return this.#connection.read<readonly CourseRows[Name][]>((database) =>
      tableOf(database, table).where('course').equals(course).sortBy('id'),
    );
  }

  get<Name extends CourseTable>(table: Name, id: string) {
    return this.#connection.read<CourseRows[Name] | undefined>((database) =>
      tableOf(database, table).get(id),
    );
  }

  change<Name extends CourseTable>(
    table: Name,
    id: string,
    next: (row: CourseRows[Name] | undefined) => CourseRows[Name] | null,
  ): Promise<CourseRows[Name] | null> {
    return this.#write(table, async (database) => {
      const rows = tableOf(database, table);
      const row = next(await rows.get(id));
      if (row === null) await rows.delete(id);
      else await rows.put(row);
      return row;
    });
  }
}

const tableOf = <Name extends CourseTable>(database: Database, name: Name) =>
  database[name] as unknown as Table<CourseRows[Name], string>;
