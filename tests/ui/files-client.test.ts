import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileCheck, FilesApi, Source } from '../../src/protocol/files-api.ts';
import { FilesClient } from '../../src/ui/files-client.ts';
import { FakeTime, settle } from '../support/fake-time.ts';

const checked: FileCheck = {
  verdict: { kind: 'identical', steps: 7, of: 7 },
  messages: 2,
  problem: null,
};
const source: Source = { kind: 'text', text: 'the file' };

/** Workers that look at once, and play as long as they are let. */
class Workers {
  readonly time = new FakeTime();
  /** What each worker was asked. */
  readonly asked: string[][] = [];
  readonly ports: MessagePort[] = [];
  #finish: () => void = () => undefined;
  #fail: () => void = () => undefined;

  readonly start = () => {
    const { port1, port2 } = new MessageChannel();
    this.ports.push(port1, port2);
    const asked: string[] = [];
    this.asked.push(asked);
    const api: Partial<FilesApi> = {
      connect: () => Promise.resolve(),
      look: (what) => {
        asked.push(`look at ${'text' in what ? what.text : what.name}`);
        return Promise.resolve({ kind: 'refused', problems: [] });
      },
      check: (progress) =>
        new Promise((resolve) => {
          asked.push('play');
          progress?.(3, 7);
          this.#finish = () => {
            resolve(checked);
          };
        }),
      // A bot that never comes to its end.
      runAgain: (_, differs) => {
        asked.push('run again');
        differs?.(12);
        return new Promise(() => undefined);
      },
      explore: (_, goesOn) =>
        new Promise((resolve) => {
          this.tell = async (tried) => {
            if (await goesOn({ tried, of: 9, failing: 0 })) return;
            resolve({ kind: 'explored', tried, of: 9, failing: 0, isStopped: true, races: [] });
          };
        }),
      played: () => {
        asked.push('played');
        return Promise.resolve({ name: 'Late order' } as never);
      },
    };
    expose(api, port2);
    return {
      endpoint: port1 as never,
      onFailure: (failed: () => void) => {
        this.#fail = failed;
      },
      terminate: () => {
        port1.close();
        port2.close();
        asked.push('ended');
      },
    };
  };

  /** Tells how many orders were tried. */
  tell: (tried: number) => Promise<void> = () => Promise.resolve();

  finish = () => {
    this.#finish();
  };
  fail = () => {
    this.#fail();
  };
}

let workers: Workers;
let client: FilesClient;
const seen: string[] = [];
const progress = (done: number, of: number) => void seen.push(`${String(done)} of ${String(of)}`);

beforeEach(() => {
  seen.length = 0;
  workers = new Workers();
  client = new FilesClient({
    startWorker: workers.start,
    base: '/',
    app: 'Rehearsal',
    after: workers.time.after,
  });
});

afterEach(() => {
  client.stop();
  for (const port of workers.ports) port.close();
});

describe('the preview of a file', () => {
  it('plays it for the verdict and tells how far it is', async () => {
    await client.look(source);

    const playing = client.play(progress, new AbortController().signal);
    await settle();
    workers.finish();

    expect(await playing).toEqual({
      kind: 'played',
      checked,
    });
    expect(seen).toEqual(['3 of 7']);
    await client.played();
    expect(workers.asked).toEqual([['look at the file', 'play', 'played']]);
  });

  it('gives up after ten seconds; opened all the same, another worker is told what it was', async () => {
    await client.look(source);
    const playing = client.play(progress, new AbortController().signal);
    await settle();

    await workers.time.pass(9999);
    expect(workers.asked[0]).not.toContain('ended');
    await workers.time.pass(1);

    expect(await playing).toEqual({ kind: 'notPlayed', because: 'slow' });
    expect(await client.played()).toEqual({ name: 'Late order' });
    expect(workers.asked).toEqual([
      ['look at the file', 'play', 'ended'],
      ['look at the file', 'played'],
    ]);
  });

  it('of a conversation that is run again is given up after ten seconds, and stopped by hand, with its worker', async () => {
    const request = { was: {}, now: { setting: {} } } as unknown as Parameters<FilesClient['runAgain']>[0];
    const told: number[] = [];
    const slow = client.runAgain(request, new AbortController().signal, (step) => told.push(step));
    await settle();
    await workers.time.pass(10_000);
    expect(await slow).toEqual({ kind: 'notPlayed', because: 'slow' });
    expect(told).toEqual([12]);

    const stopping = new AbortController();
    const stopped = client.runAgain(request, stopping.signal);
    await settle();
    stopping.abort();
    expect(await stopped).toEqual({ kind: 'notPlayed', because: 'stopped' });
    expect(workers.asked).toEqual([
      ['run again', 'ended'],
      ['run again', 'ended'],
    ]);
  });

  it('is stopped by whoever does not want to wait, and by a worker that breaks', async () => {
    const stopping = new AbortController();
    await client.look(source);
    const stopped = client.play(progress, stopping.signal);
    await settle();
    stopping.abort();
    expect(await stopped).toEqual({ kind: 'notPlayed', because: 'stopped' });

    const broken = client.play(progress, new AbortController().signal);
    await settle();
    workers.fail();
    expect(await broken).toEqual({ kind: 'notPlayed', because: 'broken' });
  });

  it('answers nobody any more when it is closed', async () => {
    const looking = client.look(source);
    client.stop();

    await expect(looking).rejects.toThrow('ended');
  });
});

describe('exploring orders', () => {
  const request = {
    source: { test: '{}', present: null },
    window: 2000,
    runs: null,
    seed: 1,
    keptName: 'Kept',
  } as const;

  it('takes as long as it says that it goes on, and is ended ten seconds after it last did', async () => {
    const heard: number[] = [];
    const exploring = client.explore(request, ({ tried }) => heard.push(tried), new AbortController().signal);
    await settle();
    await workers.time.pass(9000);
    await workers.tell(4);
    await settle();
    await workers.time.pass(9000);
    expect(workers.asked[0]).toEqual([]);

    await workers.time.pass(1000);

    expect(await exploring).toEqual({ kind: 'notPlayed', because: 'slow' });
    expect(heard).toEqual([4]);
    expect(workers.asked[0]).toEqual(['ended']);
  });

  it('tells whoever stops it what was found so far', async () => {
    const stop = new AbortController();
    const exploring = client.explore(request, () => undefined, stop.signal);
    await settle();
    stop.abort();
    await workers.tell(5);

    expect(await exploring).toMatchObject({ kind: 'explored', tried: 5, isStopped: true });
  });

  it('does not let whoever stops it wait for what hangs', async () => {
    const stop = new AbortController();
    const exploring = client.explore(request, () => undefined, stop.signal);
    await settle();
    stop.abort();
    await workers.time.pass(2000);

    expect(await exploring).toEqual({ kind: 'notPlayed', because: 'stopped' });
    expect(workers.asked[0]).toEqual(['ended']);
  });
});
