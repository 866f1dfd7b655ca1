import { afterEach, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { createEngineClient, type EngineClient } from '../../../src/ui/engine-client.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';
import type { Engine } from '../../../src/worker/ports.ts';
import { base } from '../../support/in-process-worker.ts';
import { Workers } from '../../support/workers.ts';

/*
 * A script that never ends, as far as the page can tell: the worker says that it begins, and is not heard of again.
 */

const slow = { id: 7, name: 'slow trigger', source: 'print("slow");' };
const fine = { id: 8, name: 'fine trigger', source: 'print("fine");' };
const outer = { id: 9, name: 'outer', source: 'setChatStatus(1, 5); print("outer");' };

const scenario = {
  format: 'rehearsal-scenario',
  version: 1,
  name: 'Hung',
  world: {
    startsAt: '2026-01-05T08:00:00Z',
    options: { idleSeconds: 8 },
    agents: [{ id: 1, name: 'Kari Nord' }],
    channels: [{ id: 1, name: 'Help', members: [{ agent: 1 }] }],
    folders: [{ id: 1, name: 'Triggers', scripts: [slow, fine, outer] }],
    triggers: [
      { id: 1, event: 401, script: 7 },
      { id: 2, event: 401, script: 8 },
    ],
  },
  steps: [],
};

let workers: Workers;
let client: EngineClient;
let ids = 0;

/** Starts the page; the scripts of these ids hang in every worker that runs them. */
async function start(...hanging: readonly number[]): Promise<void> {
  const engine = realEngine();
  const hangs: Engine = {
    ...engine,
    step: (world, request, running) => {
      let hung = false;
      return engine.step(world, request, (script) => {
        if (!hung) running?.(script);
        if (script === null || !hanging.includes(script) || isSaved(world, script)) return;
        hung = true;
        workers.hang();
        throw new Error('nobody hears of this any more');
      });
    },
  };
  workers = new Workers({ engine: hangs, loadText: () => Promise.resolve(JSON.stringify(scenario)) });
  await openPage();
}

/** Another page of the same browser. */
async function openPage() {
  client = createEngineClient({
    startWorker: workers.start,
    listener: () => undefined,
    stateChanged: () => undefined,
    base,
    after: workers.machine.time.after,
    monotonic: () => workers.machine.time.now,
    newId: () => `page ${String(++ids)}`,
  });
  const opened = await client.open(null);
  if ('problem' in opened) throw new Error(opened.problem.reason.code);
  return opened;
}

/** A script that was mended does not hang. */
const isSaved = (world: Parameters<Engine['step']>[0], script: number) =>
  world.folders.some(({ scripts }) =>
    scripts.some(({ id, source }) => id === script && source.includes('mended')),
  );

const send = (id: string, input: Input) => client.dispatch({ id, workspace: 'first-visit', input });
const connects: Input = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } };
const leaves = (session: number): Input => ({ type: 'customer.leaves', session });
const log = () => client.events('first-visit', 1, 10_000);
const told = (events: readonly RecordedEvent[]) =>
  events.flatMap((event) =>
    event.type === 'script.printed'
      ? [event.text]
      : event.type === 'script.failed'
        ? [`${String(event.script)} ${event.kind}`]
        : [],
  );

afterEach(() => {
  client.stop();
  workers.close();
});

it('an input whose script hangs is applied by the next worker without that script, and the rest of it runs', async () => {
  await start(7);
  await send('a', connects);

  const answer = send('b', leaves(1));
  await workers.machine.time.pass(8000);

  expect(await answer).toMatchObject({ kind: 'committed' });
  expect(told(await log())).toEqual(['7 LeftOut', 'fine']);
  expect(workers.started).toHaveLength(2);
});

it('a timer whose script hangs fires in the next worker without it, and the workspace goes on', async () => {
  await start(7);
  await send('a', connects);
  await send('b', { type: 'customer.disconnects', session: 1 });

  await workers.machine.time.pass(20_000);

  expect(told(await log())).toEqual(['7 LeftOut', 'fine']);
  expect(workers.started).toHaveLength(2);
  expect(await send('c', connects)).toMatchObject({ kind: 'committed' });
});

it('of nested scripts, the one that runs when the worker hangs is left out, and no other', async () => {
  await start(7);
  await send('a', connects);

  const answer = send('b', { type: 'admin.runsScript', script: 9 });
  await workers.machine.time.pass(8000);

  expect(await answer).toMatchObject({ kind: 'committed' });
  expect(told(await log())).toEqual(['7 LeftOut', 'fine', 'outer']);
});

it('several scripts that hang are left out one after the other, however many there are', async () => {
  await start(7, 8, 9);
  await send('a', connects);

  const answers = [send('b', { type: 'admin.runsScript', script: 9 }), send('c', leaves(1))];
  await workers.machine.time.pass(40_000);

  expect(await Promise.all(answers)).toMatchObject([{ kind: 'committed' }, { kind: 'committed' }]);
  expect(told(await log())).toEqual(['9 LeftOut', '7 LeftOut', '8 LeftOut']);
});

it('a script that hung stays out of every later step until it is saved anew', async () => {
  await start(7);
  await send('a', connects);
  await send('b', connects);
  await send('c', connects);
  const hung = send('d', leaves(1));
  await workers.machine.time.pass(8000);
  await hung;

  await send('e', leaves(2));
  const rows = await workers.machine.openLog().applied('first-visit', ['d', 'e']);
  expect([...rows.values()].map(({ leftOut }) => leftOut)).toEqual([[7], [7]]);

  const mended = { ...slow, source: 'print("mended");' };
  await send('f', { type: 'admin.savesScript', folder: 1, script: mended });
  await send('g', leaves(3));

  expect(told(await log())).toEqual(['7 LeftOut', 'fine', '7 LeftOut', 'fine', 'mended', 'fine']);
  expect((await workers.machine.openLog().applied('first-visit', ['g'])).get('g')?.leftOut).toBeUndefined();
});

it('another page that opens the workspace knows what is left out from the log alone', async () => {
  await start(7);
  await send('a', connects);
  const hung = send('b', leaves(1));
  await workers.machine.time.pass(8000);
  await hung;
  client.stop();

  const opened = await openPage();
  await send('c', connects);

  expect('world' in opened && opened.world.leftOut).toEqual([7]);
  expect(await send('d', leaves(2))).toMatchObject({ kind: 'committed' });
  expect(workers.started).toHaveLength(3);
});
