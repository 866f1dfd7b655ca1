import { readFileSync } from 'node:fs';
import { typeFiles } from '../../src/cli/type-files.ts';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../src/engine/create-world.ts';
import type { ScriptFile, WorldFile } from '../../src/engine/definition.ts';
import { worldToJson } from '../../src/engine/world-json.ts';
import type { ScriptQuestion } from '../../src/protocol/help-api.ts';
import { createHelpService } from '../../src/worker/help-service.ts';

const base = 'https://rehearsal.test/';
const text = readFileSync('public/crmscript-tables.json', 'utf8');

const scripts: ScriptFile[] = [
  { id: 1, name: 'one', source: '' },
  { id: 2, name: 'lib', source: 'Integer shared() { return 1; }' },
  { id: 3, name: 'late', language: 'javascript', source: '' },
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
    expect(await help.check('Integer a = ;', 'one', 'crmscript')).toEqual([]);
  });
});

describe('a check', () => {
  it('sees what stands in other scripts, as they were last told', async () => {
    const { help } = served();
    await help.know(json);
    const source = '#include "lib";\nprint(shared().toString());';

    const before = await help.check(source, 'one', 'crmscript');
    await help.know({ folders: createWorld({ ...file, folders: [] }).folders });
    const after = await help.check(source, 'one', 'crmscript');

    expect(before).toEqual([]);
    expect(after.map(({ severity }) => severity)).toContain('error');
  });

  it('loads the tables for what they name', async () => {
    const { help } = served();
    await help.know(json);

    expect(await help.check('NSSaleAgent a; a.GetSaleEntiti(1);', 'one', 'crmscript')).toMatchObject([
      { severity: 'error', message: expect.stringContaining('Did you mean "GetSaleEntity"?') as string },
    ]);
  });

  it('says so where the tables cannot be loaded', async () => {
    const { help } = helpFrom(() => Promise.reject(new Error('no network')));
    await help.know(json);

    expect(await help.check('NSSaleAgent a;', 'one', 'crmscript')).toMatchObject([{ code: 'part-missing' }]);
  });
});

describe('a script in JavaScript', () => {
  const declarations = () => helpFrom(() => Promise.resolve(JSON.stringify(typeFiles())));

  it('is checked and helped with by what is loaded when one is first looked at, and not before, once', async () => {
    const { help, loaded } = declarations();
    await help.know(json);
    const found = await help.check('soApi.getNothing();', 'late', 'javascript');
    const asked = await help.assist({ kind: 'completions', script: 3, source: 'soApi.', offset: 6 });

    expect(found).toMatchObject([{ severity: 'error', span: { file: 'late', line: 1, column: 7 } }]);
    expect(asked?.help).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ label: 'getChatAgent' })]) as unknown,
    });
    expect(loaded).toEqual([`${base}script-types.json`]);
  });

  it('costs those nothing who write CRMScript', async () => {
    const { help, loaded } = declarations();
    await help.know(json);
    await help.check('Integer i = 1;', 'one', 'crmscript');

    expect(loaded).toEqual([]);
  });

  it('says so where its declarations cannot be loaded, and helps with nothing', async () => {
    const { help } = helpFrom(() => Promise.reject(new Error('no network')));
    await help.know(json);

    expect(await help.check('const a = 1;', 'late', 'javascript')).toMatchObject([{ code: 'part-missing' }]);
    expect(await help.assist({ kind: 'completions', script: 3, source: 'soApi.', offset: 6 })).toBeNull();
  });
});
