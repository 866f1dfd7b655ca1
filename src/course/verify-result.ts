import type { CodedText } from '../engine/codes.ts';
import type { StepReport } from '../scenario/replay.ts';
import type { Verdict } from '../scenario/verdict.ts';
import { beginsAs } from './begins-as.ts';
import type { LessonState } from './check-state.ts';
import { lessonOf, type CourseFile, type Lesson } from './course.ts';
import { addressOf, isLocked } from './locked.ts';
import { playLesson, type LessonMeans } from './play-lesson.ts';
import type { ResultFile } from './result.ts';
import { coded } from './codes.ts';

/** What became of a result when it was played again. */
export type Verified = {
  /** `unverified`: it could not be asked, as its lesson is not there as it was, or the file does not say what came of its steps. */
  readonly verified: 'verified' | 'differs' | 'unverified';
  /** What is to be said of it. */
  readonly doubts: readonly CodedText[];
  /** How the checks stand by what it played; null where it could not be played as this lesson. */
  readonly state: LessonState | null;
};

/**
 * Plays a result again: it has to begin as its lesson does, the same has to come of its steps as when it was saved, and that has to
 * lead to the checks that it says have passed.
 * @param course the course of that id, as it is here; null where it is not
 */
export function verifyResult(result: ResultFile, course: CourseFile | null, means: LessonMeans): Verified {
  const found = course?.id === result.course ? course : null;
  if (found === null)
    return {
      verified: 'unverified',
      doubts: [coded('result-no-course', { course: result.course })],
      state: null,
    };
  const { revision } = result;
  const other =
    revision === found.revision
      ? []
      : [coded('result-other-revision', { revision, present: found.revision })];
  const lesson = lessonOf(found, result.lesson);
  if (lesson === undefined)
    return {
      verified: 'unverified',
      doubts: [...other, coded('result-no-lesson', { lesson: result.lesson })],
      state: null,
    };
  const begins = beginning(result, lesson);
  // What was taught has changed meanwhile; that is no fault of whoever did it.
  const fault = other.length > 0 ? 'unverified' : 'differs';
  if (begins !== null) return { verified: fault, doubts: [...other, begins], state: null };
  const { state, replay } = playLesson(lesson, result.scenario, means);
  const doubts = [
    ...ofVerdict(replay.verdict),
    ...ofLocked(lesson, result, replay.steps),
    ...ofChecks(result, state),
  ];
  const isOpen = doubts.length === 1 && doubts[0]?.code === 'result-no-hashes';
  const verified = doubts.length === 0 ? 'verified' : isOpen ? 'unverified' : fault;
  return { verified, doubts: [...other, ...doubts], state };
}

function beginning({ scenario }: ResultFile, { seed, start }: Lesson): CodedText | null {
  const differs = beginsAs(scenario, seed, start);
  if (differs === null) return null;
  return differs === 'world'
    ? coded('result-other-world', {})
    : coded('result-other-opening', { step: differs + 1 });
}

function ofVerdict(verdict: Verdict): readonly CodedText[] {
  if (verdict.kind === 'identical')
    return verdict.steps === verdict.of ? [] : [coded('result-no-hashes', {})];
  if (verdict.kind === 'unknown') return verdict.steps === 0 ? [] : [coded('result-no-hashes', {})];
  const { step, because } = verdict;
  if (because === 'notPlayed') return [coded('result-not-played', { step })];
  return [
    because === 'otherRules' ? coded('result-other-rules', { step }) : coded('result-changed', { step }),
  ];
}

/** Steps that change what the lesson locks: its window refuses them, so the conversation was not played there. */
function ofLocked(
  { locked = [], start }: Lesson,
  { scenario }: ResultFile,
  steps: readonly StepReport[],
): readonly CodedText[] {
  return steps.flatMap(({ index, outcome }) => {
    const input = scenario.steps[index - 1]?.input;
    if (index <= start || outcome !== 'committed' || input === undefined) return [];
    const address = addressOf(input);
    return address !== null && isLocked(locked, address)
      ? [coded('result-changes-locked', { step: index })]
      : [];
  });
}

/**
 * Checks that stand otherwise than the result says; one that it does not name has not passed by it, and one that the lesson does not
 * have, or that is said once more, does not pass.
 */
function ofChecks({ checks }: ResultFile, state: LessonState): readonly CodedText[] {
  const differs = state.checks.flatMap(({ name, state: stands }) => {
    const said = checks.find((check) => check.name === name)?.passed ?? false;
    const found = stands === 'passed';
    return said === found ? [] : [coded('result-check-differs', { name, said, found })];
  });
  const names = new Set(state.checks.map(({ name }) => name));
  const added = checks.filter(({ name, passed }) => !names.delete(name) && passed);
  return [
    ...differs,
    ...added.map(({ name }) => coded('result-check-differs', { name, said: true, found: false })),
  ];
}
