import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../../src/engine/events.ts';
import { consoleLines, failuresSince } from '../../../../src/ui/bots/console/console-lines.ts';
import { notChecked } from '../../../../src/ui/help/not-checked.ts';
import { createChecks } from '../../../../src/ui/bots/scripts/checks.ts';
import { registerAgain } from '../../../../src/ui/bots/folders/register-again.ts';
import { worldAfter } from '../../fake-engine.ts';
import { helpDesk } from '../../world-file.ts';

describe('scripts', () => {
  const printed = {
    seq: 3,
    at: '2026-03-02T09:00:00Z',
    step: 1,
    cause: 1,
    depth: 1,
    by: { script: 2, line: 5 },
  } as const;
  const events: readonly RecordedEvent[] = [
    { ...printed, type: 'script.printed', text: 'hello', channel: 'print' },
    { ...printed, seq: 4, type: 'message.shown', session: 1, message: 1 },
    {
      ...printed,
      seq: 5,
      type: 'script.failed',
      script: 2,
      statements: 1,
      kind: 'NullError',
      failure: { code: 'thrown', params: { text: 'nothing there' } },
      file: 'bot',
      line: 9,
      column: 4,
      stack: [],
    },
  ];

  it('print to the console with the line that printed, and fail there with their place', async () => {
    const lines = consoleLines(events, await worldAfter(helpDesk, []));

    expect(lines.map(({ kind, text, script, line: at, column }) => [kind, text, script, at, column])).toEqual(
      [
        ['printed', 'hello', 2, 5, 1],
        ['failed', 'NullError: nothing there', 2, 9, 4],
      ],
    );
    expect(failuresSince(events, 4)).toHaveLength(1);
    expect(failuresSince(events, 5)).toEqual([]);
  });

  it('that fail in another script or in a text that they run lead to a line that can be opened', async () => {
    const world = await worldAfter(helpDesk, [
      { type: 'admin.savesFolder', folder: { id: 7, name: 'Bot' } },
      { type: 'admin.savesScript', folder: 7, script: { id: 71, name: 'main', source: '' } },
      {
        type: 'admin.savesScript',
        folder: 7,
        script: { id: 72, name: 'Part', includeName: 'part', source: '' },
      },
    ]);
    const failed = {
      ...printed,
      type: 'script.failed',
      statements: 1,
      kind: 'NullError',
      failure: { code: 'thrown', params: { text: '' } },
    } as const;
    const place = { file: 'main', line: 3, column: 1 };
    const inPart = { ...failed, script: 71, file: 'part', line: 9, column: 4, stack: [] };
    const inText = { ...inPart, file: 'executeScript', stack: [{ name: '(script)', ...place }] };

    const lines = consoleLines([inPart, inText], world);

    expect(lines.map(({ script, line }) => [script, line])).toEqual([
      [72, 9],
      [71, 3],
    ]);
  });

  it('are checked again only when their text is another', async () => {
    const asked: string[] = [];
    const checks = createChecks({
      check: (_place, source) => {
        asked.push(source);
        return Promise.resolve([]);
      },
    });
    const a = { id: 1, name: 'a', includeName: '', language: 'crmscript' as const, source: 'x' };
    const b = { id: 2, name: 'b', includeName: '', language: 'crmscript' as const, source: 'y' };
    await checks.look([a, b], []);
    await checks.look([{ ...a, source: 'z' }, b], []);
    await checks.look([b], []);

    expect(asked).toEqual(['x', 'y', 'z']);
    expect(Object.keys(checks.found.value)).toEqual(['2']);
  });

  it('are checked as they stand in their editors, saved or not, and what includes them only when it is saved', async () => {
    const asked: string[] = [];
    const checks = createChecks({
      check: (_place, source, file) => {
        asked.push(source);
        const span = { file, start: 0, end: 1, line: 1, column: 1 };
        const wrong = { severity: 'error', code: 'x', message: 'wrong', span } as const;
        return Promise.resolve(source === 'wrong' ? [wrong] : []);
      },
    });
    const main = {
      id: 1,
      name: 'main',
      includeName: '',
      language: 'crmscript' as const,
      source: '#include "lib";',
    };
    const lib = { id: 2, name: 'lib', includeName: '', language: 'crmscript' as const, source: 'Integer a;' };
    await checks.look([main, lib], []);
    await checks.look([main, { ...lib, written: 'wrong' }], []);
    const written = checks.found.value[2]?.found.map(({ message }) => message);
    await checks.look([main, lib], []);

    expect(written).toEqual(['wrong']);
    expect(checks.found.value[2]?.found).toEqual([]);
    expect(asked).toEqual([main.source, lib.source, 'wrong', lib.source]);
  });

  it('are checked again when they were not checked at all, as when a worker hung on them', async () => {
    const answers = [[notChecked('tooMuch', 'a')], []];
    const checks = createChecks({ check: () => Promise.resolve(answers.shift() ?? null) });
    const a = { id: 1, name: 'a', includeName: '', language: 'crmscript' as const, source: 'x' };
    await checks.look([a], []);
    const before = checks.found.value[1]?.found.map(({ code }) => code);
    await checks.look([a], []);

    expect(before).toEqual(['not-checked']);
    expect(checks.found.value[1]?.found).toEqual([]);
  });

  it('are checked again when a script changes that they may include, or the tables do', async () => {
    const asked: string[] = [];
    const checks = createChecks({
      check: (_place, source) => {
        asked.push(source);
        return Promise.resolve([]);
      },
    });
    const main = {
      id: 1,
      name: 'main',
      includeName: '',
      language: 'crmscript' as const,
      source: '#include "lib";',
    };
    const lib = { id: 2, name: 'lib', includeName: '', language: 'crmscript' as const, source: 'Integer a;' };
    await checks.look([main, lib], []);
    await checks.look([main, lib], []);
    await checks.look([main, { ...lib, includeName: 'other' }], []);
    await checks.look([main, { ...lib, includeName: 'other' }], ['ticket']);

    expect(asked).toEqual([main.source, lib.source, main.source, main.source, lib.source]);
  });

  it('are registered again for the channels whose bot they are', async () => {
    const world = await worldAfter(helpDesk, []);
    const [channel] = world.channels;
    if (channel === undefined) throw new Error('There is no channel.');
    const bot = { enabled: true, folder: 'Echo', name: 'Eko' };
    const inputs = registerAgain(
      { ...world, channels: [{ ...channel, bot }] },
      { id: 1, name: 'Echo', scripts: [] },
    );

    expect(inputs).toEqual([{ type: 'admin.registersBot', channel: channel.id }]);
    expect(registerAgain(world, { id: 1, name: 'Echo', scripts: [] })).toEqual([]);
  });
});
