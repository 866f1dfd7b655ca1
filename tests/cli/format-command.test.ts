import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, folderWith } from './shell.ts';

const bytesOf = (folder: string, file: string): Buffer => readFileSync(join(folder, file));

describe('format', () => {
  it('writes scripts in one style, all of a folder, and prints those that changed', () => {
    const folder = folderWith({
      'bots/a.crmscript': 'if(a){b();c();}\n',
      'bots/inside/b.crm': 'a( );\n',
      'bots/inside/c.crm': 'a();\n',
      'bots/readme.md': 'a( );\n',
    });

    expect(cli(folder, 'format', 'bots')).toEqual({
      code: 0,
      out: 'bots/a.crmscript\nbots/inside/b.crm\n',
      err: '',
    });
    expect(bytesOf(folder, 'bots/a.crmscript').toString()).toBe('if (a)\n{\n  b();\n  c();\n}\n');
    expect(bytesOf(folder, 'bots/readme.md').toString()).toBe('a( );\n');
    expect(cli(folder, 'format', 'bots')).toEqual({ code: 0, out: '', err: '' });
  });

  it('writes nothing with --check, and fails when something would be written', () => {
    const folder = folderWith({ 'a.crmscript': 'a( );\n', 'b.crmscript': 'b();\n' });

    expect(cli(folder, 'format', '--check', 'a.crmscript', 'b.crmscript')).toEqual({
      code: 1,
      out: 'a.crmscript\n',
      err: '',
    });
    expect(bytesOf(folder, 'a.crmscript').toString()).toBe('a( );\n');
    expect(cli(folder, 'format', '--check', 'b.crmscript').code).toBe(0);
  });

  it('leaves what cannot be read, says where it is, and formats the others', () => {
    const folder = folderWith({ 'a.crmscript': 'a( ;\n', 'b.crmscript': 'b( );\n' });

    const { code, out, err } = cli(folder, 'format', 'a.crmscript', 'b.crmscript');

    expect([code, out]).toEqual([1, 'b.crmscript\n']);
    expect(err).toMatch(/^a\.crmscript:1:4: error: /);
    expect(bytesOf(folder, 'a.crmscript').toString()).toBe('a( ;\n');
  });

  it('takes another indent and another width', () => {
    const folder = folderWith({ 'a.crmscript': 'if(a){first(second,third);b();}\n' });

    expect(cli(folder, 'format', 'a.crmscript', '--indent', 'tab', '--width', '20').code).toBe(0);
    expect(bytesOf(folder, 'a.crmscript').toString()).toBe(
      'if (a)\n{\n\tfirst(second,\n\t\tthird);\n\tb();\n}\n',
    );
    for (const wrong of ['0', '9', 'x', '-1', '']) {
      expect(cli(folder, 'format', 'a.crmscript', `--indent=${wrong}`).code).toBe(2);
    }
    expect(cli(folder, 'format').code).toBe(2);
  });

  it('keeps the encoding, the byte-order mark and the line ends of a file', () => {
    const windows = Buffer.from('// \u00e6\u00f8\u00e5\r\na( "\u0080" );', 'latin1');
    const marked = Buffer.from('\ufeffa( "€" );\r\n');
    const doubled = Buffer.from('a( );\r\r\n\r\r\nb( );\r\r\n');
    const folder = folderWith({ 'a.crm': windows, 'b.crm': marked, 'c.crm': doubled });

    expect(cli(folder, 'format', 'a.crm', 'b.crm', 'c.crm').out).toBe('a.crm\nb.crm\nc.crm\n');
    expect(bytesOf(folder, 'a.crm').toString('latin1')).toBe('// \u00e6\u00f8\u00e5\r\na("\u0080");\r\n');
    expect(bytesOf(folder, 'b.crm').toString()).toBe('\ufeffa("€");\r\n');
    expect(bytesOf(folder, 'c.crm').toString()).toBe('a();\r\r\n\r\r\nb();\r\r\n');
  });
});
