import { lessonOf } from '../../course/course.ts';
import { makeResult } from '../../course/write-result.ts';
import type { BeginHow, CourseApi, CourseFile } from '../../protocol/course-api.ts';
import type { ServiceError, Workspace } from '../../protocol/engine-api.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import { progressId, type ProgressRow } from '../../storage/course-store.ts';
import type { Log } from '../../storage/log.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';
import { recordConversation } from '../keeping/record-scenario.ts';
import { workspaceOf } from '../keeping/workspace-of.ts';
import type { LoadFile, Ports } from '../ports.ts';
import { coded } from '../codes.ts';
import { Library } from './library.ts';
import { packCourses, restoreCourse } from './pack-courses.ts';
import { takeUpLost } from './take-up-lost.ts';
import {
  asBefore,
  beginningOf,
  progressOf,
  required,
  makeOwnWork,
  notBegun,
  ownChanges,
  ownWork,
  type LessonOfCourse,
} from './own-work.ts';
import { createResets } from './resets.ts';
import { createTaking } from './take-results.ts';
import { keepPassed, LessonChecker } from './lesson-checker.ts';
import { createWall } from './wall.ts';

export type CoursesOptions = {
  readonly ports: Ports;
  /** The log with what the browser had lost of it. */
  readonly log: () => Promise<Log>;
  readonly loadFile: LoadFile;
  /** Resolves when what was acknowledged of a workspace lies in the log. */
  readonly settled: (workspace: string) => Promise<void>;
  readonly problemOf: (error: unknown) => ServiceError;
};

/** There is no such course, or no such lesson in it. */
const unknownCourseProblem = (): ServiceError => ({
  code: 'E-DB-GONE',
  reason: coded('no-course', {}),
});

/** Courses, and people's own work on their lessons. */
export function createCourses({ ports, log, loadFile, settled, problemOf }: CoursesOptions): CourseApi {
  const storeOf = async () => (await log()).courses();
  const standing = new LessonChecker(ports, loadFile);
  const library = new Library(storeOf, loadFile, ports.wall);

  async function courseOf(id: string): Promise<CourseFile | null> {
    const row = await library.row(id);
    return row === undefined ? null : (JSON.parse(row.text) as CourseFile);
  }

  async function find(id: string, lesson: string): Promise<LessonOfCourse | null> {
    const course = await courseOf(id);
    const found = course === null ? undefined : lessonOf(course, lesson);
    return course === null || found === undefined ? null : { course, lesson: found };
  }

  /** What was done, or why not. */
  async function done<T>(work: () => Promise<T>): Promise<T | { readonly problem: ServiceError }> {
    try {
      return await work();
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }

  async function nothingOrWhyNot(work: () => Promise<unknown>): Promise<ServiceError | null> {
    const failed = await done(async () => {
      await work();
      return null;
    });
    return failed?.problem ?? null;
  }

  async function rowOf(from: Log, workspace: string | null): Promise<WorkspaceRow | undefined> {
    return (await from.workspaces()).find(({ id }) => id === workspace);
  }

  /** The work that is left, and what has to be played before another begins; null for nothing. */
  async function beginningFor({ course, lesson }: LessonOfCourse, how: BeginHow) {
    const from = await log();
    const left = await ownWork({ ports, log: from, store: await from.courses(), course, lesson });
    if (left !== undefined) await settled(left.id);
    if (left !== undefined && how === 'continue') return { left, beginning: null };
    const own = how === 'conversation' && left !== undefined ? await ownChanges(from, left) : [];
    return { left, beginning: beginningOf(lesson, own) };
  }

  async function begin(
    found: LessonOfCourse,
    how: BeginHow,
    name: string,
    played: readonly PlayedStep[],
  ): Promise<Workspace> {
    const { course, lesson } = found;
    const from = await log();
    const store = await from.courses();
    const { left } = await beginningFor(found, how);
    const means = { ports, log: from, store };
    const row =
      how === 'continue' && left !== undefined
        ? left
        : await makeOwnWork({ ...means, ...found }, name, played, left);
    await store.change('progress', progressId(course.id, lesson.id), (before) => {
      const known = before ?? notBegun(course, lesson);
      const next =
        how === 'continue'
          ? known
          : { ...(how === 'reset' ? notBegun(course, lesson) : known), before: asBefore(known) };
      return { ...next, workspace: row.id, ...(left === row ? {} : { revision: course.revision }) };
    });
    await store.change('courses', course.id, (kept) =>
      kept === undefined ? null : { ...kept, openedAt: ports.wall(), current: lesson.id },
    );
    return workspaceOf(row);
  }

  /** Whether a workspace goes on from where somebody worked on the lesson last, or is that. */
  async function goesOn(from: Log, row: WorkspaceRow, progress: ProgressRow | undefined): Promise<boolean> {
    if (progress === undefined) return true;
    // Begun anew with its course: what was left may still be open somewhere, and takes nothing over.
    if (progress.workspace === null) return progress.before === undefined;
    const rows = new Map((await from.workspaces()).map((one) => [one.id, one]));
    if (!rows.has(progress.workspace)) return true;
    for (
      let one: WorkspaceRow | undefined = row;
      one !== undefined;
      one = rows.get(one.parent?.workspace ?? '')
    )
      if (one.id === progress.workspace) return true;
    return false;
  }

  async function stateOf(workspace: string, now?: number) {
    const from = await log();
    await settled(workspace);
    const row = await rowOf(from, workspace);
    const found = row?.lesson === undefined ? null : await find(row.lesson.course, row.lesson.lesson);
    if (row === undefined || found === null) return null;
    const { course, lesson } = found;
    const state = await standing.state(from, row, lesson);
    const store = await from.courses();
    const progress = await store.get('progress', progressId(course.id, lesson.id));
    if (await goesOn(from, row, progress))
      await keepPassed(store, { course, lesson, state, workspace: row.id, now: ports.wall() });
    return now === undefined ? state : standing.state(from, row, lesson, now);
  }

  /** Of the workspace where a lesson is worked on now, or else of that where it was passed; null where neither is there. */
  async function resultOf({ course, lesson }: LessonOfCourse, progress: ProgressRow, name: string) {
    const from = await log();
    const standingIn = async (workspace: string | null) => {
      const row = await rowOf(from, workspace);
      if (row === undefined) return null;
      await settled(row.id);
      return { row, state: await standing.state(from, row, lesson) };
    };
    const now = await standingIn(progress.workspace);
    const found = now?.state.isPassed === true ? now : ((await standingIn(progress.passedIn ?? null)) ?? now);
    if (found === null) return null;
    const { row, state } = found;
    // Of the revision that it was begun in, whatever was taken since.
    const revision = row.lesson?.revision ?? course.revision;
    return makeResult(
      { id: course.id, revision },
      {
        lesson: lesson.id,
        name,
        at: new Date(ports.wall()).toISOString(),
        hints: progress.hints,
        state,
        scenario: await recordConversation(from, row.id),
      },
    );
  }

  async function begun(course: string): Promise<readonly ProgressRow[]> {
    return (await storeOf()).of('progress', course);
  }

  return {
    courses: () => library.list(),
    keepCourse: (course, replace = false) =>
      done(async () => {
        const summary = async () => required(await library.summary(course.id));
        const before = await library.row(course.id);
        const isSame = before?.text === JSON.stringify(course);
        if (before !== undefined && !isSame && replace === false) return { exists: await summary() };
        if (before?.draft === true && !isSame && replace === true) await library.keepBeside(before);
        const beside = (await library.builtIn()).find(({ id }) => id === course.id);
        const wasBuiltIn = before?.builtIn === true;
        const builtIn = wasBuiltIn && (isSame || beside?.revision === course.revision);
        await library.keep(course, { builtIn, draft: replace === 'draft' });
        return summary();
      }),
    keepDraft: (course, edits) => done(() => library.keepDraft(course, edits)),
    keepBeside: (course) => done(() => library.keepBeside({ text: JSON.stringify(course) })),
    removeCourse: (id, isStill = false) => nothingOrWhyNot(() => library.hide(id, isStill)),
    putCourseBack: async (id) => {
      const back = await done(() => library.show(id));
      if (typeof back === 'object') return back.problem;
      return back ? null : unknownCourseProblem();
    },
    async newerCourse(id) {
      const newer = (await library.summary(id))?.newer ?? null;
      return newer === null ? null : library.load(id);
    },
    async course(id) {
      const row = await library.row(id);
      if (row === undefined) return null;
      const course = JSON.parse(row.text) as CourseFile;
      await takeUpLost(await log(), course, standing, ports.wall()).catch(() => undefined);
      const { current, edits = 0 } = row;
      return { course, progress: (await begun(id)).map(progressOf), current, edits };
    },
    async lessonBeginning(course, lesson, how) {
      const found = await find(course, lesson);
      if (found === null) return { problem: unknownCourseProblem() };
      return done(async () => (await beginningFor(found, how)).beginning);
    },
    async lessonWorkspace(course, lesson, how, name, played = []) {
      const found = await find(course, lesson);
      if (found === null) return { problem: unknownCourseProblem() };
      return done(() => begin(found, how, name, played));
    },
    async undoReset(course, lesson) {
      const store = await storeOf();
      const row = await store.get('progress', progressId(course, lesson));
      if (row?.before === undefined) return null;
      await store.change('progress', row.id, () => row.before ?? null);
      const work = await rowOf(await log(), row.before.workspace);
      return work === undefined ? null : workspaceOf(work);
    },
    async takeHint(course, lesson) {
      const found = await find(course, lesson);
      const store = await storeOf();
      if (found === null) throw new Error('There is no such lesson.');
      const row = await store.change('progress', progressId(course, lesson), (before) => {
        const known = before ?? notBegun(found.course, found.lesson);
        return { ...known, hints: Math.min(known.hints + 1, found.lesson.hints.length) };
      });
      return progressOf(row ?? notBegun(found.course, found.lesson));
    },
    ...createWall({ storeOf, nothingOrWhyNot }),
    ...createResets({ storeOf, nothingOrWhyNot }),
    packCourses: () => done(async () => packCourses(await storeOf())),
    restoreCourse: (course, workspaces) =>
      nothingOrWhyNot(async () => restoreCourse(await storeOf(), library, course, workspaces)),
    lessonState: stateOf,
    ...createTaking({ ports, log, standing, find, done, nothingOrWhyNot }),
    result: (id, lesson, name) =>
      done(async () => {
        const results = [];
        for (const progress of await begun(id)) {
          const of = progress.lesson;
          const found = lesson === null || lesson === of ? await find(id, of) : null;
          const result = found === null ? null : await resultOf(found, progress, name);
          if (result !== null) results.push(result);
        }
        const [first] = results;
        if (lesson !== null && first !== undefined) return first;
        if (first === undefined) return { problem: unknownCourseProblem() };
        return { format: 'rehearsal-results' as const, version: 1 as const, results };
      }),
  };
}
