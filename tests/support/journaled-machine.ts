import { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { RowLog } from '../../src/storage/journal/row-log.ts';
import { Machine, type MachineOptions } from './in-process-worker.ts';
import { MemoryFolder } from './memory-folder.ts';

/** A browser whose tabs write to a journal, in a private file system of its own. */
export class JournaledMachine extends Machine {
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
