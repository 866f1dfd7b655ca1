import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPatternMatcher } from '../../src/bots/pattern-matcher.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { Expectation, ScenarioFile } from '../../src/scenario/format.ts';
import { acceptActual } from '../../src/testing/accept.ts';
import { runTest } from '../../src/testing/run-test.ts';
import { scenarioOf, testOf } from '../../src/testing/test.ts';
import { echoScenario } from './echo.ts';

const runScript = createRunScript();

function run(scenario: ScenarioFile) {
  const { matches, troubleOf } = createPatternMatcher();
  return runTest(scenario, runScript, { matcher: matches, patternTrouble: troubleOf });
}

const accepted = (scenario: ScenarioFile) => acceptActual(scenario, run(scenario), run);

const acceptedOf = (expectation: Expectation) => accepted(echoScenario([expectation]))?.steps[1]?.expect;

describe('what came, accepted', () => {
  it('stands in the fields that were otherwise, and the others stay patterns', () => {
    expect(
      acceptedOf({ event: 'message.saved', author: { matches: '^E' }, text: 'Echo: ho', specialType: 16 }),
    ).toEqual([{ event: 'message.saved', author: { matches: '^E' }, text: 'Echo: hi', specialType: 16 }]);
    expect(acceptedOf({ status: 4 })).toEqual([{ status: 6 }]);
    expect(acceptedOf({ visible: { to: 'customer', last: 'x' } })).toEqual([
      { visible: { to: 'customer', last: 'Echo: hi' } },
    ]);
  });

  it('is that nothing of the kind comes, where nothing came', () => {
    expect(acceptedOf({ event: 'request.created' })).toEqual([{ no: { event: 'request.created' } }]);
  });

  it('leaves out what came in another order', () => {
    const scenario = echoScenario([
      { event: 'message.saved', text: 'Echo: hi' },
      { event: 'message.saved', text: 'hi' },
    ]);

    expect(accepted(scenario)?.steps[1]?.expect).toEqual([{ event: 'message.saved', text: 'Echo: hi' }]);
  });

  it('is a refusal by its code', () => {
    const scenario = echoScenario([]);
    const steps = [
      ...scenario.steps,
      { input: { type: 'customer.writes', session: 9, text: 'x' } as const, expect: [{ status: 6 }] },
    ];

    expect(accepted({ ...scenario, steps })?.steps[2]?.expect).toEqual([{ refused: 'no-session' }]);
  });

  it('is nothing where a step cannot be played', () => {
    const { steps, ...rest } = echoScenario([]);
    const late = steps.map((step) => ({ ...step, at: '2001-01-01T00:00:00Z' }));

    expect(accepted({ ...rest, steps: late })).toBeNull();
  });

  it('passes, and is a scenario, whatever was expected', () => {
    const text = fc.constantFrom('hi', 'Echo: hi', 'x', { contains: 'Echo' }, { matches: '(' });
    const fields = fc.record(
      { text, author: fc.constantFrom('Eko', 'x'), specialType: fc.nat(18) },
      { requiredKeys: [] },
    );
    const event = fc.constantFrom('message.saved', 'session.statusChanged', 'request.created');
    const pattern = fc.tuple(event, fields).map(([type, rest]) => ({ event: type, ...rest }));
    const expectation = fc.oneof(
      pattern,
      fc.tuple(pattern, fc.nat(3)).map(([one, times]) => ({ ...one, times })),
      pattern.map((no) => ({ no })),
      fc.nat(11).map((status) => ({ status })),
      fc.constantFrom<Expectation>({ queue: [1] }, { refused: true }, { session: { id: 1, status: 3 } }),
    ) as fc.Arbitrary<Expectation>;

    fc.assert(
      fc.property(fc.array(expectation, { maxLength: 4 }), (expectations) => {
        const file = accepted(echoScenario(expectations));

        if (file === null) throw new Error('It was not accepted.');
        expect(run(file).isPassed).toBe(true);
        expect(scenarioOf(testOf(file, { id: 'a', madeAt: 0 }))).toMatchObject({ ok: true });
      }),
      { numRuns: 150 },
    );
  });
});
