import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/engine/inputs.ts';
import { realEngine } from '../../../src/worker/real-engine.ts';
import { base, Machine } from '../../support/in-process-worker.ts';

const text = readFileSync('public/crmscript-tables.json', 'utf8');

/** The real engine with tables that are served, or not, and what was asked of the site. */
function site(serve: () => Promise<string>) {
  const engine = realEngine();
  const loaded: string[] = [];
  const loadText = (url: string): Promise<string> => {
    if (!url.endsWith('.json') || url.includes('first-visit')) return Promise.reject(new Error('no sample'));
    loaded.push(url);
    return serve();
  };
  return { ports: { engine, loadText }, loaded };
}

const bot = (source: string): Input => ({
  type: 'admin.savesFolder',
  folder: {
    name: 'Bot',
    scripts: [
      { id: 1, name: 'bot register', source: '' },
      { id: 2, name: 'bot session created', source },
    ],
  },
});
const channel: Input = {
  type: 'admin.savesChannel',
  channel: {
    id: 1,
    name: 'A',
    bot: { enabled: true, folder: 'Bot', name: 'B' },
    preChatForm: { enabled: false },
  },
};
const connects: Input = { type: 'customer.connects', channel: 1 };
const plain = 'log("plain");';
const needing = 'try { NSSaleAgent agent; agent.GetSaleEntity(1); } catch { log(error); }';

describe('the tables of the library', () => {
  it('are not loaded for scripts that do without', async () => {
    const { ports, loaded } = site(() => Promise.resolve(text));
    const tab = await new Machine().tab({ ports });

    await tab.dispatch('1', bot(plain));
    await tab.dispatch('2', channel);
    await tab.dispatch('3', connects);

    expect(tab.events.map(({ type }) => type)).toContain('script.printed');
    expect(loaded).toEqual([]);
  });

  it('are loaded once, before the step that needs them, and what was sent after it waits its turn', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { ports, loaded } = site(() => gate.then(() => text));
    const tab = await new Machine().tab({ ports });

    const answers = Promise.all([
      tab.dispatch('1', bot(needing)),
      tab.dispatch('2', channel),
      tab.dispatch('3', connects),
    ]);
    await Promise.resolve();
    expect(tab.events).toEqual([]);
    open();

    expect((await answers).map(({ kind }) => kind)).toEqual(['committed', 'committed', 'committed']);
    expect(tab.events.find((event) => event.type === 'script.printed')).toMatchObject({
      text: 'NotAvailableOffline: NSSaleAgent.GetSaleEntity needs a SuperOffice database. Add a fixture or mock to continue.',
    });
    expect(loaded).toEqual([`${base}crmscript-tables.json`]);
  });

  it('that cannot be loaded fail the call in words, and are asked for again', async () => {
    let online = false;
    const { ports } = site(() => (online ? Promise.resolve(text) : Promise.reject(new Error('offline'))));
    const tab = await new Machine().tab({ ports });

    const failed = await tab.dispatch('1', bot(needing));
    online = true;
    const again = await tab.dispatch('2', bot(needing));

    expect(failed).toMatchObject({ kind: 'failed', problem: { code: 'E-ENGINE' } });
    expect(failed).toHaveProperty('problem.reason', {
      code: 'part-not-loaded',
      params: { error: expect.stringContaining('offline') as string },
    });
    expect(again.kind).toBe('committed');
  });
});
