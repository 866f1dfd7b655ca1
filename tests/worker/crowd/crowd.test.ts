import { describe, expect, it } from 'vitest';
import type { Persona } from '../../../src/course/crowd/persona.ts';
import { customers, helpful } from '../../../src/course/crowd/personas.ts';
import type { WorldFile } from '../../../src/engine/definition.ts';
import { Crowd } from '../../../src/course/crowd/crowd.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { CrowdPlan, CrowdState } from '../../../src/protocol/crowd-api.ts';
import type { LiveClock } from '../../../src/worker/clock/live-clock.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { writeScenario } from '../../../src/scenario/write.ts';
import { CrowdDriver, most } from '../../../src/worker/crowd/crowd-driver.ts';
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

async function opened(machine = new Machine()): Promise<{ machine: Machine; tab: Tab }> {
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
  return toItsEnd(machine, tab, speed);
}

async function toItsEnd(machine: Machine, tab: Tab, speed: number) {
  await tab.service.setClock(tab.workspace, { speed, paused: false });
  for (let minutes = 0; minutes < 60 && states(tab).at(-1)?.isOver !== true; minutes++)
    await machine.time.pass(60_000 / speed);
  await until(() => states(tab).at(-1)?.isOver === true);
  const events = await tab.service.events(tab.workspace, 1, 100_000);
  return { tab, events };
}

describe('puppets whose tab went', () => {
  it.each([35_000, 63_000, 140_000])(
    'go on in the next one after %d ms as if nobody had gone, and do the same to the byte',
    async (moment) => {
      const whole = await rush(1);
      const { machine, tab: first } = await opened();
      await first.service.startCrowd(first.workspace, plan);
      await first.service.setClock(first.workspace, { speed: 1, paused: false });
      await machine.time.pass(moment);
      await first.service.setClock(first.workspace, { speed: 1, paused: true });
      const before = await first.service.events(first.workspace, 1, 100_000);
      await first.service.close();

      const { tab: second } = await opened(machine);
      await until(() => states(second).length > 0);
      const { events } = await toItsEnd(machine, second, 60);

      expect(before.length).toBeGreaterThan(0);
      expect(events.length).toBeGreaterThan(before.length);
      expect(events).toEqual(whole.events);
      expect(states(second).at(-1)).toEqual(states(whole.tab).at(-1));
    },
  );

  it('go on in another tab that was open beside it, with what people did meanwhile', async () => {
    const { machine, tab: first } = await opened();
    const { tab: second } = await opened(machine);
    await first.service.startCrowd(first.workspace, { ...plan, agents: [] });
    await first.service.setClock(first.workspace, { speed: 1, paused: false });
    await machine.time.pass(40_000);
    await second.dispatch('take', { type: 'agent.picksUpNext', agent: 1 });
    await machine.time.pass(10_000);
    await first.service.close();
    const came = (await second.service.events(second.workspace, 1, 100_000)).filter(
      ({ type }) => type === 'session.created',
    ).length;

    await machine.time.pass(120_000);

    const events = await second.service.events(second.workspace, 1, 100_000);
    expect(events.filter(({ type }) => type === 'session.created').length).toBeGreaterThan(came);
    const aliases = events.flatMap((event) =>
      event.type === 'session.created' ? [event.customer.alias] : [],
    );
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  it('are stopped when more came of them than puppets may do, which is told', () => {
    const world = createWorld(twoDesks);
    const told: CrowdState[] = [];
    const options = {
      engine: realEngine(),
      clock: { now: () => world.now } as unknown as LiveClock,
      newId: () => '',
      changed: (state: CrowdState) => told.push(state),
      above: 0,
    };
    const crowd = () => new Crowd(plan, world);

    const free = new CrowdDriver({ ...options, since: world.seq }, crowd(), world);
    const full = new CrowdDriver({ ...options, since: world.seq - most.events - 1 }, crowd(), world);

    expect(told.map(({ isFull, isOver }) => [isFull, isOver])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(free.due(world)).not.toBeNull();
    expect(full.due(world)).toBeNull();
  });

  it('are not there any more once they were stopped, and what is kept of another build is nobody', async () => {
    const { machine, tab: first } = await opened();
    await first.service.startCrowd(first.workspace, plan);
    await first.service.stopCrowd(first.workspace);
    await first.service.close();
    const { tab: second } = await opened(machine);
    await machine.time.pass(1000);
    expect(states(second)).toEqual([]);
    await second.service.saveDraft(
      second.workspace,
      'crowd/plan',
      '{"plan":3,"from":1,"seq":0,"step":0,"above":0}',
    );
    await second.service.close();

    const { tab: third } = await opened(machine);
    await machine.time.pass(1000);

    expect(states(third)).toEqual([]);
    expect(third.opened.drafts).toEqual({});
  });
});

describe('puppets in a workspace', () => {
  it('come, are answered, and go, and what they do is in the log', async () => {
    const { tab, events } = await rush(1);

    expect(states(tab).at(-1)).toEqual({
      customers: 12,
      came: 12,
      left: 0,
      isOver: true,
      above: 0,
      isFull: false,
    });
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

describe('kinds of customers', () => {
  const own = { ...(customers[0] as Persona), id: 12, name: 'Curious' };

  it('that people made are in the file of the workspace, which brings them to whoever opens it', async () => {
    const { tab } = await opened();
    expect(await tab.service.personas(tab.workspace)).toEqual({ customers, agent: helpful });
    const made = { customers: [own], agent: { ...helpful, name: 'Slow' } };
    await tab.service.saveDraft(tab.workspace, 'crowd.personas', JSON.stringify(made));

    for (const what of ['conversation', 'setting'] as const) {
      const saved = await tab.service.scenario(tab.workspace, what);
      if ('problem' in saved) throw new Error(saved.problem.reason.code);
      const read = parseScenario(writeScenario(saved));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      expect(read.scenario.version).toBe(2);
      const again = await tab.service.createPlayed({
        name: 'Again',
        began: 'file',
        world: read.scenario.world,
        steps: [],
        openingSteps: 0,
      });
      if ('problem' in again) throw new Error(again.problem.reason.code);

      expect(await tab.service.personas(again.id)).toEqual(made);
    }
  });

  it('of a file that nobody can be are refused with their path', () => {
    const file = (personas: readonly object[]) =>
      JSON.stringify({
        ...{ format: 'rehearsal-scenario', version: 2, name: 'X' },
        world: { ...world, personas },
        steps: [],
      });
    const paths = (personas: readonly object[]) => {
      const read = parseScenario(file(personas));
      return read.ok ? [] : read.problems.map(({ path }) => path);
    };

    expect(paths([own])).toEqual([]);
    expect(paths([{ ...own, traits: { ...own.traits, speed: 0 } }])).toEqual([
      'world.personas[0].traits.speed',
    ]);
    expect(paths([{ ...own, lines: [] }])).toEqual(['world.personas[0].lines']);
    expect(paths([own, own])).toEqual(['world.personas[1].id']);
  });
});
