import { describe, expect, it } from 'vitest';
import type { Publication } from '../../../src/protocol/engine-api.ts';
import { settle } from '../../support/fake-time.ts';
import { Machine } from '../../support/in-process-worker.ts';
import { JournaledMachine } from '../../support/journaled-machine.ts';

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
