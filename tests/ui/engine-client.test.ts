import { expose, type Endpoint } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/protocol/engine-api.ts';
import type { ConnectionState } from '../../src/ui/connection/supervisor.ts';
import { createEngineClient, type EngineClient, type EngineWorker } from '../../src/ui/engine-client.ts';
import { createEngineService, type EngineService } from '../../src/worker/service.ts';
import { FakeLocks } from '../support/fake-tabs.ts';
import { settle, until } from '../support/fake-time.ts';
import { base, Machine, presence } from '../support/in-process-worker.ts';

/** Workers on the other end of a MessageChannel, which can be made to hang, break or not to start. */
class Workers {
  readonly machine = new Machine();
  readonly started: { service: EngineService; hang: () => void; fail: () => void }[] = [];
  startFails = false;
  readonly #ports: MessagePort[] = [];

  readonly start = (): Promise<EngineWorker> => {
    if (this.startFails) return Promise.reject(new Error('No worker today.'));
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1, port2);
    let alive = true;
    let failed = () => {};
    // A killed worker lets go of its locks, and nobody hears of it any more.
    const locks = new FakeLocks();
    const ports = this.machine.ports({ ports: { locks, openChannel: null } });
    const service = createEngineService(ports);
    const endpoint: Endpoint = {
      addEventListener: (type, listener) => {
        port2.addEventListener(type, (event) => {
          if (alive && typeof listener === 'function') listener(event);
        });
      },
      removeEventListener: () => undefined,
      postMessage: (message: unknown, transfer?: Transferable[]) => {
        if (alive) port2.postMessage(message, transfer ?? []);
      },
      start: () => {
        port2.start();
      },
    };
    expose(service, endpoint);
    const kill = () => {
      alive = false;
    };
    this.started.push({
      service,
      hang: kill,
      fail: () => {
        kill();
        failed();
      },
    });
    return Promise.resolve({
      endpoint: port1,
      onFailure: (call) => {
        failed = call;
      },
      terminate: kill,
    });
  };

  close(): void {
    for (const port of this.#ports) port.close();
  }
}

let workers: Workers;
let client: EngineClient;
let heard: Publication[];
let states: ConnectionState['kind'][];
let ids = 0;

async function start(): Promise<void> {
  workers = new Workers();
  heard = [];
  states = [];
  client = createEngineClient({
    startWorker: workers.start,
    listener: (told) => heard.push(told),
    stateChanged: ({ kind }) => states.push(kind),
    base,
    after: workers.machine.time.after,
    monotonic: () => workers.machine.time.now,
    newId: () => `page ${String(++ids)}`,
  });
  const opened = await client.open(null);
  if ('problem' in opened) throw new Error(opened.problem.text);
}

const send = (id: string) => client.dispatch({ id, workspace: 'first-visit', input: presence(1, true) });
const seqs = () => heard.flatMap((told) => (told.type === 'events' ? told.events.map(({ seq }) => seq) : []));

afterEach(() => {
  client.stop();
  workers.close();
});

describe('the engine client', () => {
  it('reaches the worker over the wire and hears what it tells', async () => {
    await start();

    const answer = await send('a');

    expect(answer).toEqual({ kind: 'committed', seq: 4 });
    expect(seqs()).toEqual([4]);
    expect(states).toEqual(['starting', 'running']);
  });

  it('leaves a worker alone that answers its pings', async () => {
    await start();

    await workers.machine.time.pass(60_000);

    expect(workers.started).toHaveLength(1);
    expect(states).toEqual(['starting', 'running']);
  });

  it('replaces a worker that hangs, and sends again what it did not answer', async () => {
    await start();
    await send('a');
    workers.started[0]?.hang();

    const answers = Promise.all([send('b'), client.workspaces(), client.nextTimer('first-visit')]);
    await workers.machine.time.pass(8000);

    expect(await answers).toMatchObject([
      { kind: 'committed' },
      [{ id: 'first-visit' }],
      { kind: 'refused' },
    ]);
    expect(workers.started).toHaveLength(2);
    expect(states).toEqual(['starting', 'running', 'restarting', 'running']);
    expect(heard).toContainEqual({ type: 'reopen', workspace: 'first-visit' });
  });

  it('does not do twice what the worker did before it broke', async () => {
    await start();
    const answer = send('a');
    const log = workers.machine.openLog();
    while ((await log.applied('first-visit', ['a'])).size === 0) await settle(1);
    workers.started[0]?.fail();

    expect(await answer).toMatchObject({ kind: 'committed', seq: 4 });
    const events = await client.events('first-visit', 1, 100);
    expect(events.filter(({ type }) => type === 'presence.changed')).toHaveLength(3);
  });

  it('tells the page to open the workspace again, and goes on in order', async () => {
    await start();
    await send('a');
    workers.started[0]?.fail();
    await until(() => heard.some(({ type }) => type === 'reopen'));

    const opened = await client.open('first-visit');
    await send('b');

    expect(opened).toMatchObject({ world: { seq: 4 } });
    expect(seqs()).toEqual([4, 5]);
  });

  it('gives up after three new workers within a minute, answers all that wait, and tries again when asked', async () => {
    await start();
    workers.startFails = true;
    workers.started[0]?.fail();

    const answer = await send('a');
    expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'E-ENGINE' } });
    expect(states.at(-1)).toBe('failed');

    workers.startFails = false;
    client.retry();
    await until(() => states.at(-1) === 'running');
    expect(await send('a')).toMatchObject({ kind: 'committed', seq: 4 });
  });

  it('puts events in order that were missed on the way', async () => {
    await start();
    const opened = client.open('first-visit');
    const answers = [send('a'), send('b')];
    await opened;
    await Promise.all(answers);
    await settle();

    expect(seqs()).toEqual([4, 5]);
  });
});
