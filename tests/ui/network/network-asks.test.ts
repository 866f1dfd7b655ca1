import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../src/ui/network/address.ts';
import { askService, mostBytes, type Asking } from '../../../src/ui/network/ask-service.ts';

const page = { origin: 'https://app.test', protocol: 'https:' };
const local = { origin: 'http://localhost:4173', protocol: 'http:' };

describe('whom an address names', () => {
  it.each([
    ['https://api.example.com/orders?x=1#top', 'api.example.com'],
    ['HTTPS://API.Example.com:443/', 'api.example.com'],
    ['https://api.example.com:8443/', 'api.example.com:8443'],
    ['http://api.example.com/', 'http://api.example.com'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
    ['https:\\\\evil.example\\@api.example.com', 'evil.example'],
    ['\t https://evil.example ', 'evil.example'],
  ])('is what the browser would ask: %s', (url, host) => {
    expect(askedBy(url, local)).toMatchObject({ ok: true, host, isNear: false });
  });

  it('has scheme, host and port together allowed: neither another port nor another scheme is the same', () => {
    const origins = ['https://a.test/', 'https://a.test:8443/', 'http://a.test/'].map((url) => {
      const asked = askedBy(url, local);
      return asked.ok ? asked.origin : asked.why;
    });

    expect(new Set(origins).size).toBe(3);
  });

  it.each([
    ['javascript:alert(1)', 'not-http'],
    ['data:text/html,<script>1</script>', 'not-http'],
    ['blob:https://app.test/1', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['ws://a.test/', 'not-http'],
    ['ftp://a.test/', 'not-http'],
    ['//a.test/', 'not-an-address'],
    ['/orders', 'not-an-address'],
    ['', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://api.example.com@evil.example/', 'with-login'],
    ['https://:secret@evil.example/', 'with-login'],
    ['http://a.test/', 'mixed-content'],
    ['https://app.test/sw.js', 'own-host'],
  ])('is nobody that could be asked: %s', (url, why) => {
    expect(askedBy(url, page)).toEqual({ ok: false, why });
  });

  it.each([
    'http://localhost:3000/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f.0.0.1/',
    'http://[::1]:8080/',
    'http://app.localhost/',
  ])('is this computer, however it is written, and may be asked from a page over HTTPS: %s', (url) => {
    expect(askedBy(url, page)).toMatchObject({ ok: true, isNear: true });
  });

  it.each([
    'http://192.168.1.1/',
    'http://10.0.0.8/',
    'http://172.16.3.4/',
    'http://169.254.169.254/latest',
    'http://intranet/',
    'http://printer.local/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
  ])('is in a network that nobody outside reaches: %s', (url) => {
    expect(askedBy(url, local)).toMatchObject({ ok: true, isNear: true });
  });

  it('is near where an address of this computer is written as one of the other kind', () => {
    expect(askedBy('http://[::ffff:127.0.0.1]/', local)).toMatchObject({ ok: true, isNear: true });
  });

  it.each(['http://172.32.0.1/', 'http://11.0.0.1/', 'http://10.example.com/', 'http://192.168.evil.test/'])(
    'is anybody: %s',
    (url) => {
      expect(askedBy(url, local)).toMatchObject({ ok: true, isNear: false });
    },
  );
});

type Sent = { readonly request: Request; readonly permitted: readonly string[] };

/** A browser that answers what is asked by `answer`, and what it was asked. */
function browser(answer: (request: Request) => Promise<Response> | Response, isOnline = true) {
  const sent: Sent[] = [];
  const permitted: string[] = [];
  let now = 0;
  const asking: Asking = {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({ request, permitted: [...permitted] });
      now += 310;
      return answer(request);
    },
    permit: (method, url) => {
      permitted.push(`${method} ${url}`);
      return Promise.resolve();
    },
    isOnline: () => isOnline,
    monotonic: () => now,
  };
  return { asking, sent };
}

const call = (url: string, more: Partial<Parameters<typeof askService>[1]> = {}) => ({
  method: 'GET',
  url,
  headers: {},
  body: '',
  ...more,
});
const never = new AbortController().signal;
/** As a fetch fails, whatever the reason. */
const fails = () => Promise.reject(new TypeError('Failed to fetch'));

describe('a call to a real service', () => {
  it('goes out as the script makes it, with nothing of this browser, after the service worker has been told', async () => {
    const { asking, sent } = browser(() => new Response('{"a":1}', { headers: { 'X-Part': 'one' } }));

    const { answer, failure } = await askService(
      asking,
      call('https://a.test/x#here', {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: 'hello',
      }),
      never,
    );

    expect(failure).toBeNull();
    expect(answer).toMatchObject({
      method: 'POST',
      url: 'https://a.test/x#here',
      status: 200,
      body: '{"a":1}',
      delay: 310,
      live: true,
    });
    expect(answer.headers).toMatchObject({ 'x-part': 'one' });
    expect(sent).toHaveLength(1);
    const [{ request, permitted } = { request: new Request('x:'), permitted: [] }] = sent;
    expect(permitted).toEqual(['POST https://a.test/x']);
    expect(request).toMatchObject({
      url: 'https://a.test/x',
      method: 'POST',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      mode: 'cors',
    });
    expect(request.headers.get('Accept')).toBe('application/json');
    expect(await request.text()).toBe('hello');
  });

  it('is told apart from one that does not let pages read it: what only says whether it is there is answered', async () => {
    const { asking, sent } = browser((request) => (request.method === 'HEAD' ? new Response() : fails()));

    const { answer, failure } = await askService(asking, call('https://a.test:8443/x?token=1'), never);

    expect(failure).toBe('no-cors');
    expect(answer.error).toBe(
      'could not connect to a.test:8443: it does not let web pages read its answers (CORS)',
    );
    expect(sent.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
      'GET https://a.test:8443/x?token=1',
      'HEAD https://a.test:8443/',
    ]);
    expect(sent[1]?.request).toMatchObject({ mode: 'no-cors', credentials: 'omit' });
  });

  it('says that nobody is there, or that this computer is offline', async () => {
    const there = await askService(browser(fails).asking, call('https://a.test/'), never);
    const off = await askService(browser(fails, false).asking, call('https://a.test/'), never);

    expect([there.failure, off.failure]).toEqual(['unreachable', 'offline']);
    expect([there.answer.error, off.answer.error]).toEqual([
      'could not connect to a.test',
      'could not connect to a.test: offline',
    ]);
  });

  it('follows no answer that leads elsewhere', async () => {
    const led = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    const { asking, sent } = browser(() => led);

    expect((await askService(asking, call('https://a.test/'), never)).failure).toBe('redirected');
    expect(sent).toHaveLength(1);
  });

  it('takes no more of an answer than a script could hold', async () => {
    const part = new Uint8Array(1024 * 1024);
    let parts = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        parts += 1;
        controller.enqueue(part);
      },
    });
    const { asking } = browser(() => new Response(endless));

    expect((await askService(asking, call('https://a.test/'), never)).failure).toBe('too-large');
    expect(parts).toBeLessThanOrEqual(mostBytes / part.length + 2);
  });

  it('reads the letters that an answer says it is written in', async () => {
    const latin = new Response(new Uint8Array([0xe5]), {
      headers: { 'Content-Type': 'text/plain; charset=ISO-8859-1' },
    });

    expect((await askService(browser(() => latin).asking, call('https://a.test/'), never)).answer.body).toBe(
      'å',
    );
  });

  it('is not sent where a browser could not send it, and is over when it is cancelled', async () => {
    const { asking, sent } = browser(() => new Response());
    const cancel = new AbortController();
    cancel.abort();

    const withBody = await askService(asking, call('https://a.test/', { body: 'x' }), never);
    const forbidden = await askService(asking, call('https://a.test/', { method: 'TRACE' }), never);
    const cancelled = await askService(asking, call('https://a.test/'), cancel.signal);

    expect([withBody, forbidden, cancelled].map(({ failure }) => failure)).toEqual([
      'not-a-request',
      'not-a-request',
      'cancelled',
    ]);
    expect(sent).toEqual([]);
  });
});
