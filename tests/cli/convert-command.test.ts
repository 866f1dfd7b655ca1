import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/scenario/link.ts';
import { releasedSamples } from '../../src/scenario/released-samples.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { writeScenario } from '../../src/scenario/write.ts';
import { sampleConversation } from '../scenario/links.ts';
import { helpDesk } from '../scenario/scenarios.ts';
import { sample } from '../scenario/transcript/recorded.ts';
import { cli, folderWith } from './shell.ts';

const intent = writeScenario(sample('intent-bot'));
const convo = 'Two words\n\n#me\nhi\n\n#bot\nEcho: hi\n\n#bot\nINTENT greeting\n';
const world = writeScenario(sample('echobot-bot-first'));

const inFolder = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('convert', () => {
  it('writes the transcript of a scenario by the ending, in a zone and of a session that one wants', () => {
    const folder = folderWith({ 'a.rehearsal.json': intent });

    expect(cli(folder, 'convert', 'a.rehearsal.json', 'a.md')).toEqual({
      code: 0,
      out: '',
      err: 'a.md: 2 sessions\n',
    });
    cli(folder, 'convert', 'a.rehearsal.json', 'b.txt', '--session', '2', '--zone', 'Asia/Tokyo');

    expect(inFolder(folder, 'a.md')).toContain('## Session 2: Bob Lund');
    expect(inFolder(folder, 'b.txt')).toMatch(
      /Times in Asia\/Tokyo\. 1 session\.[^]*18:00:45 {2}Bob Lund: That was all/,
    );
  });

  it('writes a file a session where a format holds no more than one', () => {
    const folder = folderWith({ 'a.json': intent });

    const { err } = cli(folder, 'convert', 'a.json', 'a.convo.txt');

    expect(err).toBe('a-1.convo.txt: 1 session\na-2.convo.txt: 1 session\n');
    expect(inFolder(folder, 'a-2.convo.txt')).toContain('#me\nThat was all');
  });

  it('makes of a conversation a scenario that replays, and tells what of it was left out', () => {
    const folder = folderWith({ 'case.convo.txt': convo, 'seed.rehearsal.json': world });

    const made = cli(
      folder,
      'convert',
      'case.convo.txt',
      'case.rehearsal.json',
      '--world',
      'seed.rehearsal.json',
    );

    expect(made).toEqual({
      code: 0,
      out: '',
      err: 'case.convo.txt: left out:\n  line 10: “INTENT greeting” is not taken: nothing here checks that.\ncase.rehearsal.json: 2 steps\n',
    });
    expect(cli(folder, 'replay', 'case.rehearsal.json').code).toBe(0);
  });

  it('turns a conversation into another format as it stands, and with a world as it is played there', () => {
    const folder = folderWith({ 'case.convo.txt': convo.replace('Echo: hi', 'Hello'), 'seed.json': world });

    cli(folder, 'convert', 'case.convo.txt', 'as-is.transcript');
    cli(folder, 'convert', 'case.convo.txt', 'played.transcript', '--world', 'seed.json');

    expect(inFolder(folder, 'as-is.transcript')).toContain('"text": "Hello"');
    expect(inFolder(folder, 'played.transcript')).toContain('"text": "Echo: hi"');
  });

  it('writes a link as a file, or to standard output and nothing else there', () => {
    const link = encodeLink(sampleConversation(), releasedSamples);
    const { code, out, err } = cli(folderWith({}), 'convert', link, '-');
    const parsed = parseScenario(out);

    expect([code, err, parsed.ok && parsed.scenario.steps.length]).toEqual([
      0,
      '',
      sampleConversation().steps.length,
    ]);
  });

  it('writes the scripts of a world into a folder, and makes a world of such a folder', () => {
    const folder = folderWith({ 'a.json': world });

    expect(cli(folder, 'convert', 'a.json', 'bots/').err).toBe('bots/: 4 scripts\n');
    cli(folder, 'convert', 'bots', 'b.json');
    const parsed = parseScenario(inFolder(folder, 'b.json'));

    const scripts = parsed.ok ? parsed.scenario.world.folders?.[0]?.scripts : undefined;
    const before = sample('echobot-bot-first').world.folders?.[0]?.scripts;
    expect(new Map(scripts?.map(({ name, source }) => [name, source]))).toEqual(
      new Map(before?.map(({ name, source }) => [name, source])),
    );
    expect(parsed.ok && parsed.scenario.world.channels?.[0]?.bot).toMatchObject({
      enabled: true,
      folder: 'Echobot',
    });
    expect(cli(folder, 'replay', 'a.json', '--scripts', 'bots').code).toBe(0);
  });

  it('writes no script outside the folder, whatever its name is', () => {
    const names = ['../../evil', '/etc/evil', 'CON', '..', 'a', 'A'];
    const scripts = names.map((name, index) => ({ id: index + 1, name, source: name }));
    const file = {
      ...helpDesk(),
      world: { ...helpDesk().world, folders: [{ id: 1, name: '../up', scripts }] },
    };
    const folder = folderWith({ 'a.json': writeScenario(file) });

    expect(cli(folder, 'convert', 'a.json', 'out/').code).toBe(0);

    expect(readdirSync(folder).sort()).toEqual(['a.json', 'out']);
    expect(readdirSync(join(folder, 'out'))).toEqual(['.rehearsal', 'up']);
    expect(readdirSync(join(folder, 'out/up'))).toHaveLength(names.length);
  });

  it('answers 1 when what is played for a transcript does not do what it expects, and writes it nevertheless', () => {
    const step = {
      input: { type: 'customer.connects', channel: 1 } as const,
      expect: [{ status: 9 } as const],
    };
    const folder = folderWith({ 'a.json': writeScenario(helpDesk(step)) });

    const { code, err } = cli(folder, 'convert', 'a.json', 'a.csv');

    expect(code).toBe(1);
    expect(err).toMatch(/^Not as expected:\n {2}steps\[0\]\.expect\[0\]: Expected session 1 in status 9/);
    expect(existsSync(join(folder, 'a.csv'))).toBe(true);
  });

  it.each([
    [['a.json'], 'name what to read and what to write'],
    [['a.json', 'a.docx'], 'has no ending that can be written'],
    [['a.docx', 'a.json'], 'has no ending that can be read'],
    [['none.chat', 'a.md'], 'there is no such file'],
    [['a.json', 'a.md', '--zone', 'Oslo'], 'there is no time zone “Oslo”'],
    [['a.json', 'a.md', '--session', '9'], 'there is no session 9. There are 2.'],
    [['a.json', 'a.md', '--session', 'x'], 'no whole number'],
    [['a.json', 'a.md', '--world', 'a.json'], 'a scenario has its own world'],
    [['a.json', 'b.json', '--session', '1'], 'a scenario is taken whole'],
    [['a.json', 'b.json', '--zone', 'UTC'], '--zone is for transcripts'],
    [['case.convo.txt', 'b.json'], '--world FILE'],
    [['case.convo.txt', 'b.json', '--world', 'first.json'], 'There are: 1 Help desk, 2 Web shop.'],
    [['case.convo.txt', 'b.json', '--world', 'a.json', '--channel', '7'], 'a.json has no channel 7.'],
    [['broken.transcript', 'b.md'], 'broken.transcript cannot be read:'],
  ])('answers 2 when it is called with %j', (args, said) => {
    const folder = folderWith({
      'a.json': intent,
      'case.convo.txt': convo,
      'first.json': writeScenario(sample('first-visit')),
      'broken.transcript': '{',
    });

    const { code, out, err } = cli(folder, 'convert', ...args);

    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
