import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPatternMatcher } from '../../src/bots/pattern-matcher.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { TestChoices, MarkedExpectation } from '../../src/protocol/test-making.ts';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { runTest } from '../../src/testing/run-test.ts';
import { TestInTheMaking } from '../../src/worker/files/save-test.ts';
import { echoScenario, withSource } from '../testing/echo.ts';

const writes = (text: string, session = 1): ScenarioStep => ({
  at: '+1s',
  input: { type: 'customer.writes', session, text },
});
const connects: ScenarioStep = { input: { type: 'customer.connects', channel: 1 } };

const conversation = (...steps: ScenarioStep[]): ScenarioFile => ({ ...echoScenario([]), steps });

const ask = (
  file: ScenarioFile,
  rest: { from?: number; to?: number; wanted?: readonly MarkedExpectation[] } = {},
) =>
  new TestInTheMaking(
    { conversation: file, from: 1, to: file.steps.length, wanted: [], ...rest },
    createRunScript(),
  );

const choices: TestChoices = {
  name: 'Echoes',
  tags: ['echo'],
  nameless: false,
  onlyWhatMatters: false,
  ticked: new Map(),
};

function read(text: string): ScenarioFile {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

describe('a test in the making', () => {
  it('expects what the bot says and how the chat stands, and passes when it is run', () => {
    const made = ask(conversation(connects, writes('hi'))).make(choices);

    const test = read(made.text);
    expect(made).toMatchObject({ steps: 2, runsWith: 'present', failures: [], problem: null });
    expect(test).toMatchObject({ name: 'Echoes', tags: ['echo'] });
    expect(test.steps[1]?.expect).toEqual([
      { event: 'message.saved', session: 1, author: 'Eko', text: 'Echo: hi' },
      { status: 6, session: 1 },
    ]);
    const { matches: matcher } = createPatternMatcher();
    expect(runTest(test, createRunScript(), { matcher }).isPassed).toBe(true);
  });

  it('fails when the bot says something else', () => {
    const test = read(ask(conversation(connects, writes('hi'))).make(choices).text);

    const broken = { ...test, world: withSource(test.world, 'Ekko: ') };

    expect(runTest(broken, createRunScript()).isPassed).toBe(false);
  });

  it('leaves the time of day open in what the bot says, and lets the same be said at another', () => {
    const file = conversation(connects, writes('hi'));
    const call = '"It is " + getCurrentDateTime().toString() + ", you said "';
    const telling = { ...file, world: withSource(file.world, '', '', call) };

    const test = read(ask(telling).make(choices).text);

    const [first] = test.steps[1]?.expect ?? [];
    expect(first).toMatchObject({ text: { matches: expect.stringContaining('\\d+') as string } });
    const { matches: matcher } = createPatternMatcher();
    const later = { ...test, world: { ...test.world, startsAt: '2027-11-23T17:48:31Z' } };
    expect(runTest(later, createRunScript(), { matcher }).isPassed).toBe(true);
  });

  it('expects nothing of the steps that lead to its first one', () => {
    const file = conversation(connects, writes('one'), writes('two'));
    const making = ask(file, { from: 3 });

    expect(making.draft.steps.map(({ step }) => step)).toEqual([3]);
    expect(read(making.make(choices).text).steps.map(({ expect: entries = [] }) => entries.length)).toEqual([
      0, 0, 1,
    ]);
  });

  it('ticks what somebody wanted, by message and by step, and can take a suggestion off', () => {
    const wanted: readonly MarkedExpectation[] = [
      { kind: 'message', message: 1, step: 3 },
      { kind: 'shows', session: 1, shows: 'conversation', step: 2 },
    ];
    const making = ask(conversation(connects, writes('hi'), writes('ho')), { wanted });

    const [, second] = making.draft.steps;
    const ticked = second?.suggestions.filter((one) => one.ticked).map(({ kind }) => kind) ?? [];
    expect(ticked).toEqual(expect.arrayContaining(['shows', 'said', 'status']));
    const test = read(making.make({ ...choices, ticked: new Map([[2, new Set<number>()]]) }).text);
    expect(test.steps[1]?.expect).toBeUndefined();
  });

  it('puts what was set before anybody came into its world, so that it runs with the bot of its workspace', () => {
    const file = conversation(connects, writes('hi'));
    const script = file.world.folders?.[0]?.scripts?.[2];
    if (script === undefined) throw new Error('The bot answers by no script.');
    const saves: ScenarioStep = { at: '+4s', input: { type: 'admin.savesScript', folder: 'Echo', script } };
    const old = { ...file, world: withSource(file.world, 'Old: ') };

    const before = ask({ ...old, steps: [saves, ...file.steps] });
    const between = ask({ ...old, steps: [connects, saves, writes('hi')] });

    expect(before.draft.steps.map(({ step }) => step)).toEqual([2, 3]);
    expect(before.make(choices)).toMatchObject({ steps: 2, runsWith: 'present', failures: [] });
    expect(between.make(choices)).toMatchObject({ steps: 3, runsWith: 'own', failures: [] });
  });

  it('tells how much smaller it is with only what matters, and holds then too', () => {
    const file = conversation(connects, writes('hi'));
    const more = {
      ...file.world,
      mocks: [{ request: { url: 'https://example.org/' } }],
      contacts: [{ id: 1, name: 'B' }],
    };
    const making = ask({ ...file, world: more });

    const { left, whole, cut } = making.cut();

    expect(left).toEqual({ mocks: 1, contacts: 1 });
    expect(cut).toBeLessThan(whole);
    const made = making.make({ ...choices, onlyWhatMatters: true });
    expect(made.failures).toEqual([]);
    expect(read(made.text).world.mocks).toBeUndefined();
  });

  it('keeps it that a step was refused, whatever is ticked', () => {
    const refused: ScenarioStep = { ...writes('hi', 1), expect: [{ refused: true }] };
    const file = conversation(connects, { input: { type: 'customer.leaves', session: 1 } }, refused);

    const made = ask(file).make({
      ...choices,
      ticked: new Map([1, 2, 3].map((step) => [step, new Set<number>()])),
    });

    expect(made.failures).toEqual([]);
    expect(read(made.text).steps[2]?.expect).toMatchObject([{ refused: expect.any(String) as string }]);
  });

  it('says which step cannot be played again', () => {
    const changed = { ...writes('hi'), edits: [{ statement: 1, frame: 0, variable: 'a', value: '1' }] };

    const { draft } = ask(conversation(connects, { ...writes('hi'), at: '2020-01-01T00:00:00Z' }, changed));

    expect(draft.unplayed.map(({ step }) => step)).toContain(2);
  });

  it('holds at once with all that is suggested, of every scenario of the acceptance tests', () => {
    const files = readdirSync('tests/acceptance').filter((name) => name.endsWith('.json'));
    let suggested = 0;
    for (const name of files) {
      const file = read(readFileSync(`tests/acceptance/${name}`, 'utf8'));
      const making = ask(file);
      const all = new Map(
        making.draft.steps.map(({ step, suggestions }) => [step, new Set(suggestions.keys())]),
      );
      for (const { suggestions } of making.draft.steps) suggested += suggestions.length;
      const made = making.make({ ...choices, nameless: true, onlyWhatMatters: true, ticked: all });

      expect({ name, failures: made.failures, problem: made.problem }).toEqual({
        name,
        failures: [],
        problem: null,
      });
      expect(making.make({ ...choices, ticked: all }).failures, name).toEqual([]);
    }
    expect(suggested).toBeGreaterThan(1000);
  });
});
