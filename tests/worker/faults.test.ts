import { describe, expect, it } from 'vitest';
import { worldFromJson, worldToJson } from '../../src/engine/world-json.ts';
import type { Answer } from '../../src/protocol/engine-api.ts';
import { FakeLocks } from '../support/fake-tabs.ts';
import { Faults, withAppend, writeFailure } from '../support/faulty-storage.ts';
import { Machine, presence, type Tab } from '../support/in-process-worker.ts';
import { standInEngine } from '../support/stand-in-engine.ts';

const ids = ['a', 'b', 'c', 'd'];

/** Two inputs at once, a restart of nothing, two more: every path of writing. */
async function play(tab: Tab): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const send = async (id: string) => {
    answers.set(id, await tab.dispatch(id, presence(1, true)));
  };
  await Promise.all([send('a'), send('b'), tab.dispatch('refused', presence(9, true))]);
  await send('c');
  await tab.service.setClock(tab.workspace, { speed: 1, paused: false });
  await send('d');
  return answers;
}

/** Nothing acknowledged is lost, nothing is doubled, the log has no gap, the page shows what is on disk. */
async function expectWhole(machine: Machine, tab: Tab, answers: ReadonlyMap<string, Answer>): Promise<void> {
  const log = machine.openLog();
  const stored = await log.read(tab.workspace);
  const applied = await log.applied(tab.workspace, ids);
  const events = await log.events(tab.workspace, 1, 1000);

  expect(stored?.damage).toBeNull();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  for (const [id, answer] of answers) {
    if (answer.kind === 'committed') expect(applied.get(id)?.seq).toBe(answer.seq);
    else expect(applied.has(id)).toBe(false);
  }
  const shown = tab.events.reduce(standInEngine.fold, worldFromJson(tab.opened.world));
  const world = standInEngine.createWorld(stored?.world ?? { startsAt: '' });
  expect(worldToJson(shown)).toEqual(worldToJson(events.reduce(standInEngine.fold, world)));
}

const errors = [
  'AbortError',
  'UnknownError',
  'InvalidStateError',
  'TimeoutError',
  'DataCloneError',
  'NotReadableError',
];

describe('a storage call that fails once', () => {
  it.each(['AbortError', 'UnknownError', 'QuotaExceededError'])(
    'with %s, whichever it is, loses and doubles nothing',
    async (error) => {
      let calls = Infinity;
      for (let failing = 1; failing <= calls; failing++) {
        const machine = new Machine();
        const faults = new Faults();
        faults.error = error;
        const tab = await machine.tab({ prepare: faults.prepare });
        faults.failing = faults.calls + failing;
        const before = faults.calls;

        const answers = await play(tab);

        if (calls === Infinity && faults.calls < faults.failing) calls = failing;
        expect(faults.calls).toBeGreaterThan(before);
        await expectWhole(machine, tab, answers);
        // Whatever failed can be sent again, under the same id.
        for (const id of ids) expect(await tab.dispatch(id)).toMatchObject({ kind: 'committed' });
        const again = new Map<string, Answer>();
        for (const id of ids) again.set(id, await tab.dispatch(id));
        await expectWhole(machine, tab, again);
      }
      expect(calls).toBeGreaterThan(15);
    },
  );

  it.each(errors)('with %s is tried again, so that nobody notices', async (error) => {
    const machine = new Machine();
    const faults = new Faults();
    faults.error = error;
    const tab = await machine.tab({ prepare: faults.prepare });
    faults.failing = faults.calls + 3;

    const answer = await tab.dispatch('a');

    expect(answer).toEqual({ kind: 'committed', seq: 4 });
  });
});

describe('a transaction that is committed although it reports a failure', () => {
  it('is found on disk, and not done a second time', async () => {
    for (let failing = 1; failing <= 3; failing++) {
      let appends = 0;
      const machine = new Machine();
      const tab = await machine.tab({
        wrapLog: (log) =>
          withAppend(log, async (append) => {
            await append();
            if (++appends === failing) throw writeFailure();
          }),
      });

      const answers = await play(tab);

      expect([...answers.values()].map(({ kind }) => kind)).toEqual(ids.map(() => 'committed'));
      await expectWhole(machine, tab, answers);
    }
  });
});

describe('a disk that is full', () => {
  it('fails every input with a clear word, keeps reading, and works again by itself', async () => {
    const machine = new Machine();
    const faults = new Faults();
    faults.error = 'QuotaExceededError';
    const tab = await machine.tab({ prepare: faults.prepare });
    faults.isFull = true;

    const full = [await tab.dispatch('a'), await tab.dispatch('b')];
    const log = await tab.log();
    faults.isFull = false;
    const after = await tab.dispatch('a');

    expect(full).toMatchObject([
      { kind: 'failed', problem: { code: 'E-DB-QUOTA' } },
      { kind: 'failed', problem: { code: 'E-DB-QUOTA' } },
    ]);
    expect(log).toHaveLength(3);
    expect(after).toEqual({ kind: 'committed', seq: 4 });
  });
});

describe('a disk that cannot be written to', () => {
  it('fails every input after one more try, and works again by itself', async () => {
    const machine = new Machine();
    const faults = new Faults();
    faults.error = 'UnknownError';
    const tab = await machine.tab({ prepare: faults.prepare });
    faults.isFull = true;

    const broken = await tab.dispatch('a');
    faults.isFull = false;

    expect(broken).toMatchObject({ kind: 'failed', problem: { code: 'E-DB-WRITE' } });
    expect(await tab.dispatch('a')).toEqual({ kind: 'committed', seq: 4 });
    expect(tab.heard.at(-1)).toMatchObject({ type: 'storage', storage: { problem: null } });
  });
});

describe('what is told of a storage that fails', () => {
  async function failing(error: string) {
    const machine = new Machine();
    const faults = new Faults();
    faults.error = error;
    const tab = await machine.tab({ prepare: faults.prepare });
    faults.isFull = true;
    const told = () =>
      tab.heard.flatMap((publication) =>
        publication.type === 'storage' ? [publication.storage.problem?.code ?? null] : [],
      );
    return { machine, faults, tab, told };
  }

  it.each([
    ['UnknownError', 'E-DB-WRITE'],
    ['QuotaExceededError', 'E-DB-QUOTA'],
  ])('is taken back when it works again, though nobody sends anything: %s', async (error, code) => {
    const { machine, faults, tab, told } = await failing(error);
    await tab.dispatch('a');
    await machine.time.pass(20_000);
    expect(told().at(-1)).toBe(code);

    faults.isFull = false;
    await machine.time.pass(5000);

    expect(told().at(-1)).toBe(null);
    expect(await tab.log()).toHaveLength(3);
  });

  it('is taken back when unsent text can be saved again', async () => {
    const { faults, tab, told } = await failing('UnknownError');
    expect(await tab.service.saveDraft(tab.workspace, 'k', 'text')).toBe(false);
    expect(told().at(-1)).toBe('E-DB-WRITE');

    faults.isFull = false;

    expect(await tab.service.saveDraft(tab.workspace, 'k', 'text')).toBe(true);
    expect(told().at(-1)).toBe(null);
  });
});

describe('a worker that is killed', () => {
  it('after it wrote and before it answered: the command, sent again, is not done again', async () => {
    const machine = new Machine();
    const killed = await machine.tab({
      wrapLog: (log) =>
        withAppend(log, async (append) => {
          await append();
          await new Promise(() => undefined);
        }),
    });
    void killed.dispatch('a');
    while ((await killed.log()).length < 4) await killed.service.ping();

    const next = await machine.tab({ ports: { locks: new FakeLocks() } });
    const answer = await next.dispatch('a');

    expect(answer).toEqual({ kind: 'committed', seq: 4 });
    expect(await next.log()).toHaveLength(4);
  });

  it('leaves the writes that it still tries without effect', async () => {
    const machine = new Machine();
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const killed = await machine.tab({
      ports: { openChannel: null },
      wrapLog: (log) => withAppend(log, (append) => gate.then(append)),
    });
    const lost = killed.dispatch('a');

    const next = await machine.tab({ ports: { locks: new FakeLocks(), openChannel: null } });
    await next.dispatch('b');
    go();

    expect(await next.log()).toHaveLength(4);
    // It notices, reads what the other one wrote, and does its own behind that.
    expect(await lost).toEqual({ kind: 'committed', seq: 5 });
    expect((await next.log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });
});
