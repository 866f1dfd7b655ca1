import { describe, expect, it } from 'vitest';
import { chooseFiles, compareFolder, giveRows } from '../../../src/scenario/script-folder.ts';
import { limits } from '../../../src/scenario/limits.ts';
import { folderOf, worldOf, type Files } from './folders.ts';

const scriptsOf = (files: Files) =>
  folderOf(files).scripts.map(({ folder, name, includeName, language, id }) => ({
    folder,
    name,
    ...(includeName !== '' && { includeName }),
    ...(language !== 'crmscript' && { language }),
    ...(id !== undefined && { id }),
  }));

describe('folders of the tools', () => {
  it('are read as SuperOffice Tools for VS Code writes them: called as they are included', () => {
    const files = {
      '#Scripts/Chat bots/eko-received.crmscript': '',
      '#Scripts/javascripts/lib.tsfso': '',
      '.superoffice/include-mapping.json': '{ "eko": "#Scripts/Chat bots/eko-received.crmscript", "bad": 3 }',
      '.superoffice/objects/0a4d55a8d778e5022fab701977c5d840bbc486d0': '',
      '.superoffice/.suo': '{"contextIdentifier":"Cust1"}',
      'other/not-a-script.crmscript': '',
    };

    expect(scriptsOf(files)).toEqual([
      { folder: 'Chat bots', name: 'eko-received', includeName: 'eko' },
      { folder: 'javascripts', name: 'lib', language: 'javascript' },
    ]);
  });

  it('are read as CRMScript Fetcher writes them: names, include names and numbers from the file beside', () => {
    const files = {
      'Scripts/Bots/Eko - received.crmscript': 'a',
      'Scripts/Bots/Eko - received.json':
        '{"id": 42, "hierarchy_id": 3, "description": "Eko: received", "include_id": "eko"}',
      'Scripts/broken.crmscript': 'b',
      'Scripts/broken.json': '{',
      'Triggers/On message.crmscript': 'c',
      'Triggers/On message.json': '{"id": 42, "description": "On message", "screen_type": 402}',
      'Screens/Ticket/load.crmscript': 'd',
      'tenant_settings.json': '{}',
    };

    expect(scriptsOf(files)).toEqual([
      { folder: 'Bots', name: 'Eko: received', includeName: 'eko', id: 42 },
      { folder: 'Scripts here', name: 'broken' },
      { folder: 'Triggers', name: 'On message' },
    ]);
  });

  it('are read as the older extension writes them: by its list of scripts', () => {
    const files = {
      'meta.json': JSON.stringify([
        {
          path: '/Bots',
          fileName: 'Eko.crmscript',
          name: 'Eko',
          includeId: 'eko',
          ejscriptId: 7,
          baseFileHash: 'x',
        },
        { path: 3 },
        null,
      ]),
      'client.json': '{"secret":"s"}',
      'src/Bots/Eko.crmscript': '',
      'src/loose.crmscript': '',
    };

    expect(scriptsOf(files)).toEqual([
      { folder: 'Bots', name: 'Eko', includeName: 'eko', id: 7 },
      { folder: 'Scripts here', name: 'loose' },
    ]);
  });

  it('are read as ExpanderSync writes them: each script in a folder of its name', () => {
    const files = {
      'ejscript/Bots/Eko_ received/Eko_ received.body.crmscript': '',
      'ejscript/Bots/Eko_ received/Eko_ received.json': '{"id":5,"name":"Eko: received","include_id":""}',
      'screen_definition/x/x.load_script_body.crmscript': '',
    };

    expect(scriptsOf(files)).toEqual([{ folder: 'Bots', name: 'Eko: received', id: 5 }]);
  });

  it('are read as people keep them: each folder with scripts is one, programs with packages of their own are none', () => {
    const files = {
      'README.md': '',
      'echobot/echobot register.crm': '',
      'lib/lib-http.cpp': '',
      'package.json': '{}',
      'eslint.config.js': '',
      'Examples/entity.ts': '',
      'webpanel/package.json': '{}',
      'webpanel/src/main.ts': '',
      'types/bot.d.ts': '',
      '.git/hooks/x.js': '',
    };

    expect(scriptsOf(files)).toEqual([
      { folder: 'Examples', name: 'entity', language: 'javascript' },
      { folder: 'echobot', name: 'echobot register' },
      { folder: 'lib', name: 'lib-http' },
    ]);
  });

  it.each<[string, Files, string]>([
    ['plain', { 'Eko/a.crm': '' }, 'Eko/New one.crm'],
    ['SuperOffice Tools', { '#Scripts/x/y.crmscript': '' }, '#Scripts/Eko/New one.crmscript'],
    ['Fetcher', { 'Scripts/a.crmscript': '', 'Scripts/a.json': '{}' }, 'Scripts/Eko/New one.crmscript'],
    ['older extension', { 'meta.json': '[]', 'src/b.crmscript': '' }, 'src/Eko/New one.crmscript'],
    ['ExpanderSync', { 'ejscript/a/b/b.body.crmscript': '' }, 'ejscript/Eko/New one/New one.body.crmscript'],
  ])('get a new script where the tool keeps scripts: %s', (_, files, path) => {
    const there = folderOf(files);
    const rows = compareFolder(there, worldOf({ Eko: { 'New: one': 'x' } }), []);
    const { writes } = giveRows(
      there,
      rows.filter(({ kind }) => kind === 'newHere'),
      Object.keys(files),
    );

    expect(writes.map((write) => write.path)).toEqual([path]);
  });

  it('leave alone what is no script by its size, its number or its path, and say so', () => {
    const entries = [
      { path: 'huge.crmscript', size: 100 * 1024 * 1024 },
      { path: '../up.crmscript', size: 1 },
      { path: 'a/../../up.ts', size: 1 },
      { path: 'C:/x.crm', size: 1 },
      ...Array.from({ length: 5 }, (_, n) => ({ path: `b/${String(n)}.crm`, size: limits.source })),
    ];

    expect(chooseFiles(entries).leftAlone).toEqual([
      { path: '../up.crmscript', why: 'odd-path' },
      { path: 'a/../../up.ts', why: 'odd-path' },
      { path: 'C:/x.crm', why: 'odd-path' },
      { path: 'b/4.crm', why: 'too-many' },
      { path: 'huge.crmscript', why: 'too-large' },
    ]);
  });
});
