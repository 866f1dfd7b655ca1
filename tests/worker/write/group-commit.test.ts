import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/protocol/engine-api.ts';
import type { Log } from '../../../src/storage/log.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { withAppend } from '../../support/faulty-storage.ts';
import { settle } from '../../support/fake-time.ts';
import { Machine, presence } from '../../support/in-process-worker.ts';

/** A disk that writes only when it is let: each write waits for `let()`. */
class SlowDisk {
  readonly writes: string[][] = [];
  #gates: ((fails: boolean) => void)[] = [];

  readonly wrapLog = (log: Log): Log =>
    withAppend(log, async (append, _, steps) => {
      this.writes.push(steps.map(({ command }) => command));
      const fails = await new Promise<boolean>((resolve) => this.#gates.push(resolve));
      if (fails) throw new StorageError('quota', 'Full.');
      await append();
    });

  async let(fails = false): Promise<void> {
    await settle();
    this.#gates.shift()?.(fails);
    await settle();
  }
}

async function slowTab() {
  const disk = new SlowDisk();
  const tab = await new Machine().tab({ wrapLog: disk.wrapLog });
  const answers: [string, Answer['kind']][] = [];
  const send = (id: string, input = presence(1, true)) => {
    void tab.dispatch(id, input).then((answer) => answers.push([id, answer.kind]));
  };
  return { disk, tab, answers, send };
}

describe('group commit', () => {
  it('answers and shows nothing that is not on disk', async () => {
    const { disk, tab, answers, send } = await slowTab();

    send('a');
    await settle();
    expect([answers, tab.events]).toEqual([[], []]);

    await disk.let();
    expect(answers).toEqual([['a', 'committed']]);
    expect(tab.events).toHaveLength(1);
  });

  it('writes together what comes while a transaction runs, in order', async () => {
    const { disk, tab, answers, send } = await slowTab();

    send('a');
    await settle();
    for (const id of ['b', 'c', 'd']) send(id);
    await disk.let();
    expect(answers).toEqual([['a', 'committed']]);
    await disk.let();

    expect(disk.writes).toEqual([['a'], ['b', 'c', 'd']]);
    expect(answers.map(([id]) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(tab.events.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
  });

  it('lets a refusal wait for the steps it was decided on', async () => {
    const { disk, answers, send } = await slowTab();

    send('a');
    await settle();
    send('refused', presence(9, true));
    await settle();
    expect(answers).toEqual([]);

    await disk.let();
    expect(answers).toEqual([
      ['a', 'committed'],
      ['refused', 'refused'],
    ]);
  });

  it('drops every step since the last durable one when a transaction fails', async () => {
    const { disk, tab, answers, send } = await slowTab();

    send('a');
    await settle();
    send('b');
    await disk.let();
    send('c');
    await disk.let(true);

    expect(answers).toEqual([
      ['a', 'committed'],
      ['b', 'failed'],
      ['c', 'failed'],
    ]);
    expect((await tab.log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(tab.heard.at(-1)).toMatchObject({ type: 'storage', storage: { problem: { code: 'E-DB-QUOTA' } } });

    send('b');
    await disk.let();
    expect(answers.at(-1)).toEqual(['b', 'committed']);
    expect(tab.events.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(tab.heard.at(-1)).toMatchObject({
      type: 'storage',
      storage: { kind: 'indexedDB', problem: null },
    });
  });

  it('writes what was taken before the tab leaves', async () => {
    const { disk, tab, answers, send } = await slowTab();

    send('a');
    await settle();
    const closed = tab.service.close();
    await disk.let();
    await closed;

    expect(answers).toEqual([['a', 'committed']]);
  });
});
