import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/storage/database.ts';
import { LiveClock } from '../../../src/worker/clock/live-clock.ts';
import { FakeTime, until } from '../../support/fake-time.ts';
import { Machine, presence, type Tab } from '../../support/in-process-worker.ts';
import { startsAt } from '../../support/stand-in-engine.ts';

const minute = 60_000;

/** Milliseconds since the start of the world. */
const sinceStart = (at: string) => Date.parse(at) - Date.parse(startsAt);

async function setTimer(tab: Tab, afterStart: number): Promise<void> {
  const rows = [{ at: Date.parse(startsAt) + afterStart }];
  await tab.dispatch(`timer ${String(afterStart)}`, { type: 'admin.savesTable', table: 'due', rows });
}

describe('the live clock', () => {
  it('runs with the time that passes, times its speed', () => {
    const time = new FakeTime();
    const clock = new LiveClock(() => time.now, 1000, { speed: 2, paused: false });

    time.sleep(500);

    expect(clock.now()).toBe(2000);
  });

  it('stands still while it is paused', () => {
    const time = new FakeTime();
    const clock = new LiveClock(() => time.now, 1000, { speed: 1, paused: false });
    time.sleep(10);
    clock.change({ speed: 1, paused: true });

    time.sleep(5000);
    clock.change({ speed: 1, paused: false });
    time.sleep(5);

    expect(clock.now()).toBe(1015);
    expect(clock.until(1020)).toBe(5);
  });

  it('takes the sleep of the machine for a pause', () => {
    const time = new FakeTime();
    const clock = new LiveClock(() => time.now, 1000, { speed: 1, paused: false });

    time.sleep(8 * 60 * minute);

    expect(clock.now()).toBe(1000);
  });
});

describe('a timer of the world', () => {
  it('fires by itself when it is due, and nothing else is recorded meanwhile', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await setTimer(tab, 5 * minute);

    await machine.time.pass(4 * minute);
    await until(() => tab.events.some(({ type }) => type === 'table.deleted'));

    expect(tab.events.map(({ type, at, step }) => [type, sinceStart(at), step])).toEqual([
      ['table.saved', 1.5 * minute, 3],
      ['table.deleted', 5 * minute, 4],
      ['presence.changed', 5 * minute, 4],
    ]);
  });

  it('comes sooner when the clock runs faster', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await setTimer(tab, 11.5 * minute);
    await tab.service.setClock(tab.workspace, { speed: 10, paused: false });

    await machine.time.pass(minute);
    await until(() => tab.events.some(({ type }) => type === 'table.deleted'));

    expect(tab.heard).toContainEqual(
      expect.objectContaining({ type: 'clock', clock: { speed: 10, paused: false } }),
    );
  });

  it('waits while the clock is paused, also after the worker was started anew', async () => {
    const machine = new Machine();
    const first = await machine.tab();
    await setTimer(first, 2 * minute);
    await first.service.setClock(first.workspace, { speed: 1, paused: true });
    await machine.time.pass(5 * minute);
    await first.service.close();

    const second = await machine.tab();
    await machine.time.pass(5 * minute);

    expect(second.opened.clock).toEqual({ speed: 1, paused: true });
    expect((await second.log()).map(({ type }) => type)).not.toContain('table.deleted');
  });

  it('that lies far ahead is waited for in pieces that a browser can keep', async () => {
    const machine = new Machine();
    const tab = await machine.tab();

    await setTimer(tab, 60 * 24 * 60 * minute);

    expect(Math.max(...machine.time.delays)).toBe(24 * 60 * minute);
  });

  it('is reached at once by moving to the next timer', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await setTimer(tab, 30 * minute);

    const answers = [
      await tab.service.nextTimer(tab.workspace, 'n'),
      await tab.service.nextTimer(tab.workspace, 'n'),
      await tab.service.nextTimer(tab.workspace),
    ];

    expect(answers.map(({ kind }) => kind)).toEqual(['committed', 'committed', 'refused']);
    expect(sinceStart(tab.events.at(-1)?.at ?? '')).toBe(30 * minute);
  });

  it('is passed by a jump to a moment, exactly, however fast the clock runs; it never jumps back', async () => {
    const machine = new Machine();
    const tab = await machine.tab();
    await setTimer(tab, 30 * minute);
    await tab.service.setClock(tab.workspace, { speed: 60, paused: false });
    await machine.time.pass(1234);
    const to = Date.parse(startsAt) + 45 * minute + 1;

    const answers = [
      await tab.service.jump(tab.workspace, { to, timers: 'once' }),
      await tab.service.jump(tab.workspace, { to: to - 1, timers: 'all' }),
    ];

    expect(answers).toMatchObject([
      { kind: 'committed' },
      { kind: 'refused', reason: { code: 'clock-back' } },
    ]);
    expect(tab.events.map(({ type }) => type)).toContain('table.deleted');
    expect(Date.parse(tab.events.at(-1)?.at ?? '')).toBe(to);
  });

  it('does not fire again and again while nothing can be saved', async () => {
    const machine = new Machine();
    let full = false;
    let tries = 0;
    const prepare = (database: Database) => {
      database.use({
        stack: 'dbcore',
        name: 'full',
        create: (down) => ({
          ...down,
          table: (name) => ({
            ...down.table(name),
            mutate: (request) => {
              if (!full || name !== 'steps') return down.table(name).mutate(request);
              tries++;
              return Promise.reject(new DOMException('Full.', 'QuotaExceededError'));
            },
          }),
        }),
      });
    };
    const tab = await machine.tab({ prepare });
    await setTimer(tab, 2 * minute);
    full = true;

    await machine.time.pass(minute);
    const triesInAMinute = tries;
    full = false;
    await machine.time.pass(10_000);
    await until(() => tab.events.some(({ type }) => type === 'table.deleted'));

    expect(triesInAMinute).toBeGreaterThan(1);
    expect(triesInAMinute).toBeLessThan(10);
    expect(await tab.dispatch('after', presence(2, true))).toMatchObject({ kind: 'committed' });
  });
});
