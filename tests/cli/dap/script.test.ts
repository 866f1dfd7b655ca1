import { describe, expect, it } from 'vitest';
import { Client } from '../../../src/cli/dap/client.ts';
import { RequestArguments } from '../../../src/cli/dap/request-arguments.ts';
import { folderWith } from '../shell.ts';
import { adapterIn } from './editor.ts';
import { nestedFolder, nestedScenario } from './nested.ts';

async function launchedIn(folder: string, args: object) {
  const editor = await adapterIn(folder);
  await editor.body('initialize');
  await editor.body('launch', args);
  return editor;
}

describe('a script on its own', () => {
  const main =
    '#include "lib";\nString name = getEventData().getInputValue("name");\nprint(greet(name) + "\\n");\n';
  const lib = '#include "words";\nString greet(String name) {\n  return hello + name;\n}\n';
  const words = 'String hello = "Hello ";\n';

  it('runs with the values that it is given, and is stopped in what it includes', async () => {
    const folder = folderWith({
      'main.crmscript': main,
      'libs/lib.crmscript': lib,
      'libs/words.crmscript': words,
    });
    const editor = await launchedIn(folder, {
      script: 'main.crmscript',
      include: ['libs'],
      inputValues: { name: 'Ada', n: 7 },
    });
    const set = await editor.body('setBreakpoints', {
      source: { path: `${folder}/libs/lib.crmscript` },
      breakpoints: [{ line: 3 }],
    });
    expect(set.breakpoints).toMatchObject([{ verified: true, line: 3 }]);
    await editor.move('configurationDone', {});

    expect(await editor.stack()).toEqual([
      'greet:3',
      'main.crmscript:3',
      '[run by hand]',
      'step 1: admin.runsScript:0',
    ]);
    const { stackFrames } = await editor.body('stackTrace', { threadId: 1 });
    expect(stackFrames[0]?.source?.path).toBe(`${folder}/libs/lib.crmscript`);
    const { scopes } = await editor.body('scopes', { frameId: stackFrames[0]?.id });
    expect(scopes.map(({ name }) => name)).toEqual(['Arguments', 'Globals', 'EventData']);
    const info = await editor.body('dataBreakpointInfo', {
      name: 'name',
      variablesReference: scopes[1]?.variablesReference,
    });
    expect(info.description).toBe('name');
    await editor.move('continue');
    expect(editor.output('stdout')).toBe('Hello Ada\n');
    expect(editor.heard.find(({ event }) => event === 'exited')?.body.exitCode).toBe(0);
  });

  it('is placed in, where it compiles only as a part of another', async () => {
    const folder = folderWith({
      'main.crmscript': 'String hello = "Hello ";\n#include "lib";\nprint(greet("Ada"));\n',
      'lib.crmscript': 'String greet(String name) {\n  return hello + name;\n}\n',
    });
    const editor = await launchedIn(folder, { script: 'main.crmscript' });
    const source = { path: `${folder}/lib.crmscript` };

    expect(
      (await editor.body('setBreakpoints', { source, breakpoints: [{ line: 1 }] })).breakpoints,
    ).toMatchObject([{ verified: true, line: 2 }]);
    await editor.move('configurationDone', {});
    expect((await editor.stack())[0]).toBe('greet:2');
  });

  it('stops before the statement that fails, says what fails, and gives 1', async () => {
    const folder = folderWith({ 'main.crmscript': 'Integer n = 1;\nString[] list;\nprint(list[n]);\n' });
    const editor = await launchedIn(folder, { script: 'main.crmscript' });
    await editor.body('setExceptionBreakpoints', { filters: ['uncaught'] });
    const { body } = await editor.move('configurationDone', {});

    expect(body.reason).toBe('exception');
    expect((await editor.stack())[0]).toBe('main.crmscript:3');
    expect(await editor.body('exceptionInfo', { threadId: 1 })).toMatchObject({
      breakMode: 'unhandled',
      description: expect.stringContaining('array') as string,
    });
    await editor.move('continue');
    expect(editor.output('stderr')).toContain('main:3:');
    expect(editor.heard.find(({ event }) => event === 'exited')?.body.exitCode).toBe(1);
  });

  it('that does not compile says so, at its place', async () => {
    const folder = folderWith({ 'main.crmscript': 'Integer n = ;\n' });
    const editor = await launchedIn(folder, { script: 'main.crmscript' });
    const set = await editor.body('setBreakpoints', {
      source: { path: `${folder}/main.crmscript` },
      breakpoints: [{ line: 1 }],
    });
    await editor.move('configurationDone', {});

    expect(set.breakpoints).toMatchObject([
      { verified: false, message: 'The script has an error: nothing in it can run.' },
    ]);
    expect(editor.heard.find(({ body }) => body.category === 'stderr')?.body).toMatchObject({
      line: 1,
      source: { path: `${folder}/main.crmscript` },
    });
  });

  it('is not launched with what it cannot be', async () => {
    const folder = folderWith({ 'main.crmscript': '' });
    const editor = await adapterIn(folder);
    await editor.body('initialize');
    const refused = async (args: unknown) => (await editor.ask('launch', args as object)).message;

    expect(await refused({ script: 'none.crmscript' })).toBe('none.crmscript: there is no such file.');
    expect(await refused({ script: 'main.crmscript', include: 'libs' })).toBe(
      'launch.include: expected a list.',
    );
    expect(await refused({ script: 'main.crmscript', include: ['libs'] })).toBe(
      'libs: there is no such folder.',
    );
    expect(await refused({ script: 'main.crmscript', inputValues: { a: {} } })).toBe(
      'launch.inputValues.a: expected a text.',
    );
    expect(await refused({ script: 'main.crmscript', scenario: 'x.json' })).toContain('were both given');
    expect(await refused([])).toBe('launch: expected an object.');
  });
});

describe('what an editor asks that cannot be', () => {
  it('is refused with the reason, and nothing is lost', async () => {
    const editor = await launchedIn(nestedFolder(), { scenario: 'nested.json', stopOnEntry: true });
    await editor.move('configurationDone', {});
    const [frame] = (await editor.body('stackTrace', { threadId: 1 })).stackFrames;
    const [scope] = (await editor.body('scopes', { frameId: frame?.id })).scopes;
    const { variablesReference } = scope ?? {};
    const refused = async (command: string, args: object = {}) => (await editor.ask(command, args)).message;

    expect(await refused('next', { threadId: 2 })).toBe('There is no thread 2; there is only 1.');
    expect(await refused('next')).toBe('next.threadId: expected a whole number.');
    await editor.move('stepIn');
    expect(await refused('scopes', { frameId: frame?.id })).toContain('it stands somewhere else now');
    expect(await refused('variables', { variablesReference })).toContain('it stands somewhere else now');
    expect(await refused('evaluate', { expression: 'sent', frameId: frame?.id })).toContain('somewhere else');
    expect(await refused('evaluate', { expression: '' })).toContain('expected');
    expect(await refused('stepIn', { threadId: 1, targetId: 99 })).toContain('no call 99');
    expect(await refused('goto', { threadId: 1, targetId: 9999 })).toContain('no place 9999');
    expect(await refused('source', { sourceReference: 99 })).toBe('There is no source 99.');
    expect(await refused('setExceptionBreakpoints', { filters: ['none'] })).toContain('no exception filter');
    expect(await refused('setBreakpoints', { source: {}, breakpoints: [] })).toBe(
      'setBreakpoints.source.path: expected a text.',
    );
    expect(
      await refused('setBreakpoints', { source: { path: 'file://there/x' }, breakpoints: [] }),
    ).toContain('no address of a file here');
    expect(
      await refused('setBreakpoints', { source: { path: 'x' }, breakpoints: [{ line: '1' }] }),
    ).toContain('expected a whole number');
    expect((await editor.stack())[0]).toBe('bot session created:7');
    expect((await editor.move('continue')).event).toBe('terminated');
  });

  it('is a step that is refused: said at its line of the file', async () => {
    const steps = [
      { input: { type: 'customer.connects' as const, channel: 1 } },
      { input: { type: 'customer.writes' as const, session: 1, text: '' } },
    ];
    const editor = await launchedIn(folderWith({ 'nested.json': nestedScenario({ steps }) }), {
      scenario: 'nested.json',
    });
    await editor.body('setExceptionBreakpoints', { filters: ['uncaught'] });
    await editor.move('configurationDone', {});

    expect(editor.output('stderr')).toMatch(
      /FAILED {2}steps\[1\]\.input: The step was refused: .*\nFAILED {2}Nested \(1 of 2 steps\)\n$/,
    );
    expect(editor.heard.find(({ body }) => body.output?.includes('refused') === true)?.body).toMatchObject({
      source: { name: 'nested.json' },
      line: expect.any(Number) as number,
    });
  });
});

describe('paths', () => {
  it('are the same on Windows, whichever way they are written', () => {
    const client = new Client(new RequestArguments('initialize', { pathFormat: 'uri' }), 'win32');

    expect(client.path('C:\\bots\\my bot.crmscript')).toBe('file:///C:/bots/my%20bot.crmscript');
    expect(client.pathFrom('file:///c%3A/bots/my%20bot.crmscript')).toBe('c:\\bots\\my bot.crmscript');
    expect(client.keyOf('c:/bots/x/../My Bot.crmscript')).toBe(client.keyOf('C:\\bots\\my bot.crmscript'));
  });

  it('keep the letter case elsewhere', () => {
    const client = new Client(new RequestArguments('initialize', {}), 'linux');

    expect(client.keyOf('/a/./b')).toBe('/a/b');
    expect(client.keyOf('/A')).not.toBe(client.keyOf('/a'));
    expect(client.pathFrom('file:///a%20b')).toBe('/a b');
  });
});
