import type { Beginning, CourseFile, Lesson, LessonOf, LessonProgress } from '../../protocol/course-api.ts';
import { progressId, type CourseStore, type ProgressRow } from '../../storage/course-store.ts';
import type { Log } from '../../storage/log.ts';
import type { StoredStep, WorkspaceRow } from '../../storage/rows.ts';
import type { ScenarioStep } from '../../scenario/format.ts';
import { freeName } from '../keeping/free-name.ts';
import { stepsOf } from '../keeping/record-scenario.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import type { Ports } from '../ports.ts';

/** A lesson, and the course that it is in. */
export type LessonOfCourse = { readonly course: CourseFile; readonly lesson: Lesson };

export type WorkMeans = {
  readonly ports: Ports;
  readonly log: Log;
  readonly store: CourseStore;
};

export type OwnWorkOptions = WorkMeans & LessonOfCourse;

/** What nobody has begun. */
export const notBegun = ({ id, revision }: CourseFile, { id: lesson }: Lesson): ProgressRow => ({
  id: progressId(id, lesson),
  course: id,
  lesson,
  workspace: null,
  hints: 0,
  checks: [],
  passedAt: null,
  revision,
});

/** The workspace where somebody works on a lesson; undefined where there is none (any more). */
export async function ownWork({
  log,
  store,
  course,
  lesson,
}: OwnWorkOptions): Promise<WorkspaceRow | undefined> {
  const rows = await log.workspaces();
  const progress = await store.get('progress', progressId(course.id, lesson.id));
  const found = rows.find(({ id }) => id === progress?.workspace);
  // What a browser has lost comes back as workspaces only: they say of which lesson they are.
  if (found !== undefined || progress !== undefined) return found;
  return rows.find((row) => row.lesson?.course === course.id && row.lesson.lesson === lesson.id);
}

/** What has to be played for one's own work to begin; `own` are steps that come behind the opening scene. */
export const beginningOf = ({ seed, start }: Lesson, own: readonly ScenarioStep[] = []): Beginning => ({
  world: seed.world,
  steps: [...seed.steps.slice(0, start), ...own],
});

/**
 * Makes a workspace that begins where the lesson does, of its beginning as it was played; `left` is the workspace whose place it takes.
 * @throws StorageError
 */
export async function makeOwnWork(
  { ports, log, course, lesson }: OwnWorkOptions,
  name: string,
  played: readonly PlayedStep[],
  left?: WorkspaceRow,
): Promise<WorkspaceRow> {
  const { newId, wall } = ports;
  const { seed, start, locked = [] } = lesson;
  if (played.length < start) throw new Error('The opening scene of the lesson was not played.');
  const id = newId();
  const of: LessonOf = {
    ...{ course: course.id, revision: course.revision, lesson: lesson.id, start },
    ...(locked.length === 0 ? {} : { locked }),
  };
  return log.create(
    {
      id,
      name: left === undefined ? await freeName(log, name, id) : left.name,
      createdAt: wall(),
      openingSteps: start,
      lesson: of,
      ...(left === undefined
        ? { began: 'lesson' as const }
        : { began: 'branch' as const, parent: { workspace: left.id, step: start } }),
    },
    seed.world,
    played,
  );
}

/** What somebody has changed of settings and scripts since the lesson began, to be done again where it begins. */
export async function ownChanges(log: Log, { id, lesson }: WorkspaceRow): Promise<readonly ScenarioStep[]> {
  const changes: ScenarioStep[] = [];
  const last = await log.lastStep(id);
  for await (const step of stepsOf(log, id, last, (lesson?.start ?? 0) + 1))
    if (isChange(step)) changes.push({ input: step.input });
  return changes;
}

const isChange = ({ input, refused }: StoredStep): boolean =>
  refused === undefined && input.type.startsWith('admin.') && input.type !== 'admin.purges';

/** Of what was begun anew several times, the last time can be undone. */
export const withoutBefore = ({ before: _before, ...row }: ProgressRow): ProgressRow => row;

/** What to come back to from a lesson that begins anew: one that its course has just emptied comes back as it was before that. */
export const asBefore = (row: ProgressRow): ProgressRow =>
  row.workspace === null && row.before !== undefined ? row.before : withoutBefore(row);

/** What the page is told of it. */
export function progressOf(row: ProgressRow): LessonProgress {
  const { lesson, workspace, hints, checks, passedAt, revision, elsewhere = false } = row;
  return { lesson, workspace, hints, checks, passedAt, revision, elsewhere };
}

/** What has to be there, as it was kept just now. */
export function required<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('What was kept is not there.');
  return found;
}
