import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import type { CheckState, LessonState } from '../../src/course/check-state.ts';
import type { Check, CheckExpectation } from '../../src/course/course.ts';
import { Judge } from '../../src/course/judge.ts';
import { playLesson, type LessonMeans } from '../../src/course/play-lesson.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import { fold } from '../../src/engine/fold.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { rehashed } from '../../src/scenario/record.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { inputs, worlds } from '../engine/arbitrary.ts';
import { runTinyScript } from '../engine/tiny-scripts.ts';

const pauses = fc.constantFrom('+0ms', '+700ms', '+2s', '+31s', '+5m');
const files = fc
  .record({
    world: worlds,
    done: fc.array(fc.record({ input: inputs, at: pauses }), { minLength: 2, maxLength: 20 }),
  })
  .map(({ world, done }): ScenarioFile => {
    const arrival = { input: { type: 'customer.connects', channel: 1 }, at: '+0ms' } as const;
    const refused = { expect: [] };
    return {
      format: 'rehearsal-scenario',
      version: 1,
      name: 'Any',
      world,
      steps: [arrival, ...done].map((one) => ({ ...refused, ...one })),
    };
  });

const event = fc.constantFrom(
  'message.saved',
  'session.statusChanged',
  'session.assigned',
  'session.created',
  'presence.changed',
);
const session = fc.constantFrom(1, 2);
const spans = fc.constantFrom('700ms', '2s', '1m');
const entry: fc.Arbitrary<CheckExpectation> = fc.oneof(
  event.map((type) => ({ event: type })),
  fc.record({ event, times: fc.constantFrom(0, 1, 2) }),
  fc.record({ event, within: spans }),
  fc.record({ status: fc.constantFrom(1, 4, 5, 6, 7), session }),
  session.map((one) => ({ queue: [one] })),
  fc.constant({ refused: true }),
  event.map((type) => ({ no: { event: type } })),
  fc.record({ no: event.map((type) => ({ event: type })), within: spans }),
);
const checks = fc
  .array(
    fc.record({
      expect: fc.oneof(entry, fc.array(entry, { minLength: 1, maxLength: 3 })),
      after: fc.option(fc.nat(4), { freq: 3 }),
      within: fc.option(spans, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ expect: said, after, within }, index): Check => ({
      name: `Check ${String(index)}`,
      expect: said,
      ...(after !== null && after < index ? { from: `Check ${String(after)}` } : {}),
      ...(within === undefined ? {} : { within }),
    })),
  );

const means: LessonMeans = {
  runScript: runTinyScript,
  counting: () => ({ runScript: runTinyScript, hits: () => [] }),
  matcher: matchesRegexp,
};

/** How the lesson stood as it began, and after each step behind it. */
function standsOf(
  lesson: { readonly checks: readonly Check[] },
  file: ScenarioFile,
  start: number,
): readonly LessonState[] {
  const { steps } = replay(file, runTinyScript);
  let world = createWorld(file.world);
  const on = (events: readonly RecordedEvent[]) => {
    world = events.reduce(fold, world);
  };
  for (const { events } of steps.slice(0, start)) on(events);
  const judge = new Judge(lesson, world, matchesRegexp);
  const stands = [judge.state()];
  for (const { index, events, reason } of steps.slice(start)) {
    on(events);
    const input = file.steps[index - 1]?.input;
    if (input === undefined) throw new Error('There is no such step.');
    judge.take({ step: index, input, events, world, refusal: reason });
    // Looking on changes nothing.
    judge.state(world.now + 3_600_000);
    stands.push(judge.state());
  }
  return stands;
}

const anything = [files, checks, fc.nat(2)] as const;

describe('a lesson that is judged step by step', () => {
  it('stands after each step as if all had been judged at once, and as its beginning did before it was rewound', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(...anything, (file, given, start) => {
        const lesson = { checks: given, start };
        const stands = standsOf(lesson, file, start);

        for (const [after, stood] of stands.entries()) {
          const beginning = { ...file, steps: file.steps.slice(0, start + after) };
          expect(playLesson(lesson, beginning, means).state).toEqual(stood);
          for (const { state } of stood.checks) seen.add(state);
        }
      }),
      { numRuns: 60 },
    );
    expect([...seen].sort()).toEqual(['failed', 'holding', 'open', 'passed']);
  });

  it('keeps what has passed and what has failed, with its place', () => {
    fc.assert(
      fc.property(...anything, (file, given, start) => {
        const ended = new Map<string, CheckState>();
        for (const { checks: stood, isPassed, next } of standsOf({ checks: given }, file, start)) {
          for (const check of stood) {
            const before = ended.get(check.name);
            if (before !== undefined) expect(check).toEqual(before);
            if (check.state === 'passed' || check.state === 'failed') ended.set(check.name, check);
          }
          expect(isPassed).toBe(stood.every(({ state }) => state === 'passed'));
          expect(next).toBe(isPassed ? null : stood.findIndex(({ state }) => state !== 'passed'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never passes a check before the one that it begins after', () => {
    fc.assert(
      fc.property(...anything, (file, given, start) => {
        const last = standsOf({ checks: given }, file, start).at(-1);
        for (const [index, { from }] of given.entries()) {
          const [check, before] = [last?.checks[index], last?.checks.find(({ name }) => name === from)];
          if (before === undefined || check?.state !== 'passed') continue;
          expect(before.state).toBe('passed');
          expect(check.seq).toBeGreaterThanOrEqual(before.seq ?? Infinity);
          expect(check.at).toBeGreaterThanOrEqual(before.at ?? Infinity);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stands the same when it was saved, read and played again', () => {
    fc.assert(
      fc.property(...anything, (file, given, start) => {
        const lesson = { checks: given, start };
        const first = playLesson(lesson, file, means);
        const steps = first.replay.steps;
        const saved = rehashed(
          {
            ...file,
            steps: file.steps.map((step, index) =>
              steps[index]?.outcome === 'refused' ? { ...step, expect: [{ refused: true }] } : step,
            ),
          },
          steps,
        );
        const read = parseScenario(writeScenario(saved));
        if (!read.ok) throw new Error(JSON.stringify(read.problems));

        expect(playLesson(lesson, read.scenario, means).state).toEqual(first.state);
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing due in the past, and is over with what is due when the clock has gone past it', () => {
    fc.assert(
      fc.property(...anything, (file, given, start) => {
        const { steps } = replay(file, runTinyScript);
        const world = steps
          .slice(0, start)
          .reduce((at, { events }) => events.reduce(fold, at), createWorld(file.world));
        const judge = new Judge({ checks: given }, world, matchesRegexp);
        const { due } = judge;
        if (due === null) return;
        expect(due).toBeGreaterThanOrEqual(world.now);
        const input = { type: 'clock.advances', by: due + 1 - world.now } as const;
        judge.take({ step: start + 1, input, events: [], world: { ...world, now: due + 1 }, refusal: null });
        expect(judge.due ?? Infinity).toBeGreaterThan(due);
      }),
      { numRuns: 100 },
    );
  });
});
