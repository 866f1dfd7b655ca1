import { afterEach, describe, expect, it } from 'vitest';
import type { MockFile } from '../../src/engine/definition.ts';
import type { EventOf, RecordedEvent } from '../../src/engine/events.ts';
import type { Waits } from '../../src/protocol/debug-api.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import { tables } from '../../src/cli/tables.ts';
import { replay } from '../../src/scenario/replay.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { until } from '../support/fake-time.ts';
import { Machine, type Tab } from '../support/in-process-worker.ts';
import { parcelShop } from '../support/parcel-shop.ts';

const machines: Machine[] = [];
afterEach(() => {
  machines.length = 0;
});

const empty = {
  format: 'rehearsal-scenario',
  version: 1,
  name: 'First',
  world: { startsAt: parcelShop.startsAt },
  steps: [],
};
const order = 'https://shop.example/orders/1042';

/** A tab that shows the shop with these mocks, in which Ada has come. */
async function shop(mocks: readonly MockFile[]): Promise<Tab> {
  const machine = new Machine();
  machines.push(machine);
  const tab = await machine.tab({
    ports: { engine: realEngine(), loadText: () => Promise.resolve(JSON.stringify(empty)) },
  });
  const made = await tab.service.createPlayed(
    { name: 'Shop', began: 'file', world: { ...parcelShop, mocks }, steps: [], openingSteps: 0 },
    'shop',
  );
  if ('problem' in made) throw new Error(made.problem.reason.code);
  await tab.open('shop');
  await tab.dispatch('ada', { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } });
  return tab;
}

const asksForOrder = (tab: Tab) =>
  tab.dispatch('asks', { type: 'customer.writes', session: 1, text: 'order' });
const waits = (tab: Tab): Waits | null =>
  tab.heard.reduce<Waits | null>(
    (last, told) => (told.type === 'waits' ? told.waits : last),
    tab.opened.waits,
  );
const calls = (events: readonly RecordedEvent[]): EventOf<'http.called'>[] =>
  events.filter((event): event is EventOf<'http.called'> => event.type === 'http.called');

/** Plays the workspace as it is saved, in which the same has to come of it; gives its last step. */
async function replayed(tab: Tab) {
  const file = await tab.service.scenario('shop', 'conversation');
  if ('problem' in file) throw new Error(file.problem.reason.code);
  const played = replay(
    file,
    createRunScript(tables, () => {
      throw new Error('no JavaScript here');
    }),
  );
  expect(played.steps.flatMap(({ failures }) => failures)).toEqual([]);
  expect(played.events).toEqual(await tab.log());
  return file.steps.at(-1);
}

describe('a call that a mock holds', () => {
  const mocks: readonly MockFile[] = [
    { id: 1, request: { url: order }, responses: [{ status: 200, body: 'packed' }], hold: true },
  ];

  it('has its step wait, though nobody asked to be asked, and goes on when it is released', async () => {
    const tab = await shop(mocks);

    const answer = asksForOrder(tab);
    await until(() => waits(tab) !== null);
    expect(waits(tab)).toMatchObject({
      why: 'http',
      call: { method: 'GET', url: order, held: 1 },
      place: { script: 2, line: 20 },
    });
    expect(calls(await tab.log())).toEqual([]);

    const released = [{ method: 'GET', url: order, mock: 1 }];
    expect(await tab.service.goOn('shop', 'continue', { answers: released })).toBe(true);
    expect((await answer).kind).toBe('committed');
    expect(calls(await tab.log())).toMatchObject([
      { status: 200, answeredBy: 'mock', mock: 1, released: true },
    ]);
    expect(await replayed(tab)).toMatchObject({ answers: released });
  });
});

describe('a call that nobody answers', () => {
  it('waits where one wants to be asked, and its answer is recorded with the step', async () => {
    const tab = await shop([]);
    await tab.service.saveAsksForAnswers('shop', true);

    const answer = asksForOrder(tab);
    await until(() => waits(tab) !== null);
    const mine = [{ method: 'GET', url: order, status: 200, body: 'lost', delay: 1500 }];
    await tab.service.goOn('shop', 'continue', { answers: mine });

    expect((await answer).kind).toBe('committed');
    expect(calls(await tab.log())).toMatchObject([
      { status: 200, answeredBy: 'recorded', body: 'lost', delay: 1500 },
    ]);
    expect(await replayed(tab)).toMatchObject({ answers: mine });
  });
});
