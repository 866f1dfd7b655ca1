import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/protocol/engine-api.ts';
import { Faults } from '../support/faulty-storage.ts';
import { settle } from '../support/fake-time.ts';
import { Machine, presence, type Tab } from '../support/in-process-worker.ts';

/** One thing that happens: in which of the tabs, and what. */
type Happening = {
  readonly tab: number;
  readonly what: 'send' | 'resend' | 'close' | 'wait' | 'fault' | 'deaf';
};

const happenings = fc.array(
  fc.record({
    tab: fc.nat(2),
    what: fc.constantFrom<Happening['what'][]>(
      'send',
      'send',
      'send',
      'resend',
      'close',
      'wait',
      'fault',
      'deaf',
    ),
  }),
  { minLength: 5, maxLength: 25 },
);

class Chaos {
  readonly machine = new Machine();
  readonly faults = new Faults();
  readonly tabs = new Map<number, Tab>();
  readonly answers = new Map<string, Answer[]>();
  readonly #waiting: Promise<void>[] = [];
  #sent = 0;

  async open(index: number): Promise<Tab> {
    const tab = this.tabs.get(index) ?? (await this.machine.tab({ prepare: this.faults.prepare }));
    this.tabs.set(index, tab);
    return tab;
  }

  async happen({ tab: index, what }: Happening): Promise<void> {
    if (what === 'deaf') {
      let lost = 3;
      this.machine.line.loses = () => lost-- > 0;
    } else if (what === 'fault') this.faults.failing = this.faults.calls + 4;
    else if (what === 'wait') await this.machine.time.pass(2000);
    else if (what === 'close') {
      const closing = this.tabs.get(index);
      this.tabs.delete(index);
      await closing?.service.close();
    } else {
      if (what === 'send' || this.#sent === 0) this.#sent++;
      this.send(await this.open(index), `command ${String(this.#sent)}`);
      if (index === 0) await settle(5);
    }
  }

  send(tab: Tab, id: string): void {
    const answers = this.answers.get(id) ?? [];
    this.answers.set(id, answers);
    this.#waiting.push(tab.dispatch(id, presence(1, true)).then((answer) => void answers.push(answer)));
  }

  /** No more faults; every call is answered in the end. */
  async calm(): Promise<void> {
    this.machine.line.loses = () => false;
    this.faults.failing = 0;
    const all = Promise.all(this.#waiting);
    let answered = 0;
    for (const one of this.#waiting) void one.then(() => answered++);
    for (let turn = 0; turn < 30 && answered < this.#waiting.length; turn++)
      await this.machine.time.pass(2000);
    expect(answered).toBe(this.#waiting.length);
    await all;
  }
}

describe('three tabs, closed and opened, half deaf, on a bad disk', () => {
  it('answer every command, do none twice, lose none that was acknowledged, and agree in the end', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (list) => {
        const chaos = new Chaos();
        await chaos.open(0);
        for (const happening of list) await chaos.happen(happening);
        await chaos.calm();
        const last = await chaos.open(0);
        await chaos.machine.time.pass(4000);

        const log = chaos.machine.openLog();
        const events = await log.events('first-visit', 1, 10_000);
        const ids = [...chaos.answers.keys()];
        const applied = await log.applied('first-visit', ids);
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
        expect(events.filter(({ type }) => type === 'presence.changed')).toHaveLength(2 + applied.size);
        for (const [id, answers] of chaos.answers) {
          for (const answer of answers) {
            if (answer.kind === 'committed') expect(applied.get(id)?.seq).toBe(answer.seq);
          }
        }
        for (const tab of chaos.tabs.values()) {
          const seqs = tab.events.map(({ seq }) => seq);
          const first = tab.opened.world.seq + 1;
          expect(seqs).toEqual(events.slice(first - 1).map(({ seq }) => seq));
        }
        expect((await last.service.workspaces()).map(({ id }) => id)).toEqual(['first-visit']);
        for (const tab of chaos.tabs.values()) await tab.service.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
