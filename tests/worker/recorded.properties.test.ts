import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { fold } from '../../src/engine/fold.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import { nextTimer } from '../../src/engine/timers.ts';
import { eventLine } from '../../src/scenario/event-line.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import type { Engine } from '../../src/worker/ports.ts';
import { inputs, worlds } from '../engine/arbitrary.ts';
import { runTinyScript } from '../engine/tiny-scripts.ts';
import { Machine } from '../support/in-process-worker.ts';

/** `npm test` runs the quick form; `npm run test:recorded` the long one. */
const runs = Number(process.env['REHEARSAL_RECORDED'] ?? 200);

const engine: Engine = {
  createWorld,
  fold,
  step: (world, request) => step(world, request, runTinyScript),
  nextTimer,
};

const source = fc.constantFrom(
  'post 1 changed',
  'reset',
  'fail',
  'when 5 post 1 other',
  'later 2 soon',
  'get https://x.org/',
);
const edit = fc.record({ id: fc.integer({ min: 2, max: 5 }), source }).map(({ id, source: text }): Input => {
  const name =
    ['bot session created', 'bot session changed', 'bot message received', 'trigger'][id - 2] ?? '';
  return { type: 'admin.savesScript', folder: id === 5 ? 2 : 1, script: { id, name, source: text } };
});

/** What is done, one after the other, and how long before each. */
const histories = fc.record({
  world: worlds,
  before: fc.array(inputs, { minLength: 3, maxLength: 14 }),
  edit,
  after: fc.array(inputs, { minLength: 3, maxLength: 14 }),
  pauses: fc.array(fc.constantFrom(0, 0, 0, 1, 700, 2500, 2500, 31_000), { minLength: 1, maxLength: 5 }),
});

describe('a conversation with scripts edited half way', { timeout: 10_000 + runs * 500 }, () => {
  it('is saved as a file that gives the same events when it is replayed, and is the same when it is saved again', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(histories, async ({ world, before, edit: saved, after, pauses }) => {
        const machine = new Machine();
        const tab = await machine.tab({ ports: { engine, openLog: () => null } });
        await tab.service.createPlayed(
          { name: 'Any', began: 'file', world, steps: [], openingSteps: 0 },
          'any',
        );
        await tab.open('any');
        const arrival: Input = { type: 'customer.connects', channel: 1 };
        for (const [index, input] of [arrival, ...before, saved, ...after].entries()) {
          const pause = pauses[index % pauses.length] ?? 0;
          if (pause > 0) await machine.time.pass(pause);
          const answer = await tab.dispatch(String(index), input);
          if (answer.kind === 'refused') refused++;
        }

        const file = await tab.service.scenario('any');

        if ('problem' in file) throw new Error(file.problem.reason.code);
        const text = writeScenario(file);
        const parsed = parseScenario(text);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
        const replayed = replay(parsed.scenario, runTinyScript);
        expect(replayed.events.map((event) => eventLine(event))).toEqual(
          (await tab.log()).map((event) => eventLine(event)),
        );
        expect(replayed.verdict).toEqual({
          kind: 'identical',
          steps: file.steps.length,
          of: file.steps.length,
        });
        expect(replayed.steps.flatMap(({ failures }) => failures)).toEqual([]);
        expect(writeScenario(parsed.scenario)).toBe(text);
        await tab.service.close();
      }),
      { numRuns: runs },
    );
    expect(refused).toBeGreaterThan(0);
  });
});
