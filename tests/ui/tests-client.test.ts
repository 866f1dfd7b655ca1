import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Test } from '../../src/protocol/engine-api.ts';
import type { TestOutcome, TestsApi } from '../../src/protocol/tests-api.ts';
import { TestsClient } from '../../src/ui/tests-client.ts';
import { FakeTime, settle } from '../support/fake-time.ts';

const test = (id: string): Test => ({
  ...{ id, madeAt: 1, name: id, tags: [], steps: 2 },
  ...{ isWatched: false, runsWith: 'present', text: id },
});

/** Workers in which every test passes, but for those called `hangs`. */
class Workers {
  readonly time = new FakeTime();
  /** What each worker was asked. */
  readonly asked: string[][] = [];
  readonly #ports: MessagePort[] = [];

  readonly start = () => {
    const { port1, port2 } = new MessageChannel();
    this.#ports.push(port1, port2);
    const asked: string[] = [];
    this.asked.push(asked);
    const api: Partial<TestsApi> = {
      connect: () => Promise.resolve(),
      take: () => {
        asked.push('take');
        return Promise.resolve();
      },
      hold: (tests) => {
        asked.push(`hold ${tests.map(({ id }) => id).join(' ')}`);
        return Promise.resolve();
      },
      run: async (ids, heard) => {
        asked.push(`run ${ids.join(' ')}`);
        for (const id of ids) {
          await heard({ begins: id });
          if (id === 'hangs') await new Promise(() => undefined);
          await heard({ ended: { id, steps: 2, milliseconds: 1, kind: 'passed' } });
        }
      },
      look: () => new Promise(() => undefined),
    };
    expose(api, port2);
    return {
      endpoint: port1 as never,
      onFailure: () => undefined,
      terminate: () => {
        asked.push('ended');
      },
    };
  };

  close = () => {
    for (const port of this.#ports) port.close();
  };
}

let workers: Workers;
let client: TestsClient;
let outcomes: TestOutcome[];
const hear = (news: { readonly begins: string } | { readonly ended: TestOutcome }) => {
  if ('ended' in news) outcomes.push(news.ended);
};
const kinds = () => outcomes.map(({ id, kind }) => `${id} ${kind}`);

/** Time for all that is on its way between page and worker. */
const idle = async () => {
  for (let round = 0; round < 20; round++) await settle();
};

beforeEach(() => {
  workers = new Workers();
  outcomes = [];
  client = new TestsClient({ startWorker: workers.start, base: '/', after: workers.time.after });
});

afterEach(() => {
  client.stop();
  workers.close();
});

describe('tests that run', () => {
  it('are sent once, and again only when they are others', async () => {
    const tests = [test('a'), test('b')];
    const stop = new AbortController().signal;

    await client.run(tests, hear, stop);
    await client.run(tests, hear, stop);
    await client.run([tests[0] as Test, test('b')], hear, stop);

    expect(workers.asked).toEqual([['hold a b', 'run a b', 'run a b', 'hold b', 'run a b']]);
    expect(outcomes).toHaveLength(6);
  });

  it('go on without the one that hangs, in another worker that knows the settings', async () => {
    await client.take({ startsAt: '2026-03-02T09:00:00Z' });
    const running = client.run(['a', 'hangs', 'b'].map(test), hear, new AbortController().signal);
    await idle();
    await workers.time.pass(10_000);
    await running;

    expect(kinds()).toEqual(['a passed', 'hangs hung', 'b passed']);
    expect(workers.asked).toEqual([
      ['take', 'hold a hangs b', 'run a hangs b', 'ended'],
      ['take', 'hold b', 'run b'],
    ]);
  });

  it('end when somebody stops them, and none is called hung', async () => {
    const stopping = new AbortController();
    const running = client.run(['a', 'hangs', 'b'].map(test), hear, stopping.signal);
    await idle();
    stopping.abort();
    await running;

    expect(kinds()).toEqual(['a passed']);
  });
});

describe('a test that is looked at', () => {
  it('is given up after ten seconds', async () => {
    const looking = client.look(test('hangs'));
    await idle();
    await workers.time.pass(10_000);

    expect(await looking).toBeNull();
    expect(workers.asked).toEqual([['ended']]);
  });
});
