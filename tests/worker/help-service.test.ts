import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import { worldToJson } from '../../src/engine/world-json.ts';
import type { ScriptQuestion } from '../../src/protocol/help-api.ts';
import { createHelpService } from '../../src/worker/help-service.ts';

const base = 'https://rehearsal.test/';
const text = readFileSync('public/crmscript-tables.json', 'utf8');

const scripts = [
  { id: 1, name: 'one', source: '' },
  { id: 2, name: 'lib', source: 'Integer shared() { return 1; }' },
];
const file: WorldFile = { startsAt: '2026-01-05T08:00:00Z', folders: [{ id: 1, name: 'Bot', scripts }] };
const json = worldToJson(createWorld(file));

/** Help whose site serves the tables, or not; `loaded` is what was asked of it. */
function helpFrom(serve: () => Promise<string>) {
  const loaded: string[] = [];
  const help = createHelpService({
    loadText: (url) => {
      loaded.push(url);
      return serve();
    },
  });
  void help.connect(base);
  return { help, loaded };
}

const served = () => helpFrom(() => Promise.resolve(text));

const asks = (source: string): ScriptQuestion => ({
  kind: 'completions',
  script: 1,
  source,
  offset: source.length,
});

describe('help for an editor', () => {
  it('has the tables loaded when it is asked, and not before, once', async () => {
    const { help, loaded } = served();
    await help.know(json);
    const before = loaded.length;

    const first = await help.assist(asks('NSContactAgent a; a.'));
    await help.assist(asks('Map m; m.'));

    expect(first?.help).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'GetContactEntity' })]) as unknown,
    });
    expect([before, loaded]).toEqual([0, [`${base}crmscript-tables.json`]]);
  });

  it('does without the tables where they cannot be loaded', async () => {
    const { help } = helpFrom(() => Promise.reject(new Error('no network')));
    await help.know(json);

    const found = await help.assist(asks('Map m; m.'));

    expect(found?.help).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'exists' })]) as unknown,
    });
  });

  it('has nothing to say before it knows a world', async () => {
    const { help } = served();

    expect(await help.assist(asks('Map m; m.'))).toBeNull();
    expect(await help.check('Integer a = ;', 'one')).toEqual([]);
  });
});

describe('a check', () => {
  it('sees what stands in other scripts, as they were last told', async () => {
    const { help } = served();
    await help.know(json);
    const source = '#include "lib";\nprint(shared().toString());';

    const before = await help.check(source, 'one');
    await help.know({ folders: createWorld({ ...file, folders: [] }).folders });
    const after = await help.check(source, 'one');

    expect(before).toEqual([]);
    expect(after.map(({ severity }) => severity)).toContain('error');
  });

  it('loads the tables for what they name', async () => {
    const { help } = served();
    await help.know(json);

    expect(await help.check('NSSaleAgent a; a.GetSaleEntiti(1);', 'one')).toMatchObject([
      { severity: 'error', message: expect.stringContaining('Did you mean "GetSaleEntity"?') as string },
    ]);
  });

  it('says so where the tables cannot be loaded', async () => {
    const { help } = helpFrom(() => Promise.reject(new Error('no network')));
    await help.know(json);

    expect(await help.check('NSSaleAgent a;', 'one')).toMatchObject([{ code: 'part-missing' }]);
  });
});
