import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunScript } from '../../src/engine/script-call.ts';
import type { ScenarioFile, ScenarioStep } from '../../src/scenario/format.ts';
import { replay } from '../../src/scenario/replay.ts';
import { settled } from '../../src/testing/settled.ts';
import { inputs, worlds } from '../engine/arbitrary.ts';
import { runTinyScript } from '../engine/tiny-scripts.ts';
import { helpDesk } from '../scenario/scenarios.ts';

const connects = { at: '+2s', input: { type: 'customer.connects', channel: 1 } } as const;
const savesAgent = (id: number): ScenarioStep => ({
  at: '+5s',
  input: { type: 'admin.savesAgent', agent: { id, name: `Agent ${String(id)}`, present: true } },
});

/** What was said, by whom and when. */
const said = (file: ScenarioFile, run: RunScript) =>
  replay(file, run).events.flatMap((event) =>
    event.type === 'message.saved' ? [[event.session, event.author, event.text, event.at]] : [],
  );

describe('a conversation that somebody set things up for', () => {
  it('begins with what they set, at the same moment', () => {
    const file = helpDesk(savesAgent(2), savesAgent(3), connects);

    const { file: made, folded } = settled(file, runTinyScript);

    expect(folded).toBe(2);
    expect(made.steps).toEqual([connects]);
    expect(made.world.startsAt).toBe('2026-03-02T09:00:10.000Z');
    expect(made.world.agents?.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(replay(made, runTinyScript).events.at(-1)?.at).toBe('2026-03-02T09:00:12.000Z');
  });

  it('stays as it is where nothing was set before the first of them came, or a step was refused', () => {
    const first = helpDesk(connects, savesAgent(2));
    const refused = helpDesk({ input: { type: 'admin.deletesAgent', agent: 9 } }, connects);

    expect(settled(first, runTinyScript)).toEqual({ file: first, folded: 0 });
    expect(settled(refused, runTinyScript)).toEqual({ file: refused, folded: 0 });
  });

  it('says the same at the same moments, whatever was set and done', () => {
    let shorter = 0;
    const sets = fc.integer({ min: 4, max: 6 }).map(savesAgent);
    const done = fc.array(fc.record({ input: inputs }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(worlds, fc.array(sets, { maxLength: 3 }), done, (world, before, after) => {
        const file: ScenarioFile = { ...helpDesk(), world, steps: [...before, connects, ...after] };

        const { file: made, folded } = settled(file, runTinyScript);

        shorter += folded;
        expect(said(made, runTinyScript)).toEqual(said(file, runTinyScript));
      }),
      { numRuns: 60 },
    );
    expect(shorter).toBeGreaterThan(10);
  });
});
