import { afterEach, expect, it } from 'vitest';
import type { Waits } from '../../src/protocol/debug-api.ts';
import type { Publication } from '../../src/protocol/engine-api.ts';
import type { ConnectionState } from '../../src/ui/connection/supervisor.ts';
import type { EngineClient } from '../../src/ui/engine-client.ts';
import { atLine, ports, roomFile, sample } from '../support/debug-room.ts';
import { until } from '../support/fake-time.ts';
import { Workers } from '../support/workers.ts';

let workers: Workers;
let client: EngineClient;
let heard: Publication[];
let states: ConnectionState['kind'][];

const waits = (): Waits | null =>
  heard.reduce<Waits | null>((last, told) => (told.type === 'waits' ? told.waits : last), null);

const send = (id: string, text: string) =>
  client.dispatch({ id, workspace: 'room', input: { type: 'customer.writes', session: 1, text } });

/** A page whose customer's message waits at a breakpoint. */
async function stopped() {
  workers = new Workers({ ...ports, loadText: sample });
  heard = [];
  states = [];
  client = workers.connect({
    listener: (told) => heard.push(told),
    stateChanged: ({ kind }) => states.push(kind),
  });
  await client.open(null);
  await client.createPlayed(roomFile, 'room');
  await client.open('room');
  const input = { type: 'customer.connects', channel: 1, customer: { alias: 'Zoe' } } as const;
  await client.dispatch({ id: 'zoe', workspace: 'room', input });
  await client.saveBreakpoints('room', [atLine(2, 8)]);
  const answer = send('hello', 'Hello');
  await until(() => waits() !== null);
  return answer;
}

const texts = async () =>
  (await client.events('room', 1, 1000)).flatMap((event) =>
    event.type === 'message.saved' ? [event.text] : [],
  );

afterEach(() => {
  client.stop();
  workers.close();
});

it('takes a step that stands for no hang, however long it does', async () => {
  const answer = stopped();
  await until(() => waits() !== null);

  await workers.machine.time.pass(120_000);

  expect(workers.started).toHaveLength(1);
  expect(states).toEqual(['starting', 'running']);
  await client.goOn('room', 'drop');
  expect(await answer).toMatchObject({ kind: 'refused' });
});

it('has the step wait again in the next worker when the one in which it stood is lost, and applies it once', async () => {
  const answer = stopped();
  await until(() => waits() !== null);
  const before = waits();
  heard = [];
  workers.started[0]?.fail();

  await until(() => waits() !== null);
  expect(waits()).toEqual(before);
  expect(await client.goOn('room', 'continue')).toBe(true);

  expect(await answer).toMatchObject({ kind: 'committed' });
  expect(await texts()).toEqual(['Hello!', 'You said Hello!!']);
});
