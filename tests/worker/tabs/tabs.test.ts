import { describe, expect, it } from 'vitest';
import type { HeldLock, Locks } from '../../../src/worker/ports.ts';
import type { TabMessage } from '../../../src/worker/tabs/tab-messages.ts';
import { settle, until } from '../../support/fake-time.ts';
import { fromFile, Machine, presence, type Tab } from '../../support/in-process-worker.ts';

const isOfType = (type: TabMessage['type']) => (message: unknown) => (message as TabMessage).type === type;
const seqs = (tab: Tab) => tab.events.map(({ seq }) => seq);
const writes = (tab: Tab) =>
  tab.heard.reduce<boolean | null>((last, told) => (told.type === 'tabs' ? told.tabs.writes : last), null);
const count = (tab: Tab) =>
  tab.heard.reduce<number | null>((last, told) => (told.type === 'tabs' ? told.tabs.tabs : last), null);

describe('a second tab', () => {
  it('sees what the first one writes', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];

    await first.dispatch('a');
    await until(() => second.events.length === 1);

    expect(second.events).toEqual(first.events);
    expect([writes(first), writes(second)]).toEqual([true, false]);
    expect([count(first), count(second)]).toEqual([2, 2]);
  });

  it('writes through the first one, and is answered once it has seen what it caused', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];

    const answers = await Promise.all([second.dispatch('a'), first.dispatch('b'), second.dispatch('c')]);

    expect(answers.map((answer) => answer.kind)).toEqual(['committed', 'committed', 'committed']);
    expect(seqs(second)).toEqual([4, 5, 6]);
    expect((await second.log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('reads from the disk what it did not hear', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    machine.line.loses = isOfType('events');
    await first.dispatch('a');
    machine.line.loses = () => false;

    await first.dispatch('b');
    await until(() => second.events.length === 2);

    expect(seqs(second)).toEqual([4, 5]);
  });

  it('learns within a beat that it missed the last events', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    machine.line.loses = isOfType('events');
    await first.dispatch('a');

    await machine.time.pass(2000);
    await until(() => second.events.length === 1);

    expect(seqs(second)).toEqual([4]);
  });

  it('sends again what got lost, and it is done once', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    const lost = new Set<string>();
    machine.line.loses = (message) => {
      const { type } = message as TabMessage;
      if ((type !== 'call' && type !== 'answered') || lost.has(type)) return false;
      lost.add(type);
      return true;
    };

    const answer = second.dispatch('a');
    await machine.time.pass(6000);

    expect(await answer).toMatchObject({ kind: 'committed' });
    expect([...lost]).toEqual(['call', 'answered']);
    expect((await first.log()).filter(({ type }) => type === 'presence.changed')).toHaveLength(3);
  });

  it('does not overwrite what the first one saved after this one had last shown it', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    const saves = (tab: Tab, id: string, text: string, base: unknown) =>
      tab.service.dispatch({
        ...tab.command(id, { type: 'admin.savesTable', table: 'y_t', rows: [{ text }] }),
        base,
      });

    const answers = await Promise.all([
      saves(first, 'a', 'mine', null),
      saves(second, 'b', 'theirs', null),
      saves(second, 'c', 'both', [{ text: 'mine' }]),
    ]);

    const [made, stale, seen] = answers;
    expect([made.kind, stale.kind, seen.kind]).toEqual(['committed', 'refused', 'committed']);
    expect(stale).toMatchObject({ reason: { code: 'changed-meanwhile', params: {} } });
    expect((await first.log()).flatMap((event) => (event.type === 'table.saved' ? event.rows : []))).toEqual([
      { text: 'mine' },
      { text: 'both' },
    ]);
    // Sent again because its answer was lost, it is not refused for what it did itself.
    expect(await saves(second, 'c', 'both', [{ text: 'mine' }])).toEqual(seen);
    expect(await saves(second, 'd', 'unasked', undefined)).toMatchObject({ kind: 'committed' });
  });

  it('is counted no more the moment that it is gone, though it could not say so', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const held: HeldLock[] = [];
    const tryToTake: Locks['tryToTake'] = async (name) => {
      const taken = await machine.locks.tryToTake(name);
      if (taken !== null) held.push(taken);
      return taken;
    };
    await machine.tab({
      ports: { locks: { tryToTake, wait: machine.locks.wait, steal: machine.locks.steal } },
    });
    await until(() => count(first) === 2);
    await settle();

    machine.line.loses = () => true;
    for (const { release } of held) release(); // as the browser does for a worker that ends

    await until(() => count(first) === 1);
    expect(machine.time.now).toBe(0);
  });

  it('does not become the workspace that was used last because it takes over', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const second = await machine.tab();
    await first.service.createPlayed(fromFile, 'mine');
    await machine.time.pass(1000);
    await first.open('mine');
    await machine.time.pass(1000);

    await first.service.close();
    await settle();
    const again = await machine.tab();

    expect(second.workspace).toBe('first-visit');
    expect(again.workspace).toBe('mine');
  });

  it('takes over when the first one is closed', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    await first.dispatch('a');

    await first.service.close();
    await until(() => writes(second) === true);

    expect(await second.dispatch('b')).toMatchObject({ kind: 'committed', seq: 5 });
    expect(seqs(second)).toEqual([4, 5]);
    expect(count(second)).toBe(1);
  });

  it('takes over with the calls that the first one did not answer, and does them once', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];
    machine.line.loses = isOfType('answered');
    const answer = second.dispatch('a', presence(1, true));
    await until(() => second.events.length === 1);
    machine.line.loses = () => true;

    await first.service.close();

    expect(await answer).toEqual({ kind: 'committed', seq: 4 });
    expect(await second.log()).toHaveLength(4);
  });

  it('sees a changed clock, and goes on behind it', async () => {
    const machine = new Machine();
    const [first, second] = [await machine.tab(), await machine.tab()];

    await second.service.setClock(second.workspace, { speed: 4, paused: true });
    await until(() => second.heard.some(({ type }) => type === 'clock'));
    const answer = await second.dispatch('a');

    expect(answer).toEqual({ kind: 'committed', seq: 4 });
    expect(await first.service.open(null)).toMatchObject({
      clock: { speed: 4, paused: true },
      events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }],
    });
    expect(await second.service.open(null)).toMatchObject({
      clock: { speed: 4, paused: true },
      events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }],
    });
  });
});

describe('a tab that is frozen while it writes', () => {
  it('is passed over within five seconds, and cannot write when it wakes up', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    const second = await machine.tab();
    machine.line.loses = () => true;

    const answer = second.dispatch('a');
    await machine.time.pass(5000);
    expect(await answer).toMatchObject({ kind: 'committed' });

    machine.line.loses = () => false;
    const late = await first.dispatch('b');

    expect(late).toMatchObject({ kind: 'committed' });
    expect(writes(first)).toBe(false);
    expect((await first.log()).map(({ seq, type }) => [seq, type])).toEqual(
      (await second.log()).map(({ seq, type }) => [seq, type]),
    );
    expect((await first.log()).filter(({ type }) => type === 'presence.changed')).toHaveLength(4);
  });
});

describe('without locks', () => {
  it('the tab that opened the workspace last writes, and the other one through it', async () => {
    const machine = new Machine();
    const ports = { locks: null };
    const [first, second] = [await machine.tab({ ports }), await machine.tab({ ports })];

    const answers = await Promise.all([first.dispatch('a'), second.dispatch('b')]);
    await settle();

    expect(answers.map(({ kind }) => kind)).toEqual(['committed', 'committed']);
    expect(writes(first)).toBe(false);
    expect(await second.log()).toHaveLength(5);
  });

  it('and without a line to other tabs, whoever does something writes', async () => {
    const machine = new Machine();
    const ports = { locks: null, openChannel: null };
    const [first, second] = [await machine.tab({ ports }), await machine.tab({ ports })];

    const answers = [await first.dispatch('a'), await second.dispatch('b'), await first.dispatch('c')];

    expect(answers).toEqual([
      { kind: 'committed', seq: 4 },
      { kind: 'committed', seq: 5 },
      { kind: 'committed', seq: 6 },
    ]);
    expect(seqs(first)).toEqual([4, 5, 6]);
  });
});
