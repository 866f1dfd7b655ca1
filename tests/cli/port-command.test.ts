import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from './shell.ts';

describe('port', () => {
  it('prints a script in TypeScript, its comments and names kept', () => {
    const folder = folderWith({
      'a.crmscript':
        '// Counts.\nInteger n = 2; // how many\nn = n / 2;\n\nprintLine("n is " + n.toString());\n',
    });

    expect(cli(folder, 'port', 'a.crmscript')).toEqual({
      code: 0,
      out: '// Counts.\nlet n = 2; // how many\nn = Math.trunc(n / 2);\n\ncontext.result.body += `n is ${n}\\n`;\n',
      err: '',
    });
  });

  it('says by line what it could not port, and writes what throws there', () => {
    const folder = folderWith({
      'a.crmscript': 'print("1");\nSearchEngine se;\nse.addData("x.y", "1");\nse.insert();\n',
    });

    const { code, out, err } = cli(folder, 'port', 'a.crmscript');

    expect(code).toBe(1);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^a\.crmscript:2:14: not ported: /),
      expect.stringMatching(/^a\.crmscript:3:1: not ported: SearchEngine\.addData\. /),
      expect.stringMatching(/^a\.crmscript:4:1: not ported: SearchEngine\.insert\. /),
    ]);
    expect(out).toContain("// NOT PORTED: se.insert();\nnotPorted('SearchEngine.insert, line 4');");
  });

  it('writes scripts and what they include into a folder, with the helpers that they share', () => {
    const folder = folderWith({
      'bot/a.crmscript': '#include "lib"\nprint(first("x y"));\n',
      'bot/lib.crm': 'String first(String text) { return text.before(" "); }\n',
    });

    expect(cli(folder, 'port', 'bot/a.crmscript').code).toBe(2);
    expect(cli(folder, 'port', 'bot/a.crmscript', '--out', 'ts')).toEqual({ code: 0, out: '', err: '' });
    const read = (name: string) => readFileSync(join(folder, 'ts', name), 'utf8');

    expect(read('a.ts')).toContain('///<include includeId="lib">');
    expect(read('lib.ts')).toContain('///<include includeId="port-lib">');
    expect(read('port-lib.ts')).toContain('function textBefore(');
  });

  it('writes over no file that says something else, unless it is told to', () => {
    const folder = folderWith({ 'a.crmscript': 'print("1");\n', 'ts/a.ts': '// Mended by hand.\n' });
    const port = (...more: string[]) => cli(folder, 'port', 'a.crmscript', '--out', 'ts', ...more);
    const written = () => readFileSync(join(folder, 'ts/a.ts'), 'utf8');

    const refused = port();

    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(join('ts', 'a.ts')) as string });
    expect(written()).toBe('// Mended by hand.\n');
    expect(port('--force').code).toBe(0);
    expect(written()).toContain("'1'");
    expect(port().code).toBe(0);
  });

  it('writes none of several files where one is in the way', () => {
    const folder = folderWith({
      'a.crmscript': '',
      'b.crmscript': '',
      'ts/b.ts': 'mine',
    });

    expect(cli(folder, 'port', 'a.crmscript', 'b.crmscript', '--out', 'ts').code).toBe(2);
    expect(existsSync(join(folder, 'ts/a.ts'))).toBe(false);
  });

  it('gives two scripts whose names become one name of a file a file each, and says so', () => {
    const folder = folderWith({ 'a b.crmscript': 'print("one");', 'a  b.crmscript': 'print("two");' });

    const { code, err } = cli(folder, 'port', 'a b.crmscript', 'a  b.crmscript', '--out', 'ts');

    expect(code).toBe(0);
    expect(err).toBe(`${join('ts', 'a b 2.ts')}: “a  b”, as another script has the file a b.ts.\n`);
    expect(readFileSync(join(folder, 'ts/a b.ts'), 'utf8')).toContain('one');
    expect(readFileSync(join(folder, 'ts/a b 2.ts'), 'utf8')).toContain('two');
  });

  it('ports no script with errors, and says where the first one is', () => {
    const folder = folderWith({ 'a.crmscript': 'Integer i = "x";\nfoo();\n' });

    expect(cli(folder, 'port', 'a.crmscript', '--out', 'ts')).toEqual({
      code: 1,
      out: '',
      err: 'a.crmscript:1:13: not ported: 2 errors. Scripts with errors are not ported. Mend them first.\n',
    });
    expect(existsSync(join(folder, 'ts'))).toBe(false);
  });

  it('is told when it is called wrongly', () => {
    const folder = folderWith({ 'a.ts': '', 'x/b.crm': '', 'y/b.crm': '' });

    expect(cli(folder, 'port').code).toBe(2);
    expect(cli(folder, 'port', 'a.ts').err).toBe('port: a.ts is no CRMScript.\n');
    expect(cli(folder, 'port', 'x/b.crm', 'y/b.crm').err).toMatch(/have one name/);
  });
});
