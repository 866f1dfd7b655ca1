import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { helpDesk } from '../scenario/scenarios.ts';
import { cli, folderWith } from './shell.ts';

const greeting = (text: string): ScenarioFile =>
  helpDesk(
    { input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada & Co' } } },
    {
      input: { type: 'customer.writes', session: 1, text: 'hi <b>' },
      expect: [{ event: 'message.saved', text }],
    },
  );
const good = JSON.stringify(greeting('hi <b>'));
const bad = JSON.stringify(greeting('bye'));

describe('replay', () => {
  it('prints a line for each scenario and answers 0 when all hold', () => {
    const folder = folderWith({ 'a.json': good, 'b/c.json': good });

    expect(cli(folder, 'replay', 'a.json', 'b/c.json')).toEqual({
      code: 0,
      out: 'ok      a.json: Help desk (2 steps)\nok      b/c.json: Help desk (2 steps)\n',
      err: '',
    });
  });

  it('answers 1 and prints the conversation around a failure', () => {
    const { code, out } = cli(folderWith({ 'a.json': bad }), 'replay', 'a.json');

    expect(code).toBe(1);
    expect(out).toContain('FAILED  a.json: Help desk (1 of 2 steps)');
    expect(out).toContain('steps[1].expect[0]: Expected message.saved with text "bye".');
    expect(out).toContain('> step 2  customer.writes session 1 "hi <b>"');
    expect(out).toContain('begins in 4 InQueue');
  });

  it('writes hashes with --rehash, and answers 1 once the file says something else', () => {
    const folder = folderWith({ 'a.json': good });

    expect(cli(folder, 'replay', 'a.json', '--rehash').code).toBe(0);
    const rehashed = readFileSync(join(folder, 'a.json'), 'utf8');
    const again = cli(folder, 'replay', 'a.json');
    writeFileSync(join(folder, 'b.json'), rehashed.replaceAll('hi <b>', 'hi <i>'));
    const changed = cli(folder, 'replay', 'b.json');

    expect(again).toMatchObject({
      code: 0,
      out: expect.stringContaining('identical 2 of 2 steps') as string,
    });
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('differs at step 2: the file was changed after it was saved');
  });

  it('plays nothing when it is asked for hashes of other scripts than those in the file', () => {
    const folder = folderWith({ 'a.json': good });

    expect(cli(folder, 'replay', 'a.json', '--rehash', '--scripts', '.')).toMatchObject({ code: 2, out: '' });
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(good);
  });

  it('prints nothing but events with --events, also when an expectation fails', () => {
    const { code, out, err } = cli(folderWith({ 'a.json': bad }), 'replay', 'a.json', '--events');
    const lines = out.trimEnd().split('\n');

    expect(code).toBe(1);
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      lines.map((_, index) => index + 1),
    );
    expect(lines[0]).toMatch(
      /^\{"type":"session.created","seq":1,"at":"2026-03-02T09:00:00.000Z","step":1,"cause":0,"depth":0,/,
    );
    expect(err).toContain('FAILED');
  });

  it('says in words why a step was refused, and takes its code or a part of them for expected', () => {
    const picksUp = { type: 'agent.picksUpNext', agent: 1 } as const;
    const folder = folderWith({
      'bad.json': JSON.stringify(helpDesk({ input: picksUp })),
      'code.json': JSON.stringify(helpDesk({ input: picksUp, expect: [{ refused: 'nobody-waits' }] })),
      'words.json': JSON.stringify(helpDesk({ input: picksUp, expect: [{ refused: 'is waiting' }] })),
    });

    expect(cli(folder, 'replay', 'code.json', 'words.json').code).toBe(0);
    const { code, out } = cli(folder, 'replay', 'bad.json');
    expect(code).toBe(1);
    expect(out).toContain('The step was refused: No one is waiting for');
    expect(out).toContain('refused: No one is waiting for');
  });

  it('says in words why a script failed, and prints a code with --events', () => {
    const folder = folderWith({ 'a.json': echo('x".nothing() + "') });

    const told = cli(folder, 'replay', 'a.json');
    const { out } = cli(folder, 'replay', 'a.json', '--events');

    expect(told.out).toContain('CompileError: String has no method “nothing”.');
    expect(out).toContain(
      '"kind":"CompileError","failure":{"code":"unknown-method","params":{"near":"nothing"',
    );
    expect(out).not.toContain('has no method');
  });

  it('writes JUnit XML with a case for each step', () => {
    const folder = folderWith({ 'a.json': bad });

    cli(folder, 'replay', 'a.json', '--junit', 'out.xml');

    const xml = readFileSync(join(folder, 'out.xml'), 'utf8');
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="rehearsal" tests="2" failures="1"/,
    );
    expect(xml).toContain('name="step 2: customer.writes session 1 &quot;hi &lt;b&gt;&quot;"');
    expect(xml).toContain('<failure message="Expected message.saved with text &quot;bye&quot;.');
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/);
  });

  it.each([
    ['no file', ['replay'], 'name at least one scenario file'],
    ['a file that is not there', ['replay', 'none.json'], 'none.json: there is no such file.'],
    ['a folder', ['replay', '.'], 'is a folder'],
    ['what is no JSON', ['replay', 'text.json'], 'Not JSON'],
    ['a scenario with a mistake', ['replay', 'wrong.json'], 'world.agents[0].nme'],
    ['an unknown option', ['replay', 'a.json', '--verbose'], '--verbose'],
    ['a file without a name', ['convert', '', 'out.md'], 'has no name'],
    ['an option without its value', ['replay', 'a.json', '--junit'], '--junit'],
    ['an unknown command', ['play', 'a.json'], 'There is no command “play”'],
    ['no command', [], 'Usage'],
    [
      'a folder of scripts without any of its scripts',
      ['replay', 'bot.json', '--scripts', 'empty'],
      'no file with the name',
    ],
  ])('answers 2 and says what is wrong with %s', (_, args, message) => {
    const wrong = JSON.stringify({
      ...helpDesk(),
      world: { startsAt: '2026-03-02T09:00:00Z', agents: [{ id: 1, nme: 'x' }] },
    });
    const folder = folderWith({
      'a.json': good,
      'bot.json': echo('x'),
      'text.json': 'hello',
      'wrong.json': wrong,
      'empty/a.txt': '',
    });

    const { code, out, err } = cli(folder, ...args);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

/** A scenario whose bot answers every message with `answer`. */
function echo(answer: string): string {
  const base = helpDesk(
    { input: { type: 'customer.connects', channel: 1 } },
    {
      input: { type: 'customer.writes', session: 1, text: 'hi' },
      expect: [{ event: 'message.saved', text: 'from the file' }],
    },
  );
  const source = `addChatMessage(getEventData().getInputValue("chatMessage.sessionId").toInteger(), "${answer}", 1, "Eko", 16, "");`;
  const folders = [
    {
      name: 'Bot',
      scripts: [
        { id: 1, name: 'a bot register', source: '' },
        { id: 2, name: 'a bot message received', source },
        { id: 3, name: 'a bot session changed', source: '' },
      ],
    },
  ];
  const channels = [{ ...base.world.channels?.[0], bot: { enabled: true, folder: 'Bot', name: 'Eko' } }];
  return JSON.stringify({ ...base, world: { ...base.world, folders, channels } });
}

const fromFile =
  'addChatMessage(getEventData().getInputValue("chatMessage.sessionId").toInteger(), "from the file", 1, "Eko", 16, "");\n';

describe('replay of bots that live in files', () => {
  it('takes the sources of scripts from the files of their names', () => {
    const folder = folderWith({
      'a.json': echo('from the scenario'),
      'bots/A Bot Message Received.crm': fromFile,
    });

    expect(cli(folder, 'replay', 'a.json').code).toBe(1);
    expect(cli(folder, 'replay', 'a.json', '--scripts', 'bots')).toMatchObject({ code: 0, err: '' });
  });

  it('prefers the file in a folder of the bot’s name', () => {
    const folder = folderWith({
      'a.json': echo('from the scenario'),
      'bots/Another/a bot message received.crmscript': 'print("wrong");\n',
      'bots/Bot/a bot message received.crmscript': fromFile,
    });

    expect(cli(folder, 'replay', 'a.json', '--scripts', 'bots').code).toBe(0);
  });
});
