import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { fold } from '../../src/engine/fold.ts';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { World } from '../../src/engine/world.ts';
import { matchesRegexp } from '../../src/cli/matcher.ts';
import { evaluate } from '../../src/scenario/expect.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { momentsAfter } from '../../src/scenario/later.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import type { StepResult } from '../../src/scenario/step-result.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { composeTest } from '../../src/testing/compose-test.ts';
import { suggest } from '../../src/testing/suggest.ts';
import type { SuggestedStep, Suggestion, SuggestionKind } from '../../src/testing/suggestion.ts';
import { inputs, worlds } from '../engine/arbitrary.ts';
import { runTinyScript } from '../engine/tiny-scripts.ts';

const matcher = matchesRegexp;
const pauses = fc.constantFrom('+0ms', '+700ms', '+2s', '+31s', '+5m');
const files = fc
  .record({
    world: worlds,
    done: fc.array(fc.record({ input: inputs, at: pauses }), { minLength: 4, maxLength: 25 }),
  })
  .map(({ world, done }): ScenarioFile => {
    const arrival = { input: { type: 'customer.connects', channel: 1 }, at: '+0ms' } as const;
    return { format: 'rehearsal-scenario', version: 1, name: 'Any', world, steps: [arrival, ...done] };
  });

const everything = (steps: readonly SuggestedStep[]) =>
  new Map(steps.map(({ step, suggestions }) => [step, new Set(suggestions.keys())]));

const failuresOf = (file: ScenarioFile) =>
  replay(file, runTinyScript, { matcher }).steps.flatMap(({ failures }) => failures);

describe('what is suggested for a test', () => {
  it('holds at once, all of it, whatever was recorded', () => {
    const seen = new Set<SuggestionKind>();
    fc.assert(
      fc.property(files, fc.boolean(), (file, nameless) => {
        const { steps } = suggest(file, runTinyScript, { from: 1, wanted: [], matcher });
        for (const { suggestions } of steps) for (const { kind } of suggestions) seen.add(kind);

        const test = composeTest(file, steps, {
          name: 'T',
          tags: ['a'],
          nameless,
          ticked: everything(steps),
        });

        const read = parseScenario(writeScenario(test));
        expect(read.ok ? failuresOf(read.scenario) : read.problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect([...seen].toSorted()).toEqual(
      expect.arrayContaining(['owner', 'refused', 'said', 'silence', 'status']),
    );
  });

  it('fails when the thing that it speaks of is taken away', () => {
    let tried = 0;
    fc.assert(
      fc.property(files, (file) => {
        const { steps } = suggest(file, runTinyScript, { from: 1, wanted: [], matcher });
        const results = resultsOf(file);
        for (const { step, suggestions } of steps) {
          const result = results[step - 1];
          if (result === undefined || suggestions.length > 40) continue;
          for (const one of suggestions.slice(0, 4)) {
            tried++;
            const expected = suggestions
              .filter(({ kind }) => kind === one.kind)
              .map(({ expectation }) => expectation);
            const broken = without(one, result);
            expect(evaluate(expected, broken, matcher), JSON.stringify(one)).not.toEqual([]);
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(tried).toBeGreaterThan(200);
  });

  it('is no message for later that says what is seen already, as nothing would tell that it came', () => {
    const kindsAfter = (text: string) => {
      const file: ScenarioFile = {
        format: 'rehearsal-scenario',
        version: 1,
        name: 'Soon',
        world: {
          startsAt: '2026-03-02T09:00:00Z',
          channels: [{ id: 1, name: 'Bot', bot: { enabled: true, folder: 'Bot', name: 'Eko' } }],
          folders: [
            {
              name: 'Bot',
              scripts: [
                { id: 1, name: 'bot register' },
                { id: 2, name: 'bot message received', source: 'later 3 soon' },
              ],
            },
          ],
        },
        steps: [
          { input: { type: 'customer.connects', channel: 1 }, at: '+0ms' },
          { input: { type: 'customer.writes', session: 1, text }, at: '+0ms' },
        ],
      };
      const { steps } = suggest(file, runTinyScript, { from: 2, wanted: [], matcher });
      return steps.flatMap(({ suggestions }) => suggestions.map(({ kind }) => kind));
    };

    expect(kindsAfter('hello')).toContain('comes');
    expect(kindsAfter('soon')).not.toContain('comes');
  });

  it('leaves nothing expected of the steps that lead there but that they are refused', () => {
    fc.assert(
      fc.property(files, fc.nat(20), (file, n) => {
        const from = Math.min(n + 1, file.steps.length);
        const { steps } = suggest(withRefusals(file), runTinyScript, { from, wanted: [], matcher });

        const test = composeTest(withRefusals(file), steps, {
          name: 'T',
          tags: [],
          nameless: false,
          ticked: everything(steps),
        });

        expect(failuresOf(test)).toEqual([]);
        for (const { expect: entries = [] } of test.steps.slice(0, from - 1))
          expect(entries.every((entry) => 'refused' in entry)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

/** As a log is recorded: what was refused says so. */
function withRefusals(file: ScenarioFile): ScenarioFile {
  const { steps } = replay(file, runTinyScript);
  const refused = { expect: [{ refused: true }] } as const;
  return { ...file, steps: file.steps.map((step, n) => ({ ...step, ...(steps[n]?.reason ? refused : {}) })) };
}

function resultsOf(file: ScenarioFile): readonly StepResult[] {
  const { steps } = replay(file, runTinyScript);
  let world: World = createWorld(file.world);
  return steps.map(({ events, reason }, index) => {
    world = events.reduce(fold, world);
    const after = world;
    const { input } = file.steps[index] ?? { input: { type: 'clock.advances', by: 0 } as const };
    const later = (by: number) => momentsAfter(after, index + 2, by, runTinyScript);
    return { input, events, world: after, refusal: reason, later };
  });
}

/** The step as it would have been without what a suggestion speaks of. */
function without({ seq, kind, expectation }: Suggestion, result: StepResult): StepResult {
  const { events, world } = result;
  if (seq !== undefined) return { ...result, events: events.filter((event) => event.seq !== seq) };
  const session = sessionIn(expectation);
  const change = (fields: object) => {
    const was = world.sessions.get(session);
    return was === undefined
      ? result
      : {
          ...result,
          later: () => [],
          world: { ...world, sessions: world.sessions.set(session, { ...was, ...fields }) },
        };
  };
  switch (kind) {
    case 'refused':
      return { ...result, refusal: null };
    case 'options':
      return { ...result, events: events.filter((event) => event.type !== 'message.saved') };
    case 'status':
      return change(over(world, session));
    case 'shows':
      // Who came back to a chat that is over is shown it; that is what is to be taken away.
      return change(
        world.sessions.get(session)?.returned === true ? { returned: false } : over(world, session),
      );
    case 'owner':
      return change({ agent: 99 });
    case 'bot':
      return change({ botActive: true });
    case 'queue':
      return {
        ...result,
        world: { ...world, queue: world.queue.length > 0 ? [] : [1] },
      };
    case 'comes':
      return { ...result, later: () => [] };
    case 'silence': {
      const said = { ...sayingOf(expectation), seq: world.seq + 1, at: '', step: 0, cause: 0, depth: 0 };
      return {
        ...result,
        later: () => [{ at: world.now + 5000, world, events: [said as unknown as RecordedEvent] }],
      };
    }
    default:
      throw new Error(`Nothing is taken away for ${kind}.`);
  }
}

/** What a session is that went on when it was over, or was over when it went on. */
const over = ({ sessions }: World, session: number) => ({
  status: (sessions.get(session)?.status ?? 0) > 6 ? 5 : 8,
  agent: 0,
  returned: false,
});

function sessionIn(expectation: object): number {
  const { session, visible } = expectation as {
    session?: number | { id: number };
    visible?: { session: number };
  };
  return visible?.session ?? (typeof session === 'object' ? session.id : (session ?? 0));
}

function sayingOf(expectation: object): object {
  const { event, ...fields } = (expectation as { no: { event: string } }).no;
  return { type: event, ...fields };
}
