import fc from 'fast-check';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Database } from '../../src/storage/database.ts';
import { decodeRecords } from '../../src/storage/journal/record.ts';
import type { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { Fence } from '../../src/storage/log.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { begun, commandsIn, Machine } from '../support/machine.ts';
import { storedStep } from '../support/stored-step.ts';
import { asText } from '../../src/engine/said.ts';

/* What was acknowledged is there, in order and once, whatever happens to the database, the journal and the tab. */

const act = fc.oneof(
  { weight: 8, arbitrary: fc.constant('append' as const) },
  fc.constantFrom(
    'crash',
    'lose the database',
    'lose the journal',
    'an older database',
    'an older journal',
    'freeze',
    'cut',
    'full disk',
    'release',
    'wait',
    'snapshot',
    'look',
  ),
);

class Life {
  readonly machine = new Machine();
  log!: JournaledLog;
  fence!: Fence;
  expected = ['command 1'];
  #count = 1;
  /** How many more events than steps there are. */
  #more = 1;

  async begin(): Promise<void> {
    ({ log: this.log, fence: this.fence } = await begun(this.machine));
  }

  async happens(what: string): Promise<void> {
    const { machine, log } = this;
    if (what === 'append') await this.append();
    else if (what === 'look') expect(await commandsIn(log)).toEqual(this.expected);
    else if (what === 'wait') await machine.time.pass(6000);
    else if (what === 'crash') await this.reopen();
    else if (what === 'lose the database') await this.reopen(true);
    else if (what === 'lose the journal') {
      await log.close(); // what only the journal has is lost with it
      machine.folder.files.clear();
      await this.reopen();
    } else if (what === 'an older database') {
      machine.crash(false);
      await this.database((database) => database.steps.filter(({ step }) => step > 2).delete());
      await this.reopen();
    } else if (what === 'an older journal') {
      await log.close();
      machine.folder.put('mine', withoutLastRecord(machine.folder.bytes('mine')));
      await this.reopen();
    } else if (what === 'freeze') await this.freeze();
    else if (what === 'cut') {
      await log.cut(this.fence, { seq: 0, step: 0 }, asText('begun anew'));
      this.expected = [];
      this.#more = 0;
    } else if (what === 'full disk') {
      // What is written meanwhile is in the database alone until the journal can be written again.
      machine.folder.isFull = true;
      await this.append();
      machine.folder.isFull = false;
      await machine.time.pass(6000);
      await this.append();
    } else if (what === 'release') {
      await log.release(this.fence);
      this.fence = await log.claim('mine');
    } else if (what === 'snapshot') {
      const seq = (await log.read('mine'))?.seq ?? 0;
      await log.saveSnapshot(this.fence, seq, { seq, sessions: [] } as never);
    }
  }

  async append(): Promise<void> {
    const command = `command ${String(++this.#count)}`;
    await this.log.append(this.fence, [this.next(command)]);
    this.expected.push(command);
  }

  next(command: string): StoredStep {
    const step = this.expected.length + 1;
    return storedStep(step, step + this.#more, 1, command);
  }

  async reopen(wipe = false): Promise<void> {
    this.machine.crash(wipe);
    this.log = this.machine.open();
    await this.log.recover();
    this.fence = await this.log.claim('mine');
  }

  /** This tab freezes, another takes over and writes, this one wakes up and tries to. */
  async freeze(): Promise<void> {
    const { machine, log, fence } = this;
    await this.append();
    const late = this.next('too late');
    const timers = machine.time.suspend();
    this.log = machine.open();
    this.fence = await machine.takeOver(this.log);
    await this.append();
    machine.time.resume(timers);
    const fault = await log.append(fence, [late]).catch((error: unknown) => toStorageError(error).fault);
    expect(fault).toBe('fenced');
    await log.close();
  }

  async database(work: (database: Database) => PromiseLike<unknown>): Promise<void> {
    const database = new Database({ indexedDB: this.machine.indexedDB, IDBKeyRange });
    await database.open();
    await work(database);
    database.close();
  }
}

function withoutLastRecord(bytes: Uint8Array): Uint8Array {
  const ends = [...decodeRecords(bytes)].map(({ end }) => end);
  return bytes.slice(0, ends.length < 2 ? bytes.length : ends.at(-2));
}

describe('whatever happens', () => {
  it('all that was acknowledged is there, in order, after any mix of crashes, losses and failures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
        const life = new Life();
        await life.begin();
        for (const what of acts) await life.happens(what);
        await life.reopen();
        expect(await commandsIn(life.log)).toEqual(life.expected);
        await life.reopen(true);
        expect(await commandsIn(life.log)).toEqual(life.expected);
      }),
      { numRuns: Number(process.env.REHEARSAL_RUNS ?? 60) },
    );
  }, 120_000);
});
