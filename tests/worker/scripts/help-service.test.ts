import { readFileSync } from 'node:fs';
import { typeFiles } from '../../../src/cli/type-files.ts';
import { describe, expect, it } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { ScriptFile, WorldFile } from '../../../src/engine/definition.ts';
import { worldToJson } from '../../../src/engine/world-json.ts';
import type { ScriptQuestion } from '../../../src/protocol/help-api.ts';
import { createHelpService } from '../../../src/worker/scripts/help-service.ts';

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
function helpFrom(serve: (url?: string) => Promise<string>) {
  const loaded: string[] = [];
  const help = createHelpService({
    loadText: (url) => {
      loaded.push(url);
      return serve(url);
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

  it('formats a script of either language, and refuses what cannot be read', async () => {
    const { help } = helpFrom((url = '') =>
      Promise.resolve(url.endsWith('crmscript-tables.json') ? text : JSON.stringify(typeFiles())),
    );

    const crmscript = await help.format('a=1;', 'crmscript');
    const javaScript = await help.format('a=1;\n', 'javascript');

    expect(crmscript).toMatchObject({ kind: 'edits', edits: [{ start: 1, end: 1, text: ' ' }, {}, {}] });
    expect(javaScript).toMatchObject({ kind: 'edits', edits: [{ start: 1, end: 1, text: ' ' }, {}] });
    expect(await help.format('a=;', 'crmscript')).toMatchObject({ kind: 'refused' });
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

  it('says so where its declarations cannot be loaded, and helps with nothing; what looks it over fails', async () => {
    const { help } = helpFrom(() => Promise.reject(new Error('no network')));
    await help.know(json);

    expect(await help.check('const a = 1;', 'late', 'javascript')).toMatchObject([{ code: 'part-missing' }]);
    expect(await help.assist({ kind: 'completions', script: 3, source: 'soApi.', offset: 6 })).toBeNull();
    const asked = { script: 3, source: 'soApi.', written: [], offset: 0 } as const;
    for (const kind of ['references', 'renameAt'] as const)
      await expect(help.look({ ...asked, kind })).rejects.toThrow('no network');
  });
});

describe('breakpoints in a script that is being written', () => {
  const source = [
    '#setLanguageLevel 3;',
    'Integer n = 1;',
    '',
    'if (n == 1)',
    '{',
    '  String text = "a";',
    '  print(text);',
    '}',
  ].join('\n');
  const none = { condition: '', hitCondition: '', logMessage: '' };
  const asked = async (line: number, when: Partial<typeof none>) => {
    const { help } = served();
    await help.know(json);
    const found = await help.checkBreakpoint({ script: 1, source, line, ...none, ...when });
    return [found.condition?.code, found.hitCondition?.code, found.logMessage?.code];
  };

  it('are on the line itself where a statement begins there, else on the next such line, else on the last', async () => {
    const { help } = served();
    await help.know(json);

    expect(await help.placeBreakpoints({ script: 1, source }, [1, 2, 3, 5, 8])).toEqual([2, 2, 4, 6, 7]);
  });

  it('are left where they are while the script has errors, and before the whole of one in JavaScript', async () => {
    const { help } = served();
    await help.know(json);

    expect(await help.placeBreakpoints({ script: 1, source: 'Integer n = ;' }, [1])).toBeNull();
    expect(await help.placeBreakpoints({ script: 3, source: 'let n = 1;\nn += 1;' }, [2])).toEqual([1]);
  });

  it('may depend on what can be seen on their line, if that is true or false and changes nothing', async () => {
    expect(await asked(7, { condition: 'text == "a" && n > 0' })).toEqual([undefined, undefined, undefined]);
    expect(await asked(2, { condition: 'text == "a"' })).toEqual(['unknown-name', undefined, undefined]);
    expect(await asked(7, { condition: 'n' })).toEqual(['condition-not-bool', undefined, undefined]);
    expect(await asked(7, { condition: '(n = 2) == 2' })).toEqual(['would-change', undefined, undefined]);
  });

  it('count as 3, >= 3 or % 3 say, and print what can be evaluated', async () => {
    expect(await asked(7, { hitCondition: '>= 3', logMessage: 'is {text} {n + 1}' })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await asked(7, { hitCondition: 'often', logMessage: 'is {nobody}' })).toEqual([
      undefined,
      'hit-condition',
      'unknown-name',
    ]);
  });

  it('in JavaScript depend on counts alone, as its inside cannot be looked into', async () => {
    const { help } = served();
    await help.know(json);
    const written = {
      script: 3,
      source: 'let n = 1;',
      line: 1,
      ...none,
      condition: 'n == 1',
      hitCondition: '2',
    };
    const found = await help.checkBreakpoint(written);

    expect([found.condition?.code, found.hitCondition]).toEqual(['javascript-inside', null]);
  });

  it('have nothing said of them that nobody can know', async () => {
    const { help } = served();
    await help.know(json);
    const broken = { script: 1, source: 'Integer n = ;', line: 1, ...none, condition: 'nobody == 1' };

    expect((await help.checkBreakpoint(broken)).condition).toBeNull();
    expect((await help.checkBreakpoint({ ...broken, line: 0 })).condition).toBeNull();
  });
});
