import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurl, writeCurl, type OutgoingCall } from '../../src/scenario/curl.ts';
import { readRawAnswer } from '../../src/scenario/raw-answer.ts';

const called = (line: string): Partial<OutgoingCall> => {
  const read = readCurl(line);
  if (!read.ok) throw new Error(read.why);
  return read.call;
};

describe('a command of curl that is pasted', () => {
  it('is the call that a browser copied', () => {
    const line = [
      `curl 'https://shop.test/orders?by=1' \\`,
      `  -X 'POST' \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -H 'x-note: it'\\''s' \\`,
      String.raw`  --data-raw $'{"zip":"0155","name":"\u00c5sa\nB"}' \ `.trimEnd(),
      `  --compressed`,
    ].join('\n');

    expect(called(line)).toEqual({
      method: 'POST',
      url: 'https://shop.test/orders?by=1',
      headers: { 'Content-Type': 'application/json', 'x-note': "it's" },
      body: '{"zip":"0155","name":"Åsa\nB"}',
    });
  });

  it.each<[string, Partial<OutgoingCall>]>([
    ['curl shop.test', { method: 'GET', url: 'http://shop.test', body: '' }],
    [
      '$ curl -sSLXPUT "https://a.test/x y" -da=1 -d b=2',
      { method: 'PUT', url: 'https://a.test/x y', body: 'a=1&b=2' },
    ],
    ['curl -G https://a.test/?q=1 -d a=1', { method: 'GET', url: 'https://a.test/?q=1&a=1', body: '' }],
    ['curl -I https://a.test', { method: 'HEAD' }],
    [
      'curl https://a.test --json \'{"a":1}\'',
      { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' } },
    ],
    ['curl -u ada:x https://a.test -H "Accept:"', { headers: { Authorization: 'Basic YWRhOng=' } }],
    ['curl --data-urlencode "q=a b" https://a.test | jq .', { body: 'q=a%20b' }],
    ['curl -o out.txt -m 10 https://a.test -k', { url: 'https://a.test', method: 'GET' }],
  ])('%s', (line, call) => {
    expect(called(line)).toMatchObject(call);
  });

  it('says what of it cannot be taken, and why none of it can', () => {
    expect(readCurl('curl https://a.test -d @body.json -F a=b')).toMatchObject({
      ok: true,
      left: ['--data @body.json', '--form a=b'],
    });
    const why = (line: string) => {
      const read = readCurl(line);
      return read.ok ? '' : read.why;
    };
    expect(
      ['wget https://a.test', 'curl -X POST', "curl 'https://a.test", 'curl "https://$HOST/"'].map(why),
    ).toEqual(['curl', 'url', 'quote', 'expansion']);
  });
});

describe('a call that is copied as curl', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/);
  const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
  const call: fc.Arbitrary<OutgoingCall> = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    url: fc
      .tuple(fc.constant('https://a.test/'), fc.stringMatching(/^[!-~]{0,20}$/))
      .map((parts) => parts.join('')),
    headers: fc
      .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key.toLowerCase(), maxLength: 3 })
      .map((pairs) => Object.fromEntries(pairs)),
    body: fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => !text.includes('\0')),
  });

  it('keeps every byte of address, headers and body in the hands of a shell', () => {
    const headers = { 'Content-Type': 'text/plain', 'X-Key': '"`!' };

    expect(
      writeCurl({ method: 'POST', url: "https://a.test/it's?a=1&b=$HOME", headers, body: `{"a":"it's"}` }),
    ).toBe(
      [
        `curl -X POST 'https://a.test/it'\\''s?a=1&b=$HOME'`,
        `-H 'Content-Type: text/plain'`,
        `-H 'X-Key: "\`!'`,
        `--data-raw '{"a":"it'\\''s"}'`,
      ].join(' \\\n  '),
    );
  });

  it('is read as the same call', () => {
    fc.assert(
      fc.property(call, (one) => {
        expect(called(writeCurl(one))).toEqual(one);
      }),
      { numRuns: 500 },
    );
  });

  it('gives sh one word for each thing, and nothing to run', () => {
    const nasty = fc.constantFrom(
      "'",
      '"',
      '`id`',
      '$(id)',
      '\\',
      '\n',
      ' ',
      ';',
      '|',
      '&',
      '>',
      '*',
      '~',
      '!',
      '#',
      'é',
      'a',
    );
    const text = fc.array(nasty, { maxLength: 8 }).map((parts) => parts.join(''));
    const calls = fc.sample(
      fc.record({
        method: fc.constant('POST'),
        url: text.map((rest) => `https://a.test/${rest}`),
        headers: fc.record({ 'X-A': text }),
        body: text,
      }),
      60,
    );
    const script = calls.map((one) => writeCurl(one)).join('\nprintf "\\1\\0"\n');
    const said = execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${script}`], {
      encoding: 'utf8',
    });
    const words = said.split('\x01\0').map((one) => one.split('\0').slice(0, -1));

    for (const [index, { body }] of calls.entries()) {
      const own = words[index] ?? [];
      expect(own.filter((word) => word.startsWith('https://a.test/'))).toHaveLength(1);
      if (body !== '') expect(own.at(-1)).toBe(body);
      expect(own.filter((word) => word.startsWith('X-A'))).toHaveLength(1);
    }
  });
});

describe('an answer that is pasted', () => {
  it('is what curl -i shows, the last one after redirects', () => {
    expect(
      readRawAnswer(
        'HTTP/1.1 301 Moved\r\nLocation: /b\r\n\r\nHTTP/2 503\r\nRetry-After: 5\r\nContent-Length: 4\r\n\r\nbusy',
      ),
    ).toEqual({ status: 503, headers: { 'Retry-After': '5' }, body: 'busy' });
  });

  it('is what curl -v shows', () => {
    const shown =
      '* Trying 1.2.3.4\n> GET / HTTP/1.1\n> Host: a\n>\n< HTTP/1.1 200 OK\n< X-A: 1\n<\n{ [2 bytes data]\n{}\n* left intact';

    expect(readRawAnswer(shown)).toEqual({ status: 200, headers: { 'X-A': '1' }, body: '{}' });
  });

  it('is a body where it is nothing else', () => {
    expect(readRawAnswer('{"a": 1}')).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"a": 1}',
    });
  });
});
