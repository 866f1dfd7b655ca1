import { afterEach, describe, expect, it } from 'vitest';
import type { Publication } from '../../src/protocol/engine-api.ts';
import { problemOf } from '../../src/ui/connection/broken.ts';
import type { ConnectionState } from '../../src/ui/connection/supervisor.ts';
import type { EngineClient } from '../../src/ui/engine-client.ts';
import { settle, until } from '../support/fake-time.ts';
import { presence } from '../support/in-process-worker.ts';
import { Workers } from '../support/workers.ts';

let workers: Workers;
let client: EngineClient;
let heard: Publication[];
let states: ConnectionState['kind'][];

function connect(): void {
  workers = new Workers();
  heard = [];
  states = [];
  client = workers.connect({
    listener: (told) => heard.push(told),
    stateChanged: ({ kind }) => states.push(kind),
  });
}

async function start(): Promise<void> {
  connect();
  const opened = await client.open(null);
  if ('problem' in opened) throw new Error(opened.problem.reason.code);
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
    await until(() => seqs().length > 0);
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
    expect(states).toEqual(['starting', 'running', 'busy', 'restarting', 'running']);
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

  it('tells the page to open the workspace again, and goes on', async () => {
    await start();
    await send('a');
    await until(() => seqs().length === 1);
    workers.started[0]?.fail();
    await until(() => heard.some(({ type }) => type === 'reopen'));

    const opened = await client.open('first-visit');
    await send('b');
    await settle();

    expect(opened).toMatchObject({ world: { seq: 4 } });
    expect(seqs()).toEqual([4, 5]);
  });

  it('says which tab writes as the next worker knows it once the workspace is open there', async () => {
    await start();
    workers.started[0]?.fail();
    await until(() => heard.some(({ type }) => type === 'reopen'));
    // Nobody has drawn it, so it is claimed with the next beat.
    await workers.machine.time.pass(1000);

    const told = heard.flatMap((one) => (one.type === 'tabs' ? [one.tabs.writes] : []));
    expect(told.at(-1)).toBe(true);
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

  it('says that a worker is busy before it gives it up', async () => {
    await start();
    workers.hang();
    await workers.machine.time.pass(4000);

    expect(states).toEqual(['starting', 'running', 'busy']);
  });

  it('does not try a workspace for ever whose opening hangs, and opens another one after it', async () => {
    connect();
    workers.openingHangs = true;
    const opened = client.open(null);
    await until(() => states.at(-1) === 'running');
    await workers.machine.time.pass(20_000);
    workers.openingHangs = false;

    expect(await opened).toMatchObject({ problem: { reason: { code: 'opening-hung', params: {} } } });
    expect(await client.open(null)).toMatchObject({ workspace: { id: 'first-visit' } });
    expect(states.at(-1)).toBe('running');
  });

  it('sends nothing of courses again that would be done twice, and goes on', async () => {
    await start();
    workers.hang();
    const begun = client.askCourses('lessonWorkspace', ['x', 'y', 'reset', 'z']).catch(problemOf);
    const looked = client.askCourses('lessonState', ['first-visit']);
    await workers.machine.time.pass(8000);

    expect(await begun).toMatchObject({ reason: { code: 'opening-hung' } });
    expect(await looked).toBeNull();
    expect(workers.started).toHaveLength(2);
    expect(states.at(-1)).toBe('running');
  });

  it('leaves it to the page to open again what hung as it was opened again', async () => {
    await start();
    workers.openingHangs = true;
    workers.hang();
    await workers.machine.time.pass(40_000);

    expect(states.at(-1)).toBe('running');
    expect(heard).toContainEqual({ type: 'reopen', workspace: 'first-visit' });
  });
});
