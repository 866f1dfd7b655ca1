import { describe, expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import type { MockFile, WorldFile } from '../../src/engine/definition.ts';
import { step } from '../../src/engine/step.ts';
import { worldWith } from '../engine/given.ts';
import { play } from './stage.ts';
import { sentence } from '../../src/words/sentence.ts';

const site = 'https://a.test';
const leads = (from: string, status: number, to: string, method = 'GET'): MockFile => ({
  request: { method, url: from },
  responses: [{ status, headers: { location: to } }],
});
const says = (url: string, body: string, method = 'GET', more = {}): MockFile => ({
  request: { method, url },
  responses: [{ body, ...more }],
});
const got = 'print(String(b) + " " + h.getValue("statusCode") + h.getErrorMessage());';
const run = (source: string, mocks: readonly MockFile[], more: Partial<WorldFile> = {}) =>
  play(`HTTP h; ${source}`, { mocks, ...more });
const hintsOf = ({ events }: ReturnType<typeof play>) =>
  events.flatMap((event) => (event.type === 'hint.raised' ? [sentence(event.hint)] : []));
const callsOf = ({ events }: ReturnType<typeof play>) =>
  events.flatMap((event) => (event.type === 'http.called' ? [`${event.method} ${event.url}`] : []));

describe('an answer that leads elsewhere', () => {
  const mocks = [
    leads(`${site}/old`, 301, '/middle'),
    leads(`${site}/middle`, 302, `${site}/new`),
    says(`${site}/new`, 'here'),
  ];

  it('is followed, each call an event of its own', () => {
    const played = run(`Byte[] b = h.get("${site}/old"); ${got}`, mocks);

    expect(played.printed).toBe('here 200');
    expect(callsOf(played)).toEqual([`GET ${site}/old`, `GET ${site}/middle`, `GET ${site}/new`]);
  });

  it.each(['0', 'false'])('is not followed when followLocation is %s', (off) => {
    const played = run(
      `h.setOption("followLocation", "${off}"); Byte[] b = h.get("${site}/old"); ${got}`,
      mocks,
    );

    expect(played.printed).toBe(' 301');
    expect(callsOf(played)).toHaveLength(1);
  });

  it.each([
    ['post', 301, 'GET'],
    ['post', 302, 'GET'],
    ['put', 302, 'PUT'],
    ['put', 303, 'GET'],
    ['post', 307, 'POST'],
    ['post', 308, 'POST'],
  ])('after %s with %i is followed by %s', (verb, status, method) => {
    const played = run(`h.setValue("x", "1"); h.${verb}("${site}/old");`, [
      leads(`${site}/old`, status, '/new', verb.toUpperCase()),
    ]);
    const [, followed] = played.events.flatMap((event) => (event.type === 'http.called' ? [event] : []));

    expect(followed).toMatchObject({ method, url: `${site}/new` });
    expect(followed?.sent).toBe(method === 'GET' ? undefined : 'x=1');
  });

  it('does not lead round and round without end', () => {
    const played = run(`h.get("${site}/a"); print(h.hasError().toString() + h.getErrorMessage());`, [
      leads(`${site}/*`, 302, '/b'),
    ]);

    expect(played.printed).toContain('truemore than 30 redirects');
    expect(callsOf(played)).toHaveLength(31);
  });
});

describe('the options of HTTP', () => {
  it('let a call fail that takes longer than its timeout, redirects counted in', () => {
    const slow = [
      {
        ...leads(`${site}/a`, 302, '/b'),
        responses: [{ status: 302, headers: { Location: '/b' }, delay: 3000 }],
      },
      says(`${site}/b`, 'late', 'GET', { delay: 3000 }),
    ];
    const source = (seconds: string) =>
      `h.setOption("timeout", "${seconds}"); DateTime t; Byte[] b = h.get("${site}/a"); DateTime u; ${got} print(" " + u.diff(t).toString());`;

    expect(run(source('5'), slow).printed).toBe(' 0timeout: no answer within 2 s 5');
    expect(run(source('7'), slow).printed).toBe('late 200 6');
    expect(hintsOf(run(source('soon'), slow))).toEqual([expect.stringContaining('number of seconds')]);
  });

  it('send parameters in place of what setValue set', () => {
    const sent = (source: string) =>
      run(`h.setValue("a", "1"); ${source}`, []).events.flatMap((event) =>
        event.type === 'http.called' ? [event.sent ?? event.url] : [],
      );

    expect(sent(`h.setOption("parameters", "?b=2"); h.post("${site}/");`)).toEqual(['b=2']);
    expect(sent(`h.setOption("PARAMETERS", "?b=2"); h.get("${site}/");`)).toEqual([`${site}/?b=2`]);
    expect(sent(`h.get("${site}/");`)).toEqual([`${site}/?a=1`]);
  });

  it('log in, and do not tell another host', () => {
    const debug = (source: string, mocks: readonly MockFile[] = []) =>
      run(
        `h.setDebugMode(true); h.setOption("username", "ada"); h.setOption("password", "æ"); ${source} print(h.getDebug());`,
        mocks,
      );
    const header = '> Authorization: Basic YWRhOsOm';

    expect(debug(`h.get("${site}/");`).printed).toContain(header);
    expect(debug(`h.setOption("authenticationMethod", "none"); h.get("${site}/");`).printed).not.toContain(
      'Authorization',
    );
    expect(debug(`h.addHeader("authorization", "Bearer 1"); h.get("${site}/");`).printed).not.toContain(
      'Basic',
    );
    const digest = debug(`h.setOption("authenticationMethod", "digest"); h.get("${site}/");`);
    expect(digest.printed).not.toContain('Authorization');
    expect(hintsOf(digest)).toEqual([expect.stringContaining('"digest"')]);
  });

  it('that do not exist are told', () => {
    expect(hintsOf(run('h.setOption("followlocation", "1"); h.setOption("proxy", "x");', []))).toEqual([
      expect.stringContaining('no option "proxy"'),
    ]);
  });

  it('go with a call that nobody has answered yet, which a redirect may be', () => {
    const source = 'HTTP h; h.setOption("username", "ada"); h.get("https://a.test/old");';
    const world = worldWith({ created: source }, { mocks: [leads(`${site}/old`, 302, '//b.test/new')] });
    const input = { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } } as const;
    const outcome = step(world, { step: 1, input, asks: true }, createRunScript());

    expect(outcome).toMatchObject({
      kind: 'needs',
      request: { method: 'GET', url: 'https://b.test/new', headers: {} },
    });
  });
});

describe('a mock', () => {
  it('answers its address in whatever way it is spelt', () => {
    const mocks = [says('https://API.Example.com:443/blå/*', 'yes')];

    expect(
      run('Byte[] b = h.get("HTTPS://api.example.com/bl%c3%a5/x"); print(String(b));', mocks).printed,
    ).toBe('yes');
    expect(run('Byte[] b = h.get("https://api.example.com/bla/x"); print(String(b));', mocks).printed).toBe(
      '',
    );
  });
});

describe('the limits of SuperOffice Online', () => {
  const hard = { options: { onlineLimits: true } };
  const far = [says('https://a.test:8443/', 'far')];
  const call = `Byte[] b = h.get("https://a.test:8443/"); ${got}`;

  it('are hints about other ports, and errors where the workspace says so', () => {
    const soft = run(`${call} h.get("https://a.test:8443/");`, far);
    expect(soft.printed).toBe('far 200');
    expect(hintsOf(soft)).toEqual([expect.stringContaining('ports 80 and 443')]);

    const strict = run(call, far, hard);
    expect(strict.printed).toContain(' 0SuperOffice Online reaches');
    expect(hintsOf(strict)).toEqual([]);
  });

  it('say or stop it when a script takes more than a minute', () => {
    const slow = [says(`${site}/`, 'slow', 'GET', { delay: 40_000 })];
    const source = `h.get("${site}/"); sleep(10); print("a"); h.get("${site}/"); print("b");`;

    const soft = run(source, slow);
    expect(soft.printed).toBe('ab');
    expect(hintsOf(soft)).toEqual([expect.stringContaining('stops a script after 60 s')]);

    const strict = run(source, slow, hard);
    expect(strict.printed).toBe('a');
    expect(strict.failure).toContain('stops a script after 60 s');
  });

  it('say or stop it when a script holds more than 8 MB', () => {
    const source = `String[] kept; String s = "0123456789"; Integer i;
      for (i = 0; i < 15; i++) s = s + s;
      for (i = 0; i < 18; i++) kept.pushBack((s + i.toString()).toUpper());`;

    const soft = play(source);
    expect(soft.failure).toBe('');
    expect(hintsOf(soft)).toEqual([expect.stringContaining('8 MB')]);
    expect(play(source, hard).failure).toContain('MemoryLimit');
    expect(hintsOf(play('String s = "small";'))).toEqual([]);
  });
});
