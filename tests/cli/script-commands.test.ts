import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ScriptFiles } from '../../src/cli/script-files.ts';
import { cli, folderWith } from './shell.ts';

it('says which version it is', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

  expect(cli(folderWith({}), '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

describe('check', () => {
  it('prints nothing and answers 0 when scripts are right', () => {
    const folder = folderWith({ 'a.crmscript': 'Integer i = 1;\nprint(i.toString());\n' });

    expect(cli(folder, 'check', 'a.crmscript')).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints every error with its place, sorted', () => {
    const folder = folderWith({
      'b.crmscript': 'Integer i = "text";\n\nfoo();\n',
      'a.crmscript': 'String s = 5;\n',
    });

    const { code, out } = cli(folder, 'check', 'b.crmscript', 'a.crmscript');
    const places = out
      .trimEnd()
      .split('\n')
      .map((line) => line.replace(/: error: .+$/, ''));

    expect(code).toBe(1);
    expect(places).toEqual([
      expect.stringMatching(/^a\.crmscript:1:\d+$/),
      expect.stringMatching(/^b\.crmscript:1:\d+$/),
      expect.stringMatching(/^b\.crmscript:3:1$/),
    ]);
  });

  it('checks all scripts of a folder, and finds what they include among them', () => {
    const folder = folderWith({
      'bots/eko/a.crmscript': '#include "lib"\nprint(hello());\n',
      'bots/lib/lib.crmscript': 'String hello() { return "hi"; }\n',
      'bots/eko/b.crm': 'Integer i = "text";\n',
      'bots/eko/notes.txt': 'no script',
    });

    expect(cli(folder, 'check', 'bots/lib')).toEqual({ code: 0, out: '', err: '' });
    const { code, out } = cli(folder, 'check', 'bots', 'bots/eko/b.crm');
    expect(code).toBe(1);
    expect(out).toMatch(/^bots\/eko\/b\.crm:1:\d+: error: [^\n]+\n$/);
  });

  it('finds included scripts by file name without ending', () => {
    const folder = folderWith({
      'a.crmscript': '#include "lib-greet";\nprint(greet("Ada"));\n',
      'lib/lib-greet.crm': 'String greet(String name) { return "Hello " + name; }\n',
    });

    expect(cli(folder, 'check', 'a.crmscript').code).toBe(1);
    expect(cli(folder, 'check', 'a.crmscript', '--include', 'lib')).toEqual({ code: 0, out: '', err: '' });
  });

  it('finds included scripts beside the file, wherever it is called from, and sooner in the folders named', () => {
    const folder = folderWith({
      'bot/a.crm': '#include "lib-greet";\nprint(greet("Ada"));\n',
      'bot/lib-greet.cpp': 'String greet(String name) { return "Hello " + name; }\n',
      'other/lib-greet.crm': 'String greet() { return "Hello"; }\n',
      'lib-greet.crm': 'not even a script',
    });

    expect(cli(folder, 'check', 'bot/a.crm')).toEqual({ code: 0, out: '', err: '' });
    expect(cli(folder, 'run', 'bot/a.crm').out).toBe('Hello Ada');
    expect(cli(folder, 'check', 'bot/a.crm', '--include', 'other').code).toBe(1);
  });

  it('finds included scripts among the files that are checked together', () => {
    const folder = folderWith({
      'library/lib-greet.crm': 'String greet() { return "Hello"; }\n',
      'examples/a.crm': '#include "lib-greet";\nprint(greet());\n',
    });

    expect(cli(folder, 'check', 'examples/a.crm').code).toBe(1);
    expect(cli(folder, 'check', 'library/lib-greet.crm', 'examples/a.crm').code).toBe(0);
  });

  it('takes two scripts that include each other, each once', () => {
    const folder = folderWith({
      'a.crm': '#include "b";\nVoid a() { print("a"); }\na();\nb();\nmissing();\n',
      'b.crm': '#include "a";\nVoid b() { print("b"); }\n',
    });

    expect(cli(folder, 'check', 'a.crm').out).toMatch(/^a\.crm:5:1: error: [^\n]+missing[^\n]+\n$/);
  });

  it('reads no file that no script includes, whatever it is', () => {
    const folder = folderWith({
      'a.crmscript': '// #include "zip";\nprint("ok");\n',
      'zip.crmscript': new Uint8Array([0xff, 0xfe, 0x70, 0, 0x0a, 0]),
    });
    symlinkSync('nowhere', join(folder, 'gone.crmscript'));

    expect(cli(folder, 'check', 'a.crmscript')).toEqual({ code: 0, out: '', err: '' });
    expect(cli(folder, 'run', 'a.crmscript')).toEqual({ code: 0, out: 'ok', err: '' });
    expect(cli(folder, 'check', 'a.crmscript', '--include', '.').code).toBe(0);
  });

  it('says which script includes a file that is no text', () => {
    const folder = folderWith({
      'a.crmscript': '#include "b";\n',
      'b.crmscript': '#include "zip";\n',
      'zip.crmscript': new Uint8Array([0xff, 0xfe, 0x70, 0, 0x0a, 0]),
    });

    const { code, err } = cli(folder, 'check', 'a.crmscript');

    expect(code).toBe(2);
    expect(err).toBe('zip.crmscript is not text. It is included by b.crmscript.\n');
  });

  it('tells a script that is in the other language from one that is not there', () => {
    const folder = folderWith({
      'a.crmscript': '#include "lib"\n',
      'lib.ts': 'export const one = 1;\n',
    });

    const { code, out } = cli(folder, 'check', 'a.crmscript');

    expect(code).toBe(1);
    expect(out).toContain('a.crmscript:1:1: error: The script "lib" is not CRMScript.');
  });

  it('reads a file once that many scripts include', () => {
    const folder = folderWith({ 'lib.crm': 'String a() { return "a"; }\n' });
    const shelf = new ScriptFiles(folder, { includes: [] });
    const first = shelf.read('lib.crm');
    writeFileSync(join(folder, 'lib.crm'), 'changed');

    expect(shelf.read(join(folder, 'lib.crm'))).toBe(first);
  });

  it.each([
    [['check'], 'name at least one script file'],
    [['check', '--include', '.', '.'], 'what stands behind --include are folders'],
    [['check', 'empty'], 'no script in empty'],
    [['check', 'none.crmscript'], 'there is no such file'],
    [['check', 'a.crmscript', '--include', 'nowhere'], 'there is no such folder'],
  ])('answers 2 to %j', (args, message) => {
    const { code, err } = cli(folderWith({ 'a.crmscript': '', 'empty/notes.txt': '' }), ...args);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('a script file', () => {
  it('may be in the code page of Windows, as older ones are', () => {
    const folder = folderWith({ 'a.crmscript': Buffer.from('print("Sm\xf8rbr\xf8d");', 'latin1') });

    expect(cli(folder, 'run', 'a.crmscript').out).toBe('Smørbrød');
  });

  it('that is no text is refused', () => {
    const folder = folderWith({ 'a.crmscript': new Uint8Array([0x50, 0x4b, 0, 3]) });

    expect(cli(folder, 'check', 'a.crmscript').err).toContain('a.crmscript is not text.');
  });
});

describe('run', () => {
  it('prints what the script prints and nothing else', () => {
    const folder = folderWith({ 'a.crmscript': 'print("one ");\nprintLine("two");\nlog("aside");\n' });

    expect(cli(folder, 'run', 'a.crmscript')).toEqual({ code: 0, out: 'one two\n', err: 'aside\n' });
  });

  it('runs the self-test of a library, as the editor of SuperOffice does', () => {
    const folder = folderWith({
      'lib-Sum.crm':
        'Integer sum(Integer a, Integer b) { return a + b; }\n' +
        'if (getVariable("developmentMode") == "true" && getVariable("includeId") == "lib-Sum") print(sum(1, 2).toString());\n',
      'uses.crm': '#include "lib-Sum";\nprint(sum(2, 2).toString());\n',
    });

    expect(cli(folder, 'run', 'lib-Sum.crm').out).toBe('3');
    expect(cli(folder, 'run', 'uses.crm', '--include', '.').out).toBe('4');
  });

  it('prints more lines than a step may have events', () => {
    const folder = folderWith({
      'a.crmscript': 'for (Integer i = 0; i < 3000; i++) printLine(i.toString());\n',
    });

    expect(cli(folder, 'run', 'a.crmscript').out.split('\n')).toHaveLength(3001);
  });

  it('says which HTTP calls nobody answered, on standard error', () => {
    const folder = folderWith({
      'a.crmscript':
        'for (Integer i = 0; i < 2; i++) { HTTP h; h.get("https://example.com/joke"); }\n' +
        'HTTP other; other.get("https://example.com/other");\nprint("done");\n',
    });

    const { code, out, err } = cli(folder, 'run', 'a.crmscript');

    expect({ code, out }).toEqual({ code: 0, out: 'done' });
    expect(err).toContain('GET https://example.com/joke: nobody answered (2 times).');
    expect(err).toContain('GET https://example.com/other: nobody answered. ');
    expect(err).toContain('--mocks FILE');
  });

  it('finds what a text that it runs includes', () => {
    const folder = folderWith({
      'a.crmscript': 'Map m;\nprint(executeScript("#include " + "\\"" + "lib-b" + "\\"; print(b());", m));\n',
      'lib-b.crm': '#include "lib-c";\nString b() { return c(); }\n',
      'lib-c.crm': 'String c() { return "from c"; }\n',
    });

    expect(cli(folder, 'run', 'a.crmscript')).toEqual({ code: 0, out: 'from c', err: '' });
  });

  it('answers 1 and says where a script failed', () => {
    const folder = folderWith({ 'a.crmscript': 'print("before");\nassert(false);\nprint("after");\n' });

    const { code, out, err } = cli(folder, 'run', 'a.crmscript');

    expect({ code, out }).toEqual({ code: 1, out: 'before' });
    expect(err).toMatch(/^a\.crmscript:2:1: error: /);
  });

  it('answers 1 and prints every error of a script that cannot run', () => {
    const folder = folderWith({ 'a.crmscript': 'print("never");\nInteger i = "x";\nfoo();\n' });

    const { code, out, err } = cli(folder, 'run', 'a.crmscript');

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^a\.crmscript:2:\d+: error: .+\na\.crmscript:3:1: error: .+\n$/);
  });

  it('sees the time and the chance that it is told', () => {
    const folder = folderWith({
      'a.crmscript': 'DateTime t;\nprintLine(t.toString());\nprint(rand(1, 1000000).toString());\n',
    });
    const run = (seed: string) =>
      cli(folder, 'run', 'a.crmscript', '--now', '2026-03-02T09:00:00Z', '--seed', seed).out;

    expect(run('1')).toMatch(/^2026-03-02 09:00:00\n\d+$/);
    expect(run('1')).toBe(run('1'));
    expect(run('1')).not.toBe(run('2'));
  });

  it('answers HTTP calls from mocks', () => {
    const folder = folderWith({
      'a.crmscript': 'HTTP h;\nprint(String(h.get("https://example.com/joke")));\n',
      'mocks.json':
        '[{ "request": { "method": "GET", "url": "https://example.com/*" }, "responses": [{ "status": 200, "body": "Ha." }] }]',
    });

    expect(cli(folder, 'run', 'a.crmscript', '--mocks', 'mocks.json')).toMatchObject({ code: 0, out: 'Ha.' });
  });

  it('finds included scripts', () => {
    const folder = folderWith({
      'a.crm': '#include "lib";\nprint(twice("a"));\n',
      'lib/lib.crmscript': 'String twice(String s) { return s + s; }\n',
    });

    expect(cli(folder, 'run', 'a.crm', '--include', 'lib')).toMatchObject({ code: 0, out: 'aa' });
  });

  it.each([
    [['run'], 'name one script file'],
    [['run', 'a.crmscript', 'a.crmscript'], 'name one script file'],
    [['run', 'a.crmscript', '--now', 'noon'], 'no instant'],
    [['run', 'a.crmscript', '--seed', 'x'], 'no whole number'],
    [['run', 'a.crmscript', '--mocks', 'a.crmscript'], 'Not JSON'],
  ])('answers 2 to %j', (args, message) => {
    const { code, err } = cli(folderWith({ 'a.crmscript': 'print("x");\n' }), ...args);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('check --hints', () => {
  const over = 'resetChat(1);\naddChatMessage(1, "Wait", 1, "Eko", 16, "");\n';

  it('says of a hint at a bot its code and its rule, and fails nobody for it', () => {
    const folder = folderWith({ 'my bot message received.crmscript': over });

    const { out, code } = cli(folder, 'check', 'my bot message received.crmscript', '--hints');

    expect(out).toMatch(
      /^my bot message received\.crmscript:2:1: hint: This writes after the hand-over\..* \[writes-after-hand-over, T13\]\n$/,
    );
    expect(code).toBe(0);
  });

  it('checks all scripts of a scenario, as they are called in its world', () => {
    const world = {
      startsAt: '2026-03-02T09:00:00Z',
      channels: [
        {
          id: 1,
          name: 'Support',
          bot: { enabled: true, folder: 'Eko', name: 'Eko' },
          preChatForm: { enabled: true },
        },
      ],
      folders: [
        {
          id: 1,
          name: 'Eko',
          scripts: [
            { id: 1, name: 'my bot register', source: '' },
            { id: 2, name: 'my bot session created', source: 'addChatMessage(1, "Hi", 1, "Eko", 16, "");' },
            { id: 3, name: 'broken', source: 'Integer a = ;' },
          ],
        },
      ],
    };
    const scenario = { format: 'rehearsal-scenario', version: 1, name: 'Eko', world, steps: [] };
    const folder = folderWith({ 'eko.json': JSON.stringify(scenario) });

    const hinted = cli(folder, 'check', 'eko.json', '--hints');

    expect(hinted.out).toContain('eko.json/my bot session created:1:1: hint: This writes as soon as');
    expect(hinted.out).toContain('[forms-skipped, T14]');
    expect(hinted.out).toContain('eko.json/broken:1:13: error: ');
    expect(hinted.code).toBe(1);
    expect(cli(folder, 'check', 'eko.json').out).not.toContain('hint');
  });
});
