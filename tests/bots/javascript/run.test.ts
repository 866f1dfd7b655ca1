import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../../src/bots/run-script.ts';
import { createWorld } from '../../../src/engine/create-world.ts';
import type { ScriptFile, WorldFile } from '../../../src/engine/definition.ts';
import type { Input } from '../../../src/engine/inputs.ts';
import { step } from '../../../src/engine/step.ts';
import { stopBefore } from '../../../src/engine/step-observer.ts';
import { sentence } from '../../../src/words/sentence.ts';
import { playWith } from '../stage.ts';
import { bothLanguages, playJs, posted } from './stage.ts';

const js = (id: number, name: string, source: string, includeName = ''): ScriptFile => ({
  id,
  name,
  includeName,
  language: 'javascript',
  source,
});

const crm = (id: number, name: string, source: string, includeName = ''): ScriptFile => ({
  id,
  name,
  includeName,
  source,
});

/** A bot of these scripts beside the message script. */
const withScripts = (source: string, ...others: readonly ScriptFile[]): Partial<WorldFile> => ({
  folders: [
    {
      id: 1,
      name: 'Bot',
      scripts: [crm(1, 'bot register', ''), js(2, 'bot message received', source), ...others],
    },
  ],
});

const play = (source: string, ...others: readonly ScriptFile[]) =>
  playWith(bothLanguages(), { source }, withScripts(source, ...others));

describe('a bot in JavaScript', () => {
  it('is found by the names of its scripts, beside others in CRMScript', () => {
    const { events } = play(
      `await soApi.getChatAgent().addChatMessageAsync(1, { message: 'from JavaScript' });`,
      crm(
        3,
        'bot session created',
        'addChatMessage(getVariable("chatSession.id").toInteger(), "from CRMScript", 1, "", 0, "");',
      ),
    );

    expect(posted(events)).toEqual(['from CRMScript', 'from JavaScript']);
  });

  it('may be written with types, and say where it fails in the text as it was written', () => {
    const { events } = playJs(
      `interface Named { name: string }
const greet = (one: Named): string => {
  return one.name.toUpperCase();
};
greet({} as Named);`,
    );

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({
      kind: 'TypeError',
      file: 'bot message received',
      line: 3,
      column: expect.any(Number) as number,
      stack: [
        { name: 'greet', file: 'bot message received', line: 3 },
        { file: 'bot message received', line: 5 },
      ],
    });
  });

  it('keeps what it did before it failed', () => {
    const { events, failure } = playJs(
      `await soApi.getChatAgent().addChatMessageAsync(1, { message: 'first' }); throw new Error('enough');`,
    );

    expect(posted(events)).toEqual(['first']);
    expect(failure).toBe('1: Error: enough');
  });

  it.each([
    ['throw "a text";', 'a text'],
    ['await Promise.reject(new RangeError("far"));', 'RangeError: far'],
    ['null.x;', 'TypeError: cannot read property'],
    ['let x = ;', 'CompileError: This is no JavaScript or TypeScript:'],
    [
      'enum A { B }',
      'CompileError: Types are left out when a script runs, and this is more than a type (enum).',
    ],
    ['namespace A { export const b = 1; }', 'CompileError: Types are left out'],
    [
      'Promise.reject(new Error("lost"));',
      'Error: lost Nobody waited for it, so the script went on: put "await" in front of the call.',
    ],
    [
      'soApi.getSaleAgent().getSaleEntityAsync(1);',
      'NotAvailableOffline: SaleAgent.getSaleEntityAsync needs a SuperOffice database.',
    ],
    [
      'await new Promise(() => {});',
      'NeverSettled: The script waits for a promise that nothing is left to settle.',
    ],
    ['while (true);', 'StatementLimit: The script, with what ran around and before it, has used'],
    ['const f = () => f() + 1; f();', 'Too many calls are open'],
    [
      'const all = []; while (true) all.push("x".repeat(10000) + all.length);',
      'MemoryLimit: The script holds more than 16 MiB of values.',
    ],
  ])('fails in words: %s', (source, words) => {
    expect(playJs(source).failure).toContain(words);
  });

  it('says which further promises nobody waited for', () => {
    const { events } = playJs(`Promise.reject(new Error('one')); Promise.reject(new Error('two'));`);

    const said = events.flatMap((event) => (event.type === 'hint.raised' ? [sentence(event.hint)] : []));
    expect(said).toEqual([
      'A promise was rejected for which nobody waited: two Put "await" in front of the call.',
    ]);
  });

  it('says of promises that nobody settled', () => {
    const { events, failure } = playJs('const wait = async () => { await new Promise(() => {}); }; wait();');

    const said = events.flatMap((event) => (event.type === 'hint.raised' ? [sentence(event.hint)] : []));
    expect(failure).toBe('');
    expect(said).toEqual([
      expect.stringContaining(
        '2 promises were still pending when the script ended: what waits for them did not run.',
      ),
    ]);
  });

  it('sees the time and the zone of its world, and waits on its own clock', () => {
    const { printed } = playJs(`
      const before = Date.now();
      await new Promise((done) => setTimeout(done, 2500));
      print([new Date(before).getHours(), Date.now() - before].join());`);

    expect(printed).toBe('11,2500');
  });

  it('draws the random numbers of its world', () => {
    const source = 'print(Math.random());';

    expect(playJs(source).printed).toBe(playJs(source).printed);
    expect(playJs(source, { seed: 5 }).printed).not.toBe(playJs(source).printed);
  });

  it('runs scripts of both languages by what it does, as deep as they may nest', () => {
    const { events } = play(
      `const status = Number(context.eventData.inputValues['chatSession.status']);
       if (status < 7) setChatStatus(1, 7);
       print('after');`,
      crm(3, 'bot session changed', 'print("CRMScript heard of " + getVariable("status.new"));'),
    );

    const printed = events.flatMap((event) =>
      event.type === 'script.printed' ? [[event.depth, event.text]] : [],
    );
    expect(printed).toEqual([
      [2, 'CRMScript heard of 7'],
      [1, 'after'],
    ]);
  });

  it('ends a chain of scripts that call each other without end', () => {
    const { events } = playJs(`await soApi.getChatAgent().addChatMessageAsync(1, { message: 'again' });`, {
      triggers: [{ id: 1, event: 403, script: 2 }],
    });

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({ kind: 'NestingTooDeep' });
  });

  it('is one statement to a debugger, which stops before it with the frames around', () => {
    const world = createWorld({
      startsAt: '2024-01-01T10:00:00Z',
      folders: [{ id: 1, name: 'F', scripts: [js(1, 'tool', 'print(1);')] }],
    });
    const request = { step: 1, input: { type: 'admin.runsScript', script: 1 } as const };

    expect(step(world, { ...request, observer: stopBefore(1) }, bothLanguages())).toMatchObject({
      kind: 'stopped',
      snapshot: { statement: 1, frames: [{ script: 1, file: 'tool', line: 1, name: '(script)' }] },
    });
    const ran = step(world, request, bothLanguages());
    expect(ran.kind === 'committed' && ran.events.at(-1)).toMatchObject({ statements: 1 });
  });

  it('cannot run where its engine was not prepared', () => {
    expect(() => playWith(createRunScript(), { language: 'javascript', source: '' })).toThrow('prepared');
  });
});

describe('what a script in JavaScript includes', () => {
  const lib = js(3, 'library', 'function twice(text: string) { return text + text; }', 'ts-lib');

  it.each([
    ['///<include includeId="ts-lib">'],
    ["#include 'ts-lib.tsfso';"],
    ["#include 'library';"],
    ['#include \'ts-lib.tsfso\';\n///<include includeId="ts-lib">'],
  ])('is there: %s', (line) => {
    expect(play(`${line}\nprint(twice('ab'));`, lib).printed).toBe('abab');
  });

  it.each(['bot message received', 'Bot Message Received'])(
    'is there although it has its name: %s',
    (name) => {
      const twice = js(3, 'library', 'function twice(text: string) { return text + text; }', name);

      expect(play(`#include '${name}';\nprint(twice('ab'));`, twice).printed).toBe('abab');
    },
  );

  it('fails at its own place', () => {
    const { events } = play(
      `const one = 1;\n///<include includeId="ts-lib">\nbreaks();`,
      js(3, 'library', '\nfunction breaks() {\n  null.x;\n}', 'ts-lib'),
    );

    expect(events.find(({ type }) => type === 'script.failed')).toMatchObject({
      file: 'ts-lib',
      line: 3,
      stack: [
        { name: 'breaks', file: 'ts-lib', line: 3 },
        { file: 'bot message received', line: 3 },
      ],
    });
  });

  it('has to be there, and in the same language', () => {
    expect(play('\n#include "nothing";').failure).toBe(
      '2: CompileError: There is no script "nothing" to include. It is found by its include name, or by its name.',
    );
    expect(play('#include "old";', crm(3, 'old', 'Integer x;')).failure).toContain(
      '"old" is a script in CRMScript; one in JavaScript cannot include it.',
    );
  });

  it('is read anew when it changes', () => {
    const world = createWorld({
      startsAt: '2024-01-01T10:00:00Z',
      folders: [
        {
          id: 1,
          name: 'F',
          scripts: [js(1, 'tool', '#include "lib";\nprint(x);'), js(2, 'lib', 'const x = 1;')],
        },
      ],
    });
    const run = bothLanguages();
    const input: Input = { type: 'admin.runsScript', script: 1 };
    const first = step(world, { step: 1, input }, run);
    if (first.kind !== 'committed') throw new Error(first.kind);
    const saves: Input = { type: 'admin.savesScript', folder: 1, script: js(2, 'lib', 'const x = 2;') };
    const saved = step(first.world, { step: 2, input: saves }, run);
    if (saved.kind !== 'committed') throw new Error(saved.kind);
    const second = step(saved.world, { step: 3, input }, run);

    expect(second.kind === 'committed' && second.events).toContainEqual(
      expect.objectContaining({ type: 'script.printed', text: '2' }),
    );
  });
});

describe('a page with script in it', () => {
  it('answers with its text and what its code adds', () => {
    const { printed, failure } = playJs(
      '<ul>\n%EJSCRIPT_START%<% for (const one of ["a", "b"]) { %>\n<li><% print(one); %></li>\n<% } %>%EJSCRIPT_END%</ul>',
    );

    expect(failure).toBe('');
    expect(printed.replaceAll(/\s/g, '')).toContain('<ul><li>a</li><li>b</li></ul>');
  });
});

describe('CRMScript', () => {
  it('is told that it cannot include a script in JavaScript', () => {
    const { failure } = playWith(
      bothLanguages(),
      { source: '' },
      {
        folders: [
          {
            id: 1,
            name: 'Bot',
            scripts: [
              crm(1, 'bot register', ''),
              crm(2, 'bot message received', '\n#include "lib";'),
              js(3, 'lib', 'const x = 1;'),
            ],
          },
        ],
      },
    );

    expect(failure).toBe(
      '2: CompileError: "lib" is a script in JavaScript; CRMScript can neither include it nor run it. Each script has one language with all that it includes.',
    );
  });

  it('is told that executeScript does not run a script in JavaScript', () => {
    const source = 'const x: number = 1;';
    const { printed } = playWith(
      bothLanguages(),
      { source: '' },
      {
        folders: [
          {
            id: 1,
            name: 'Bot',
            scripts: [
              crm(1, 'bot register', ''),
              crm(
                2,
                'bot message received',
                `Map m; try { executeScript("${source}", m); } catch { print(error); }`,
              ),
              js(3, 'lib', source),
            ],
          },
        ],
      },
    );

    expect(printed).toContain('executeScript: this text is a script in JavaScript');
  });
});

describe('a webhook of type crmscript', () => {
  it('is received by a script in JavaScript', () => {
    const world = createWorld({
      startsAt: '2024-01-01T10:00:00Z',
      agents: [{ id: 1, name: 'Kari Nord', present: true }],
      channels: [
        {
          id: 1,
          name: 'Support',
          members: [{ agent: 1, canRespond: true }],
          preChatForm: { enabled: false },
        },
      ],
      folders: [
        {
          id: 1,
          name: 'F',
          scripts: [js(1, 'hook', 'console.log(Object.keys(context.eventData.inputValues).join());')],
        },
      ],
      webhooks: [{ id: 1, name: 'W', type: 'crmscript', url: '1', events: ['chatsession.created'] }],
    });
    const outcome = step(
      world,
      { step: 1, input: { type: 'customer.connects', channel: 1 } },
      bothLanguages(),
    );

    const events = outcome.kind === 'committed' ? outcome.events : [];
    expect(events.filter(({ type }) => type.startsWith('script.')).map(({ type }) => type)).toEqual([
      'script.started',
      'script.printed',
      'script.finished',
    ]);
  });
});
