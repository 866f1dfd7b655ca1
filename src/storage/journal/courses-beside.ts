import type { CourseRows, CourseStore, CourseTable } from '../course-store.ts';
import type { Log } from '../log.ts';
import type { JournalFolder } from './folder.ts';
import { RowsBeside } from './rows-beside.ts';

type AnyRow = CourseRows[CourseTable];
type Next<Name extends CourseTable> = (row: CourseRows[Name] | undefined) => CourseRows[Name] | null;

/** Under this name the database remembers that it has what lies beside it: one that is new has not, and takes it in. */
const taken = 'courses beside';

const tables: readonly CourseTable[] = ['courses', 'progress', 'results'];

/** Rows of one table and one course lie together; neither holds a blank. */
const nameOf = (table: CourseTable, course: string): string => `${table} ${course}`;

const courseOf = (row: AnyRow): string => ('course' in row ? row.course : row.id);

/**
 * What is kept of courses, in the database and once more beside it. A database that was lost takes in what lies there when courses are first
 * asked for; where that cannot be read, nothing is written over it, and the next start tries again.
 */
export async function coursesBeside(log: Log, folder: JournalFolder): Promise<CourseStore> {
  const store = await log.courses();
  const beside = new RowsBeside<AnyRow>(folder, (name) => storedUnder(store, name));
  try {
    if ((await log.kept(taken)) !== true) {
      await takeIn(store, beside);
      await log.keep(taken, true);
    }
  } catch {
    return store;
  }
  return new CoursesBeside(store, beside);
}

async function storedUnder(store: CourseStore, name: string): Promise<readonly AnyRow[]> {
  const [table, course = ''] = name.split(' ') as [CourseTable, string?];
  if (table !== 'courses') return store.of(table, course);
  const row = await store.get('courses', course);
  return row === undefined ? [] : [row];
}

async function takeIn(store: CourseStore, beside: RowsBeside<AnyRow>): Promise<void> {
  const there = new Set<string>();
  for (const name of await beside.names()) {
    const table = tables.find((one) => name.startsWith(`${one} `));
    if (table === undefined) continue;
    there.add(name);
    // What was done since in another tab is newer.
    for (const row of await beside.read(name))
      await store.change(table, row.id, ((known: unknown) => known ?? row) as Next<typeof table>);
  }
  // Those of before there was a place for them.
  for (const table of tables)
    for (const row of await store.all(table)) there.add(nameOf(table, courseOf(row)));
  for (const name of there) await beside.keep(name);
}

class CoursesBeside implements CourseStore {
  readonly #store: CourseStore;
  readonly #beside: RowsBeside<AnyRow>;
  /** Those who wait for what is written next under a name: many changes at once are written once. */
  readonly #next = new Map<string, Promise<void>>();
  readonly #now = new Map<string, Promise<void>>();

  constructor(store: CourseStore, beside: RowsBeside<AnyRow>) {
    this.#store = store;
    this.#beside = beside;
  }

  all<Name extends CourseTable>(table: Name): Promise<readonly CourseRows[Name][]> {
    return this.#store.all(table);
  }

  of<Name extends 'progress' | 'results'>(table: Name, course: string) {
    return this.#store.of(table, course);
  }

  get<Name extends CourseTable>(table: Name, id: string) {
    return this.#store.get(table, id);
  }

  async change<Name extends CourseTable>(
    table: Name,
    id: string,
    next: Next<Name>,
  ): Promise<CourseRows[Name] | null> {
    let before: CourseRows[Name] | undefined;
    const row = await this.#store.change(table, id, (known) => {
      before = known;
      return next(known);
    });
    const changed = row ?? before;
    if (changed !== undefined) await this.#keep(nameOf(table, courseOf(changed)));
    return row;
  }

  /** Once what is written now is written: whoever has changed something meanwhile is in what comes next. */
  #keep(name: string): Promise<void> {
    const waiting = this.#next.get(name);
    if (waiting !== undefined) return waiting;
    const next = (this.#now.get(name) ?? Promise.resolve()).then(() => {
      this.#next.delete(name);
      this.#now.set(name, next);
      return this.#beside.keep(name, true);
    });
    this.#next.set(name, next);
    return next;
  }
}
