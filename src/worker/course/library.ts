import { type CourseRow, type CourseStore, type ProgressRow } from '../../storage/course-store.ts';
import type { CourseFile, CourseSummary, KeptDraft } from '../../protocol/course-api.ts';
import type { LoadFile } from '../ports.ts';

/** What the list of those that come with the app says of one. */
type BuiltIn = Pick<CourseSummary, 'id' | 'revision' | 'title' | 'language' | 'contents'> & {
  readonly description?: string;
};

const fileOf = (id: string): string => `courses/${id}.rehearsal-course.json`;

/** A course that was taken away can be put back for ten seconds; then it is thrown away, a little later than that. */
const goneAfter = 12_000;

/** The courses that are kept, and those that come with the app. */
export class Library {
  readonly #store: () => Promise<CourseStore>;
  readonly #loadFile: LoadFile;
  readonly #wall: () => number;
  #builtIn: Promise<readonly BuiltIn[]> | null = null;

  constructor(store: () => Promise<CourseStore>, loadFile: LoadFile, wall: () => number) {
    this.#store = store;
    this.#loadFile = loadFile;
    this.#wall = wall;
  }

  /** Those that come with the app first, in their order, then the others by title. */
  async list(): Promise<readonly CourseSummary[]> {
    const store = await this.#store();
    await this.#sweep(store);
    const builtIn = await this.builtIn();
    const rows = (await store.all('courses')).filter(isThere);
    const progress = await store.all('progress');
    const others = rows
      .filter(({ id }) => !builtIn.some((one) => one.id === id))
      .toSorted((a, b) => a.title.localeCompare(b.title));
    return [
      ...builtIn.map((one) => summaryOf(rows.find(({ id }) => id === one.id) ?? one, progress, one)),
      ...others.map((row) => summaryOf(row, progress)),
    ];
  }

  async summary(id: string): Promise<CourseSummary | undefined> {
    return (await this.list()).find((one) => one.id === id);
  }

  /** What lies beside the app; nothing where that cannot be had. */
  builtIn(): Promise<readonly BuiltIn[]> {
    return (this.#builtIn ??= this.#loadFile('courses/index.json')
      .then((text) => JSON.parse(text) as readonly BuiltIn[])
      .catch(() => {
        this.#builtIn = null;
        return [];
      }));
  }

  /**
   * A course as it is kept. One that comes with the app is kept when it is first asked for, so that a newer one does not take its
   * place in the middle of a lesson; as long as nothing was done in it, it does.
   */
  async row(id: string): Promise<CourseRow | undefined> {
    const store = await this.#store();
    const found = await store.get('courses', id);
    const row = found !== undefined && isThere(found) ? found : undefined;
    const beside = (await this.builtIn()).find((one) => one.id === id);
    if (beside === undefined || (row !== undefined && (!row.builtIn || row.revision >= beside.revision)))
      return row;
    if (row !== undefined && (await store.of('progress', id)).length > 0) return row;
    const course = await this.load(id);
    if (course === null) return row;
    return this.keep(course, { builtIn: true, draft: false });
  }

  /** The file of one that comes with the app; null where it cannot be had. */
  load(id: string): Promise<CourseFile | null> {
    return this.#loadFile(fileOf(id)).then(
      (text) => JSON.parse(text) as CourseFile,
      () => null,
    );
  }

  /** Puts a course in the place of the one of its id; how far somebody has come in that stays. */
  async keep(course: CourseFile, how: Pick<CourseRow, 'builtIn' | 'draft'>): Promise<CourseRow> {
    const store = await this.#store();
    const row = (before: CourseRow | undefined) => rowOf(course, how, before);
    return (await store.change('courses', course.id, row)) ?? row(undefined);
  }

  /** As `CourseApi.keepDraft`. One that is deleted stays so, and has the changes where that is undone. */
  async keepDraft(course: CourseFile, edits: number): Promise<KeptDraft> {
    const store = await this.#store();
    let kept: KeptDraft = { kind: 'gone' };
    await store.change('courses', course.id, (before) => {
      if (before === undefined) return null;
      const { edits: now = 0, removedAt, text } = before;
      if (now !== edits) {
        kept = { kind: 'other', course: JSON.parse(text) as CourseFile, edits: now };
        return before;
      }
      if (isThere(before)) kept = { kind: 'kept', edits: now + 1 };
      return { ...rowOf(course, { builtIn: false, draft: true }, before), removedAt };
    });
    return kept;
  }

  /**
   * Keeps what is being made of a course under the next free id as well, and with the same number behind its title, so that another
   * one can take its place.
   */
  async keepBeside({ text }: Pick<CourseRow, 'text'>): Promise<CourseRow> {
    const course = JSON.parse(text) as CourseFile;
    const store = await this.#store();
    const builtIn = await this.builtIn();
    for (let n = 2; ; n += 1) {
      // An id has at most 64 letters.
      const id = `${course.id.slice(0, 56)}-${String(n)}`;
      if ((await store.get('courses', id)) !== undefined || builtIn.some((one) => one.id === id)) continue;
      const copy = { ...course, id, title: `${course.title} (${String(n)})`, revision: 1 };
      return this.keep(copy, { builtIn: false, draft: true });
    }
  }

  /** Hides a course, from now on; with `isStill` only one that is hidden already. */
  async hide(id: string, isStill: boolean): Promise<void> {
    const store = await this.#store();
    await store.change('courses', id, (row) =>
      row === undefined ? null : isStill && isThere(row) ? row : { ...row, removedAt: this.#wall() },
    );
  }

  /** Shows a hidden course again; false where it is gone. */
  async show(id: string): Promise<boolean> {
    const store = await this.#store();
    const shown = await store.change('courses', id, (row) =>
      row === undefined ? null : { ...row, removedAt: undefined },
    );
    return shown !== null;
  }

  /** Throws away what was taken away long ago, with the results on its wall. People's own work stays among the workspaces. */
  async #sweep(store: CourseStore): Promise<void> {
    const isOver = ({ removedAt }: CourseRow) =>
      removedAt !== undefined && this.#wall() - removedAt >= goneAfter;
    for (const course of await store.all('courses')) {
      if (!isOver(course)) continue;
      const { id } = course;
      const left = await store.change('courses', id, (row) =>
        row === undefined || isOver(row) ? null : row,
      );
      if (left !== null) continue;
      for (const row of await store.of('progress', id)) await store.change('progress', row.id, () => null);
      for (const row of await store.of('results', id)) await store.change('results', row.id, () => null);
    }
  }
}

const rowOf = (
  course: CourseFile,
  how: Pick<CourseRow, 'builtIn' | 'draft'>,
  before: CourseRow | undefined,
): CourseRow => ({
  id: course.id,
  revision: course.revision,
  title: course.title,
  language: course.language,
  lessons: course.lessons.map((lesson) => lesson.id),
  text: JSON.stringify(course),
  edits: before === undefined ? 0 : (before.edits ?? 0) + 1,
  openedAt: before?.openedAt ?? null,
  current: before?.current ?? null,
  ...how,
});

/** What the list says of a course, by its file. */
const aboutOf = ({ description, lessons }: CourseFile): Pick<BuiltIn, 'description' | 'contents'> => ({
  ...(description !== undefined && { description }),
  contents: lessons.map(({ id, title }) => ({ id, title })),
});

const isThere = ({ removedAt }: CourseRow): boolean => removedAt === undefined;

function summaryOf(
  of: BuiltIn | CourseRow,
  progress: readonly ProgressRow[],
  builtIn?: BuiltIn,
): CourseSummary {
  const { id, revision, title, language } = of;
  const kept = 'text' in of ? of : null;
  const passed = progress.filter(
    ({ course, lesson, passedAt }) =>
      course === id && passedAt !== null && (kept === null || kept.lessons.includes(lesson)),
  );
  const isBuiltIn = kept?.builtIn ?? true;
  const said = kept === null ? (of as BuiltIn) : aboutOf(JSON.parse(kept.text) as CourseFile);
  return {
    id,
    revision,
    title,
    description: said.description ?? '',
    language,
    contents: said.contents,
    passed: passed.length,
    builtIn: isBuiltIn,
    draft: kept?.draft ?? false,
    openedAt: kept?.openedAt ?? null,
    newer: isBuiltIn && builtIn !== undefined && builtIn.revision > revision ? builtIn.revision : null,
  };
}
