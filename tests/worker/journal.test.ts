import { describe, expect, it } from 'vitest';
import { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { RowLog } from '../../src/storage/journal/row-log.ts';
import { stepsOf } from '../../src/storage/journal/journal-file.ts';
import { settle } from '../support/fake-time.ts';
import { Machine, presence, type MachineOptions } from '../support/in-process-worker.ts';
import { MemoryFolder } from '../support/memory-folder.ts';

class JournaledMachine extends Machine {
  readonly folder = new MemoryFolder();

  override ports(options: MachineOptions = {}) {
    const { time, folder } = this;
    return {
      ...super.ports(options),
      openLog: ({ restored }: { restored: (what: { workspaces: number; messages: number }) => void }) =>
        new JournaledLog({ log: this.openLog(options) as RowLog, folder, after: time.after, restored }),
    };
  }
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

    const commands = stepsOf(machine.folder.bytes(first.workspace)).map(({ input }) => input.command);
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
    const { storage } = await tab.service.connect(() => undefined, 'https://rehearsal.test/');
    expect(storage).toMatchObject({ kind: 'indexedDB', problem: null, restored: { workspaces: 1 } });
  });
});
