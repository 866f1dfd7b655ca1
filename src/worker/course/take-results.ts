import { beginsAs } from '../../course/begins-as.ts';
import { addressOf, isLocked } from '../../course/locked.ts';
import { coded } from '../../course/codes.ts';
import type { CodedText } from '../../engine/codes.ts';
import type { CourseApi, ResultFile, TakenResults } from '../../protocol/course-api.ts';
import type { ServiceError } from '../../protocol/engine-api.ts';
import type { PlayedStep } from '../../protocol/played-step.ts';
import { progressId } from '../../storage/course-store.ts';
import type { Log } from '../../storage/log.ts';
import type { Ports } from '../ports.ts';
import {
  beginningOf,
  makeOwnWork,
  notBegun,
  withoutBefore,
  type LessonOfCourse,
  type WorkMeans,
} from './own-work.ts';
import { keepPassed, type LessonChecker } from './lesson-checker.ts';

type TakingOptions = {
  readonly ports: Ports;
  readonly log: () => Promise<Log>;
  readonly standing: LessonChecker;
  readonly find: (course: string, lesson: string) => Promise<LessonOfCourse | null>;
  readonly done: <T>(work: () => Promise<T>) => Promise<T | { readonly problem: ServiceError }>;
  /** Null, or why the work could not be done. */
  readonly nothingOrWhyNot: (work: () => Promise<unknown>) => Promise<ServiceError | null>;
};

type Taking = Pick<CourseApi, 'resultBeginnings' | 'takeResults' | 'undoTakeResults'>;

/**
 * Goes on from results of another computer: what was played becomes one's own work here, and what it passes is found by judging it, not by
 * what the file says. Own work that was here stays among the workspaces.
 */
export const createTaking = ({
  ports,
  log,
  standing,
  find,
  done,
  nothingOrWhyNot,
}: TakingOptions): Taking => ({
  resultBeginnings: (results) =>
    Promise.all(
      results.map(async ({ course, lesson, scenario }) => {
        const found = await find(course, lesson);
        if (found === null || beginsOtherwise(scenario, found)) return null;
        return beginningOf(found.lesson, scenario.steps.slice(found.lesson.start));
      }),
    ),
  takeResults: (results, names, played) =>
    done(async (): Promise<TakenResults> => {
      const from = await log();
      const means = { ports, log: from, store: await from.courses(), standing };
      const taken: string[] = [];
      const left: { lesson: string; why: CodedText }[] = [];
      for (const [index, result] of results.entries()) {
        const { course, lesson } = result;
        const found = await find(course, lesson);
        const steps = played[index] ?? null;
        const why =
          found === null
            ? coded('result-no-course', { course })
            : await take(result, names[index] ?? lesson, steps, means, found, taken.includes(lesson));
        if (why === null) taken.push(lesson);
        else left.push({ lesson, why });
      }
      return { taken, left };
    }),
  undoTakeResults: (course, lessons) =>
    nothingOrWhyNot(async () => {
      const store = await (await log()).courses();
      for (const lesson of lessons) {
        const found = await find(course, lesson);
        await store.change('progress', progressId(course, lesson), (now) => {
          if (now?.before !== undefined) return now.before;
          // Not nothing: else the workspace that is left would be taken up as work that was lost.
          return found === null ? null : notBegun(found.course, found.lesson);
        });
      }
    }),
});

const beginsOtherwise = (scenario: ResultFile['scenario'], { lesson }: LessonOfCourse): boolean =>
  beginsAs(scenario, lesson.seed, lesson.start) !== null;

/** Null, or why it cannot be gone on from; `isAgain` for another result of a lesson that was taken just now. */
async function take(
  { scenario, hints }: ResultFile,
  name: string,
  played: readonly PlayedStep[] | null,
  means: WorkMeans & { readonly standing: LessonChecker },
  found: LessonOfCourse,
  isAgain: boolean,
): Promise<CodedText | null> {
  const { ports, log, store, standing } = means;
  const { course, lesson } = found;
  if (beginsOtherwise(scenario, found)) return coded('result-other-world', {});
  if (played?.length !== scenario.steps.length) return coded('result-not-finished', {});
  const { locked = [], start } = lesson;
  const changes = played.find(({ step, input, refused }) => {
    const address = step <= start || refused !== undefined ? null : addressOf(input);
    return address !== null && isLocked(locked, address);
  });
  if (changes !== undefined) return coded('result-changes-locked', { step: changes.step });
  const row = await makeOwnWork({ ...means, ...found }, name, played);
  await store.change('progress', progressId(course.id, lesson.id), (known) => ({
    ...notBegun(course, lesson),
    workspace: row.id,
    hints: Math.min(hints, lesson.hints.length),
    // What was passed here stays so.
    checks: known?.checks ?? [],
    passedAt: known?.passedAt ?? null,
    passedIn: known?.passedIn,
    elsewhere: typeof known?.passedAt === 'number' ? known.elsewhere : true,
    ...(known === undefined ? {} : { before: isAgain ? known.before : withoutBefore(known) }),
  }));
  const state = await standing.state(log, row, lesson);
  await keepPassed(store, { course, lesson, state, workspace: row.id, now: ports.wall() });
  return null;
}
