import { IDBKeyRange } from 'fake-indexeddb';
import { expect } from 'vitest';
import { asText } from '../../src/engine/codes.ts';
import { Database } from '../../src/storage/database.ts';
import type { DexieLog } from '../../src/storage/dexie-log.ts';
import type { JournalFolder } from '../../src/storage/journal/folder.ts';
import { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import { decodeRecords } from '../../src/storage/journal/record.ts';
import type { Fence } from '../../src/storage/log.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { toStorageError } from '../../src/storage/storage-error.ts';
import { settle } from './fake-time.ts';
import { begun, commandsIn, Machine, mine, recovered } from './machine.ts';
import { worldFile } from './stand-in-engine.ts';
import { storedStep } from './stored-step.ts';

/** A workspace, the log that its writer has, and what was acknowledged in it. */
export class Life {
  readonly machine = new Machine();
  log!: JournaledLog;
  fence!: Fence;
  expected = ['command 1'];
  name = mine.name;
  /** How often something was frozen in the middle: each time at another place. */
  frozen = 0;
  #count = 1;
  /** How many more events than steps there are. */
  #more = 1;
  #isDatabaseFull = false;

  async begin(): Promise<void> {
    const plain = this.machine.plain.bind(this.machine);
    this.machine.plain = (prepare) => {
      const log = plain(prepare);
      const appendRows = log.appendRows.bind(log);
      log.appendRows = (...rows) =>
        this.#isDatabaseFull
          ? Promise.reject(new DOMException('There is no room.', 'QuotaExceededError'))
          : appendRows(...rows);
      return log;
    };
    ({ log: this.log, fence: this.fence } = await begun(this.machine));
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

  cutAll(): void {
    this.expected = [];
    this.#more = 0;
  }

  async reopen(wipe = false): Promise<void> {
    this.machine.crash(wipe);
    this.log = this.machine.open();
    await recovered(this.log);
    this.fence = await this.until(this.log.claim('mine'));
  }

  /** Closes the log once the database has all that only the journal had: that would be lost with it. */
  async closeWhole(): Promise<void> {
    await this.until(this.log.census('mine'));
    await this.log.close();
  }

  /** What the work gives, while time passes as long as it takes. */
  until<T>(work: Promise<T>): Promise<T> {
    return this.machine.time.during(work);
  }

  async database(work: (database: Database) => PromiseLike<unknown>): Promise<void> {
    const database = new Database({ indexedDB: this.machine.indexedDB, IDBKeyRange });
    await database.open();
    await work(database);
    database.close();
  }

  /** The database takes nothing for a while; what the journal takes is acknowledged all the same. */
  async fillDatabase(): Promise<void> {
    await this.append();
    this.#isDatabaseFull = true;
    await this.machine.time.pass(300);
    const command = `command ${String(++this.#count)}`;
    const isTaken = await this.log.append(this.fence, [this.next(command)]).then(
      () => true,
      () => false,
    );
    this.#isDatabaseFull = false;
    await this.machine.time.pass(6000);
    const found = await commandsIn(this.log);
    // What failed may be there all the same, once: whoever sent it sends it again.
    if (isTaken || found?.at(-1) === command) this.expected.push(command);
    expect(found).toEqual(this.expected);
  }

  /** Another log of which each call waits while it is frozen, and again before it returns. */
  gated() {
    let gate = Promise.resolve();
    let thaw = () => {};
    const wrap = <T extends object>(target: T): T =>
      new Proxy(target, {
        get: (of, key) => {
          const value: unknown = Reflect.get(of, key, of);
          if (typeof value !== 'function') return value;
          return async (...args: unknown[]) => {
            await gate;
            const found: unknown = await (value as (...given: unknown[]) => unknown).apply(of, args);
            await gate;
            return found;
          };
        },
      });
    const { time, folder } = this.machine;
    const log = new JournaledLog({
      log: wrap<DexieLog>(this.machine.plain()),
      folder: wrap<JournalFolder>(folder),
      after: time.after,
      monotonic: () => time.now,
    });
    const freeze = () => {
      gate = new Promise((resolve) => {
        thaw = resolve;
      });
    };
    return {
      log,
      freeze,
      thaw: () => {
        thaw();
      },
    };
  }
}

/** What can happen, by what it is called where a test fails. */
export const acts = {
  append: (life) => life.append(),
  look: async ({ log, expected }) => {
    expect(await commandsIn(log)).toEqual(expected);
  },
  wait: ({ machine }) => machine.time.pass(6000),
  crash: (life) => life.reopen(),
  'lose the database': (life) => life.reopen(true),
  'lose the journal': async (life) => {
    await life.closeWhole();
    life.machine.folder.files.clear();
    await life.reopen();
  },
  'an older database': async (life) => {
    life.machine.crash(false);
    await life.database((database) => database.steps.filter(({ step }) => step > 2).delete());
    await life.reopen();
  },
  'an older journal': async (life) => {
    await life.log.close();
    const { folder } = life.machine;
    folder.put('mine', withoutLastRecord(folder.bytes('mine')));
    await life.reopen();
  },
  'a damaged head': async (life) => {
    await life.closeWhole();
    const { folder } = life.machine;
    const bytes = folder.bytes('mine').slice();
    if (bytes.length > 30) bytes[20] = (bytes[20] ?? 0) ^ 1;
    folder.put('mine', bytes);
    await life.reopen();
  },
  'older epochs': async (life) => {
    life.machine.crash(false);
    await life.database((database) => database.workspaces.update('mine', { epoch: 1 }));
    await life.reopen();
  },
  /** This tab freezes, another takes over and writes, this one wakes up and tries to. */
  freeze: async (life) => {
    const { machine, log, fence } = life;
    await life.append();
    const late = life.next('too late');
    const timers = machine.time.suspend();
    life.log = machine.open();
    life.fence = await life.until(life.log.claim('mine'));
    await life.append();
    machine.time.resume(timers);
    const fault = await log.append(fence, [late]).catch((error: unknown) => toStorageError(error).fault);
    expect(fault).toBe('fenced');
    await log.close();
  },
  'frozen in the middle': (life) => frozenInTheMiddle(life, false),
  'frozen in the middle, then a crash': (life) => frozenInTheMiddle(life, true),
  'two claim at once': async (life) => {
    await life.log.close();
    const logs = [life.machine.open(), life.machine.open()] as const;
    const fences = await life.until(Promise.all([logs[0].claim('mine'), logs[1].claim('mine')]));
    const last = fences[0].epoch > fences[1].epoch ? 0 : 1;
    life.log = logs[last];
    life.fence = fences[last];
    await logs[1 - last]?.close();
    await life.append();
  },
  'closed while it claims': async (life) => {
    const other = life.machine.open();
    const claiming = other.claim('mine').catch(() => undefined);
    await settle(5);
    await other.close();
    await life.until(claiming);
    await other.close();
    await life.reopen();
  },
  'made again': async (life) => {
    const other = life.machine.open();
    await life.until(other.create(mine, worldFile, [storedStep(1, 1, 2)]));
    await other.close();
  },
  cut: async (life) => {
    await life.log.cut(life.fence, { seq: 0, step: 0 }, asText('begun anew'));
    life.cutAll();
  },
  /** What is written meanwhile is in the database alone until the journal can be written again. */
  'full disk': async (life) => {
    const { folder, time } = life.machine;
    folder.isFull = true;
    await life.append();
    folder.isFull = false;
    await time.pass(6000);
    await life.append();
  },
  'a database that is full': async (life) => {
    await life.fillDatabase();
    await life.append();
  },
  'a flush that fails': async (life) => {
    const { folder, time } = life.machine;
    const open = folder.open.bind(folder);
    let isBroken = true;
    folder.open = async (name) => {
      const file = await open(name);
      const flush = () => {
        if (isBroken) throw new Error('The disk did not answer.');
        file?.flush();
      };
      return file && { ...file, flush };
    };
    await life.log.release(life.fence);
    life.fence = await life.until(life.log.claim('mine'));
    await life.append();
    isBroken = false;
    folder.open = open;
    await time.pass(6000);
    await life.append();
  },
  release: async (life) => {
    await life.log.release(life.fence);
    life.fence = await life.until(life.log.claim('mine'));
  },
  rename: async (life) => {
    life.name = `Name ${String(life.expected.length)}`;
    await life.log.rename('mine', life.name);
    await acts.release(life);
  },
  snapshot: async ({ log, fence }) => {
    const seq = (await log.read('mine'))?.seq ?? 0;
    await log.saveSnapshot(fence, seq, { seq, sessions: [] } as never);
  },
} satisfies Readonly<Record<string, (life: Life) => Promise<void>>>;

export type Act = keyof typeof acts;

/** A tab freezes while it claims, mends or lets go; another one takes over and writes, and the first one wakes up. */
async function frozenInTheMiddle(life: Life, crashes: boolean): Promise<void> {
  const { machine } = life;
  await life.append();
  const former = life.gated();
  await life.log.close();
  const turn = life.frozen++;
  const work = busy(former.log, turn % 3).catch(() => null);
  for (let wait = (life.frozen * 7) % 40; wait > 0; wait--)
    await new Promise((resolve) => setImmediate(resolve));
  former.freeze();
  const timers = machine.time.suspend();
  life.log = machine.open();
  life.fence = await life.until(life.log.claim('mine'));
  await life.append();
  await life.append();
  if (crashes) machine.folder.letGo();
  machine.time.resume(timers);
  former.thaw();
  await settle(100);
  await machine.time.pass(3000);
  const claimed = await life.until(work);
  if (crashes) await life.reopen(life.frozen % 2 === 0);
  else {
    await former.log.close();
    // What it claimed after it woke up is its own; whoever took over before takes over once more.
    if (claimed !== null && claimed.epoch > life.fence.epoch) await acts.release(life);
  }
}

async function busy(log: JournaledLog, with3: number): Promise<Fence> {
  const fence = await log.claim('mine');
  if (with3 === 1) await log.mend(fence, { seq: 0, step: 0 }, asText('unreadable'));
  if (with3 < 2) return fence;
  await log.release(fence);
  return log.claim('mine');
}

function withoutLastRecord(bytes: Uint8Array): Uint8Array {
  const ends = [...decodeRecords(bytes)].map(({ end }) => end);
  return bytes.slice(0, ends.length < 2 ? bytes.length : ends.at(-2));
}
