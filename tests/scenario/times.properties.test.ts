import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastInstant } from '../../src/engine/numbers.ts';
import type { RunScript } from '../../src/engine/script-call.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { parseInstant } from '../../src/scenario/time.ts';
import { helpDesk, minimal, problemsOf } from './scenarios.ts';

const none: RunScript = () => ({ data: { outputs: {}, state: {}, blocked: false, message: '' } });

const digits = (n: number, length: number): string => String(n).padStart(length, '0');

/** Instants that look well; some days are in no calendar, and some zones lead out of it. */
const instants = fc
  .record({
    year: fc.constantFrom(0, 1, 2, 1970, 2024, 2026, 9998, 9999),
    month: fc.constantFrom(1, 2, 12),
    day: fc.constantFrom(1, 28, 29, 30, 31),
    hour: fc.constantFrom(0, 12, 23),
    fraction: fc.constantFrom('', '.9', '.123456789'),
    zone: fc.constantFrom('Z', '+00:00', '-00:01', '+14:00', '-12:00', '+23:59', '-23:59'),
  })
  .map(
    ({ year, month, day, hour, fraction, zone }) =>
      `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${digits(hour, 2)}:59:59${fraction}${zone}`,
  );

const offsets = fc
  .tuple(fc.oneof(fc.nat(100), fc.nat(999_999_999_999)), fc.constantFrom('ms', 's', 'm', 'h', 'd'))
  .map(([n, unit]) => `+${String(n)}${unit}`);

const steps: fc.Arbitrary<ScenarioStep> = fc.record(
  {
    at: fc.oneof(offsets, instants),
    input: fc.oneof(
      fc.nat(366 * 86_400_000).map((by) => ({ type: 'clock.advances', by }) as const),
      fc.constant({ type: 'customer.connects', channel: 1 } as const),
    ),
  },
  { requiredKeys: ['input'] },
);

describe('the times of a scenario', () => {
  it('are possible in a replay if they have passed validation', () => {
    let taken = 0;
    fc.assert(
      fc.property(instants, fc.array(steps, { maxLength: 5 }), (startsAt, some) => {
        const { world, ...rest } = helpDesk(...some);
        const result = parseScenario(JSON.stringify({ ...rest, world: { ...world, startsAt } }));
        if (!result.ok) return;
        taken++;
        const played = replay(result.scenario, none);

        expect(played.steps.flatMap(({ failures }) => failures)).toEqual([]);
        expect(played.world.startsAt).toBe(parseInstant(startsAt));
        expect(played.world.now).toBeLessThanOrEqual(lastInstant);
      }),
      { numRuns: 2000, seed: 8 },
    );

    expect(taken).toBeGreaterThan(200);
  });

  it.each([
    ['9999-12-31T23:59:59-00:01', 'after the year 9999 in universal time'],
    ['0001-01-01T00:00:00+00:01', 'before the year 1 in universal time'],
  ])('do not begin at %s, which is %s', (startsAt) => {
    expect(problemsOf(minimal({ startsAt })).map(({ path }) => path)).toEqual(['world.startsAt']);
  });

  it.each([
    ['an offset beyond the year 9999', { at: '+999999999999d' }, 'at', 'beyond the end of the year 9999'],
    ['a long offset within the calendar', { at: '+2900000d' }, null, ''],
    ['an instant before the clock', { at: '2026-03-02T08:59:59Z' }, 'at', 'is in the past'],
    [
      'an instant that its zone puts out of the calendar',
      { at: '9999-12-31T23:59:59-01:00' },
      'at',
      'no such moment',
    ],
  ])('are told apart: %s', (_, when, field, message) => {
    const problems = problemsOf(helpDesk({ ...when, input: { type: 'customer.connects', channel: 1 } }));

    expect(problems).toEqual(
      field === null
        ? []
        : [{ path: `steps[0].${field}`, message: expect.stringContaining(message) as string }],
    );
  });

  it('count what earlier steps have moved the clock by', () => {
    const connects = { type: 'customer.connects', channel: 1 } as const;
    const problems = problemsOf(
      helpDesk(
        { at: '9999-12-31T00:00:00Z', input: connects },
        { input: { type: 'clock.advances', by: 3_600_000 } },
        { at: '9999-12-31T00:30:00Z', input: connects },
        { at: '+23h', input: connects },
        { input: { type: 'clock.advances', by: 1 } },
        { at: '+22h', input: connects },
      ),
    );

    expect(problems.map(({ path }) => path)).toEqual(['steps[2].at', 'steps[3].at']);
  });

  it.each(['+01:00', '-05', '', 'Europe/Atlantis'])(
    'take no zone %j that is none in every browser',
    (timeZone) => {
      const paths = problemsOf(minimal({ timeZone })).map(({ path }) => path);

      expect(paths).toEqual(timeZone === '' ? [] : ['world.timeZone']);
    },
  );
});
