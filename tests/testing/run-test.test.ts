import { describe, expect, it } from 'vitest';
import { createPatternMatcher } from '../../src/bots/pattern-matcher.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { Expectation, ScenarioFile } from '../../src/scenario/format.ts';
import { runTest, type RunTestOptions } from '../../src/testing/run-test.ts';
import { scenarioOf, testOf } from '../../src/testing/test.ts';
import { echoScenario, withSource } from './echo.ts';

function run(scenario: ScenarioFile, options: RunTestOptions = {}) {
  const { matches, troubleOf } = createPatternMatcher();
  return runTest(scenario, createRunScript(), { matcher: matches, patternTrouble: troubleOf, ...options });
}

/** What came of one expectation at the step where the bot answers. */
function verdictOn(expectation: Expectation) {
  const { steps } = run(echoScenario([expectation]));
  return steps[1]?.verdicts[0];
}

describe('a test', () => {
  it('passes when all that it expects came', () => {
    const ran = run(echoScenario([{ event: 'message.saved', text: 'Echo: hi' }, { status: 6 }]));

    expect(ran.isPassed).toBe(true);
    expect(ran.steps.map(({ verdicts }) => verdicts.map(({ holds }) => holds))).toEqual([[], [true, true]]);
  });

  it('fails when a step is refused that nobody expected to be', () => {
    const scenario = echoScenario([]);
    const ran = run({
      ...scenario,
      steps: [...scenario.steps, { input: { type: 'customer.writes', session: 9, text: 'x' } }],
    });

    expect(ran.isPassed).toBe(false);
    expect(ran.steps.at(-1)).toMatchObject({ outcome: 'refused', failures: [{ path: 'steps[2].input' }] });
  });

  it('is the same after it was written and read', () => {
    const scenario = { ...echoScenario([{ status: 6 }]), version: 2 as const, tags: ['echo'] };

    const test = testOf(scenario, { id: 'a', madeAt: 1 });

    expect(test).toMatchObject({ name: 'Echo', tags: ['echo'], steps: 2, runsWith: 'present' });
    expect(scenarioOf(test)).toEqual({ ok: true, scenario });
    expect(scenarioOf({ text: '{' })).toMatchObject({ ok: false });
  });
});

describe('what came instead', () => {
  const rows: [string, Expectation, object[]][] = [
    ['of a text', { event: 'message.saved', text: 'Echo: ho' }, [{ field: 'text', came: 'Echo: hi' }]],
    ['of a status', { status: 4 }, [{ field: 'status', expected: 4, came: 6 }]],
    ['of a queue', { queue: [1] }, [{ field: 'queue', expected: [1], came: [] }]],
    ['of an unwanted event', { no: { event: 'message.saved' } }, [{ field: 'text', came: 'hi' }]],
    ['of a refusal', { refused: true }, [{ field: 'refused', came: false }]],
    ['of a window', { visible: { to: 'customer', last: 'x' } }, [{ field: 'last', came: 'Echo: hi' }]],
    ['of a session', { session: { id: 1, botActive: false } }, [{ field: 'botActive', came: true }]],
    ['of a number of events', { event: 'message.saved', times: 3 }, [{ field: 'times', came: 2 }]],
  ];

  it.each(rows)('%s is told as a value', (_, expectation, came) => {
    expect(verdictOn(expectation)).toMatchObject({ holds: false, came });
  });

  it('is nothing where there was nothing of the kind', () => {
    expect(verdictOn({ event: 'request.created' })).toMatchObject({ holds: false, came: [] });
  });
});

describe('a pattern', () => {
  const texted = (pattern: string) => verdictOn({ event: 'message.saved', text: { matches: pattern } });

  it('that does not parse fails the test and says so, even under “not”', () => {
    expect(texted('(')).toMatchObject({ holds: false, trouble: { code: 'pattern-unreadable' } });
    expect(verdictOn({ no: { event: 'message.saved', text: { matches: '(' } } })).toMatchObject({
      holds: false,
      trouble: { code: 'pattern-unreadable' },
    });
  });

  it('that would hang is given up and says so', () => {
    const long = `${'a'.repeat(60)}!`;
    const scenario = echoScenario([{ event: 'message.saved', text: { matches: '(a+)+$' } }], long);

    expect(run(scenario).steps[1]?.verdicts[0]).toMatchObject({
      holds: false,
      trouble: { code: 'pattern-too-long' },
    });
  });
});

describe('a test in the world of a workspace', () => {
  const scenario = echoScenario([{ event: 'message.saved', text: 'Echo: hi' }]);
  const present = (change: (world: WorldFile) => WorldFile) =>
    run(scenario, { present: change(scenario.world) });

  it('runs the script as it stands there', () => {
    const ran = present((world) => withSource(world, 'Ekko: '));

    expect(ran.used).toEqual({ scripts: 3, channels: 1, mocks: 0, gone: [] });
    expect(ran.steps[1]?.verdicts[0]?.came).toMatchObject([{ expected: 'Echo: hi', came: 'Ekko: hi' }]);
  });

  it('keeps to its own where number and name are those of something else', () => {
    const ran = present((world) => ({
      ...withSource(world, 'Ekko: '),
      folders: (withSource(world, 'Ekko: ').folders ?? []).map((folder) => ({
        ...folder,
        name: 'Another bot',
        scripts: (folder.scripts ?? []).map((script) => ({ ...script, name: `other ${script.name}` })),
      })),
      channels: [],
    }));

    expect(ran).toMatchObject({ isPassed: true, used: { scripts: 0, channels: 0, gone: [] } });
  });

  it('fails, and names the script, when its script is gone from there', () => {
    const ran = present((world) => ({
      ...world,
      folders: (world.folders ?? []).map((folder) => ({ ...folder, scripts: folder.scripts?.slice(0, 2) })),
    }));

    expect(ran.isPassed).toBe(false);
    expect(ran.used?.gone).toEqual(['bot message received']);
  });

  it('finds the include and the mock that the script was given since', () => {
    const ran = present((world) => ({
      ...withSource(world, 'greet', '#include "greeting"\n'),
      folders: [
        ...(withSource(world, 'greet', '#include "greeting"\n', 'greet()').folders ?? []),
        {
          id: 7,
          name: 'Library',
          scripts: [
            {
              id: 70,
              name: 'greeting',
              includeName: 'greeting',
              source: 'String greet() { return "Echo: "; }',
            },
          ],
        },
      ],
    }));

    expect(ran.isPassed).toBe(true);
  });
});
