import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../../src/bots/run-script.ts';
import { eventLine } from '../../../src/scenario/event-line.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { ScenarioFile, ScenarioStep } from '../../../src/scenario/format.ts';
import { writeScenario } from '../../../src/scenario/write.ts';
import { explore, Exploration, type Finding } from '../../../src/testing/explore.ts';
import { builtInRules, builtInSentence } from '../../../src/words/english-explore.ts';
import { loadJavaScript } from '../../../src/cli/load-javascript.ts';
import { tables } from '../../crmscript/tables.ts';
import {
  connects,
  desk,
  explored,
  lateAnswer,
  lateBot,
  mixingBot,
  promptBot,
  replayed,
  scenario,
  writes,
} from './races.ts';

const stepsOf = (turns: Finding['failing'] | null | undefined) => turns?.map(({ step }) => step);

const withBot = ({ world, ...file }: ScenarioFile, source: string): ScenarioFile => ({
  ...file,
  world: { ...world, folders: desk(source).folders ?? [] },
});

const silent = { id: 3, name: 'bot message received', source: '' };

const picksUp = (agent: number, session: number, at = '+1s'): ScenarioStep => ({
  at,
  input: { type: 'agent.picksUp', agent, session },
});

describe('a bot that answers after it has handed over', () => {
  it('is found in another order of what people do at the same time', () => {
    const file = lateAnswer();
    expect(replayed(file).ok).toBe(true);

    const { tried, of, failing, findings } = explored(file);

    expect({ tried, of, failing }).toEqual({ tried: 3, of: 3, failing: 1 });
    expect(findings).toHaveLength(1);
    const [found] = findings;
    expect(found?.breach).toMatchObject({ kind: 'builtIn', rule: 'bot-after-hand-off', session: 1 });
    expect(found?.isAsInFile).toBe(false);
  });

  it('is shown in the shortest order that fails, beside the nearest that passes', () => {
    const [found] = explored(lateAnswer()).findings;

    expect(stepsOf(found?.failing)).toEqual([1, 2, 3, 5, 4]);
    expect(stepsOf(found?.passing)).toEqual([1, 2, 3, 4, 5]);
    expect(found?.swaps).toBe(1);
    expect(found?.failing.filter(({ isSwapped }) => isSwapped).map(({ step }) => step)).toEqual([5, 4]);
  });

  it('fails its kept test until the bot is mended', () => {
    const kept = explored(lateAnswer(), { nameOf: (name) => `${name}, found` }).findings[0]?.kept;
    if (kept === undefined) throw new Error('Nothing was found.');
    const read = parseScenario(writeScenario(kept));

    expect(read).toMatchObject({ ok: true, scenario: { name: 'Race, found' } });
    expect(replayed(kept).steps.flatMap(({ failures }) => failures)).toHaveLength(1);
    expect(replayed(withBot(kept, promptBot)).ok).toBe(true);
    expect(explored(lateAnswer(promptBot)).failing).toBe(0);
  });

  it('may say what it says as it hands over, however late that is shown', () => {
    const farewell = lateBot.replace(
      '"I find somebody for you.", 1, "Eko", 16, ""',
      '"Bye", 1, "Eko", 16, "", getCurrentDateTime().addSec(3)',
    );
    const file = scenario(desk(farewell), connects('Ada'), writes(1, 'human', '+10s'));

    expect(replayed(file).events.some(({ type }) => type === 'script.failed')).toBe(false);
    expect(explored(file)).toMatchObject({ tried: 1, failing: 0 });
  });

  it('is found as the file has it too, beside an order in which it does not', () => {
    const { steps, ...file } = lateAnswer();
    const [ada, bob, price, hello, human] = steps as [
      ScenarioStep,
      ScenarioStep,
      ScenarioStep,
      ScenarioStep,
      ScenarioStep,
    ];

    const [found] = explored({ ...file, steps: [ada, bob, price, human, hello] }).findings;

    expect(found).toMatchObject({ isAsInFile: true, swaps: 1 });
    expect(stepsOf(found?.passing)).toEqual([1, 2, 3, 5, 4]);
  });
});

describe('what holds in every order', () => {
  it('has a sentence for each rule', () => {
    const place = { session: 7, text: 'Hello' };

    expect(builtInRules).toEqual([
      'bot-after-hand-off',
      'two-owners',
      'message-lost',
      'message-doubled',
      'not-in-queue',
      'nobody-has-it',
    ]);
    for (const rule of builtInRules) expect(builtInSentence(rule, place)).toMatch(/session 7/i);
    expect(builtInSentence('of-tomorrow', place)).toBe('of-tomorrow');
  });

  it('tells of a conversation that nobody has', () => {
    const greetsAfter = lateBot.replace('resetChat(id);\n', 'resetChat(id);\n  setChatStatus(id, 5);\n');
    const file = scenario(desk(greetsAfter), connects('Ada'), writes(1, 'human', '+10s'));

    expect(explored(file).findings[0]).toMatchObject({
      isAsInFile: true,
      breach: {
        rule: 'nobody-has-it',
        session: 1,
        expectation: { no: { event: 'session.statusChanged', to: 5 } },
      },
      passing: null,
    });
  });

  it('tells of a bot that says the same twice in a row where the file has it once', () => {
    const tellsAda = lateBot.replace(
      /if \(text == "human"\)[^]*/,
      'addChatMessage(1, text, 1, "Eko", 16, "");',
    );
    const file = scenario(
      desk(tellsAda),
      connects('Ada'),
      connects('Bob'),
      connects('Cid'),
      writes(2, 'news', '+10s'),
      { at: '+600ms', input: { type: 'admin.savesScript', folder: 1, script: silent } },
      writes(3, 'news'),
    );
    const twice = scenario(file.world, ...file.steps.filter(({ input }) => !input.type.startsWith('admin.')));

    expect(explored(file).findings[0]).toMatchObject({
      breach: { rule: 'message-doubled', session: 1, text: 'news' },
      swaps: 1,
    });
    expect(explored(twice).failing).toBe(0); // said twice in the file, so it may be
  });

  it('has no false alarm in any acceptance scenario or sample, in any order of all their inputs', async () => {
    const javascript = await loadJavaScript();
    const files = ['tests/acceptance', 'public/scenarios'].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, name)),
    );
    const alarms = files.flatMap((path) => {
      const parsed = parseScenario(readFileSync(path, 'utf8'));
      if (!parsed.ok) throw new Error(path);
      // Alone, without what the file expects: its expectations may well depend on the order.
      const steps = parsed.scenario.steps.map(({ expect: said, ...step }) =>
        said?.some((one) => 'refused' in one) === true ? { ...step, expect: [{ refused: true }] } : step,
      );
      const found = explore(
        { ...parsed.scenario, steps },
        createRunScript(tables, () => javascript),
        {
          window: 60_000,
          runs: 40,
        },
      );
      if ('failure' in found) throw new Error(found.failure.message);
      return found.findings
        .filter(({ breach }) => breach.kind === 'builtIn')
        .map(({ breach }) => ({ path, breach }));
    });

    expect(files.length).toBeGreaterThan(90);
    expect(alarms).toEqual([]);
  });
});

describe('expectations in another order', () => {
  it('hold of what an input causes, wherever it comes', () => {
    const file = scenario(
      desk(mixingBot),
      connects('Ada'),
      connects('Bob'),
      { ...writes(2, 'hi', '+10s'), expect: [{ event: 'message.saved', session: 2, text: 'For hi' }] },
      writes(1, 'ask'),
    );
    expect(replayed(file).ok).toBe(true);

    const [found] = explored(file).findings;

    expect(found?.breach).toMatchObject({ kind: 'expectation', step: 3, index: 0 });
    expect(stepsOf(found?.failing)).toEqual([1, 2, 4, 3]);
    expect(stepsOf(found?.passing)).toEqual([1, 2, 3, 4]);
  });

  it('are about the world after the same inputs, in whatever order these came', () => {
    const file = scenario(desk(null), connects('Ada'), picksUp(1, 1, '+10s'), writes(1, 'Hi', '+10s'), {
      at: '+1s',
      input: { type: 'agent.writes', agent: 1, session: 1, text: 'Hello' },
      expect: [{ status: 6 }],
    });

    const { failing, findings } = explored(file);

    expect(failing).toBe(1);
    expect(findings[0]?.breach).toMatchObject({
      kind: 'expectation',
      step: 4,
      expectation: { status: 6, session: 1 },
    });
    expect(stepsOf(findings[0]?.failing)).toEqual([1, 2, 4, 3]);
  });

  it('are not judged where an input is refused that the file takes', () => {
    const file = scenario(desk(null), connects('Ada'), {
      at: '+1s',
      input: { type: 'agent.picksUp', agent: 1, session: 1 },
      expect: [{ event: 'session.assigned', agent: 1 }, { status: 5 }],
    });

    expect(explored(file)).toMatchObject({ tried: 2, failing: 0 });
  });

  it('ask for an input to be taken where they say so', () => {
    const file = scenario(desk(null), connects('Ada'), {
      at: '+1s',
      input: { type: 'agent.picksUp', agent: 1, session: 1 },
      expect: [{ refused: false }],
    });

    const [found] = explored(file).findings;

    expect(found?.breach).toMatchObject({ kind: 'expectation', step: 2, expectation: { refused: false } });
    expect(found?.failing[0]?.refused?.code).toBe('no-session');
  });

  it('name the sessions that they name in the file', () => {
    const file = scenario(
      desk(null),
      connects('Ada'),
      { ...connects('Bob', '+1s'), expect: [{ status: 4 }, { session: { id: 2, 'customer.alias': 'Bob' } }] },
      { ...writes(1, 'I am Ada'), expect: [{ event: 'message.saved', author: 'Ada', session: 1 }] },
    );

    const { tried, failing } = explored(file);

    expect(tried).toBe(3);
    expect(failing).toBe(0);
  });
});

describe('exploring', () => {
  it('keeps inputs in their order that lie further apart than the window', () => {
    expect(explored(lateAnswer(), { window: 500 })).toMatchObject({ tried: 1, of: 1, failing: 0 });
    expect(explored(lateAnswer(), { window: 600 })).toMatchObject({ tried: 3 });
  });

  it('is the same each time, for all orders and for random ones', () => {
    const all = explored(lateAnswer(), { window: 20_000 });
    const random = explored(lateAnswer(), { window: 20_000, runs: 7, seed: 3 });

    expect(explored(lateAnswer(), { window: 20_000 })).toEqual(all);
    expect(explored(lateAnswer(), { window: 20_000, runs: 7, seed: 3 })).toEqual(random);
    expect(all.tried).toBe(all.of);
    expect(random.tried).toBe(7);
  });

  it('tries what it can of many inputs, and finds the race among them', () => {
    const more = ['Cid', 'Dan', 'Eva', 'Fay', 'Gus'].map((alias) => connects(alias, '+100ms'));
    const file = lateAnswer();

    const { tried, of, findings } = explored({ ...file, steps: [...file.steps, ...more] }, { runs: 200 });

    expect(of).toBeGreaterThan(200);
    expect(tried).toBe(200);
    expect(findings.map(({ breach }) => breach.kind === 'builtIn' && breach.rule)).toContain(
      'bot-after-hand-off',
    );
  });

  it('can be left after any order, and tells of those that it tried', () => {
    const exploration = Exploration.of(lateAnswer(), createRunScript());
    if (!(exploration instanceof Exploration)) throw new Error('It cannot be played.');
    exploration.next();
    exploration.next();

    expect(exploration.progress).toEqual({ tried: 2, of: 3, failing: 1 });
    expect(exploration.conclude()).toMatchObject({ tried: 2, of: 3, failing: 1 });
  });

  it('says which step cannot be played', () => {
    const file = scenario(desk(null), connects('Ada', 'yesterday'));

    expect(explore(file, createRunScript())).toMatchObject({ failure: { path: 'steps[0].at' } });
  });

  it('keeps what is told: the kept scenario plays the same events, byte for byte', () => {
    const files = [lateAnswer(), ...['T-45', 'T-53', 'T-77', 'T-89'].map(acceptance)];
    for (const file of files) {
      const { findings } = explored(file);
      expect(findings.length).toBeGreaterThan(0);
      for (const { kept, failing } of findings) {
        const told = failing.filter(({ isReached }) => isReached).flatMap(({ events }) => events);
        const played = replayed(kept);
        expect(played.events.map(eventLine)).toEqual(told.map(eventLine));
        expect(played.ok).toBe(false);
      }
    }
  });

  it('clicks the same option of the same message, whatever its number is by then', () => {
    const file = acceptance('T-75');
    const { tried, failing } = explored(file, { window: 10_000, runs: 100 });

    expect(tried).toBeGreaterThan(0);
    expect(failing).toBe(0);
  });
});

function acceptance(name: string): ScenarioFile {
  const parsed = parseScenario(readFileSync(`tests/acceptance/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(name);
  return parsed.scenario;
}
