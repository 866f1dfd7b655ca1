import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countScripts } from '../../src/bots/count-scripts.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import { sessionTransitions } from '../../src/engine/transitions.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { replay } from '../../src/scenario/replay.ts';
import { coverageOf, mergeCoverage, noCoverage, type Coverage } from '../../src/testing/coverage.ts';
import {
  branchShare,
  diagramOf,
  linesOf,
  neverUsed,
  statementShare,
} from '../../src/testing/measure-coverage.ts';

const received = `String text = getEventData().getInputValue("chatMessage.message");
Integer session = getEventData().getInputValue("chatMessage.sessionId").toInteger();
if (text == "human")
  resetChat(session);
else
  addChatMessage(session, "Echo: " + text, 1, "Echo", 0, "");
`;

const world = (source: string, more: Partial<WorldFile> = {}): WorldFile => ({
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord', present: true }],
  channels: [
    {
      id: 1,
      name: 'Help desk',
      members: [{ agent: 1, canRespond: true }],
      bot: { enabled: true, folder: 'Echo', name: 'Echo' },
      preChatForm: { enabled: false },
    },
  ],
  folders: [
    {
      id: 1,
      name: 'Echo',
      scripts: [
        { id: 1, name: 'bot register', source: '' },
        { id: 2, name: 'bot message received', source },
      ],
    },
  ],
  ...more,
});

const writes = (...texts: readonly string[]): ScenarioFile['steps'] => [
  { input: { type: 'customer.connects', channel: 1 } },
  ...texts.map((text) => ({ input: { type: 'customer.writes' as const, session: 1, text } })),
];

function covered(steps: ScenarioFile['steps'], start = world(received)): Coverage {
  const { runScript, hits } = countScripts();
  const scenario: ScenarioFile = { format: 'rehearsal-scenario', version: 1, name: 'A', world: start, steps };
  const played = replay(scenario, runScript);
  return coverageOf({
    start,
    events: played.events,
    world: played.world,
    hits: hits(played.world.folders),
  });
}

const scriptIn = (coverage: Coverage, name = 'bot message received') => {
  const script = coverage.scripts.find((one) => one.name === name);
  if (script === undefined) throw new Error(`There is no ${name}.`);
  return script;
};

describe('the coverage of a run', () => {
  it('says which statements of a script ran and which ways were taken', () => {
    const script = scriptIn(covered(writes('hi')));

    expect(script).toMatchObject({ folder: 'Echo', language: 'crmscript' });
    expect(statementShare(script)).toEqual({ covered: 4, total: 5 });
    expect(branchShare(script)).toEqual({ covered: 1, total: 2 });
    expect(linesOf(script).map(({ line, hits }) => [line, hits])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 0],
      [6, 1],
    ]);
  });

  it('adds what another run takes', () => {
    const script = scriptIn(mergeCoverage(covered(writes('hi', 'ho')), covered(writes('human'))));

    expect(statementShare(script)).toEqual({ covered: 5, total: 5 });
    expect(branchShare(script)).toEqual({ covered: 2, total: 2 });
    expect(script.statements.map(({ hits }) => hits)).toEqual([3, 3, 3, 1, 2]);
  });

  it('counts a script whose text differs apart', () => {
    const other = world(`${received}\n`);
    const both = mergeCoverage(covered(writes('hi')), covered(writes('human'), other));

    const texts = both.scripts.filter(({ name }) => name === 'bot message received');
    expect(texts.map(branchShare)).toEqual([
      { covered: 1, total: 2 },
      { covered: 1, total: 2 },
    ]);
  });

  it('tells the ways of the session diagram that were taken, and those that it does not have', () => {
    const finishes = 'setChatStatus(getEventData().getInputValue("chatMessage.sessionId").toInteger(), 9);';
    const { transitions } = covered(writes('hi'), world(finishes));

    const { known, others } = diagramOf(transitions);
    expect(known).toHaveLength(sessionTransitions.length);
    expect(known.filter(({ hits }) => hits > 0)).toMatchObject([
      { from: null, to: 4, rules: ['T03'], hits: 1 },
    ]);
    expect(others).toEqual([{ from: 4, to: 9, hits: 1 }]);
  });

  it('tells what the settings are that a run made no use of', () => {
    const start = world(received, {
      webhooks: [{ id: 7, name: 'CRM', events: ['chatsession.created'], url: 'https://crm.test' }],
      mocks: [{ id: 3, request: { url: 'https://x.test/a' } }],
      triggers: [{ id: 5, event: 403, script: 1 }],
    });
    const { settings } = covered(writes('hi'), start);

    const unused = neverUsed(settings).map(({ kind, name }) => `${kind}: ${name}`);
    expect(unused).toEqual(['agent: Kari Nord', 'mock: GET https://x.test/a', 'offlineForm: Help desk']);
    expect(settings.find(({ kind }) => kind === 'webhook')).toMatchObject({ name: 'CRM', uses: 1 });
    expect(settings.find(({ kind }) => kind === 'trigger')).toMatchObject({
      name: 'bot register',
      uses: 2,
    });
  });
});

describe('merging coverage', () => {
  const texts = fc.array(fc.constantFrom('hi', 'human', ''), { maxLength: 4 });
  const sources = fc.constantFrom(received, `${received}\n`, 'print(', 'Integer i; while (i < 2) i++;');
  const coverages = fc.tuple(texts, sources).map(([said, source]) => covered(writes(...said), world(source)));

  it('gives the same in whichever order runs are put together', () => {
    fc.assert(
      fc.property(coverages, coverages, coverages, (a, b, c) => {
        expect(mergeCoverage(a, b)).toEqual(mergeCoverage(b, a));
        expect(mergeCoverage(mergeCoverage(a, b), c)).toEqual(mergeCoverage(a, mergeCoverage(b, c)));
        expect(mergeCoverage(a, noCoverage)).toEqual(a);
        expect(mergeCoverage(noCoverage, a)).toEqual(a);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes anything away', () => {
    fc.assert(
      fc.property(coverages, coverages, (a, b) => {
        const both = mergeCoverage(a, b);
        for (const script of a.scripts) {
          const sum = both.scripts.find(
            ({ name, source }) => name === script.name && source === script.source,
          );
          expect(sum && statementShare(sum).covered).toBeGreaterThanOrEqual(statementShare(script).covered);
        }
        expect(both.transitions.length).toBeGreaterThanOrEqual(a.transitions.length);
      }),
      { numRuns: 30 },
    );
  });
});
