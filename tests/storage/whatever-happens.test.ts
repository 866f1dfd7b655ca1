import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acts, Life, type Act } from '../support/life.ts';
import { commandsIn } from '../support/machine.ts';

/* What was acknowledged is there, in order and once, whatever happens to the database, the journal and the tab. */

const act = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Act>('append') },
  { weight: 22, arbitrary: fc.constantFrom(...(Object.keys(acts) as Act[])) },
);

describe('whatever happens', () => {
  it('all that was acknowledged is there, in order, after any mix of crashes, losses and failures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (happened) => {
        const life = new Life();
        await life.begin();
        for (const what of happened) await acts[what](life);
        await life.reopen();
        expect(await commandsIn(life.log)).toEqual(life.expected);
        await life.reopen(true);
        expect(await commandsIn(life.log)).toEqual(life.expected);
        expect((await life.log.workspaces()).map(({ name }) => name)).toEqual([life.name]);
      }),
      { numRuns: Number(process.env.REHEARSAL_RUNS ?? 60) },
    );
  }, 120_000);
});
