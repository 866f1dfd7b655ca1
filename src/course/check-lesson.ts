import { withCode } from '../scenario/match-said.ts';
import type { StepReport } from '../scenario/replay.ts';
import type { LessonState } from './check-state.ts';
import type { Lesson } from './course.ts';
import { playLesson, type LessonMeans } from './play-lesson.ts';

/** A lesson played against its solution, and against nobody doing anything. */
export type CheckedLesson = {
  /** Null where it has no solution. */
  readonly solution: LessonState | null;
  /** Steps of the solution that could not be played, or were refused without being expected to be. */
  readonly unplayed: readonly { readonly step: number; readonly message: string }[];
  /** After the opening scene, and an hour in which nobody does anything. What has passed in it asks for nothing. */
  readonly nothing: LessonState;
};

/** So long nobody does anything, in milliseconds, when a lesson is played against nothing. */
const idle = 3_600_000;

/** Plays a lesson against its solution, which is to pass it, and against nothing, which is not. */
export function checkLesson(lesson: Lesson, means: LessonMeans): CheckedLesson {
  const { seed, start, solution } = lesson;
  const wait = { input: { type: 'clock.advances', by: idle } } as const;
  const nothing = { ...seed, steps: [...seed.steps.slice(0, start), wait] };
  const played = solution === undefined ? null : playLesson(lesson, solution, means);
  return {
    solution: played?.state ?? null,
    unplayed: (played?.replay.steps ?? []).flatMap(unplayed),
    nothing: playLesson(lesson, nothing, means).state,
  };
}

function unplayed({ index, outcome, reason, failures }: StepReport) {
  if (outcome === 'failed') return [{ step: index, message: failures[0]?.message ?? '' }];
  // One that is expected to be refused has no failure about its input.
  const isExpected = !failures.some(({ path }) => path.endsWith('.input'));
  return reason === null || isExpected ? [] : [{ step: index, message: withCode(reason) }];
}
