import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Hand, Waits } from '../../../src/protocol/debug-api.ts';
import type { Workspace } from '../../../src/protocol/engine-api.ts';
import { forgetWorkspace } from '../../../src/ui/browser-storage.ts';
import { createNetwork, type Network, type NetworkPorts } from '../../../src/ui/network/network.ts';
import { keyOf, readSettings } from '../../../src/ui/network/settings.ts';
import { webStorage } from '../web-storage.ts';

type AppContextValue = Parameters<typeof createNetwork>[0];

const api = 'https://api.test';

/** A window with one workspace open, over a browser in which services answer with their own address. */
function room({
  isHere = true,
  kept = new Map<string, string>(),
  asksByHand = false,
  isPassing = false,
} = {}) {
  const workspace = signal<Workspace | null>(null);
  const waits = signal<Waits | null>(null);
  const sent: string[] = [];
  const told: (readonly [string, boolean])[] = [];
  const gone: string[] = [];
  const goneOn: Hand[] = [];
  let answer = (url: string): Promise<Response> => Promise.resolve(new Response(`real ${url}`));
  let changed: (key: string | null) => void = () => undefined;
  const local = webStorage(kept);
  const session = webStorage(new Map());
  const engine = {
    asksServices: (id: string, asks: boolean) => {
      told.push([id, asks]);
      return Promise.resolve();
    },
    asksForAnswers: () => Promise.resolve(asksByHand),
    goOn: (_: string, how: string, hand: Hand) => {
      expect(how).toBe('continue');
      goneOn.push(hand);
      waits.value = null;
      return Promise.resolve(true);
    },
  };
  const to = (url: string | URL) => void gone.push(String(url));
  const ports: NetworkPorts = {
    isHere,
    location: {
      href: 'https://app.test/sub/network.html#/stage',
      hash: '#/stage',
      origin: 'https://app.test',
      protocol: 'https:',
      assign: to,
      replace: to,
    },
    locks: null,
    fetch: (input, init) => {
      const request = new Request(input, init);
      sent.push(`${request.method} ${request.url}`);
      return answer(request.url);
    },
    permit: () => Promise.resolve(),
    isOnline: () => true,
    monotonic: () => 0,
    onKept: (listener) => {
      changed = listener;
    },
  };
  const store = { engine, workspace, waits, leave: () => Promise.resolve() };
  const undo = { last: () => (isPassing ? { passing: {} } : undefined) };
  const surroundings = { store, undo, keepers: { local, session } } as unknown as AppContextValue;
  const network = createNetwork(surroundings, ports);
  return {
    network,
    kept,
    local,
    session,
    sent,
    told,
    gone,
    goneOn,
    waits,
    opens: (id: string) => {
      workspace.value = { id, name: id, createdAt: 0, openedAt: 0 };
    },
    /** A step stands still at a call. */
    calls: (url: string, more: Partial<Waits> = {}) => {
      const call = { method: 'GET', url, headers: {}, body: '' };
      const place = { script: 1, line: 1, statement: 1 };
      const input = { type: 'customer.connects', channel: 1 } as const;
      waits.value = { step: 1, at: 0, input, why: 'http', place, call, session: 1, hand: {}, ...more };
    },
    answers: (next: typeof answer) => {
      answer = next;
    },
    keptElsewhere: (id: string, text: string) => {
      kept.set(keyOf(id), text);
      changed(keyOf(id));
    },
  };
}

const on = (id: string, ...allowed: string[]) =>
  new Map([[keyOf(id), JSON.stringify({ on: true, allowed })]]);
const asks = (network: Network) => network.call.value.kind;
const settled = () => vi.waitFor(() => Promise.resolve());
/** What was recorded last. */
const recorded = (goneOn: readonly Hand[]) => goneOn.at(-1)?.answers?.at(-1);

afterEach(() => {
  vi.useRealTimers();
});

describe('a call that nobody answers', () => {
  it('goes to its host once that is allowed, and is recorded behind the answers before it', async () => {
    const { network, opens, calls, sent, goneOn } = room({ kept: on('one') });
    opens('one');
    const before = { method: 'GET', url: 'https://else.test/', status: 200 };
    calls(`${api}/joke`, { hand: { answers: [before] } });

    await vi.waitFor(() => {
      expect(asks(network)).toBe('question');
    });
    expect(sent).toEqual([]);
    network.allow(api);
    await vi.waitFor(() => {
      expect(goneOn).toHaveLength(1);
    });

    expect(sent).toEqual([`GET ${api}/joke`]);
    expect(goneOn[0]?.answers).toMatchObject([
      before,
      { url: `${api}/joke`, body: `real ${api}/joke`, live: true },
    ]);
    expect(asks(network)).toBe('none');

    calls(`${api}/more`, { step: 2 });
    await vi.waitFor(() => {
      expect(sent).toHaveLength(2);
    });
  });

  it('is not given what comes late for another one, which somebody stopped meanwhile', async () => {
    const { opens, calls, sent, goneOn, answers } = room({ kept: on('one', api) });
    let come: (response: Response) => void = () => undefined;
    answers((url) =>
      url.endsWith('/late')
        ? new Promise((resolve) => (come = resolve))
        : Promise.resolve(new Response('in time')),
    );
    opens('one');
    calls(`${api}/late`);
    await vi.waitFor(() => {
      expect(sent).toEqual([`GET ${api}/late`]);
    });

    calls(`${api}/next`, { step: 2 });
    come(new Response('late'));
    await vi.waitFor(() => {
      expect(goneOn).not.toEqual([]);
    });
    await settled();

    expect(goneOn.flatMap(({ answers: given }) => given ?? []).map(({ url }) => url)).toEqual([
      `${api}/next`,
    ]);
  });

  it('is answered by nobody where its host is not allowed, which is not asked about again', async () => {
    const { network, opens, calls, sent, goneOn } = room({ kept: on('one') });
    opens('one');
    calls(`${api}/joke`);
    await vi.waitFor(() => {
      expect(asks(network)).toBe('question');
    });

    network.decline();
    await vi.waitFor(() => {
      expect(recorded(goneOn)?.error).toBe(`offline: no mock for GET ${api}/joke`);
    });
    calls(`${api}/more`, { step: 2 });
    await vi.waitFor(() => {
      expect(recorded(goneOn)?.url).toBe(`${api}/more`);
    });

    expect(sent).toEqual([]);
    expect([...network.declined.value]).toEqual([api]);
  });

  it('is left to somebody who wants to answer by hand, where the service gives none; it can be asked once more', async () => {
    const { network, opens, calls, sent, goneOn, answers } = room({ kept: on('one', api), asksByHand: true });
    opens('one');
    answers(() => Promise.reject(new TypeError('Failed to fetch')));
    calls(`${api}/joke`);
    await vi.waitFor(() => {
      expect(network.call.value).toMatchObject({ kind: 'failed', why: 'unreachable', waits: true });
    });
    expect(goneOn).toEqual([]);

    answers(() => Promise.resolve(new Response('there again')));
    network.askNow();

    await vi.waitFor(() => {
      expect(recorded(goneOn)?.body).toBe('there again');
    });
    expect(sent.filter((one) => one.startsWith('GET'))).toHaveLength(2);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/plain,x',
    'https://app.test/sw.js',
    `https://api.test@evil.test/`,
  ])('is sent nowhere where its address is %s', async (url) => {
    const { network, opens, calls, sent, goneOn } = room({ kept: on('one', api) });
    opens('one');
    calls(url);

    await vi.waitFor(() => {
      expect(asks(network)).toBe('failed');
    });
    expect(sent).toEqual([]);
    expect(recorded(goneOn)?.error).toMatch(/^offline/);
  });

  it('is not asked for while a mock holds it, nor when it waits at a breakpoint', async () => {
    const { network, opens, calls, sent, waits } = room({ kept: on('one', api) });
    opens('one');
    calls(`${api}/`, { call: { method: 'GET', url: `${api}/`, headers: {}, body: '', held: 3 } });
    await settled();
    const { call: _, ...atBreakpoint } = waits.value as Waits;
    waits.value = { ...atBreakpoint, why: 'breakpoint', step: 2 };
    await settled();

    expect(asks(network)).toBe('none');
    expect(sent).toEqual([]);
  });
});

describe('the switch', () => {
  it('holds for one workspace: for another one nothing is sent, and the window goes back to the ordinary page', async () => {
    const { network, opens, calls, sent, gone, told, session } = room({ kept: on('one', api) });
    opens('one');
    await settled();
    opens('two');
    calls(`${api}/joke`);
    await vi.waitFor(() => {
      expect(gone).toEqual(['https://app.test/sub/#/stage']);
    });

    expect(network.settings.value).toEqual({ on: false, allowed: [] });
    expect(told.at(-1)).toEqual(['two', false]);
    expect(session.getItem('rehearsal.open')).toBe('two');
    expect(sent).toEqual([]);
  });

  it('keeps the page of real services as long as a workspace that was deleted can be brought back', async () => {
    const { opens, gone, told } = room({ isPassing: true });

    opens('without');
    await settled();

    expect(told).toEqual([['without', false]]);
    expect(gone).toEqual([]);
  });

  it('lets nothing out at the ordinary page, even where it is on', async () => {
    const { network, opens, calls, sent, told } = room({ isHere: false, kept: on('one', api) });
    opens('one');
    calls(`${api}/joke`);
    await settled();

    expect(network.settings.value.on).toBe(true);
    expect(told).toEqual([]);
    expect(sent).toEqual([]);
  });

  it('leads to the other page and back, with the workspace open', async () => {
    const { network, opens, gone, kept, session } = room({ isHere: false });
    opens('one');

    expect(await network.switchOn()).toBe(true);

    expect(gone).toEqual(['https://app.test/sub/network.html#/stage']);
    expect(session.getItem('rehearsal.open')).toBe('one');
    const there = room({ kept });
    there.opens('one');
    there.network.switchOff();
    await vi.waitFor(() => {
      expect(there.gone).toEqual(['https://app.test/sub/#/stage']);
    });
    expect(readSettings(there.local, 'one').on).toBe(false);
  });

  it('sends nothing any more once a host is taken away, here or in another tab, also what was under way', async () => {
    const { network, opens, calls, goneOn, answers, keptElsewhere, sent } = room({ kept: on('one', api) });
    opens('one');
    let come: (response: Response) => void = () => undefined;
    answers(
      () =>
        new Promise((resolve) => {
          come = resolve;
        }),
    );
    calls(`${api}/joke`);
    await vi.waitFor(() => {
      expect(asks(network)).toBe('asking');
    });
    keptElsewhere('one', JSON.stringify({ on: true, allowed: [] }));
    await settled();
    come(new Response('too late'));
    await vi.waitFor(() => {
      expect(recorded(goneOn)?.error).toBe(`offline: no mock for GET ${api}/joke`);
    });

    calls(`${api}/again`, { step: 2 });
    await vi.waitFor(() => {
      expect(asks(network)).toBe('question');
    });
    expect(sent).toEqual([`GET ${api}/joke`]);
  });

  it('is off wherever something else is kept than it wrote, and is forgotten with its workspace', () => {
    const kept = new Map([
      [keyOf('a'), '{"on":"yes","allowed":["https://x.test"]}'],
      [keyOf('b'), '{'],
      [keyOf('c'), '[1]'],
      [keyOf('d'), '{"on":true,"allowed":[1,null]}'],
      [keyOf('e'), '{"on":true,"allowed":"https://x.test"}'],
    ]);
    const local = webStorage(kept);

    expect(['a', 'b', 'c', 'z'].map((id) => readSettings(local, id).on)).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(['d', 'e'].map((id) => readSettings(local, id).allowed)).toEqual([[], []]);
    forgetWorkspace(local, 'd');
    expect(readSettings(local, 'd').on).toBe(false);
  });
});
