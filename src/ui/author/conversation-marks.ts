import type { Lesson } from '../../protocol/course-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';

/** The first steps of a scenario, with what it says of them. */
export function upTo(file: ScenarioFile, steps: number): ScenarioFile {
  const { opening, bookmarks, ...rest } = file;
  const kept = bookmarks?.filter(({ step }) => step <= steps) ?? [];
  return {
    ...rest,
    ...(opening === undefined ? {} : { opening: Math.min(opening, steps) }),
    ...(kept.length === 0 ? {} : { bookmarks: kept }),
    steps: file.steps.slice(0, steps),
  };
}

/** Whether the first steps of two scenarios are the same, in the same world. */
function beginsAlike(one: ScenarioFile, other: ScenarioFile, steps: number): boolean {
  if (one.steps.length < steps || other.steps.length < steps) return false;
  const inputs = (file: ScenarioFile) => file.steps.slice(0, steps).map(({ at, input }) => [at, input]);
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  return same(inputs(one), inputs(other)) && same(one.world, other.world);
}

/** Whether a conversation begins as a lesson does, and goes on from there. */
export const beginsAs = ({ seed, start }: Pick<Lesson, 'seed' | 'start'>, file: ScenarioFile): boolean =>
  file.steps.length > start && beginsAlike(seed, file, start);

/** The place of the goal: the last step of what was played for the lesson; 0 where none is marked. */
export const goalOf = ({ solution }: Pick<Lesson, 'solution'>): number => solution?.steps.length ?? 0;

/**
 * The lesson, begun after so many steps of a conversation. What was played to its goal stays its solution where that begins
 * in the same way and goes on from there.
 */
export function withStart(lesson: Lesson, conversation: ScenarioFile, start: number): Lesson {
  const { solution, ...rest } = lesson;
  const at = Math.max(0, Math.min(start, conversation.steps.length));
  const stays = solution !== undefined && goalOf(lesson) > at && beginsAlike(solution, conversation, at);
  return { ...rest, seed: upTo(conversation, at), start: at, ...(stays ? { solution } : {}) };
}

/** The lesson with its goal after so many steps of a conversation, which begins as the lesson does. */
export function withGoal(lesson: Lesson, conversation: ScenarioFile, goal: number): Lesson {
  const at = Math.min(goal, conversation.steps.length);
  const start = Math.min(lesson.start, Math.max(0, at - 1));
  return { ...lesson, start, seed: upTo(conversation, start), solution: upTo(conversation, at) };
}
