import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import { fold } from '../../../src/engine/fold.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { step } from '../../../src/engine/step.ts';
import { nextTimer } from '../../../src/engine/timers.ts';
import { worldToJson } from '../../../src/engine/world-json.ts';
import { pastOf } from '../../../src/ui/past/past.ts';
import { createStore } from '../../../src/ui/store/store.ts';
import type { Engine } from '../../../src/worker/ports.ts';
import { createEngineService } from '../../../src/worker/service.ts';
import { inputs, worlds } from '../../engine/arbitrary.ts';
import { runTinyScript } from '../../engine/tiny-scripts.ts';
import { base, Machine } from '../../support/in-process-worker.ts';

const engine: Engine = {
  createWorld,
  fold,
  step: (world, request) => step(world, request, runTinyScript),
  nextTimer,
};

const seed = 20;
const [world] = fc.sample(worlds, { numRuns: 1, seed });
const arrivals = [1, 2, 3].map((channel): Input => ({ type: 'customer.connects', channel }));
const said = [...arrivals, ...fc.sample(inputs, { numRuns: 600, seed })];

/** A window on a rehearsal in which all this was done. */
async function rehearsed() {
  const machine = new Machine();
  const service = createEngineService(machine.ports({ ports: { engine } }));
  const store = createStore(service, {
    newId: machine.newId,
    mono: () => machine.time.now,
    after: machine.time.after,
  });
  await service.connect(store.receive, base);
  if (world === undefined) throw new Error('There is no world.');
  await service.createPlayed({ name: 'Any', began: 'file', world, steps: [], openingSteps: 0 }, 'any');
  await store.open('any');
  for (const input of said) await store.dispatch(input);
  const events = await service.events('any', 1, 1_000_000);
  const foldedTo = (seq: number) => worldToJson(events.slice(0, seq).reduce(fold, createWorld(world)));
  return { store, service, events, foldedTo };
}

const shown = (store: { readonly world: { readonly value: Parameters<typeof worldToJson>[0] | null } }) =>
  store.world.value && worldToJson(store.world.value);

describe('what all panes read in the past', { timeout: 60_000 }, () => {
  it('is, at fifty random moments in any order, the log folded up to there and the events that led there', async () => {
    const { store, events, foldedTo, service } = await rehearsed();
    expect(events.length).toBeGreaterThan(1000);
    const past = pastOf(store);
    const moments = fc.sample(fc.integer({ min: 0, max: events.length - 1 }), { numRuns: 50, seed });
    const newest = (seq: number): readonly RecordedEvent[] => events.slice(Math.max(0, seq - 1000), seq);

    for (const seq of moments) {
      await past.goTo(seq);

      expect(past.at.value).toBe(seq);
      expect(shown(store)).toEqual(foldedTo(seq));
      // As many as the worker gives with a moment, or more.
      const held = store.events.value;
      expect(held.length).toBeGreaterThanOrEqual(Math.min(seq, 250));
      expect(held).toEqual(newest(seq).slice(-held.length));
    }

    past.back();
    expect(shown(store)).toEqual(foldedTo(events.length));
    await service.close();
  });

  it('stays what it is while people go on, and counts what has come since', async () => {
    const { store, events, foldedTo, service } = await rehearsed();
    const past = pastOf(store);
    await past.catchUp();
    const middle = Math.floor(events.length / 2);
    await past.goTo(middle);
    const before = past.since.value;

    // Another tab, or the clock: whoever is in the past cannot.
    for (const [n, input] of arrivals.entries())
      await service.dispatch({ id: `later ${String(n)}`, workspace: 'any', input });
    await past.catchUp();

    expect(before).toBe(0);
    expect(past.since.value).toBe(3);
    expect(past.at.value).toBe(middle);
    expect(shown(store)).toEqual(foldedTo(middle));
    past.back();
    expect(store.world.value?.seq).toBeGreaterThan(events.length);
    await service.close();
  });

  it('takes nothing, and says so to whoever tries', async () => {
    const { store, events, service } = await rehearsed();
    await pastOf(store).goTo(3);

    const answer = await store.dispatch({ type: 'customer.connects', channel: 1 });

    expect(answer).toMatchObject({ kind: 'refused', reason: { code: 'in-the-past' } });
    expect(store.tried.value).toBe(1);
    expect((await service.events('any', 1, 1_000_000)).length).toBe(events.length);
    await service.close();
  });
});
