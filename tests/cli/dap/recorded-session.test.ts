import { describe, expect, it } from 'vitest';
import { commandIn } from './editor.ts';
import { inScripts, nestedFolder } from './nested.ts';

describe('a debug session of a trigger inside a message inside a bot', { timeout: 60_000 }, () => {
  it('is, forwards and backwards, word for word as it was recorded', async () => {
    const folder = nestedFolder();
    const { editor, exit, err } = commandIn(folder);
    const look = async () => {
      const { stackFrames } = await editor.body('stackTrace', { threadId: 1 });
      const { scopes } = await editor.body('scopes', { frameId: stackFrames[0]?.id });
      for (const { variablesReference } of scopes.slice(0, 2))
        await editor.body('variables', { variablesReference });
    };

    await editor.body('initialize', { adapterID: 'rehearsal', supportsInvalidatedEvent: true });
    await editor.body('launch', { scenario: 'nested.json', scripts: 'scripts' });
    await editor.event('initialized');
    await editor.body('setBreakpoints', {
      source: { path: inScripts(folder, 'guard') },
      breakpoints: [{ line: 2 }],
    });
    await editor.body('setExceptionBreakpoints', { filters: ['uncaught'] });
    await editor.move('configurationDone', {});
    await look();
    await editor.move('stepIn');
    await editor.move('stepOut');
    await editor.move('stepBack');
    await editor.move('reverseStepOut');
    await look();
    await editor.move('reverseNext');
    await editor.body('evaluate', { expression: 'session * 2', context: 'hover' });
    await editor.move('continue');
    await editor.move('continue');
    await editor.move('continue');
    await look();
    await editor.move('reverseContinue');
    await editor.move('stepBack');
    await editor.move('next');
    await editor.move('continue');
    await editor.move('continue');
    await editor.body('disconnect', {});

    expect(await exit).toBe(0);
    expect(err()).toBe('');
    const text = `${editor.said.join('\n')}\n`.replaceAll(folder, 'FOLDER');
    await expect(text).toMatchFileSnapshot('recorded-session.txt');
  });
});
