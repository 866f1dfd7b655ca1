import { describe, expect, it } from 'vitest';
import { adapterIn, type Editor } from './editor.ts';
import { cli } from '../shell.ts';
import { greeting, inScripts, nestedFolder, nestedScenario } from './nested.ts';

const containing = (text: string): string => expect.stringContaining(text) as string;

/** The line of the greeting on which a text stands first. */
const lineOf = (text: string): number => greeting.slice(0, greeting.indexOf(text)).split('\n').length;

/** An editor that has launched the scenario with its scripts, and set breakpoints on lines of the greeting. */
async function launched(lines: readonly object[] = [], more: object = {}, initialize: object = {}) {
  const folder = nestedFolder();
  const editor = await adapterIn(folder);
  await editor.body('initialize', { adapterID: 'test', ...initialize });
  await editor.body('launch', { scenario: 'nested.json', scripts: 'scripts', ...more });
  const source = { path: inScripts(folder, 'bot session created') };
  const set = await editor.body('setBreakpoints', { source, breakpoints: lines });
  return { folder, editor, source, breakpoints: set.breakpoints };
}

async function stoppedAt(text: string, more: object = {}, launch: object = {}) {
  const session = await launched([{ line: lineOf(text), ...more }], launch);
  await session.editor.move('configurationDone', {});
  return session;
}

async function topFrame(editor: Editor): Promise<number> {
  const { stackFrames } = await editor.body('stackTrace', { threadId: 1 });
  return stackFrames[0]?.id ?? 0;
}

async function scope(editor: Editor, name: string, frameId?: number): Promise<number> {
  const { scopes } = await editor.body('scopes', { frameId: frameId ?? (await topFrame(editor)) });
  const found = scopes.find((one) => one.name === name);
  return found?.variablesReference ?? 0;
}

async function variables(editor: Editor, name: string): Promise<Record<string, string>> {
  const all = await editor.body('variables', { variablesReference: await scope(editor, name) });
  return Object.fromEntries(all.variables.map((one) => [one.name, one.value]));
}

describe('a breakpoint on a line', () => {
  it('is moved to the next statement, and says so', async () => {
    const { breakpoints } = await launched([{ line: lineOf('addChatMessage') + 1 }, { line: 99 }]);

    expect(breakpoints).toMatchObject([
      {
        verified: true,
        line: lineOf('EventData event'),
        message: containing('No statement begins'),
      },
      { verified: true, line: lineOf('print("sent') },
    ]);
  });

  it('says why it stands nowhere', async () => {
    const { editor, folder } = await launched();
    const set = await editor.body('setBreakpoints', {
      source: { path: `${folder}/other.crmscript` },
      breakpoints: [{ line: 1 }],
    });

    expect(set.breakpoints).toMatchObject([
      { verified: false, message: 'No script that is played has this text.' },
    ]);
  });

  it('can be set before anything is launched, and is placed then', async () => {
    const folder = nestedFolder();
    const editor = await adapterIn(folder);
    await editor.body('initialize');
    const source = { path: inScripts(folder, 'guard') };
    const before = await editor.body('setBreakpoints', { source, breakpoints: [{ line: 3 }] });
    await editor.body('launch', { scenario: 'nested.json', scripts: 'scripts' });

    expect(before.breakpoints).toMatchObject([{ id: 1, verified: false }]);
    expect((await editor.event('breakpoint')).body).toMatchObject({
      breakpoint: { id: 1, verified: true, line: 3 },
    });
    expect((await editor.move('configurationDone', {})).body.reason).toBe('breakpoint');
    expect((await editor.stack())[0]).toBe('guard:3');
  });

  it('stops where its condition holds, and at the time that it names', async () => {
    const { editor } = await stoppedAt('sent++', { condition: 'text == "Hello 2"' });
    expect(await variables(editor, 'Arguments')).toEqual({ session: '1', text: '"Hello 2"' });

    const counted = await stoppedAt('sent++', { hitCondition: '2' });
    expect(await variables(counted.editor, 'Arguments')).toEqual({ session: '1', text: '"Hello 2"' });
  });

  it('that cannot be judged stops, and says why', async () => {
    const { editor } = await stoppedAt('sent++', { condition: 'tekst == ""' });

    expect(editor.output('stderr')).toContain('A breakpoint stopped, as nobody knows whether it should');
  });

  it('with a message prints, between what the chat does, and does not stop', async () => {
    const { editor } = await launched([{ line: lineOf('sent++'), logMessage: 'now {text}, {sent}' }]);
    await editor.move('configurationDone', {});

    const lines = editor.output('console').split('\n');
    expect(lines.filter((line) => line.startsWith('now'))).toEqual(['now Hello 1, null', 'now Hello 2, 1']);
    const at = lines.indexOf('now Hello 2, 1');
    expect(lines.slice(0, at).join()).toContain('Hello 1!');
    expect(lines.slice(at).join()).toContain('Hello 2!');
  });

  it('can be where a statement begins', async () => {
    const { editor, source } = await launched();
    const found = await editor.body('breakpointLocations', { source, line: 1, endLine: 5 });

    expect(found.breakpoints.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  });
});

describe('other breakpoints', () => {
  it('stop at a function, and know whether there is one', async () => {
    const { editor } = await launched();
    const set = await editor.body('setFunctionBreakpoints', {
      breakpoints: [{ name: 'say' }, { name: 'sag' }],
    });

    expect(set.breakpoints).toMatchObject([
      { verified: true },
      { verified: false, message: containing('sag') },
    ]);
    expect((await editor.move('configurationDone', {})).body.reason).toBe('function breakpoint');
    expect((await editor.stack())[0]).toBe(`say:${String(lineOf('String shown'))}`);
  });

  it('stop at what happens in the chat', async () => {
    const { editor } = await launched();
    await editor.body('setExceptionBreakpoints', { filters: ['message'] });

    const { body } = await editor.move('configurationDone', {});
    expect(body).toMatchObject({ reason: 'breakpoint', description: 'A message is saved here' });
    expect((await editor.stack())[0]).toBe(`say:${String(lineOf('addChatMessage'))}`);
  });

  it('stop where a variable changes, whichever way one goes', async () => {
    const { editor } = await stoppedAt('for (Integer i');
    const info = await editor.body('dataBreakpointInfo', {
      variablesReference: await scope(editor, 'Globals'),
      name: 'sent',
    });
    const set = await editor.body('setDataBreakpoints', { breakpoints: [{ dataId: info.dataId }] });

    const first = await editor.move('continue');
    expect(set.breakpoints).toMatchObject([{ verified: true }]);
    expect(first.body).toMatchObject({
      reason: 'data breakpoint',
      description: 'sent changes here: null → 1',
    });
    expect((await editor.stack())[0]).toBe(`say:${String(lineOf('sent++'))}`);
    expect((await editor.move('continue')).body.description).toBe('sent changes here: 1 → 2');
    expect((await editor.move('reverseContinue')).body.description).toBe('sent changes here: null → 1');
  });

  it('offer none for what nobody can tell the changes of', async () => {
    const { editor } = await stoppedAt('sent++');
    const reference = await scope(editor, 'Chat session');

    expect(
      await editor.body('dataBreakpointInfo', { variablesReference: reference, name: 'status' }),
    ).toMatchObject({ dataId: null });
    expect(await editor.ask('setDataBreakpoints', { breakpoints: [{ dataId: 'x' }] })).toMatchObject({
      success: false,
    });
  });
});

describe('where it stands', () => {
  it('shows the calls of scripts inside each other, with what the engine did in between, a page at a time', async () => {
    const { editor, folder } = await launched();
    await editor.body('setBreakpoints', {
      source: { path: inScripts(folder, 'guard') },
      breakpoints: [{ line: 2 }],
    });
    await editor.move('configurationDone', {});

    expect(await editor.stack()).toEqual([
      'guard:2',
      '[trigger 403: after a message was saved]',
      `say:${String(lineOf('addChatMessage'))}`,
      `bot session created:${String(lineOf('say(session, "Hello'))}`,
      '[bot: a session begins]',
      expect.stringMatching(/^step 1: customer\.connects:\d+$/) as string,
    ]);
    const page = await editor.body('stackTrace', { threadId: 1, startFrame: 2, levels: 1 });
    expect([page.stackFrames.length, page.stackFrames[0]?.name, page.totalFrames]).toEqual([1, 'say', 6]);
  });

  it('shows arguments, locals, globals, EventData and the session of the chat', async () => {
    const { editor } = await stoppedAt('sent++');

    expect(await variables(editor, 'Arguments')).toEqual({ session: '1', text: '"Hello 1"' });
    expect(await variables(editor, 'Locals')).toEqual({ shown: '"Hello 1!"' });
    expect(Object.keys(await variables(editor, 'EventData'))).toEqual([
      'inputs',
      'outputs',
      'state',
      'blocked',
    ]);
    expect(await variables(editor, 'Chat session')).toMatchObject({ id: '1', status: '"4 InQueue"' });
    await editor.move('stepOut');
    expect(await variables(editor, 'Globals')).toMatchObject({ sent: '1', session: '1' });
  });

  it('evaluates without effects, and says why it cannot', async () => {
    const { editor } = await stoppedAt('sent++');
    const evaluate = (expression: string, context = 'repl') =>
      editor.ask('evaluate', { expression, context });

    expect((await evaluate('text.getLength()')).body).toMatchObject({ result: '7', type: 'Integer' });
    expect((await evaluate('shown', 'clipboard')).body.result).toBe('Hello 1!');
    expect(await evaluate('sent++')).toMatchObject({
      success: false,
      message: containing('change'),
    });
    expect(await evaluate('addChatMessage(1, "", 1, "", 0, "")')).toMatchObject({ success: false });
    expect(await evaluate('tekst')).toMatchObject({
      success: false,
      message: containing('tekst'),
    });
  });

  it('completes what is written as if it stood in the script', async () => {
    const { editor } = await stoppedAt('sent++');
    const { targets } = await editor.body('completions', {
      text: 'text.len',
      column: 9,
      frameId: await topFrame(editor),
    });
    const named = await editor.body('completions', { text: '1 + sh', column: 7 });

    expect(targets).toContainEqual(expect.objectContaining({ label: 'getLength', start: 5, length: 3 }));
    expect(named.targets.map(({ label }) => label)).toContain('shown');
  });

  it('names the calls that a statement is about to make, and steps into the one that is meant', async () => {
    const { editor } = await stoppedAt('say(session, "Hello');
    const { targets } = await editor.body('stepInTargets', { frameId: await topFrame(editor) });
    expect(targets.map(({ label }) => label)).toEqual(['say']);

    await editor.move('stepIn', { threadId: 1, targetId: targets[0]?.id });
    await editor.move('next');
    await editor.move('next');
    const inside = await editor.body('stepInTargets', { frameId: await topFrame(editor) });
    expect(inside.targets.map(({ label }) => label)).toEqual(['guard']);
    await editor.move('stepIn', { threadId: 1, targetId: inside.targets[0]?.id });
    expect((await editor.stack())[0]).toBe('guard:1');
  });

  it('goes to the times that a line runs, and begins a call anew', async () => {
    const { editor, source } = await stoppedAt('sent++', { hitCondition: '2' });
    const { targets } = await editor.body('gotoTargets', { source, line: lineOf('String shown') });
    expect(targets.map(({ label }) => label)).toEqual([
      `line ${String(lineOf('String shown'))}, the last time that it ran`,
    ]);

    expect((await editor.move('goto', { threadId: 1, targetId: targets[0]?.id })).body.reason).toBe('goto');
    await editor.move('next');
    await editor.move('next');
    await editor.move('restartFrame', { frameId: await topFrame(editor) });
    expect((await editor.stack())[0]).toBe(`say:${String(lineOf('String shown'))}`);
  });

  it('has the texts that are played: by their files, and by references where they have none', async () => {
    const { editor } = await launched();
    const { sources } = await editor.body('loadedSources');
    const own = sources.find(({ name }) => name === 'bot message received.crmscript');

    expect(
      sources.map(({ path, sourceReference }) => (path === undefined ? sourceReference : 'file')),
    ).toEqual([1, 'file', 2, 'file']);
    const { content } = await editor.body('source', { sourceReference: own?.sourceReference, source: own });
    expect(content).toContain('You said');
    const set = await editor.body('setBreakpoints', { source: own, breakpoints: [{ line: 4 }] });
    expect(set.breakpoints).toMatchObject([{ verified: true, line: 4 }]);
    await editor.move('configurationDone', {});
    expect((await editor.stack())[0]).toBe('bot message received:4');
  });
});

describe('a variable that is changed by hand', () => {
  it('changes what comes behind it, in this step and in the verdict', async () => {
    const { editor } = await stoppedAt('sent++', { hitCondition: '2' });
    const reference = await scope(editor, 'Locals');
    const frameId = await topFrame(editor);

    const set = await editor.body('setVariable', {
      variablesReference: reference,
      name: 'shown',
      value: '"Changed"',
    });
    expect(set).toMatchObject({ value: '"Changed"', type: 'String' });
    // What was given before goes on meaning the same.
    expect((await editor.body('variables', { variablesReference: reference })).variables[0]?.value).toBe(
      '"Changed"',
    );
    expect(await editor.body('setExpression', { expression: 'sent', value: '40', frameId })).toMatchObject({
      value: '40',
    });
    await editor.move('continue');

    expect(editor.output('console')).toContain('Robot: Changed');
    expect(editor.output('stdout')).toBe('sent 41\n');
    expect(editor.output('stderr')).toMatch(/FAILED {2}steps\[0\]\.expect\[0\]: Expected message\.saved/);
    expect(editor.output('stderr')).toContain('FAILED  Nested (1 of 2 steps, with what was changed by hand)');
    expect(editor.heard.find(({ event }) => event === 'exited')?.body.exitCode).toBe(1);
  });

  it('takes nothing but a literal of its type', async () => {
    const { editor } = await stoppedAt('sent++');
    const variablesReference = await scope(editor, 'Locals');
    const set = (value: string) => editor.ask('setVariable', { variablesReference, name: 'shown', value });

    expect((await set('say(1, "")')).message).toContain('literal');
    expect((await set('7')).message).toContain('another type');
    expect((await editor.ask('setExpression', { expression: 'none', value: '1' })).message).toContain(
      'no variable',
    );
  });
});

describe('moving', () => {
  it('crosses from step to step, forwards and backwards', async () => {
    const { editor } = await launched([], { stopOnEntry: true });
    expect((await editor.move('configurationDone', {})).body.reason).toBe('entry');
    expect((await editor.stack())[0]).toBe('bot session created:1');
    const places = [];
    for (let n = 0; n < 100; n++) {
      const { event } = await editor.move('stepIn');
      if (event === 'terminated') break;
      places.push((await editor.stack()).join());
    }
    expect(places.some((place) => place.includes('step 2'))).toBe(true);

    const again = await launched([], { stopOnEntry: true });
    await again.editor.move('configurationDone', {});
    for (let n = 1; n < places.length; n++) await again.editor.move('stepIn');
    const back = [];
    for (let n = 0; n < places.length - 2; n++) {
      await again.editor.move('stepBack');
      back.push((await again.editor.stack()).join());
    }
    expect(back).toEqual(places.slice(0, -2).toReversed());
  });

  it('stops in the one step that is meant', async () => {
    const { editor } = await launched([], { stopOnEntry: true, step: 2 });
    await editor.move('configurationDone', {});
    expect((await editor.stack()).at(-1)).toMatch(/^step 2/);

    expect((await editor.move('stepBack')).body.reason).toBe('entry');
    expect((await editor.stack()).at(-1)).toMatch(/^step 2/);
    expect((await editor.move('continue')).event).toBe('terminated');
  });

  it('begins anew with the files as they are now', async () => {
    const { editor } = await stoppedAt('sent++');
    expect((await editor.move('restart', {})).body.reason).toBe('breakpoint');
    expect(await variables(editor, 'Arguments')).toMatchObject({ text: '"Hello 1"' });
  });

  it('ends with the verdict of each expectation', async () => {
    const { editor } = await launched();
    await editor.move('configurationDone', {});

    expect(editor.output('console')).toMatch(
      /ok {6}steps\[0\]\.expect\[0\]: .*\nok {6}steps\[0\]\.expect\[1\]: .*\nok {6}steps\[1\]\.expect\[0\]: .*\nok {6}Nested \(2 steps\)\n$/,
    );
    expect(editor.heard.find(({ event }) => event === 'exited')?.body.exitCode).toBe(0);
    expect(await editor.ask('stackTrace', { threadId: 1 })).toMatchObject({ success: false });
  });
});

describe('a scenario of which something else came when it was saved', () => {
  it('fails as it does in replay, and is compared no more once something was changed by hand', async () => {
    const scenario = JSON.parse(nestedScenario()) as { readonly steps: readonly object[] };
    const steps = scenario.steps.map((step) => ({ ...step, hash: '01234567' }));
    const folder = nestedFolder({
      'hashed.json': JSON.stringify({ ...scenario, version: 2, rules: 1, steps }),
    });
    const replayed = cli(folder, 'replay', 'hashed.json', '--scripts', 'scripts');
    const difference = replayed.out.split('\n').find((line) => line.includes('differs at step 1'));
    const ended = async (change?: object) => {
      const editor = await adapterIn(folder);
      await editor.body('initialize', { adapterID: 'test' });
      await editor.body('launch', { scenario: 'hashed.json', scripts: 'scripts' });
      const source = { path: inScripts(folder, 'bot session created') };
      const breakpoints = change === undefined ? [] : [{ line: lineOf('sent++') }];
      await editor.body('setBreakpoints', { source, breakpoints });
      await editor.move('configurationDone', {});
      if (change !== undefined) {
        await editor.body('setExpression', change);
        await editor.body('setBreakpoints', { source, breakpoints: [] });
        await editor.move('continue');
      }
      return [
        editor.heard.find(({ event }) => event === 'exited')?.body.exitCode,
        editor.output('stderr').includes(difference ?? 'nothing'),
      ];
    };

    expect([replayed.code, await ended()]).toEqual([1, [1, true]]);
    expect((await ended({ expression: 'sent', value: '1' }))[1]).toBe(false);
  });
});

describe('lines, columns and paths', () => {
  it('are counted and written as the editor does', async () => {
    const { editor, folder } = await launched(
      [],
      {},
      { linesStartAt1: false, columnsStartAt1: false, pathFormat: 'uri' },
    );
    const uri = `file://${folder}/scripts/bot%20session%20created.crmscript`;
    const set = await editor.body('setBreakpoints', {
      source: { path: uri },
      breakpoints: [{ line: lineOf('sent++') - 1 }],
    });
    await editor.move('configurationDone', {});
    const { stackFrames } = await editor.body('stackTrace', { threadId: 1 });

    expect(set.breakpoints[0]).toMatchObject({ verified: true, line: lineOf('sent++') - 1 });
    expect(stackFrames[0]).toMatchObject({ line: lineOf('sent++') - 1, column: 2, source: { path: uri } });
  });
});
