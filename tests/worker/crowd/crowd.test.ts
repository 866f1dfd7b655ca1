import { describe, expect, it } from 'vitest';
import { customers, helpful } from '../../../src/course/crowd/personas.ts';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { CrowdPlan } from '../../../src/protocol/crowd-api.ts';
import { playOpening } from '../../../src/worker/keeping/play-opening.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';
import { until } from '../../support/fake-time.ts';
import { Machine, type Tab } from '../../support/in-process-worker.ts';
import { twoDesks } from '../../support/two-desks.ts';

const [parcels] = twoDesks.channels ?? [];
const world: WorldFile = {
  ...twoDesks,
  agents: (twoDesks.agents ?? []).map((agent) => ({ ...agent, present: true })),
  channels: parcels === undefined ? [] : [{ ...parcels, preChatForm: { enabled: false } }],
};

const plan: CrowdPlan = {
  seed: 3,
  customers: 12,
  arrivals: { perMinute: 6, curve: 'even', minutes: 5 },
  channels: [1],
  personas: customers,
  agents: [2],
  agentPersona: helpful,
  capacity: 2,
};

async function opened(): Promise<{ machine: Machine; tab: Tab }> {
  const machine = new Machine();
  const scenario = JSON.stringify({
    format: 'rehearsal-scenario',
    version: 1,
    name: 'Desk',
    world,
    steps: [],
  });
  const noFile = () => Promise.reject(new Error('There is no file beside the app.'));
  const engine = realEngine();
  const loadText = async () => JSON.stringify(await playOpening(engine, scenario, noFile));
  const tab = await machine.tab({ ports: { engine, loadText } });
  await tab.service.setClock(tab.workspace, { speed: 1, paused: true });
  return { machine, tab };
}

const states = ({ heard }: Tab) => heard.flatMap((one) => (one.type === 'crowd' ? [one.crowd] : []));

async function rush(speed: number) {
  const { machine, tab } = await opened();
  expect(await tab.service.startCrowd(tab.workspace, plan)).toBeNull();
  await tab.service.setClock(tab.workspace, { speed, paused: false });
  for (let minutes = 0; minutes < 60 && states(tab).at(-1)?.isOver !== true; minutes++)
    await machine.time.pass(60_000 / speed);
  await until(() => states(tab).at(-1)?.isOver === true);
  const events = await tab.service.events(tab.workspace, 1, 100_000);
  return { tab, events };
}

describe('puppets in a workspace', () => {
  it('come, are answered, and go, and what they do is in the log', async () => {
    const { tab, events } = await rush(1);

    expect(states(tab).at(-1)).toEqual({ customers: 12, came: 12, left: 0, isOver: true });
    expect(events.filter(({ type }) => type === 'session.created').length).toBeGreaterThanOrEqual(12);
    expect(
      events.filter((event) => event.type === 'message.saved' && event.author === 'Ole Vik'),
    ).not.toEqual([]);
  });

  it('do the same at every speed of the clock', async () => {
    const slow = await rush(1);
    const fast = await rush(60);

    expect(fast.events).toEqual(slow.events);
  });

  it('do nothing while the clock stands, and nothing any more once they are stopped', async () => {
    const { machine, tab } = await opened();
    await tab.service.startCrowd(tab.workspace, plan);

    await machine.time.pass(60_000);
    expect(states(tab).at(-1)?.came).toBe(0);
    await tab.service.setClock(tab.workspace, { speed: 1, paused: false });
    await machine.time.pass(60_000);
    const came = states(tab).at(-1)?.came ?? 0;
    await tab.service.stopCrowd(tab.workspace);
    const before = (await tab.service.events(tab.workspace, 1, 100_000)).length;
    await machine.time.pass(60_000);

    expect(came).toBeGreaterThan(2);
    expect(states(tab).at(-1)).toBeNull();
    const after = await tab.service.events(tab.workspace, 1, 100_000);
    expect(after.slice(before).filter(({ type }) => type === 'session.created')).toEqual([]);
  });

  it('see what a person at a desk does, and answer that', async () => {
    const { machine, tab } = await opened();
    await tab.service.startCrowd(tab.workspace, { ...plan, customers: 1, agents: [] });
    await tab.service.setClock(tab.workspace, { speed: 1, paused: false });
    const said = async () =>
      (await tab.service.events(tab.workspace, 1, 100_000)).filter(
        (event) => event.type === 'message.saved' && event.messageType === 2,
      ).length;
    await machine.time.pass(40_000);
    await tab.dispatch('take', { type: 'agent.picksUpNext', agent: 1 });
    const before = await said();

    await tab.dispatch('say', { type: 'agent.writes', agent: 1, session: 1, text: 'Which number has it?' });
    await machine.time.pass(40_000);

    expect(await said()).toBeGreaterThan(before);
  });
});
