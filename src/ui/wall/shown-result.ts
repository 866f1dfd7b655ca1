import type { CodedText } from '../../engine/codes.ts';
import type { ReadResult } from '../../protocol/course-files.ts';
import type { CourseFile, LessonState, ResultFile } from '../../protocol/course-api.ts';
import type { KeptResult } from '../../protocol/wall-api.ts';
import type { ScenarioFile } from '../../scenario/format.ts';
import { parseInstant, parseMoment } from '../../scenario/time.ts';

/** A check as the wall shows it. */
export type ShownCheck = {
  readonly name: string;
  /** `failed`: it cannot pass any more; `next`: the first that has not passed; `open`: one behind that. */
  readonly state: 'passed' | 'failed' | 'next' | 'open';
  /** The event by which it passed or failed, of the conversation that was played; null where that is not known. */
  readonly seq: number | null;
  readonly why: CodedText | null;
};

/** How much of a result is known to be so. */
export type Trust = 'verified' | 'differs' | 'unverified';

/** What the wall knows of a result, from a file or from a code. */
export type ShownResult = {
  readonly kept: KeptResult;
  readonly name: string;
  readonly lesson: string;
  readonly revision: number;
  /** When it was saved, in milliseconds since 1970; 0 where nobody says. */
  readonly savedAt: number;
  readonly hints: number;
  readonly trust: Trust;
  readonly doubts: readonly CodedText[];
  readonly checks: readonly ShownCheck[];
  readonly isPassed: boolean;
  /** So long it took by the clock of the lesson, in milliseconds; null where that is not known. */
  readonly took: number | null;
  /** The file it came as; null for a code, of which nothing can be opened. */
  readonly file: ResultFile | null;
};

/** What is shown of a kept result once it was read; null for one that is none any more. */
export function shownResult(kept: KeptResult, read: ReadResult, course: CourseFile): ShownResult | null {
  if (read.kind === 'refused') return null;
  if (read.kind === 'code') {
    const { name, lesson, revision, hints, passed } = read.code;
    const names = course.lessons.find(({ id }) => id === lesson)?.checks.map((check) => check.name) ?? [];
    const checks = claimed(passed.map((isPassed, n) => ({ name: names[n] ?? '', passed: isPassed })));
    return {
      ...{ kept, name, lesson, revision, hints, checks },
      ...{ savedAt: 0, trust: 'unverified', doubts: [], isPassed: passedAll(checks), took: null, file: null },
    };
  }
  const { result, verified, doubts, state } = read;
  const { name, lesson, revision, hints } = result;
  const savedAt = Date.parse(result.at);
  const checks = state === null ? claimed(result.checks) : replayed(state);
  const start = course.lessons.find(({ id }) => id === lesson)?.start ?? 0;
  return {
    ...{ kept, name, lesson, revision, hints, checks, doubts },
    savedAt: Number.isFinite(savedAt) ? savedAt : 0,
    trust: verified,
    isPassed: passedAll(checks),
    took: playedFor(result.scenario, start),
    file: result,
  };
}

const passedAll = (checks: readonly ShownCheck[]): boolean =>
  checks.length > 0 && checks.every(({ state }) => state === 'passed');

/** What a result says of itself. */
function claimed(checks: ResultFile['checks']): readonly ShownCheck[] {
  const next = checks.findIndex(({ passed }) => !passed);
  return checks.map(({ name, passed }, n) => ({
    name,
    state: passed ? 'passed' : n === next ? 'next' : 'open',
    seq: null,
    why: null,
  }));
}

/** What came of it when it was played again: that counts, whatever it says of itself. */
const replayed = ({ checks, next }: LessonState): readonly ShownCheck[] =>
  checks.map(({ name, state, seq, why }, n) => ({
    name,
    state: state === 'passed' || state === 'failed' ? state : n === next ? 'next' : 'open',
    seq,
    why,
  }));

/** The first check that failed, else the first that has not passed; undefined where all have. */
export const stuckCheck = ({ checks }: Pick<ShownResult, 'checks'>): ShownCheck | undefined =>
  checks.find(({ state }) => state === 'failed') ?? checks.find(({ state }) => state === 'next');

/** So long somebody played by the world's clock, from the end of the opening scene to their last step, in milliseconds; null where a time cannot be read. */
function playedFor({ world, steps }: ScenarioFile, start: number): number | null {
  let now = parseInstant(world.startsAt);
  let began = now;
  for (const [n, { at }] of steps.entries()) {
    if (now !== null && at !== undefined) now = parseMoment(at, now);
    if (n + 1 === start) began = now;
  }
  return now === null || began === null ? null : Math.max(0, now - began);
}
