import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ScriptQuestion } from '../../src/protocol/engine-api.ts';
import { realEngine } from '../../src/worker/real-engine.ts';
import { Machine } from '../support/in-process-worker.ts';

const text = readFileSync('public/crmscript-tables.json', 'utf8');

/** A tab whose site serves the tables, or not; `loaded` is what was asked of it. */
async function openTab(serve: () => Promise<string>) {
  const engine = realEngine();
  const loaded: string[] = [];
  const loadText = (url: string): Promise<string> => {
    if (!url.endsWith('crmscript-tables.json')) return Promise.reject(new Error('no sample'));
    loaded.push(url);
    return serve();
  };
  const tab = await new Machine().tab({ ports: { engine, loadText } });
  const folder = { name: 'Bot', scripts: [{ id: 1, name: 'one', source: '' }] };
  await tab.dispatch('1', { type: 'admin.savesFolder', folder });
  return { tab, loaded };
}

const asks = (source: string): ScriptQuestion => ({
  kind: 'completions',
  script: 1,
  source,
  offset: source.length,
});

describe('an editor', () => {
  it('has the tables loaded when it asks, and not before, once', async () => {
    const { tab, loaded } = await openTab(() => Promise.resolve(text));
    const before = loaded.length;

    const first = await tab.service.assist(tab.workspace, asks('NSContactAgent a; a.'));
    await tab.service.assist(tab.workspace, asks('Map m; m.'));

    expect(first?.help).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'GetContactEntity' })]) as unknown,
    });
    expect([before, loaded.length]).toEqual([0, 1]);
  });

  it('is helped without the tables where they cannot be loaded', async () => {
    const { tab } = await openTab(() => Promise.reject(new Error('no network')));

    const found = await tab.service.assist(tab.workspace, asks('Map m; m.'));

    expect(found?.help).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'exists' })]) as unknown,
    });
  });

  it('is told nothing about a workspace that is not open', async () => {
    const { tab } = await openTab(() => Promise.resolve(text));

    expect(await tab.service.assist('another', asks('Map m; m.'))).toBeNull();
  });
});
