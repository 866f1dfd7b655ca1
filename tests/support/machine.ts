import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect } from 'vitest';
import type { Database } from '../../src/storage/database.ts';
import { LateRowsLog, type Portions } from '../../src/storage/late-rows.ts';
import type { Restored } from '../../src/protocol/engine-api.ts';
import { readFile } from '../../src/storage/journal/chain.ts';
import { nameOf } from '../../src/storage/journal/folder.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { Fence, Log } from '../../src/storage/log.ts';
import { FakeTime, settle } from './fake-time.ts';
import { MemoryFolder } from './memory-folder.ts';
import { worldFile } from './stand-in-engine.ts';
import { storedStep } from './stored-step.ts';

export const mine = { id: 'mine', name: 'Mine', createdAt: 1 };

/** A browser with a database that can be lost and a folder of journals beside it. */
export class Machine {
  indexedDB = new IDBFactory();
  readonly folder = new MemoryFolder();
  /** Where tests lie beside the database. */
  readonly testsFolder = new MemoryFolder();
  /** Where courses do. */
  readonly keptFolder = new MemoryFolder();
  readonly time = new FakeTime();
  #ids = 0;

  /** Logs come back row by row; in the app they do in larger portions. */
  portions: Portions = { first: 1, further: 1, longLog: 2 };

  /** From how many steps on the journal of a branch begins in that of its origin, where that is not what it is in the app. */
  mostMerged: number | undefined;

  open(log = this.plain()): JournaledLog {
    const { folder, testsFolder, keptFolder, time, mostMerged } = this;
    const options = { log, folder, testsFolder, keptFolder, after: time.after, monotonic: () => time.now };
    return new JournaledLog(mostMerged === undefined ? options : { ...options, mostMerged });
  }

  /** The database alone, as it is without journals. */
  plain(prepare?: (database: Database) => void): LateRowsLog {
    const dexie = { indexedDB: this.indexedDB, IDBKeyRange };
    const options = { dexie, newId: () => String(++this.#ids), after: this.time.after };
    return new LateRowsLog(
      prepare === undefined ? options : { ...options, prepare },
      undefined,
      this.portions,
    );
  }

  /** The browser is killed; with `wipe`, it finds its database torn at the next start and throws it away. */
  crash(wipe: boolean): void {
    this.folder.letGo();
    this.testsFolder.letGo();
    this.keptFolder.letGo();
    this.time.forget();
    if (wipe) this.indexedDB = new IDBFactory();
  }

  /** Somebody takes the workspace over while another tab, which says nothing, may hold its journal. */
  async takeOver(log: Log): Promise<Fence> {
    const claiming = log.claim('mine');
    await settle();
    await this.time.pass(2500);
    return claiming;
  }
}

/** The commands in a log, in their order; undefined where there is no such workspace. */
export async function commandsIn(log: Log, id = 'mine'): Promise<readonly string[] | undefined> {
  const stored = await log.read(id);
  if (stored === undefined) return undefined;
  expect(stored.damage).toBe(null);
  const steps = await log.steps(id, 1, Infinity);
  expect(stored.step).toBe(steps.length);
  expect(steps.map(({ step }) => step)).toEqual(steps.map((_, index) => index + 1));
  return steps.map(({ command }) => command);
}

/** What came back of what the browser has lost, once all of it did. */
export async function recovered(log: Log): Promise<Restored | null> {
  return (await (await log.recover())?.restored()) ?? null;
}

/** The steps in the newest file of a journal. */
export async function journaled(folder: MemoryFolder, workspace = 'mine'): Promise<readonly StoredStep[]> {
  const name = nameOf(folder.newest(workspace));
  return (name && (await readFile(folder, name)))?.steps ?? [];
}

/** What a file of a journal says that holds these bytes. */
export function fileOfBytes(bytes: Uint8Array) {
  const folder = new MemoryFolder();
  folder.put('mine', bytes);
  return readFile(folder, { workspace: 'mine', epoch: 0, serial: 0 });
}

/** A workspace with one step, claimed. */
export async function begun(machine: Machine): Promise<{ log: JournaledLog; fence: Fence }> {
  const log = machine.open();
  expect(await log.recover()).toBe(null);
  await log.create(mine, worldFile, [storedStep(1, 1, 2)]);
  return { log, fence: await log.claim('mine') };
}
