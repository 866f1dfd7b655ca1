import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/engine/fold.ts';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { openingText } from '../../build/openings.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { Machine, type Tab } from '../support/in-process-worker.ts';

const engine = realEngine();
const sample = readFileSync('public/scenarios/first-visit.json', 'utf8');
const ports = { engine, loadText: () => openingText(sample, 'public') };

/** The world that the page makes itself of what it was given and told, as JSON. */
const shown = (tab: Tab) => worldToJson(tab.events.reduce(fold, worldFromJson(tab.opened.world)));

async function converse(machine: Machine, tab: Tab, id: string): Promise<void> {
  await tab.dispatch(`${id} connects`, { type: 'customer.connects', channel: 1, customer: { alias: 'Zoe' } });
  const session = shown(tab).sessions.length;
  await machine.time.pass(1000);
  await tab.dispatch(`${id} writes`, { type: 'customer.writes', session, text: 'Hello' });
  await tab.dispatch(`${id} leaves`, { type: 'customer.leaves', session });
}

describe('with the rules of the chat', () => {
  it('plays the whole sample on the first visit', async () => {
    const tab = await new Machine().tab({ ports });
    const parsed = parseScenario(sample);
    const steps = parsed.ok ? parsed.scenario.steps.length : 0;

    expect(tab.opened.workspace.name).toBe(parsed.ok ? parsed.scenario.name : '');
    expect(new Set(tab.opened.events.map((event) => event.step)).size).toBe(steps);
    expect(tab.opened.world.sessions.length).toBeGreaterThan(0);
  });

  it('shows the page the world that is on disk, before and after the worker is started anew', async () => {
    const machine = new Machine();
    const first = await machine.tab({ ports });
    await converse(machine, first, 'one');
    const world = shown(first);
    await first.service.close();

    const second = await machine.tab({ ports });

    expect(first.events.some(({ type }) => type === 'script.finished')).toBe(true);
    expect(second.opened.world).toEqual(JSON.parse(JSON.stringify(world)));
    await converse(machine, second, 'two');
    expect((await second.log()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: second.events.at(-1)?.seq ?? 0 }, (_, index) => index + 1),
    );
  });

  it('starts over at the opening scene of the sample', async () => {
    const machine = new Machine();
    const tab = await machine.tab({ ports });
    const before = tab.opened;
    await converse(machine, tab, 'one');

    const made = await tab.service.startOver(tab.workspace, 'x');
    const opened = await tab.service.open('x');

    expect(made).toMatchObject({ parent: tab.workspace });
    expect(opened).toMatchObject({
      events: before.events,
      world: JSON.parse(JSON.stringify(before.world)) as object,
    });
  });
});
