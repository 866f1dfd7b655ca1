import { describe, expect, it } from 'vitest';
import { mockFrom } from '../../../src/engine/defaults.ts';
import { ownProblems, shownProblems } from '../../../src/ui/bots/scripts/own-problems.ts';
import { decodeScript } from '../../../src/scenario/script-text.ts';
import { readScripts, withScripts } from '../../../src/ui/bots/folders/script-files.ts';
import { readValues, roleByName, textOfValues, valuesFor } from '../../../src/ui/bots/scripts/script-role.ts';
import {
  bodyProblem,
  completed,
  draftFor,
  draftOf,
  freshResponse,
  openedMock,
  readMock,
  whichMock,
} from '../../../src/ui/bots/http/mock-draft.ts';
import { readRows, textOfRows } from '../../../src/ui/bots/tables/table-text.ts';
import { worldWith } from '../../engine/given.ts';
import { after, connects, writes } from '../../engine/given.ts';

const script = (id: number, name: string) =>
  ({ id, name, includeName: '', language: 'crmscript', source: '' }) as const;

describe('script files', () => {
  it('are scripts named as their files, in the language of their endings', async () => {
    const files = [new File(['print("å");'], 'bot register.crm'), new File(['1'], 'tool.v2.js')];

    expect(await readScripts(files)).toEqual({
      ok: true,
      scripts: [
        { name: 'bot register', language: 'crmscript', source: 'print("å");' },
        { name: 'tool.v2', language: 'javascript', source: '1' },
      ],
    });
  });

  it('are read as UTF-8 without its mark, or else in the code page of Windows', () => {
    expect(decodeScript(new Uint8Array([0xef, 0xbb, 0xbf, 0xc3, 0xa5]), TextDecoder)).toBe('å');
    expect(decodeScript(new Uint8Array([0xe5, 0x41]), TextDecoder)).toBe('åA');
  });

  it.each([
    ['huge.crm', new Uint8Array(1_000_001), 'huge.crm is larger than 1 MB'],
    ['picture.png', new Uint8Array([137, 80, 78, 71, 0, 0]), 'picture.png is no text file'],
  ])('are refused when they are no scripts: %s', async (name, bytes, problem) => {
    const read = await readScripts([new File(['fine'], 'a.crm'), new File([bytes], name)]);

    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(problem) as string });
  });

  it('give scripts of the same name new text, and new ones a number of their own', () => {
    const folder = { scripts: [{ ...script(3, 'Lib'), includeName: 'lib-a' }] };
    const read = ['lib', 'new'].map((name) => ({ name, language: 'crmscript', source: 'x' }) as const);

    expect(withScripts(folder, read, 9)).toEqual([
      { ...script(3, 'Lib'), includeName: 'lib-a', source: 'x' },
      { id: 9, name: 'new', language: 'crmscript', source: 'x' },
    ]);
  });
});

describe('a mock', () => {
  const mock = mockFrom(
    {
      id: 4,
      request: { method: 'POST', url: 'https://a.test/*', body: '*x*' },
      responses: [
        { status: 200, headers: { 'content-type': 'application/json' }, body: '{"a":1}', delay: 1500 },
        { error: 'no route' },
      ],
    },
    4,
  );

  it('is the same after it went through its form', () => {
    expect(readMock(draftOf(mock))).toEqual({ ok: true, value: mock });
  });

  it('is the same, too, with all that it can say besides', () => {
    const full = mockFrom(
      {
        id: 5,
        name: 'Change of address',
        request: { url: 'https://a.test/', body: '{"a":1}', bodyMatch: 'json', headers: { 'X-Key': '*' } },
        responses: [{ fault: 'timeout' }, { fault: 'malformed', body: '{}' }],
        after: 'cycle',
        state: { name: 'order', is: 'placed', becomes: 'sent' },
        hold: true,
      },
      5,
    );

    expect(readMock(draftOf(full))).toEqual({ ok: true, value: full });
  });

  it('is read from what an older build kept of its form', () => {
    const { id, method, url, body, responses } = draftOf(mock);
    const older = responses.map(({ fault: _later, ...one }) => one as (typeof responses)[number]);

    expect(readMock(completed({ id, method, url, body, responses: older }))).toEqual({
      ok: true,
      value: mock,
    });
  });

  it.each([
    ['{"a":1', '', 'is no JSON'],
    ['{"a":1}', '', ''],
    ['hello', '', ''],
    ['hello', 'Content-Type: application/json', 'is no JSON'],
    ['', 'content-type: application/json', ''],
  ])('has its body %j checked where it should be JSON', (body, headers, problem) => {
    const found = bodyProblem({ ...freshResponse, body, headers });

    expect(/is no JSON/.exec(found)?.[0] ?? '').toBe(problem);
  });

  it('is found again by its name, with what was typed into its form', () => {
    const mock = mockFrom({ request: { url: 'https://a.test/*' } }, 3);
    const given = draftOf(mock);
    const call = draftFor('GET', 'https://a.test/b c');

    expect(openedMock(whichMock(given), [mock], false)).toEqual(given);
    expect(openedMock(whichMock(given), [], false)).toBeUndefined();
    expect(openedMock(whichMock(given), [], true)).toBeNull();
    expect(openedMock(whichMock(call), [mock], false)).toEqual(call);
    expect(openedMock(whichMock(draftFor('GET', '')), [], false)).toEqual(draftFor('GET', ''));
    expect(openedMock('', [mock], false)).toBeUndefined();
  });

  it('for a call that nobody answered is for that call', () => {
    const read = readMock(draftFor('GET', ' https://a.test/b '));

    expect(read).toMatchObject({ ok: true, value: { request: { method: 'GET', url: 'https://a.test/b' } } });
    expect(read.ok && 'id' in read.value).toBe(false);
  });

  it.each([
    [{ url: '' }, {}, 'Fill in the URL', 'url'],
    [{}, { status: 'ok' }, '“ok” is no HTTP status', 'status'],
    [{}, { status: '99' }, '“99” is no HTTP status', 'status'],
    [{}, { delay: 'soon' }, '“soon” is no number of seconds', 'delay'],
    [{}, { headers: 'content-type' }, '“content-type” is no header', 'headers'],
    [{ body: '{', bodyMatch: 'json' as const }, {}, 'This is no JSON', 'body'],
    [{ headers: 'x' }, {}, '“x” is no header', 'requestHeaders'],
    [{ stateIs: 'placed' }, {}, 'Say what the state is of', 'state'],
  ])('says what is wrong with %j %j, and in which field', (part, response, problem, at) => {
    const draft = draftFor('GET', 'https://a.test/');
    const responses = draft.responses.map((one) => ({ ...one, ...response }));

    expect(readMock({ ...draft, ...part, responses })).toMatchObject({
      ok: false,
      at,
      problem: expect.stringContaining(problem) as string,
    });
  });
});

describe('the rows of a table', () => {
  it('are the same after they went through the box', () => {
    const rows = [{ id: 1, name: 'Å "b"', tags: [1, null] }, {}];

    expect(readRows(textOfRows(rows))).toEqual({ ok: true, rows });
    expect(readRows(textOfRows([]))).toEqual({ ok: true, rows: [] });
  });

  it.each([
    ['[{]', 'This is no JSON'],
    ['{}', 'Write a list of rows'],
    ['[{}, 1]', 'Row 2 is no object'],
    ['[[]]', 'Row 1 is no object'],
  ])('say what is wrong with %s', (text, problem) => {
    expect(readRows(text)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) as string });
  });
});

describe('the problems of a script', () => {
  const problem = (file: string, line: number, severity: 'error' | 'hint' = 'error') =>
    ({ severity, code: 'x', message: 'Wrong.', span: { file, start: 9, end: 10, line, column: 2 } }) as const;
  const source = 'print("a");\n  #include "lib-b";\n#include \'lib-c\';\n';

  it('are its own, and the errors of what it includes at the line that takes them in', () => {
    const found = [problem('main', 1), problem('lib-c', 7), problem('lib-c', 8, 'hint'), problem('deep', 9)];

    expect(shownProblems(found, 'main', source)).toMatchObject([
      { message: 'Wrong.', span: { file: 'main', line: 1 } },
      { message: 'lib-c:7:2: Wrong.', span: { file: 'main', line: 3, start: source.indexOf("#include '") } },
      { message: 'deep:9:2: Wrong.', span: { file: 'main', line: 2 } },
    ]);
    expect(ownProblems(found, 'main')).toEqual([found[0]]);
  });
});

describe('a script that is run by hand', () => {
  const world = after(worldWith({}), connects, writes('hello = you\nthere'));
  const [folder] = world.folders;
  if (folder === undefined) throw new Error('There is no folder.');

  it('has the role that its name gives it', () => {
    expect(folder.scripts.map((one) => roleByName(folder, one))).toEqual([
      'register',
      'sessionCreated',
      'sessionChanged',
      'messageReceived',
    ]);
    expect(roleByName({ ...folder, scripts: folder.scripts.slice(3) }, { id: 4 })).toBeUndefined();
  });

  it('begins with the values of the selected session, which outlive editing', () => {
    const session = world.sessions.get(1);
    const values = valuesFor(world, 'messageReceived', session) ?? [];
    const named = Object.fromEntries(values);

    expect(named).toMatchObject({
      'chatSession.id': '1',
      'chatMessage.message': 'hello = you\nthere',
      'chatTopic.botName': 'Eko',
    });
    expect(readValues(textOfValues(values))).toEqual(named);
    expect(new Map(valuesFor(world, 'sessionChanged', session)).has('status.new')).toBe(true);
    expect(valuesFor(world, 'sessionCreated', undefined)).toBeUndefined();
  });

  it('takes a line without a value as a name', () => {
    expect(readValues('a\n\n b = c=d \n')).toEqual({ a: '', b: ' c=d ' });
  });
});
