import { createPatternMatcher } from '../../bots/pattern-matcher.ts';
import { coveredScripts, Judge } from '../../course/judge.ts';
import type { CourseFile, Lesson, LessonState } from '../../protocol/course-api.ts';
import type { World } from '../../engine/world.ts';
import type { CourseStore, ProgressRow } from '../../storage/course-store.ts';
import { progressId } from '../../storage/course-store.ts';
import type { Log } from '../../storage/log.ts';
import type { WorkspaceRow } from '../../storage/rows.ts';
import { stepsOf } from '../keeping/record-scenario.ts';
import type { LoadFile, Ports } from '../ports.ts';
import type { Covering } from './covering.ts';
import { notBegun } from './own-work.ts';

/** How far the log of a workspace was judged. */
type Judged = {
  readonly workspace: string;
  readonly generation: number;
  readonly text: string;
  readonly judge: Judge;
  /** Where the lesson asks how much of scripts ran. */
  readonly covering: Covering | null;
  world: World;
  step: number;
};

/** How the checks of a lesson stand in somebody's work: only what came since it was looked at last is judged. */
export class LessonChecker {
  readonly #ports: Pick<Ports, 'engine' | 'loadJavaScript'>;
  readonly #loadFile: LoadFile;
  readonly #matcher = createPatternMatcher().matches;
  #last: Judged | null = null;
  /** Who asks meanwhile is answered behind whoever asked before: a step is judged once. */
  #before: Promise<unknown> = Promise.resolve();

  constructor(ports: Pick<Ports, 'engine' | 'loadJavaScript'>, loadFile: LoadFile) {
    this.#ports = ports;
    this.#loadFile = loadFile;
  }

  /**
   * By the log alone, so that whoever replays it finds the same; with `now`, in milliseconds since 1970, as it stands at that moment of a clock
   * which has gone on since the last step. @throws StorageError
   */
  state(log: Log, row: WorkspaceRow, lesson: Lesson, now?: number): Promise<LessonState> {
    const state = this.#before.then(() => this.#judge(log, row, lesson, now));
    this.#before = state.catch(() => undefined);
    return state;
  }

  async #judge(log: Log, row: WorkspaceRow, lesson: Lesson, now: number | undefined): Promise<LessonState> {
    const judged = await this.#known(log, row, lesson);
    const last = await log.lastStep(row.id);
    for await (const step of stepsOf(log, row.id, last, judged.step + 1)) {
      const { input, events, refused = null } = step;
      const before = judged.world;
      for (const event of events) judged.world = this.#ports.engine.fold(judged.world, event);
      const covered = await judged.covering?.take(before, step, judged.world);
      judged.judge.take({ step: step.step, input, events, world: judged.world, refusal: refused, covered });
      judged.step = step.step;
    }
    return judged.judge.state(now);
  }

  async #known(log: Log, row: WorkspaceRow, lesson: Lesson): Promise<Judged> {
    const { id, generation } = row;
    const text = JSON.stringify(lesson.checks);
    const last = this.#last;
    if (last?.workspace === id && last.generation === generation && last.text === text) return last;
    const start = row.lesson?.start ?? lesson.start;
    // It may have begun in another revision of the lesson, whose world was another one.
    const began = (await log.read(id))?.world ?? lesson.seed.world;
    let world = this.#ports.engine.createWorld(began);
    for await (const step of stepsOf(log, id, Math.min(start, await log.lastStep(id))))
      for (const event of step.events) world = this.#ports.engine.fold(world, event);
    const begun = {
      workspace: id,
      generation,
      text,
      judge: new Judge(lesson, world, this.#matcher),
      covering: await this.#covering(lesson),
      world,
      step: start,
    };
    this.#last = begun;
    return begun;
  }

  /** What counts statements is a part that few lessons need. */
  async #covering(lesson: Lesson): Promise<Covering | null> {
    const scripts = coveredScripts(lesson);
    if (scripts.length === 0) return null;
    const { Covering: Counting } = await import('./covering.ts');
    return new Counting(scripts, this.#loadFile, this.#ports);
  }
}

type Passed = {
  readonly course: CourseFile;
  readonly lesson: Lesson;
  readonly state: LessonState;
  readonly workspace: string;
  /** By the clock on the wall, in milliseconds since 1970. */
  readonly now: number;
};

/** Keeps what passed, and when; what passed once stays so. */
export async function keepPassed(store: CourseStore, { course, lesson, ...passed }: Passed): Promise<void> {
  const id = progressId(course.id, lesson.id);
  const before = (await store.get('progress', id)) ?? notBegun(course, lesson);
  if (same(before, withPassed(before, passed))) return;
  await store.change('progress', id, (row) => withPassed(row ?? notBegun(course, lesson), passed));
}

function withPassed(
  row: ProgressRow,
  { state, workspace, now }: Pick<Passed, 'state' | 'workspace' | 'now'>,
): ProgressRow {
  const fresh = state.checks.filter(
    (check) => check.state === 'passed' && !row.checks.some(({ name }) => name === check.name),
  );
  return {
    ...row,
    workspace,
    checks: [...row.checks, ...fresh.map(({ name }) => ({ name, passedAt: now }))],
    ...(row.passedAt === null && state.isPassed ? { passedAt: now, passedIn: workspace } : {}),
  };
}

const same = (a: ProgressRow, b: ProgressRow): boolean =>
  a.workspace === b.workspace && a.checks.length === b.checks.length && a.passedAt === b.passedAt;
