import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/engine/events.ts';
import type { SessionStatus } from '../../src/engine/numbers.ts';
import { worldFromJson } from '../../src/engine/world-json.ts';
import type { World } from '../../src/engine/world.ts';
import { consoleLines, failuresSince } from '../../src/ui/bots/console/console-lines.ts';
import { notChecked } from '../../src/ui/help/not-checked.ts';
import { createChecks } from '../../src/ui/bots/scripts/checks.ts';
import { registerAgain } from '../../src/ui/bots/folders/register-again.ts';
import { problemWords } from '../../src/ui/customers/field.tsx';
import { problemsInForm } from '../../src/engine/form-rule.ts';
import { readDraft } from '../../src/ui/customers/form-draft.ts';
import { freeName, tileSessions } from '../../src/ui/customers/tiles.ts';
import { line, narrow, wide } from '../../src/ui/session/diagram-layout.ts';
import { statusFull, statusShort } from '../../src/ui/statuses.ts';
import { createFakeEngine } from './fake-engine.ts';
import { helpDesk } from './world-file.ts';

const ada = { type: 'customer.connects', channel: 1, customer: { alias: 'Ada' } } as const;
const bea = { type: 'customer.connects', channel: 1, customer: { alias: 'Bea' } } as const;

async function worldAfter(
  inputs: readonly Parameters<ReturnType<typeof createFakeEngine>['take']>[0][],
): Promise<World> {
  const engine = createFakeEngine(helpDesk, () => undefined);
  for (const input of inputs) expect(engine.take(input)).toMatchObject({ kind: 'committed' });
  const opened = await engine.open(null);
  if ('problem' in opened) throw new Error(opened.problem.reason.code);
  return worldFromJson(opened.world);
}

describe('customers', () => {
  it('have a tile for each session, until they begin anew or are put away', async () => {
    const world = await worldAfter([ada, { type: 'customer.leaves', session: 1 }, ada, bea]);

    expect(tileSessions(world, []).map(({ id }) => id)).toEqual([2, 3]);
    expect(tileSessions(world, [3]).map(({ id }) => id)).toEqual([2]);
  });

  it('get names that nobody else has', async () => {
    const world = await worldAfter([ada, bea]);

    expect(freeName(world, 'Ada')).toBe('Ada 2');
    expect(freeName(world, 'Cy')).toBe('Cy');
  });

  it('are told in words what is wrong with a form, by the rule of the engine', () => {
    const asked = { fields: [], required: ['name', 'company'], consent: true, countries: ['Norge'] } as const;
    const fields = { email: 'ada@example', phone: '1'.repeat(33), country: 'Atlantis', company: 'A\nB' };

    expect(problemsInForm(asked, { fields, rating: 6 }).map(problemWords)).toEqual([
      'That does not look like an e-mail address',
      '33 characters are too long; the most is 32',
      'Choose one from the list',
      'This has to be one line',
      'Tick the box to go on',
      'Choose one to five stars',
    ]);
    expect(problemsInForm({ ...asked, fields: ['name'] }, { consent: true }).map(problemWords)).toEqual([
      'Fill in: Name',
    ]);
    expect(problemsInForm(asked, { fields: { phone: 'call me' }, consent: true }).map(problemWords)).toEqual([
      'That does not look like a phone number, such as +4722000000',
    ]);
  });

  it('find again what they typed into a form, and nothing else', () => {
    const start = { fields: { name: 'Ada' }, consent: false, rating: 0, transcript: false };

    expect(readDraft('', start)).toBe(start);
    expect(readDraft('[]', start).fields).toEqual({});
    expect(readDraft('{"fields":{"name":"Bo","x":1},"rating":"5","consent":true}', start)).toEqual({
      fields: { name: 'Bo' },
      consent: true,
      rating: 0,
      transcript: false,
    });
  });
});

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
    const lines = consoleLines(events, await worldAfter([]));

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
    const world = await worldAfter([
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
    const world = await worldAfter([]);
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

describe.each([
  ['in a wide column', wide],
  ['in a narrow one', narrow],
])('the diagram %s', (_, layout) => {
  it('has room for all twelve statuses, none on top of another', () => {
    const { boxes, width, height } = layout;
    expect(boxes).toHaveLength(12);
    boxes.forEach((a, i) => {
      expect(a.x >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
      for (const b of boxes.slice(i + 1)) {
        expect(
          a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
        ).toBe(false);
      }
    });
  });

  it('draws a line for every step that a script can force', () => {
    const all = Array.from({ length: 12 }, (_, status) => status as SessionStatus);
    for (const from of all)
      for (const to of all)
        if (from !== to) expect(line(layout, from, to, true)).toMatch(/^M[\d .-]+[LC][\d .-]+$/);
  });
});

describe('statuses', () => {
  it('have number and name, short on the chip and in full on hover', () => {
    expect(statusShort(6)).toBe('6 User last');
    expect(statusFull(6)).toBe('6 Waiting for customer (StatusUserLast)');
    expect(statusFull(4)).toBe('4 Waiting (StatusInQueue)');
  });
});
