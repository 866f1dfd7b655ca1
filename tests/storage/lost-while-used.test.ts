import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorldJson } from '../../src/engine/world-json.ts';
import type { JournaledLog } from '../../src/storage/journal/journaled-log.ts';
import type { Recovery } from '../../src/storage/log.ts';
import type { StoredStep } from '../../src/storage/rows.ts';
import { settle } from '../support/fake-time.ts';
import { begun, Machine, mine } from '../support/machine.ts';
import { worldFile } from '../support/stand-in-engine.ts';
import { storedStep } from '../support/stored-step.ts';

/* A lost workspace is shown from the end of its journal, and used while what comes before is still on its way. */

/** Three steps have more events than are read with a workspace. */
const eventsOfStep = 400;

class Used {
  readonly machine = new Machine();
  all: StoredStep[] = [];
  log!: JournaledLog;
  recovery: Recovery | null = null;

  get last(): StoredStep {
    const last = this.all.at(-1);
    if (last === undefined) throw new Error('There is no step.');
    return last;
  }

  next(command = `command ${String(this.all.length + 1)}`): StoredStep {
    return storedStep(this.all.length + 1, this.last.seq + 1, eventsOfStep, command);
  }

  /** Eight long steps, the world as it was after the sixth, and a name. */
  async begin(): Promise<void> {
    const { log, fence } = await begun(this.machine);
    this.all = [...(await log.steps('mine', 1, 1))];
    while (this.all.length < 8) {
      const step = this.next();
      await log.append(fence, [step]);
      this.all.push(step);
      const world = { seq: step.seq, sessions: [] } as unknown as WorldJson;
      if (step.step === 6) await log.saveSnapshot(fence, step.seq, world);
    }
    await log.rename('mine', 'Mine, renamed');
    await log.claim('mine');
    await log.close();
  }

  async open(isLost: boolean): Promise<void> {
    this.machine.crash(isLost);
    this.log = this.machine.open();
    this.recovery = await this.log.recover();
    // Whoever writes next gives the database what only the journal has.
    await this.machine.time.during(this.log.claim('mine'));
  }

  async append(): Promise<void> {
    const fence = await this.machine.time.during(this.log.claim('mine'));
    const step = this.next();
    await this.machine.time.during(this.log.append(fence, [step]));
    this.all.push(step);
  }

  async appendTwice(number: number): Promise<void> {
    const fence = await this.machine.time.during(this.log.claim('mine'));
    const again = this.log.append(fence, [this.next(`command ${String(number)}`)]);
    await expect(this.machine.time.during(again)).rejects.toMatchObject({ fault: 'duplicate' });
  }

  async look(): Promise<void> {
    const found = await this.log.read('mine');
    expect(found).toMatchObject({ step: this.last.step, seq: this.last.seq, damage: null });
    expect(found?.workspace.name).toBe('Mine, renamed');
    expect(found?.events.at(-1)).toEqual(this.last.events.at(-1));
  }

  /** Nobody can read a file from its start until this is called. */
  keepStartsBack(): () => void {
    const { folder } = this.machine;
    const read = folder.read.bind(folder);
    let letGo = () => {};
    const promise = new Promise<void>((resolve) => (letGo = resolve));
    folder.read = async (name, from, to) => {
      if (from === 0 && to === 1 << 19) await promise;
      return read(name, from, to);
    };
    return letGo;
  }
}

const acts = {
  turns: () => settle(3),
  look: (used) => used.look(),
  append: (used) => used.append(),
  'append twice': (used) => used.appendTwice(2),
  'append the last twice': (used) => used.appendTwice(used.last.step),
  steps: async ({ log, all }) => {
    expect(await log.steps('mine', 2, 5)).toEqual(all.slice(1, 5));
  },
  'the newest steps': async ({ log, all }) => {
    expect(await log.steps('mine', all.length - 1, Infinity)).toEqual(all.slice(-2));
  },
  events: async ({ log, all }) => {
    const found = await log.events('mine', 300, 900);
    expect(found).toEqual(all.flatMap(({ events }) => events).slice(299, 900));
  },
  applied: async ({ log, all }) => {
    const found = await log.applied('mine', ['command 3', 'command 77']);
    expect(found).toEqual(new Map([['command 3', all[2]]]));
  },
  all: async ({ recovery }) => recovery?.all(),
  'all of it': async (used) => {
    const restored = await used.recovery?.restored();
    if (restored) expect(restored).toMatchObject({ workspaces: [{ id: 'mine', isWhole: true }], left: 0 });
  },
  killed: (used) => used.open(false),
  'killed and lost': (used) => used.open(true),
} satisfies Record<string, (used: Used) => Promise<unknown>>;

describe('a workspace that the browser has lost', () => {
  it('can be used as if nothing had happened, and killed again, while it comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])), { maxLength: 10 }),
        fc.constantFrom(1, 3, 20),
        async (happened, first) => {
          const used = new Used();
          await used.begin();
          used.machine.portions = { first, further: 1, longLog: 2 };
          await used.open(true);
          for (const what of happened) await acts[what](used);
          await used.recovery?.restored();
          await used.look();
          await used.log.census('mine');
          expect(await used.machine.plain().steps('mine', 1, Infinity)).toEqual(used.all);
          expect((await used.log.workspaces())[0]?.late).toBeUndefined();
        },
      ),
      { numRuns: Number(process.env.REHEARSAL_RUNS ?? 60) },
    );
  }, 120_000);

  it('is shown and written to before what lies in front of its end was read', async () => {
    const used = new Used();
    await used.begin();
    const letGo = used.keepStartsBack();

    await used.open(true);
    await used.look();
    await used.append();

    const restored = used.recovery?.restored();
    const older = used.log.steps('mine', 1, 3);
    await settle();
    expect(await Promise.race([older, Promise.resolve('not read yet')])).toBe('not read yet');
    letGo();
    expect(await older).toEqual(used.all.slice(0, 3));
    expect(await restored).toMatchObject({ workspaces: [{ name: 'Mine, renamed', isWhole: true }] });
  });

  it('is asked for no more when it is deleted before all of it was read', async () => {
    const used = new Used();
    await used.begin();
    await used.open(true);
    const told: unknown[] = [];
    used.log.restoring((state) => told.push(state));
    expect(told.at(-1)).toMatchObject({ done: 0 });

    await used.log.setDeleted('mine', 1);
    await used.machine.time.during(used.log.purge('mine'));
    expect(await used.recovery?.restored()).toBeNull();
    await settle();
    expect(told.at(-1)).toBeNull();
    expect(used.machine.time.delays).toEqual([]);
  });

  it('is there before the others, which come back behind it', async () => {
    const used = new Used();
    await used.begin();
    const other = used.machine.open();
    await other.create({ ...mine, id: 'other', name: 'Other' }, worldFile, [storedStep(1, 1)]);
    await other.append(await other.claim('mine'), [used.next()]);
    await other.close();

    await used.open(true);
    expect((await used.log.workspaces()).map(({ id }) => id)).toEqual(['mine']);
    await used.recovery?.all();
    expect((await used.log.workspaces()).map(({ id }) => id)).toEqual(['mine', 'other']);
    expect(await used.recovery?.restored()).toMatchObject({ workspaces: [{ id: 'mine' }, { id: 'other' }] });
  });

  it('keeps what comes behind a place that is damaged, and is told not to be whole', async () => {
    const used = new Used();
    await used.begin();
    const bytes = used.machine.folder.bytes('mine');
    bytes[Math.floor(bytes.length / 4)] = 0;
    used.machine.folder.put('mine', bytes);

    await used.open(true);
    await used.append();
    expect(await used.recovery?.restored()).toMatchObject({ workspaces: [{ isWhole: false, hasGap: true }] });
    await used.look();
    await used.log.census('mine');
    const kept = await used.machine.plain().events('mine', 1, Infinity);
    const damaged = used.all.filter(({ events }) => !kept.some(({ seq }) => seq === events[0]?.seq));
    expect(damaged).toHaveLength(1);
  });
});
