import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatRange } from '../../src/crmscript/format.ts';
import { cli, cliWith, folderWith } from './shell.ts';

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

  it('says of a folder that there is no script in it, and writes nothing', () => {
    const folder = folderWith({ 'empty/readme.md': 'a( );\n', 'a.crm': 'a( );\n' });
    for (const command of ['format', 'check'])
      expect(cli(folder, command, 'a.crm', 'empty')).toEqual({
        code: 2,
        out: '',
        err: 'There is no script in empty.\n',
      });
    expect(bytesOf(folder, 'a.crm').toString()).toBe('a( );\n');
  });

  it('takes a script that is named twice once, however it is named', () => {
    const folder = folderWith({ 'bots/a.crm': 'a( );\n' });
    expect(cli(folder, 'format', '--check', 'bots/a.crm', './bots/a.crm', 'bots').out).toBe('bots/a.crm\n');
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

  it('keeps what somebody wrote into a file meanwhile', () => {
    const folder = folderWith({ 'a.crm': 'a( );\n', 'b.crm': 'b( );\n' });
    const formatScript = (source: string) => {
      writeFileSync(join(folder, 'a.crm'), 'written meanwhile( );\n');
      return formatRange(source, 0, source.length, { indent: '  ', width: 120 });
    };

    const { code, out, err } = cliWith({ formatScript }, folder, 'format', 'a.crm', 'b.crm');

    expect([code, out]).toEqual([1, 'b.crm\n']);
    expect(err).toContain('a.crm was changed meanwhile');
    expect(bytesOf(folder, 'a.crm').toString()).toBe('written meanwhile( );\n');
  });

  it('passes over what lies among scripts and is none: locks of editors, links to nothing, pipes', () => {
    const folder = folderWith({ 'bots/a.crm': 'a( );\n', 'bots/._a.crm': Uint8Array.of(0, 1, 2) });
    symlinkSync('somebody@here.1:2', join(folder, 'bots/.#a.crm'));
    symlinkSync('nowhere', join(folder, 'bots/b.crm'));
    symlinkSync('c.crm', join(folder, 'bots/c.crm'));
    if (process.platform === 'linux') spawnSync('mkfifo', [join(folder, 'bots/d.crm')]);

    expect(cli(folder, 'format', 'bots')).toEqual({ code: 0, out: 'bots/a.crm\n', err: '' });
    expect(cli(folder, 'convert', 'bots', 'a.json').code).toBe(0);
    expect(cli(folder, 'format', `${'a'.repeat(300)}.crm`).code).toBe(2);
    expect(cli(folder, 'format', 'bots/c.crm').code).toBe(2);
  });

  it('goes through links and keeps what may be done with a file', () => {
    const folder = folderWith({ 'real/a.crm': 'a( );\n' });
    chmodSync(join(folder, 'real/a.crm'), 0o750);
    symlinkSync(join('real', 'a.crm'), join(folder, 'link.crm'));

    expect(cli(folder, 'format', 'link.crm').code).toBe(0);

    expect(lstatSync(join(folder, 'link.crm')).isSymbolicLink()).toBe(true);
    expect(bytesOf(folder, 'real/a.crm').toString()).toBe('a();\n');
    expect(statSync(join(folder, 'real/a.crm')).mode & 0o777).toBe(0o750);
    expect(readdirSync(join(folder, 'real'))).toEqual(['a.crm']);
  });

  it.runIf(process.platform === 'linux')('loses no script where the disk is full', () => {
    const script = 'a( );\n'.repeat(2000);
    const folder = folderWith({ 'a.crm': script });
    const main = join(import.meta.dirname, '../../src/cli/main.ts');
    const node = `"${process.execPath}" --import tsx "${main}" format "${join(folder, 'a.crm')}"`;

    // No file may become longer than a few blocks.
    const { status, stderr } = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 4; exec ${node}`], {
      cwd: join(import.meta.dirname, '../..'),
      encoding: 'utf8',
    });

    expect([status, stderr]).toEqual([2, expect.stringContaining('a.crm cannot be written')]);
    expect(bytesOf(folder, 'a.crm').toString()).toBe(script);
    expect(readdirSync(folder)).toEqual(['a.crm']);
  });
});
