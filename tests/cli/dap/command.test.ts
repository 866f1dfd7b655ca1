import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../shell.ts';
import { commandIn, type Editor } from './editor.ts';
import { inScripts, nestedFolder, nestedScenario } from './nested.ts';

/** A request as bytes, with a length of one's own. */
const framed = (seq: number, command: string, args: object = {}, length?: number): string => {
  const body = JSON.stringify({ seq, type: 'request', command, arguments: args });
  return `Content-Length: ${String(length ?? Buffer.byteLength(body))}\r\n\r\n${body}`;
};

const answerOf = (editor: Editor, seq: number) => editor.heard.find(({ request_seq }) => request_seq === seq);

async function launchedIn(folder: string, args: object) {
  const command = commandIn(folder);
  await command.editor.body('initialize', { adapterID: 'test' });
  await command.editor.body('launch', args);
  return command;
}

describe('the debug adapter as a process', { timeout: 60_000 }, () => {
  it('can do all that it says it can, and says all that it can', async () => {
    const folder = nestedFolder();
    const { editor, exit } = commandIn(folder);
    const thread = { threadId: 1 };
    const source = { path: inScripts(folder, 'bot session created') };
    const capabilities = await editor.body('initialize', { adapterID: 'test' });
    await editor.body('launch', { scenario: 'nested.json', scripts: 'scripts' });
    await editor.body('setBreakpoints', {
      source,
      breakpoints: [
        { line: 4, condition: 'sent >= 0', hitCondition: '1' },
        { line: 3, logMessage: '{text}' },
      ],
    });
    await editor.body('setFunctionBreakpoints', { breakpoints: [{ name: 'say' }] });
    await editor.body('setExceptionBreakpoints', {
      filters: ['all', 'uncaught', 'message', 'status', 'http'],
    });
    await editor.move('configurationDone', {});
    const top = async () => (await editor.body('stackTrace', thread)).stackFrames[0]?.id ?? 0;
    const done: Readonly<Record<string, () => Promise<unknown>>> = {
      supportsStepBack: async () => {
        await editor.move('stepBack');
        await editor.move('reverseContinue');
        await editor.move('continue');
      },
      supportsEvaluateForHovers: () => editor.body('evaluate', { expression: 'sent', context: 'hover' }),
      supportsClipboardContext: () => editor.body('evaluate', { expression: 'sent', context: 'clipboard' }),
      supportsCompletionsRequest: async () =>
        editor.body('completions', { text: 's', column: 2, frameId: await top() }),
      supportsSetExpression: async () =>
        editor.body('setExpression', { expression: 'sent', value: '1', frameId: await top() }),
      supportsSetVariable: async () => {
        const { scopes } = await editor.body('scopes', { frameId: await top() });
        const { variablesReference } = scopes.find(({ name }) => name === 'Arguments') ?? {};
        await editor.body('setVariable', { variablesReference, name: 'text', value: '"x"' });
      },
      supportsDataBreakpoints: async () => {
        const { dataId } = await editor.body('dataBreakpointInfo', { name: 'sent', frameId: await top() });
        await editor.body('setDataBreakpoints', { breakpoints: [{ dataId, condition: 'sent > 0' }] });
      },
      supportsBreakpointLocationsRequest: () => editor.body('breakpointLocations', { source, line: 1 }),
      supportsStepInTargetsRequest: async () => editor.body('stepInTargets', { frameId: await top() }),
      supportsGotoTargetsRequest: async () => {
        const { targets } = await editor.body('gotoTargets', { source, line: 4 });
        await editor.move('goto', { ...thread, targetId: targets[0]?.id });
      },
      supportsRestartFrame: async () => editor.move('restartFrame', { frameId: await top() }),
      supportsExceptionInfoRequest: async () => {
        const info = await editor.ask('exceptionInfo', thread);
        expect(info.message).toBe('Nothing fails in the statement before which it stands.');
      },
      supportsLoadedSourcesRequest: () => editor.body('loadedSources'),
      supportsDelayedStackTraceLoading: () =>
        editor.body('stackTrace', { ...thread, startFrame: 1, levels: 1 }),
      supportsCancelRequest: () => editor.body('cancel', { requestId: 1 }),
      supportsRestartRequest: () => editor.move('restart', {}),
      supportsTerminateRequest: async () => {
        await editor.body('terminate', {});
        expect((await editor.arrival()).event).toBe('terminated');
      },
    };
    for (const command of [
      'readMemory',
      'disassemble',
      'terminateThreads',
      'modules',
      'toString',
      'setInstructionBreakpoints',
    ])
      expect(await editor.ask(command, {})).toMatchObject({
        success: false,
        message: `There is no request “${command}”.`,
      });
    for (const [name, act] of Object.entries(done)) {
      expect(capabilities).toMatchObject({ [name]: true });
      await act();
    }

    const before = [
      'ConfigurationDoneRequest',
      'FunctionBreakpoints',
      'ConditionalBreakpoints',
      'HitConditionalBreakpoints',
      'LogPoints',
    ];
    const said = Object.entries(capabilities).flatMap(([name, value]) => (value === true ? [name] : []));
    expect(said.toSorted()).toEqual(
      [...Object.keys(done), ...before.map((name) => `supports${name}`)].toSorted(),
    );
    await editor.body('disconnect', {});
    expect(await exit).toBe(0);
  });

  it('refuses what comes out of order, and goes on', async () => {
    const { editor } = commandIn(nestedFolder());
    const refused = async (command: string, args: object = {}) => (await editor.ask(command, args)).message;

    expect(await refused('launch', { scenario: 'nested.json' })).toBe(
      'launch: “initialize” has to come first.',
    );
    await editor.body('initialize');
    expect(await refused('initialize')).toBe('initialize: it was said before.');
    expect(await refused('stackTrace', { threadId: 1 })).toBe('Nothing has been launched yet.');
    expect(await refused('configurationDone')).toBe('Nothing has been launched yet.');
    expect(await refused('attach')).toContain('nothing to attach to');
    expect(await refused('launch', { scenario: 'none.json' })).toBe('none.json: there is no such file.');
    expect(await refused('launch', { scenario: 'scripts/guard.crmscript' })).toContain(
      'is not a scenario that can be played',
    );
    expect(await refused('launch', { scenario: 'nested.json', step: 3 })).toContain('there is no step 3');
    expect(await refused('launch', { scenario: 'nested.json', scripts: 'none' })).toBe(
      'none: there is no such folder.',
    );
    expect(await refused('launch', {})).toBe('launch: name a “scenario” or a “script”.');
    expect(await refused('launch', { scenario: 7 })).toBe('launch.scenario: expected a text.');
    await editor.body('launch', { scenario: 'nested.json' });
    expect(await refused('launch', { scenario: 'nested.json' })).toContain('something was launched already');
    expect(await refused('next', { threadId: 1 })).toContain('It does not stand anywhere');
    await editor.move('configurationDone', {});
    expect(await refused('configurationDone')).toContain('it was said before');
    expect(await refused('continue', { threadId: 1 })).toContain('it has ended');
  });

  it('says what it cannot read, and answers what comes next', async () => {
    const { editor, exit } = commandIn(nestedFolder());
    const write = (bytes: string) => editor.line.write?.(bytes);
    write('Content-Length: 7\r\n\r\n{"seq":');
    write('Content-Type: text\r\n\r\n');
    write('Content-Length: 2\r\n\r\n[]');
    write('Content-Length: 4\r\n\r\nnull');
    write('Content-Length: 30\r\n\r\n{"type":"request","seq":"one"} ');
    write('Content-Length: 99999999999999\r\n\r\n');
    write(framed(1, 'threads', {}, 20));
    write(framed(2, 'threads', {}, 100));
    write(framed(3, 'initialize', { adapterID: 'test' }));
    write(framed(4, 'threads'));
    await expect.poll(() => answerOf(editor, 4)?.success, { timeout: 30_000 }).toBe(true);

    expect(answerOf(editor, 3)?.success).toBe(true);
    expect(editor.output('stderr').split('\n').length).toBeGreaterThan(6);
    write(framed(5, 'disconnect'));
    expect(await exit).toBe(0);
  });

  it('does not do what is cancelled while it waits', async () => {
    const { editor, exit } = await launchedIn(nestedFolder(), { scenario: 'nested.json' });
    editor.line.write?.(
      framed(11, 'configurationDone') + framed(12, 'threads') + framed(13, 'cancel', { requestId: 12 }),
    );
    await editor.event('terminated');
    await expect.poll(() => answerOf(editor, 13)?.success).toBe(true);

    expect(answerOf(editor, 12)).toMatchObject({ success: false, message: 'cancelled' });
    await editor.body('disconnect');
    expect(await exit).toBe(0);
  });

  it('ends what runs when it is told to', async () => {
    const endless = nestedScenario({
      scripts: [{ id: 4, name: 'endless', source: 'while (true)\n{\n}\n' }],
      steps: Array.from({ length: 200 }, () => ({ input: { type: 'admin.runsScript', script: 4 } })),
    });
    const { editor, exit } = await launchedIn(folderWith({ 'endless.json': endless }), {
      scenario: 'endless.json',
    });
    await editor.body('configurationDone');
    await editor.event('output');
    editor.send('threads');
    await editor.body('terminate');

    expect((await editor.event('exited')).body.exitCode).toBe(1);
    expect(editor.output('console')).toContain('The session was terminated while it ran.');
    const answered = editor.heard.flatMap(({ request_seq }) => request_seq ?? []);
    expect(answered.toSorted((a, b) => a - b)).toEqual([...new Set(answered)].toSorted((a, b) => a - b));
    expect(await editor.ask('threads')).toMatchObject({ success: false, message: 'The session is over.' });
    await editor.body('disconnect');
    expect(await exit).toBe(0);
  });

  it('ends with the editor, whatever it does', async () => {
    const { editor, child, exit } = await launchedIn(nestedFolder(), { scenario: 'nested.json' });
    editor.send('configurationDone', {});
    child.stdin.end();

    expect(await exit).toBe(0);
  });

  it('takes a script in JavaScript for one statement', async () => {
    const folder = folderWith({ 'hello.ts': 'const name: string = "Ada";\nprintLine(`Hello ${name}`);\n' });
    const { editor } = await launchedIn(folder, { script: 'hello.ts', stopOnEntry: true });
    const set = await editor.body('setBreakpoints', {
      source: { path: `${folder}/hello.ts` },
      breakpoints: [{ line: 2 }],
    });
    expect(set.breakpoints[0]).toMatchObject({
      verified: true,
      line: 1,
      message: expect.stringContaining('one statement') as string,
    });

    await editor.move('configurationDone', {});
    expect((await editor.stack())[0]).toBe('hello.ts:1');
    expect((await editor.ask('evaluate', { expression: 'name' })).success).toBe(false);
    expect((await editor.move('stepIn')).event).toBe('terminated');
    expect(editor.output('stdout')).toContain('Hello Ada');
  });

  if (process.env['REHEARSAL_HOSTILE'] === '1')
    it('leaves a script out that comes to no end, says which, and goes on', async () => {
      const stuck = '"a".repeat(4e6).indexOf("a".repeat(2e6) + "b");';
      const scenario = JSON.parse(nestedScenario()) as {
        world: { folders: { scripts: object[] }[] };
        steps: object[];
      };
      scenario.world.folders[0]?.scripts.push({
        id: 99,
        name: 'stuck',
        language: 'javascript',
        source: stuck,
      });
      const runs = { input: { type: 'admin.runsScript', script: 99 } };
      scenario.steps.splice(1, 0, runs, runs);
      const folder = folderWith({ 'stuck.json': JSON.stringify(scenario) });
      const { editor } = await launchedIn(folder, { scenario: 'stuck.json', stopOnEntry: true });

      await editor.move('configurationDone', {});
      const before = await editor.stack();
      await editor.move('continue');

      const said = editor.output('stderr');
      expect(before).not.toEqual([]);
      expect(said).toContain(
        'Step 2: script 99 did not come to an end within 10 s. It is played again without it',
      );
      expect(said).not.toContain('Step 3: script 99');
      const told = editor.heard.map(({ event }) => event);
      expect(told.filter((event) => event === 'stopped' || event === 'terminated')).toEqual([
        'stopped',
        'terminated',
      ]);
    });

  if (process.env['REHEARSAL_HOSTILE'] === '1')
    it('runs a script again that hung, once its file is mended and the session restarted', async () => {
      const folder = folderWith({ 'stuck.js': '"a".repeat(4e6).indexOf("a".repeat(2e6) + "b");' });
      const { editor } = await launchedIn(folder, { script: 'stuck.js' });
      await editor.move('configurationDone', {});
      expect(editor.output('stderr')).toContain('Step 1: script 1 did not come to an end within 10 s');

      writeFileSync(join(folder, 'stuck.js'), 'printLine("Mended");');
      await editor.move('restart', {});

      expect(editor.output('stdout')).toContain('Mended');
    });
});
