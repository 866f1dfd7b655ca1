import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import { fold } from '../../src/engine/fold.ts';
import type { Input } from '../../src/engine/inputs.ts';
import { step } from '../../src/engine/step.ts';
import { nextTimer } from '../../src/engine/timers.ts';
import { replay } from '../../src/scenario/replay.ts';
import type { Engine } from '../../src/worker/ports.ts';
import { inputs, worlds } from '../engine/arbitrary.ts';
import { runTinyScript } from '../engine/tiny-scripts.ts';
import { Machine, type Tab } from '../support/in-process-worker.ts';

/** `npm test` runs the quick form; `npm run test:forks` the long one. */
const runs = Number(process.env['REHEARSAL_FORKS'] ?? 300);

const engine: Engine = {
  createWorld,
  fold,
  step: (world, request) => step(world, request, runTinyScript),
  nextTimer,
};

const some = fc.array(inputs, { minLength: 1, maxLength: 6 });
const histories = fc.record({
  world: worlds,
  before: some,
  inBranch: some,
  inOrigin: some,
  /** How much of what there is goes into the branch. */
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  /** Which of the two is thrown away in the end. */
  losesOrigin: fc.boolean(),
});

const gone = 30_000;

/** What the log of a workspace holds, byte for byte. */
const textOf = async ({ service }: Tab, workspace: string): Promise<string> =>
  JSON.stringify(await service.events(workspace, 1, 1_000_000));

async function does(tab: Tab, workspace: string, name: string, sent: readonly Input[]): Promise<void> {
  await tab.open(workspace);
  for (const [n, input] of sent.entries()) await tab.dispatch(`${name} ${String(n)}`, input);
}

describe('a fork of any rehearsal at any step', { timeout: 60_000 + runs * 400 }, () => {
  it('is its origin up to there, replays to the same, and shares nothing with it after', async () => {
    let forked = 0;
    let count = 0;
    const machine = new Machine();
    const tab = await machine.tab({ ports: { engine } });
    const { service } = tab;
    await fc.assert(
      fc.asyncProperty(histories, async ({ world, before, inBranch, inOrigin, share, losesOrigin }) => {
        const origin = `origin ${String(++count)}`;
        const fork = `fork ${String(count)}`;
        await service.createPlayed({ name: 'Any', began: 'file', world, steps: [], openingSteps: 0 }, origin);
        const arrival: Input = { type: 'customer.connects', channel: 1 };
        await does(tab, origin, 'before', [arrival, ...before]);
        const whole = await service.events(origin, 1, 1_000_000);
        const upTo = Math.round(share * (await service.steps(origin)));
        const shared = JSON.stringify(whole.filter((event) => event.step <= upTo));

        const made = await service.copy(origin, { began: 'branch', name: 'Fork', upToStep: upTo }, fork);

        expect(made).toMatchObject({ parent: origin, parentStep: upTo, began: 'branch' });
        expect(await textOf(tab, fork)).toBe(shared);
        await does(tab, fork, 'branch', inBranch);
        expect(await textOf(tab, origin)).toBe(JSON.stringify(whole));
        const branch = await textOf(tab, fork);
        expect(branch.startsWith(shared.slice(0, -1))).toBe(true);
        await does(tab, origin, 'origin', inOrigin);
        expect(await textOf(tab, fork)).toBe(branch);
        if (branch !== shared) forked += 1;

        for (const id of [origin, fork]) {
          const file = await service.scenario(id);
          if ('problem' in file) throw new Error(file.problem.reason.code);
          const played = replay(file, runTinyScript);
          expect(JSON.stringify(played.events)).toBe(await textOf(tab, id));
        }

        const [lost, left] = losesOrigin ? [origin, fork] : [fork, origin];
        const kept = await textOf(tab, left);
        await tab.open(left);
        expect(await service.remove(lost)).toBeNull();
        await machine.time.pass(gone);
        expect(await textOf(tab, lost)).toBe('[]');
        expect((await textOf(tab, left)).startsWith(kept.slice(0, -1))).toBe(true);
        // The next one is alone again.
        await service.remove(left);
      }),
      { numRuns: runs },
    );
    await service.close();
    expect(forked).toBeGreaterThan(runs / 3);
  });
});
