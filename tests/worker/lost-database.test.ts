import { describe, expect, it } from 'vitest';
import type { Log, Recovery } from '../../src/storage/log.ts';
import { createEngineService } from '../../src/worker/service.ts';
import { writeFailure } from '../support/faulty-storage.ts';
import { base, Machine, presence } from '../support/in-process-worker.ts';
import { JournaledMachine } from '../support/journaled-machine.ts';

function failsOnce(machine: JournaledMachine): Log {
  const log = machine.ports().openLog();
  const recover = log.recover.bind(log);
  log.recover = () => {
    log.recover = recover;
    return Promise.reject(writeFailure());
  };
  return log;
}

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

  const lost = (recovery: Partial<Recovery>) => {
    const machine = new Machine();
    const log = machine.openLog();
    log.recover = () =>
      Promise.resolve({
        isRead: false,
        all: () => Promise.resolve(),
        restored: () => Promise.resolve(null),
        ...recovery,
      });
    return createEngineService({ ...machine.ports(), openLog: () => log });
  };

  it.each(['theirs', null])(
    'says what keeps it from what it lost, and begins nothing anew: %s',
    async (id) => {
      const service = lost({
        all: () => Promise.reject(writeFailure()),
        restored: () => Promise.reject(writeFailure()),
      });
      await service.connect(() => undefined, base);

      expect(await service.open(id)).toMatchObject({ problem: { code: 'E-DB-WRITE' } });
    },
  );

  it('says that a workspace is unknown before all of what came back is counted', async () => {
    const service = lost({ restored: () => new Promise(() => undefined) });
    await service.connect(() => undefined, base);

    expect(await service.open('theirs')).toMatchObject({ problem: { code: 'E-DB-GONE' } });
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

describe('a start that cannot tell which journals there are', () => {
  it('begins anew beside what they hold, which comes back with the next start', async () => {
    const machine = new JournaledMachine();
    const first = await machine.tab();
    await first.dispatch('a', presence(1, false));
    const before = await first.log();
    await first.service.close();
    const second = new JournaledMachine();
    for (const [path, bytes] of machine.folder.files) second.folder.files.set(path, bytes);
    const list = second.folder.list.bind(second.folder);
    second.folder.list = () => Promise.reject(new DOMException('Not now.', 'UnknownError'));
    const anew = await second.time.during(second.tab());
    expect(anew.workspace).not.toBe(first.workspace);
    second.folder.list = list;
    await anew.dispatch('b', presence(1, false));
    await anew.service.close();

    const tab = await second.tab();
    expect(await tab.service.events(first.workspace, 1, 99)).toEqual(before);
    expect(await tab.service.workspaces()).toHaveLength(2);
  });
});
