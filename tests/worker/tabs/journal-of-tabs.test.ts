import { describe, expect, it } from 'vitest';
import type { Log } from '../../../src/storage/log.ts';
import { writeFailure } from '../../support/faulty-storage.ts';
import { settle, until } from '../../support/fake-time.ts';
import { presence } from '../../support/in-process-worker.ts';
import { journaled } from '../../support/machine.ts';
import { JournaledMachine } from '../../support/journaled-machine.ts';

describe('the journal of a workspace that two tabs have open', () => {
  it('goes with the writing: the tab that takes over writes it from then on', async () => {
    const machine = new JournaledMachine();
    const first = await machine.tab();
    const second = await machine.tab();
    await first.dispatch('a', presence(1, false));
    expect(machine.folder.isOpen(first.workspace)).toBe(true);

    await first.service.close();
    await machine.time.pass(10_000);
    await settle();
    await second.dispatch('b', presence(1, true));

    const commands = (await journaled(machine.folder, first.workspace)).map(({ command }) => command);
    expect(commands).toContain('a');
    expect(commands).toContain('b');
    await second.service.close();
    expect(machine.folder.isOpen(first.workspace)).toBe(false);
  });

  it('is told of by the page that finds its database gone', async () => {
    const machine = new JournaledMachine();
    const first = await machine.tab();
    await first.dispatch('a', presence(1, false));
    const before = await first.log();
    await first.service.close();
    machine.folder.letGo();
    const second = new JournaledMachine();
    for (const [id, bytes] of machine.folder.files) second.folder.files.set(id, bytes);

    const tab = await second.tab();

    expect(await tab.log()).toEqual(before);
    const told = () => tab.heard.filter((one) => one.type === 'storage').map(({ storage }) => storage);
    await until(() => told().some(({ restored }) => restored !== null));
    expect(told().at(-1)).toMatchObject({
      kind: 'indexedDB',
      problem: null,
      restored: { workspaces: [{ isWhole: true }] },
    });
  });

  it('is not kept by a tab that could not open the workspace', async () => {
    const machine = new JournaledMachine();
    const first = await machine.tab();
    await first.service.close();
    const fails = (log: Log): Log =>
      new Proxy(log, {
        get: (target, key) => {
          if (key === 'read') return () => Promise.reject(writeFailure());
          const value: unknown = Reflect.get(target, key, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });

    await expect(machine.tab({ wrapLog: fails })).rejects.toThrow('storage-not-written');

    expect(machine.folder.isOpen(first.workspace)).toBe(false);
  });
});
