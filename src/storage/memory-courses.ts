import type { CourseRows, CourseStore, CourseTable } from './course-store.ts';

/** What is kept of courses where there is no database: forgotten with the page. */
export class MemoryCourses implements CourseStore {
  readonly #tables: { readonly [Name in CourseTable]: Map<string, CourseRows[Name]> } = {
    courses: new Map(),
    progress: new Map(),
    results: new Map(),
  };

  all<Name extends CourseTable>(table: Name): Promise<readonly CourseRows[Name][]> {
    return Promise.resolve([...this.#table(table).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  }

  async of<Name extends 'progress' | 'results'>(
    table: Name,
    course: string,
  ): Promise<readonly CourseRows[Name][]> {
    return (await this.all(table)).filter((row) => row.course === course);
  }

  get<Name extends CourseTable>(table: Name, id: string): Promise<CourseRows[Name] | undefined> {
    return Promise.resolve(this.#table(table).get(id));
  }

  change<Name extends CourseTable>(
    table: Name,
    id: string,
    next: (row: CourseRows[Name] | undefined) => CourseRows[Name] | null,
  ): Promise<CourseRows[Name] | null> {
    const rows = this.#table(table);
    const row = next(rows.get(id));
    if (row === null) rows.delete(id);
    else rows.set(id, row);
    return Promise.resolve(row);
  }

  #table<Name extends CourseTable>(name: Name): Map<string, CourseRows[Name]> {
    return this.#tables[name];
  }
}
