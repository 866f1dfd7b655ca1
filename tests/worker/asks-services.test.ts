import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Waits } from '../../src/protocol/debug-api.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { replay } from '../../src/scenario/replay.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { settle, until } from '../support/fake-time.ts';
import { Machine, type Tab } from '../support/in-process-worker.ts';
import { oneBot } from '../support/one-bot.ts';

const url = 'https://api.test/joke';
const world = oneBot([
  {
    id: 2,
    name: 'bot session created',
    source: `HTTP h;\nString text = String(h.get("${url}"));\nif (h.hasError()) text = h.getErrorMessage();\nprint(text);`,
  },
]);
const sample = () =>
  Promise.resolve(
    JSON.stringify({ format: 'rehearsal-scenario', version: 1, name: 'First', world, steps: [] }),
  );
const ports = { engine: realEngine(), loadText: sample };
const machines: Machine[] = [];

// What shows a step that waits is a part of its own, and comes in its own time.
beforeAll(() => import('../../src/worker/debugging/live-stops.ts'));

afterEach(() => {
  machines.length = 0;
});

/** A browser with two workspaces, and a tab that shows the first. */
async function browser() {
  const machine = new Machine();
  machines.push(machine);
  const tab = await machine.tab({ ports });
  for (const id of ['room', 'other'])
    await tab.service.createPlayed({ name: id, began: 'file', world, steps: [], openingSteps: 0 }, id);
  await tab.open('room');
  // What runs scripts comes in its own time.
  await tab.service.makeReady('room');
  return { machine, tab };
}

const comes = (tab: Tab, id: string) =>
  tab.dispatch(id, { type: 'customer.connects', channel: 1, customer: { alias: id } });
const waits = (tab: Tab): Waits | null | undefined =>
  tab.heard.reduce<Waits | null | undefined>(
    (last, told) => (told.type === 'waits' ? told.waits : last),
    tab.opened.waits,
  );
const printed = async (tab: Tab): Promise<string[]> =>
  (await tab.log()).flatMap((event) => (event.type === 'script.printed' ? [event.text] : []));
const answer = { method: 'GET', url, status: 200, body: 'real', delay: 310, live: true } as const;
const nobody = `offline: no mock for GET ${url}`;

describe('a page that asks real services', () => {
  it('has the steps of its workspace wait for what they answer, which is recorded and marked as live', async () => {
    const { tab } = await browser();
    await tab.service.asksServices('room', true);

    const answered = comes(tab, 'Zoe');
    await until(() => waits(tab) !== null);
    expect(waits(tab)).toMatchObject({ why: 'http', call: { method: 'GET', url }, forService: true });
    await tab.service.goOn('room', 'continue', { answers: [answer] });

    expect(await answered).toMatchObject({ kind: 'committed' });
    expect(await printed(tab)).toEqual(['real']);
    expect((await tab.log()).find(({ type }) => type === 'http.called')).toMatchObject({
      answeredBy: 'recorded',
      live: true,
      delay: 310,
    });
  });

  it('changes nothing for another workspace, nor once it asks no more', async () => {
    const { tab } = await browser();
    await tab.service.asksServices('room', true);
    await tab.open('other');
    expect(await comes(tab, 'Zoe')).toMatchObject({ kind: 'committed' });

    await tab.open('room');
    await tab.service.asksServices('room', false);
    expect(await comes(tab, 'Ada')).toMatchObject({ kind: 'committed' });

    expect(await printed(tab)).toEqual([nobody]);
  });

  it('may be another tab than the one that writes; when it is gone, what waited for it goes on and nobody answers', async () => {
    const { machine, tab } = await browser();
    const asker = await machine.tab({ ports });
    await asker.open('room');
    await asker.service.asksServices('room', true);
    await settle();

    const answered = comes(tab, 'Zoe');
    await until(() => waits(asker) !== null);
    await asker.service.goOn('room', 'continue', { answers: [answer] });
    expect(await answered).toMatchObject({ kind: 'committed' });

    const left = comes(tab, 'Ada');
    await until(() => waits(tab) !== null);
    await asker.service.close();
    await machine.time.pass(3000);

    expect(await left).toMatchObject({ kind: 'committed' });
    expect(await printed(tab)).toEqual(['real', nobody]);
  });

  it('leaves no trace in a file: there the answer is a recording, which replays to the same bytes without a network', async () => {
    const { tab } = await browser();
    await tab.service.asksServices('room', true);
    const answered = comes(tab, 'Zoe');
    await until(() => waits(tab) !== null);
    await tab.service.goOn('room', 'continue', { answers: [answer] });
    await answered;

    const file = await tab.service.scenario('room');
    if ('problem' in file) throw new Error(file.problem.reason.code);
    const text = writeScenario(file);
    const read = parseScenario(text);
    if (!read.ok) throw new Error('It cannot be read.');

    expect(text).toContain('"body": "real"');
    expect(text).not.toMatch(/live|network|allowed/);
    expect(replay(read.scenario, createRunScript())).toMatchObject({
      ok: true,
      verdict: { kind: 'identical' },
    });
  });
});
