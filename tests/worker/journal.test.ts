import { describe, expect, it } from 'vitest';
import { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { RowLog } from '../../src/storage/journal/row-log.ts';
import { readFile } from '../../src/storage/journal/chain.ts';
import type { Publication } from '../../src/protocol/engine-api.ts';
import type { Log } from '../../src/storage/log.ts';
import { createEngineService } from '../../src/worker/service.ts';
import { writeFailure } from '../support/faulty-storage.ts';
import { settle } from '../support/fake-time.ts';
import { base, Machine, presence, type MachineOptions } from '../support/in-process-worker.ts';
import { MemoryFolder } from '../support/memory-folder.ts';

class JournaledMachine extends Machine {
  readonly folder = new MemoryFolder();

  override ports(options: MachineOptions = {}) {
    const { time, folder } = this;
    return {
      ...super.ports(options),
      openLog: () =>
        new JournaledLog({
          log: this.openLog(options) as RowLog,
          folder,
          after: time.after,
          monotonic: () => time.now,
        }),
    };
  }
}

function failsOnce(machine: JournaledMachine): Log {
  const log = machine.ports().openLog();
  const recover = log.recover.bind(log);
  log.recover = () => {
    log.recover = recover;
    return Promise.reject(writeFailure());
  };
  return log;
}

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

    const commands = readFile(machine.folder.bytes(first.workspace))?.steps.map(({ command }) => command);
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
    const storage = { kind: 'indexedDB', problem: null, restored: { workspaces: [{ isWhole: true }] } };
    expect(tab.heard[0]).toMatchObject({ type: 'storage', storage });
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

describe('a start after the browser has lost its database', () => {
  it('is not kept waiting by what comes back', async () => {
    const machine = new JournaledMachine();
    machine.folder.list = () => new Promise(() => undefined);
    const service = createEngineService(machine.ports());

    expect((await service.connect(() => undefined, base)).storage).toMatchObject({ kind: 'indexedDB' });
  });

  it('is tried again when that failed', async () => {
    const machine = new JournaledMachine();
    const service = createEngineService({ ...machine.ports(), openLog: () => failsOnce(machine) });
    await service.connect(() => undefined, base);

    expect(await service.open(null)).toMatchObject({ problem: { code: 'E-DB-WRITE' } });
    expect(await service.open(null)).toMatchObject({ workspace: { id: 'first-visit' } });
  });

  it('is not what a start looks like where nothing is kept anyway', async () => {
    const tab = await new Machine().tab({ ports: { openLog: () => null } });

    expect(tab.heard.filter(({ type }) => type === 'storage')).toMatchObject([
      { storage: { kind: 'memory', isEmpty: false } },
    ]);
  });

  it('leaves room for the first workspace, if that could not be brought back', async () => {
    const machine = new JournaledMachine();
    const first = await machine.tab();
    await first.dispatch('a', presence(1, false));
    const before = await first.log();
    await first.service.close();
    const second = new JournaledMachine();
    for (const [path, bytes] of machine.folder.files) second.folder.files.set(path, bytes);
    const id = first.workspace;
    const read = second.folder.read.bind(second.folder);
    second.folder.read = () => Promise.reject(new Error('Not now.'));
    const without = await second.tab();
    expect(without.heard[0]).toMatchObject({ storage: { restored: { workspaces: [], left: 1 } } });
    await without.service.close();

    second.folder.read = read;
    const tab = await second.tab();

    expect(await tab.service.workspaces()).toHaveLength(2);
    expect(await tab.service.events(id, 1, 99)).toEqual(before);
  });
});

describe('saving without a journal', () => {
  it('is told after a moment, and that it is over when there is one again', async () => {
    const machine = new JournaledMachine();
    const told = (tab: { readonly heard: readonly Publication[] }) =>
      tab.heard.flatMap((one) => (one.type === 'storage' ? [one.storage.journal] : []));
    const open = machine.folder.open.bind(machine.folder);
    machine.folder.open = () => Promise.resolve(null);
    const opening = machine.tab();
    for (let second = 0; second < 10; second += 1) {
      await machine.time.pass(1000);
      await settle();
    }
    const tab = await opening;
    await machine.time.pass(3000);
    await settle();
    expect(told(tab).at(-1)).toBe(false);

    machine.folder.open = open;
    await machine.time.pass(6000);
    await settle();
    await machine.time.pass(2000);
    expect(told(tab).at(-1)).toBe(true);

    const plain = new Machine();
    const without = await plain.tab();
    await plain.time.pass(3000);
    expect(told(without).at(-1)).toBe(false);
  });
});
