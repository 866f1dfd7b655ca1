import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../../../src/bots/run-script.ts';
import { tables } from '../../../../src/cli/tables.ts';
import { createWorld } from '../../../../src/engine/create-world.ts';
import type { RecordedEvent } from '../../../../src/engine/events.ts';
import type { Input } from '../../../../src/engine/inputs.ts';
import type { RecordedAnswer } from '../../../../src/engine/step-request.ts';
import { step } from '../../../../src/engine/step.ts';
import type { World } from '../../../../src/engine/world.ts';
import { callRows, pathOf, filteredCalls } from '../../../../src/ui/bots/http/call-rows.ts';
import { callerName } from '../../../../src/ui/bots/http/caller-name.ts';
import { draftOfCall } from '../../../../src/ui/bots/http/call-draft.ts';
import { readMock } from '../../../../src/ui/bots/http/mock-draft.ts';
import { parcelShop } from '../../../support/parcel-shop.ts';

const run = createRunScript(tables, () => {
  throw new Error('no JavaScript here');
});

const start = createWorld({
  ...parcelShop,
  webhooks: [{ id: 1, name: 'CRM log', url: 'https://crm.example/hook', events: ['chatsession.created'] }],
});

function play(world: World, inputs: readonly (Input & { readonly answers?: readonly RecordedAnswer[] })[]) {
  let now = world;
  const events: RecordedEvent[] = [];
  for (const { answers, ...input } of inputs) {
    const outcome = step(now, { step: now.step + 1, input: input, answers }, run);
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    now = outcome.world;
    events.push(...outcome.events);
  }
  return { world: now, events };
}

const writes = (text: string) => ({ type: 'customer.writes', session: 1, text }) as const;
const connects = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } } as const;
const address = 'https://shop.example/orders/1042/address';
const answers = [{ method: 'POST', url: address, status: 503, body: 'busy', delay: 2000 }];

const { world, events } = play(start, [
  connects,
  writes('order'),
  writes('order'),
  writes('Move to Storgata 12'),
  { ...writes('Move to Storgata 12'), answers },
]);
const rows = callRows(events, world);

describe('the calls of a workspace', () => {
  it('stand newest first, with who answered what, webhooks among them', () => {
    expect(rows.map(({ method, url, answerer, status }) => [method, pathOf(url), answerer, status])).toEqual([
      ['POST', '/orders/1042/address', 'recorded', 503],
      ['POST', '/orders/1042/address', 'nobody', null],
      ['GET', '/orders/1042', 'mock', 200],
      ['GET', '/orders/1042', 'mock', 200],
      ['POST', '/hook', 'mock', 200],
    ]);
    expect(rows.map(({ by }) => callerName(world, by))).toEqual([
      'parcel bot message received, line 12',
      'parcel bot message received, line 12',
      'parcel bot message received, line 20',
      'parcel bot message received, line 20',
      'Webhook “CRM log”',
    ]);
  });

  it('say which of its answers a mock gave, and how long it took', () => {
    expect(rows.map(({ played, body, took }) => [played?.index, body, took])).toEqual([
      [undefined, 'busy', 2000],
      [undefined, '', 0],
      [1, 'on its way', 120],
      [0, 'packed', 120],
      [undefined, null, 0],
    ]);
  });

  it('do not say what a mock answered that was saved since', () => {
    const [mock] = world.mocks;
    if (mock === undefined) throw new Error('no mock');
    const later = play(world, [{ type: 'admin.savesMock', mock }, writes('order')]);

    expect(callRows([...events, ...later.events], later.world).map(({ played }) => played?.index)).toEqual([
      0,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are found by any word of them, counted by who answered', () => {
    const found = (text: string) =>
      filteredCalls(rows, { text, answerer: 'all' }, ({ by }) => callerName(world, by));

    expect(found('').counts).toEqual({ all: 5, mock: 3, recorded: 1, live: 0, nobody: 1 });
    expect(found('on its way').rows).toHaveLength(1);
    expect(found('storgata POST').rows).toHaveLength(2);
    expect(found('crm log').rows).toHaveLength(1);
    expect(filteredCalls(rows, { text: '', answerer: 'nobody' }, () => '').rows).toHaveLength(1);
  });

  it('become mocks that answer the same calls as these were', () => {
    const [recorded] = rows;
    if (recorded === undefined) throw new Error('no call');

    expect(readMock(draftOfCall(recorded))).toMatchObject({
      ok: true,
      value: {
        request: { method: 'POST', url: address, bodyMatch: 'json' },
        responses: [{ status: 503, body: 'busy', delay: 2000 }],
      },
    });
  });
});
