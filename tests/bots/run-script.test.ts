import { describe, expect, it } from 'vitest';
import { checkScript } from '../../src/bots/check-script.ts';
import { createRunScript } from '../../src/bots/run-script.ts';
import { createWorld } from '../../src/engine/create-world.ts';
import type { ScriptFile } from '../../src/engine/definition.ts';
import type { EventName, EventOf } from '../../src/engine/events.ts';
import type { Input } from '../../src/engine/inputs.ts';
import type { Outcome, StepRequest } from '../../src/engine/step-request.ts';
import { step } from '../../src/engine/step.ts';
import { stopBefore } from '../../src/engine/step-observer.ts';
import { sentence } from '../../src/words/sentence.ts';
import { oneBot } from '../support/one-bot.ts';

/** The greeting of the documentation's echo bot, unchanged. */
const greeting = `#setLanguageLevel 3;

EventData ed = getEventData();
String botName = ed.getInputValue("chatTopic.botName");
Integer sessionId = ed.getInputValue("chatSession.id").toInteger();
Integer toCustomer = 1;

String message = "Welcome human. Say 'human' to transfer. Say 'quit' to end session.";
addChatMessage(sessionId, message, toCustomer, botName, 0, "" );
`;

const script = (id: number, name: string, source: string, more: Partial<ScriptFile> = {}): ScriptFile => ({
  id,
  name,
  source,
  ...more,
});

function worldOf(created: string, received = '', others: readonly ScriptFile[] = []) {
  return createWorld({
    ...oneBot([
      script(2, 'bot session created', created),
      script(3, 'bot message received', received),
      ...others,
    ]),
    mocks: [
      { request: { method: 'GET', url: 'https://x.test/a?q=1' }, responses: [{ status: 200, body: 'blå' }] },
    ],
  });
}

const connects: Input = { type: 'customer.connects', channel: 1 };

function firstStep(world: ReturnType<typeof worldOf>, more: Partial<StepRequest> = {}): Outcome {
  return step(world, { step: 1, input: connects, ...more }, createRunScript());
}

const eventsOf = <T extends EventName>(outcome: Outcome, type: T): EventOf<T>[] =>
  outcome.events.filter((event): event is EventOf<T> => event.type === type);

const printed = (outcome: Outcome): string =>
  eventsOf(outcome, 'script.printed')
    .map(({ text }) => text)
    .join('');

describe('a bot in CRMScript', () => {
  it('greets the customer as the documentation says', () => {
    const outcome = firstStep(worldOf(greeting));

    expect(eventsOf(outcome, 'message.saved')).toMatchObject([
      {
        text: "Welcome human. Say 'human' to transfer. Say 'quit' to end session.",
        author: 'Echo',
        by: { script: 2, line: 9 },
      },
    ]);
    expect(eventsOf(outcome, 'script.failed')).toEqual([]);
  });

  it('answers what the customer writes, under the name of the bot when it gives none', () => {
    const received = `EventData ed = getEventData();
addChatMessage(ed.getInputValue("CHATmessage.sessionid").toInteger(), "You said: " + getVariable("chatMessage.message"), 1, "", 0, "");`;
    const world = worldOf(greeting, received);
    const first = firstStep(world);
    if (first.kind !== 'committed') throw new Error(first.kind);

    const input: Input = { type: 'customer.writes', session: 1, text: 'hi' };
    const second = step(first.world, { step: 2, input }, createRunScript());

    expect(eventsOf(second, 'message.saved').map(({ text, author }) => [author, text])).toContainEqual([
      'Echo',
      'You said: hi',
    ]);
  });

  it('shows what it posts later with the time that it gives', () => {
    const source = 'DateTime d; d.addSec(30); addChatMessage(1, "later", 1, "", 0, "", d);';

    const [message] = eventsOf(firstStep(worldOf(source)), 'message.saved');

    expect(message?.whenPosted).toBe('2024-01-01T10:00:30.000Z');
  });

  it('can catch what the chat refuses', () => {
    const source = 'try { addChatMessage(99, "x", 1, "", 0, ""); } catch { print(error); }';

    expect(printed(firstStep(worldOf(source)))).toContain('99');
  });

  it('gets an answer from a mock as UTF-8 bytes', () => {
    const source = `HTTP http;
http.setValue("q", "1");
Byte[] bytes = http.get("https://x.test/a");
print(String(bytes).utf8Decode() + " " + bytes.length().toString() + " " + http.getValue("statusCode") + http.hasError().toString());`;

    expect(printed(firstStep(worldOf(source)))).toBe('blå 4 200false');
  });

  it('is told when nobody answers, and goes on', () => {
    const source = 'HTTP http; http.post("https://nowhere.test/"); print(http.hasError().toString());';

    expect(printed(firstStep(worldOf(source)))).toBe('true');
  });

  it('leaves what it put into variables for the next script', () => {
    const source =
      'setGlobalVariable("a", "1"); setSessionVariable("b", "2"); setVariable("c", "3"); print(getGlobalVariable("a") + getSessionVariable("b") + getVariable("c") + getGlobalVariable("toString"));';

    expect(printed(firstStep(worldOf(source)))).toBe('123');
  });
});

describe('a script that fails', () => {
  it('is an event with place and stack, and the session goes on', () => {
    const lib = script(7, 'lib file', 'Void boom() {\n  throw "no";\n}', { includeName: 'lib' });
    const outcome = firstStep(worldOf('#include "lib"\nprint("before");\nboom();', '', [lib]));

    expect(outcome.kind).toBe('committed');
    expect(printed(outcome)).toBe('before');
    expect(eventsOf(outcome, 'script.failed')).toMatchObject([
      {
        kind: 'GeneralException',
        failure: { code: 'thrown', params: { text: 'no' } },
        file: 'lib',
        line: 2,
        column: 3,
        stack: [
          { name: 'boom', file: 'lib', line: 2 },
          { name: '(script)', file: 'bot session created', line: 3 },
        ],
      },
    ]);
  });

  it('names the included script where a line of it acts', () => {
    const lib = script(7, 'lib', '\nVoid greet() { addChatMessage(1, "hi", 1, "", 0, ""); }');
    const outcome = firstStep(worldOf('#include "lib"\ngreet();', '', [lib]));

    expect(eventsOf(outcome, 'message.saved')).toMatchObject([{ by: { script: 7, line: 2 } }]);
  });

  it('does nothing when it does not compile, and says all that is wrong', () => {
    const outcome = firstStep(worldOf('print("x");\nprint(1);\nfoo();'));

    expect(printed(outcome)).toBe('');
    expect(eventsOf(outcome, 'script.failed')).toMatchObject([
      { kind: 'CompileError', file: 'bot session created', line: 2, column: 7, statements: 0 },
    ]);
    expect(eventsOf(outcome, 'script.failed')[0]?.failure).toEqual({
      code: 'bad-arguments',
      params: {
        near: '1',
        function: 'print(String)',
        parameter: 's',
        wanted: 'String',
        given: 'Integer',
        others: [
          {
            code: 'unknown-function',
            params: { near: 'foo' },
            file: 'bot session created',
            line: 3,
            column: 1,
          },
        ],
        more: 0,
      },
    });
  });

  it.each([
    ['print("a", 2);', 'print(String) takes 1 argument, not 2.'],
    ['print(1);', '"s" of print(String) is String, but “1” is Integer.'],
    ['Integer i = "x";', '“"x"” is String, but Integer is needed here.'],
    ['Integer i; if (i) { }', 'A condition must be Bool, and this is Integer: “i”.'],
    ['Integer[] a; a.foo();', 'Integer[] has no method “foo”.'],
    ['#include "nope"', 'There is no script "nope" to include.'],
    ['Integer x = (1 + 2;', 'Expected ")", but found ";".'],
    ['Bool b = 1 < "x";', 'The operator does not go with Integer and String: “1 < "x"”.'],
  ])('tells %s with what belongs to its code', (source, words) => {
    const [failed] = eventsOf(firstStep(worldOf(source)), 'script.failed');

    expect(failed && sentence(failed.failure)).toBe(words);
  });

  it('is stopped when it never ends', () => {
    const outcome = firstStep(worldOf('Integer i;\nwhile (true) i++;'));

    expect(eventsOf(outcome, 'script.failed')).toMatchObject([{ kind: 'StatementLimit', line: 2 }]);
  });
});

describe('a debugger', () => {
  it('stops before a statement with the frames of all scripts that are running', () => {
    const outcome = firstStep(worldOf(greeting), { observer: stopBefore(6) });

    expect(outcome).toMatchObject({
      kind: 'stopped',
      snapshot: {
        statement: 6,
        frames: [{ file: 'bot session created', line: 9, script: 2 }],
      },
    });
  });
});

describe('checkScript', () => {
  it('gives the diagnostics of a source with the includes of the world', () => {
    const world = worldOf('', '', [script(7, 'lib', 'Integer shared;')]);

    const found = checkScript(world, '#include "LIB"\nshared = "x";', 'new');

    expect(found).toMatchObject([{ code: 'type-mismatch', span: { file: 'new', line: 2, column: 10 } }]);
  });
});
