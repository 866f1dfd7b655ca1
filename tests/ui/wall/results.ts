import type { ReadResult } from '../../../src/protocol/course-files.ts';
import type { CheckState, CourseFile, Lesson, ResultFile } from '../../../src/protocol/course-api.ts';
import type { KeptResult } from '../../../src/protocol/wall-api.ts';
import { shownResult, type ShownResult } from '../../../src/ui/wall/shown-result.ts';

const startsAt = '2026-03-02T09:00:00Z';

const lesson = (id: string, title: string): Lesson => ({
  id,
  title,
  text: '',
  seed: scenario(1),
  start: 1,
  checks: ['asked', 'answered', 'thanked'].map((name) => ({
    name,
    expect: { event: 'message.saved' },
  })),
  hints: [],
});

const scenario = (steps: number): ResultFile['scenario'] => ({
  format: 'rehearsal-scenario',
  version: 1,
  name: 'Played',
  world: { startsAt },
  steps: Array.from({ length: steps }, () => ({ at: '+60s', input: { type: 'clock.advances', by: 0 } })),
});

export const course: CourseFile = {
  format: 'rehearsal-course',
  version: 1,
  id: 'chats',
  revision: 2,
  title: 'Chats',
  language: 'en',
  lessons: [lesson('hello', 'Say hello'), lesson('hand-over', 'Hand over')],
};

type Given = {
  readonly name?: string;
  readonly lesson?: string;
  readonly at?: string;
  readonly states?: readonly CheckState['state'][];
  readonly verified?: 'verified' | 'differs' | 'unverified';
  readonly hints?: number;
  readonly steps?: number;
};

/** A result as the worker reads it. */
export function readResult(given: Given = {}): Extract<ReadResult, { kind: 'result' }> {
  const states = given.states ?? ['passed', 'passed', 'passed'];
  const checks = course.lessons[0]?.checks.map(({ name }) => name) ?? [];
  const next = states.findIndex((state) => state !== 'passed');
  return {
    kind: 'result',
    file: 'result.json',
    result: {
      format: 'rehearsal-result',
      version: 1,
      course: 'chats',
      revision: 2,
      lesson: given.lesson ?? 'hello',
      name: given.name ?? 'Ada',
      at: given.at ?? '2026-03-02T10:00:00Z',
      hints: given.hints ?? 0,
      checks: checks.map((name, n) => ({ name, passed: states[n] === 'passed' })),
      scenario: scenario(given.steps ?? 4),
    },
    verified: given.verified ?? 'verified',
    doubts: [],
    state: {
      checks: states.map((state, n) => ({
        name: checks[n] ?? '',
        state,
        step: state === 'open' ? null : n + 2,
        seq: state === 'open' ? null : 10 * (n + 2),
        at: null,
        why: null,
      })),
      isPassed: next < 0,
      next: next < 0 ? null : next,
    },
  };
}

export const kept = (id: string, person: number, rest: Partial<KeptResult> = {}): KeptResult => ({
  id,
  course: 'chats',
  person,
  chosen: false,
  addedAt: 0,
  source: 'result.json',
  text: id,
  ...rest,
});

/** A result as the wall shows it. */
export function shown(of: KeptResult, given: Given = {}): ShownResult {
  const result = shownResult(of, readResult(given), course);
  if (result === null) throw new Error('It is not shown.');
  return result;
}
