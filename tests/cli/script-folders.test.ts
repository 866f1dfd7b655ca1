import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { helpDesk } from '../scenario/scenarios.ts';
import { cli, folderWith } from './shell.ts';

const desk: ScenarioFile = {
  ...helpDesk(),
  world: {
    ...helpDesk().world,
    folders: [
      {
        id: 3,
        name: 'Eko',
        scripts: [
          { id: 11, name: 'eko register', source: '// register\n' },
          { id: 12, name: 'eko: received', includeName: 'received', source: '// received\n' },
        ],
      },
    ],
    triggers: [{ id: 1, event: 403, script: 12, enabled: true }],
  },
};
const seed = writeScenario(desk);
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const put = (folder: string, file: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, file), text);
};
const sourcesIn = (folder: string, file: string) => {
  const parsed = parseScenario(read(folder, file));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return Object.fromEntries(
    (parsed.scenario.world.folders ?? []).flatMap(({ scripts = [] }) =>
      scripts.map(({ id, source }) => [id, source]),
    ),
  );
};

describe('convert with a folder of scripts', () => {
  it('writes only what changed, in the encoding and with the line ends that files have', () => {
    const folder = folderWith({ 'a.json': seed });
    cli(folder, 'convert', 'a.json', 'bots/');
    const old = Uint8Array.from([...Buffer.from('// register '), 0xe6, 0x0d, 0x0a]);
    put(folder, 'bots/Eko/eko register.crmscript', old);
    put(folder, 'bots/README.md', 'mine');
    cli(folder, 'convert', 'bots', 'b.json', '--world', 'a.json');
    expect(sourcesIn(folder, 'b.json')).toEqual({ 11: '// register æ\n', 12: '// received\n' });

    const edited = read(folder, 'b.json').replace('// register æ\\n', '// register ø\\nend\\n');
    put(folder, 'b.json', edited);
    expect(cli(folder, 'convert', 'b.json', 'bots/')).toEqual({ code: 0, out: '', err: 'bots/: 1 script\n' });

    expect(readFileSync(join(folder, 'bots/Eko/eko register.crmscript'))).toEqual(
      Buffer.from([...Buffer.from('// register '), 0xf8, 0x0d, 0x0a, ...Buffer.from('end\r\n')]),
    );
    expect(read(folder, 'bots/README.md')).toBe('mine');
    expect(cli(folder, 'convert', 'b.json', 'bots/').err).toBe('bots/: nothing to write\n');
  });

  it('says which script no file can hold', () => {
    const folder = folderWith({ 'a.json': seed.replace('// received\\n', '// a \\u0000 b\\n') });

    const { code, err } = cli(folder, 'convert', 'a.json', 'bots/');

    expect(code).toBe(0);
    expect(err).toMatch(
      /^Not written, as its text has a zero byte[^\n]+:\n {2}Eko\/eko: received\nbots\/: 1 script\n$/,
    );
    expect(readdirSync(join(folder, 'bots/Eko'))).toEqual(['eko register.crmscript']);
  });

  it('gives replay the file of a script whose name no file can have', () => {
    const folder = folderWith({
      'a.json': seed,
      'bots/Eko/eko received.crmscript': '// better\n',
      'other/nothing.crm': '',
    });

    expect(cli(folder, 'replay', 'a.json', '--scripts', 'bots').code).toBe(0);
    expect(cli(folder, 'replay', 'a.json', '--scripts', 'other').code).toBe(2);
  });

  it('takes a folder into a scenario that keeps its numbers, names, triggers and settings', () => {
    const folder = folderWith({ 'a.json': seed });
    cli(folder, 'convert', 'a.json', 'bots/');
    put(folder, 'bots/Eko/eko received.crmscript', '// better\n');
    put(folder, 'bots/Eko/new.crm', '// new\n');

    expect(cli(folder, 'convert', 'bots', 'b.json', '--world', 'a.json').code).toBe(0);

    const parsed = parseScenario(read(folder, 'b.json'));
    const world = parsed.ok ? parsed.scenario.world : undefined;
    expect(world).toEqual({
      ...desk.world,
      folders: [
        {
          id: 3,
          name: 'Eko',
          scripts: [
            { id: 11, name: 'eko register', source: '// register\n' },
            { id: 12, name: 'eko: received', includeName: 'received', source: '// better\n' },
            { id: 13, name: 'new', source: '// new\n' },
          ],
        },
      ],
    });
  });

  it('writes nothing at all where both have changed, until somebody says whose text is meant', () => {
    const folder = folderWith({ 'a.json': seed });
    cli(folder, 'convert', 'a.json', 'bots/');
    put(folder, 'bots/Eko/eko register.crmscript', '// of the folder\n');
    put(
      folder,
      'b.json',
      seed.replace('// register', '// of the scenario').replace('// received', '// received, too'),
    );

    const refused = cli(folder, 'convert', 'b.json', 'bots/');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('Eko/eko register.crmscript: changed in both');
    expect(read(folder, 'bots/Eko/eko received.crmscript')).toBe('// received\n');
    expect(cli(folder, 'convert', 'bots', 'c.json', '--world', 'b.json').code).toBe(1);
    expect(readdirSync(folder)).not.toContain('c.json');

    expect(cli(folder, 'convert', 'b.json', 'bots/', '--prefer', 'folder').code).toBe(0);
    expect(read(folder, 'bots/Eko/eko register.crmscript')).toBe('// of the folder\n');
    expect(read(folder, 'bots/Eko/eko received.crmscript')).toBe('// received, too\n');
    expect(cli(folder, 'convert', 'b.json', 'bots/', '--prefer', 'scenario').code).toBe(0);
    expect(read(folder, 'bots/Eko/eko register.crmscript')).toBe('// of the scenario\n');
  });

  it('overwrites no file of a folder that it has never seen', () => {
    const folder = folderWith({ 'a.json': seed, 'bots/Eko/eko register.crmscript': '// somebody’s\n' });

    expect(cli(folder, 'convert', 'a.json', 'bots/').code).toBe(1);
    expect(read(folder, 'bots/Eko/eko register.crmscript')).toBe('// somebody’s\n');
  });

  it('deletes nothing unless it is told to', () => {
    const folder = folderWith({ 'a.json': seed });
    cli(folder, 'convert', 'a.json', 'bots/');
    const less = { ...desk, world: { ...desk.world, triggers: [], folders: [{ id: 3, name: 'Eko' }] } };
    put(folder, 'less.json', writeScenario(less));

    const kept = cli(folder, 'convert', 'less.json', 'bots/');
    expect([kept.code, kept.err]).toEqual([2, expect.stringContaining('has no script any more')]);
    expect(readdirSync(join(folder, 'bots/Eko'))).toHaveLength(2);
    cli(folder, 'convert', 'less.json', 'bots/', '--delete');
    expect(readdirSync(join(folder, 'bots/Eko'))).toHaveLength(0);
  });

  it('follows a script to its new file, and keeps the one whose file is gone', () => {
    const folder = folderWith({ 'a.json': seed });
    cli(folder, 'convert', 'a.json', 'bots/');
    rmSync(join(folder, 'bots/Eko'), { recursive: true });
    mkdirSync(join(folder, 'bots/Echo'));
    put(folder, 'bots/Echo/echo register.crmscript', '// register\n');

    const { code, err } = cli(folder, 'convert', 'bots', 'b.json', '--world', 'a.json');

    expect([code, err]).toEqual([
      0,
      expect.stringContaining('Eko/eko received.crmscript: has no file any more'),
    ]);
    const parsed = parseScenario(read(folder, 'b.json'));
    expect(
      parsed.ok && parsed.scenario.world.folders?.map(({ name, scripts }) => [name, scripts?.[0]?.id]),
    ).toEqual([
      ['Eko', 12],
      ['Echo', 11],
    ]);
  });

  it('is not led out of the folder by links, and not in circles', () => {
    const folder = folderWith({ 'a.json': seed, 'precious.txt': 'precious', 'bots/Eko/x.crmscript': 'x' });
    symlinkSync(join(folder, 'bots'), join(folder, 'bots/Eko/again'));
    symlinkSync(join(folder, 'precious.txt'), join(folder, 'bots/Eko/eko register.crmscript'));
    mkdirSync(join(folder, 'elsewhere'));
    const linked = folderWith({ 'a.json': seed });
    mkdirSync(join(linked, 'out'));
    symlinkSync(join(folder, 'elsewhere'), join(linked, 'out/Eko'));

    expect(cli(folder, 'convert', 'a.json', 'bots/', '--prefer', 'scenario')).toMatchObject({
      code: 2,
      err: expect.stringContaining('it is a link') as string,
    });
    expect(cli(linked, 'convert', 'a.json', 'out/')).toMatchObject({
      code: 2,
      err: expect.stringContaining('behind a link') as string,
    });
    expect(read(folder, 'precious.txt')).toBe('precious');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
  });

  it('keeps the text that the scenario has by now of a script whose file has another name', () => {
    const folder = folderWith({ 'a.json': seed });
    cli(folder, 'convert', 'a.json', 'bots/');
    rmSync(join(folder, 'bots/Eko/eko received.crmscript'));
    put(folder, 'bots/Eko/received.crmscript', '// received\n');
    put(folder, 'a.json', seed.replace('// received', '// better in the scenario'));

    const refused = cli(folder, 'convert', 'bots', 'a.json', '--world', 'a.json');

    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Eko/received.crmscript')]);
    expect(sourcesIn(folder, 'a.json')).toMatchObject({ 12: '// better in the scenario\n' });
    cli(folder, 'convert', 'bots', 'a.json', '--world', 'a.json', '--prefer', 'scenario');
    expect(sourcesIn(folder, 'a.json')).toMatchObject({ 12: '// better in the scenario\n' });
    cli(folder, 'convert', 'bots', 'a.json', '--world', 'a.json', '--prefer', 'folder');
    expect(sourcesIn(folder, 'a.json')).toMatchObject({ 12: '// received\n' });
  });

  it('makes no folder behind a link, and writes over nothing that is no script', () => {
    const deep = {
      ...desk,
      world: {
        ...desk.world,
        folders: [{ id: 3, name: 'Eko/deep', scripts: desk.world.folders?.[0]?.scripts ?? [] }],
      },
    };
    const folder = folderWith({ 'a.json': writeScenario(deep), 'elsewhere/readme.txt': '' });
    mkdirSync(join(folder, 'out'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'out/Eko'));
    expect(cli(folder, 'convert', 'a.json', 'out/').code).toBe(2);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['readme.txt']);

    for (const precious of ['.git/config', 'package.json', '.rehearsal/scripts.json']) {
      const line = {
        path: precious,
        script: 11,
        folder: 'Eko',
        name: 'eko register',
        sum: '0123456789abcdef',
      };
      const exchange = { format: 'rehearsal-script-folder', version: 1, scripts: [line] };
      const cloned = folderWith({
        'a.json': seed,
        'bots/.git/config': 'precious',
        'bots/package.json': 'precious',
        'bots/.rehearsal/scripts.json': JSON.stringify(exchange),
      });

      const { code, err } = cli(cloned, 'convert', 'a.json', 'bots/', '--prefer', 'scenario');

      expect([precious, code, err]).toEqual([precious, 2, expect.stringContaining('scripts[0].path')]);
      expect(read(cloned, 'bots/.git/config')).toBe('precious');
      expect(read(cloned, 'bots/package.json')).toBe('precious');
    }
  });

  it('says what it left alone, and takes the rest', () => {
    const folder = folderWith({ 'bots/a.crm': '1', 'bots/picture.crmscript': Uint8Array.from([1, 0, 2]) });

    const { code, err } = cli(folder, 'convert', 'bots', 'b.json');

    expect([code, err]).toEqual([0, expect.stringContaining('picture.crmscript is not text')]);
    expect(sourcesIn(folder, 'b.json')).toEqual({ 1: '1' });
  });

  it('refuses a memory of the last exchange that it cannot read, and names it', () => {
    const folder = folderWith({ 'a.json': seed, 'bots/.rehearsal/scripts.json': '{ "format": 3 }' });

    expect(cli(folder, 'convert', 'a.json', 'bots/')).toMatchObject({
      code: 2,
      err: expect.stringContaining('.rehearsal/scripts.json cannot be read') as string,
    });
    expect(cli(folder, 'convert', 'a.json', 'bots/', '--prefer', 'both').code).toBe(2);
  });
});
