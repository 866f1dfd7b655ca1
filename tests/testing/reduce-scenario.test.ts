import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventLine } from '../../src/scenario/event-line.ts';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { reduceScenario } from '../../src/testing/reduce-scenario.ts';
import { inputs, worlds } from '../engine/arbitrary.ts';
import { runTinyScript } from '../engine/tiny-scripts.ts';
import { helpDesk } from '../scenario/scenarios.ts';

const connects = { input: { type: 'customer.connects', channel: 1 } } as const;

/** A help desk beside much that nobody comes to. */
function crowded(): ScenarioFile {
  const { world, ...rest } = helpDesk(connects);
  return {
    ...rest,
    world: {
      ...world,
      agents: [...(world.agents ?? []), { id: 7, name: 'Nobody' }],
      channels: [
        ...(world.channels ?? []),
        { id: 2, name: 'Other', members: [{ agent: 7 }], bot: { enabled: true, folder: 'Bot' } },
      ],
      folders: [{ name: 'Bot', scripts: [{ id: 1, name: 'bot register' }] }],
      mocks: [{ request: { url: 'https://example.org/' } }],
      contacts: [{ id: 1, name: 'Ada Berg' }],
      tables: { ejuser: [{ id: 1 }] },
    },
  };
}

describe('only what matters', () => {
  it('leaves out what no step reaches, and says how much that is', () => {
    const { scenario, left } = reduceScenario(crowded(), runTinyScript);

    expect(left).toEqual({ agents: 1, channels: 1, folders: 1, mocks: 1, contacts: 1, tables: 1 });
    expect(scenario.world).toEqual({ ...helpDesk().world, startsAt: scenario.world.startsAt });
  });

  it('keeps a bot whole, and what its scripts include', () => {
    const file = crowded();
    const folders = [
      {
        name: 'Bot',
        scripts: [
          { id: 1, name: 'bot register' },
          { id: 2, name: 'bot session created', source: '#include "shared"' },
          { id: 3, name: 'bot message received', source: '' },
        ],
      },
      {
        name: 'Library',
        scripts: [
          { id: 4, name: 'a library', includeName: 'shared' },
          { id: 5, name: 'unused' },
        ],
      },
    ];
    const steps = [{ input: { type: 'customer.connects', channel: 2 } }] as const;
    const { scenario } = reduceScenario({ ...file, steps, world: { ...file.world, folders } }, runTinyScript);

    const ids = scenario.world.folders?.flatMap(({ scripts = [] }) => scripts.map(({ id }) => id));
    expect(ids).toEqual([1, 2, 3, 4]);
  });

  it('gives the same events, byte for byte, whatever was done', () => {
    let cuts = 0;
    const pauses = fc.constantFrom('+0ms', '+2s', '+5m');
    const done = fc.array(fc.record({ input: inputs, at: pauses }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(worlds, done, (world, steps) => {
        const file: ScenarioFile = { ...helpDesk(), world, steps };

        const { scenario, left } = reduceScenario(file, runTinyScript);

        cuts += Object.keys(left).length;
        const lines = (of: ScenarioFile) => replay(of, runTinyScript).events.map((event) => eventLine(event));
        expect(lines(scenario)).toEqual(lines(file));
        const read = parseScenario(writeScenario(scenario));
        const asItWas = parseScenario(writeScenario(file));
        // A file that could be opened still can.
        expect(read.ok || !asItWas.ok).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(cuts).toBeGreaterThan(60);
  });
});
