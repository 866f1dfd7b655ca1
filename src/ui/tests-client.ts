import { proxy, type Endpoint, type Remote } from 'comlink';
import type { WorldFile } from '../engine/definition.ts';
import type { Test } from '../protocol/engine-api.ts';
import type { HearTests, LookedAt, TestOutcome, TestsApi } from '../protocol/tests-api.ts';
import type { StartedWorker } from './connection/supervisor.ts';
import { WorkerLine } from './connection/worker-line.ts';

export type TestsClientOptions = {
  readonly startWorker: () => StartedWorker<Endpoint>;
  /** Address of the page. */
  readonly base: string;
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** A test that takes longer than this, in milliseconds, is ended with its worker. */
const patience = 10_000;

/**
 * The page's end of the wire to the worker that runs tests, which starts when it is first asked something. What hangs is ended with
 * its worker and named, and the next worker goes on with the rest.
 */
export class TestsClient {
  readonly #options: TestsClientOptions;
  readonly #line: WorkerLine<TestsApi>;
  #present: WorldFile | null = null;
  /** The tests that the worker has. */
  #held = new WeakSet<Test>();

  constructor(options: TestsClientOptions) {
    this.#options = options;
    this.#line = new WorkerLine(options.startWorker, (api) => this.#greet(api));
  }

  /** From now on tests run in these settings. */
  async take(present: WorldFile): Promise<void> {
    this.#present = present;
    if (this.#line.current !== null) await this.#line.call(async (api) => api.take(present));
  }

  /** Runs tests, one after the other, until all are done or `stop` ends them. It never rejects. */
  async run(tests: readonly Test[], heard: HearTests, stop: AbortSignal): Promise<void> {
    let left = tests;
    while (left.length > 0 && !stop.aborted) left = await this.#runUntilHung(left, heard, stop);
  }

  /** Those that are left when one of them hangs or is stopped, which is told of it. */
  async #runUntilHung(tests: readonly Test[], heard: HearTests, stop: AbortSignal): Promise<readonly Test[]> {
    let at = 0;
    const end = () => {
      this.stop();
    };
    // The first of them may have to wait for the worker to come.
    let forget = this.#options.after(patience, end);
    const hear: HearTests = (news) => {
      if ('ended' in news) at += 1;
      forget();
      forget = this.#options.after(patience, end);
      void heard(news);
    };
    stop.addEventListener('abort', end);
    try {
      const ids = tests.map(({ id }) => id);
      await this.#hold(tests);
      await this.#line.call(async (api) => api.run(ids, proxy(hear)));
      return [];
    } catch {
      this.stop();
      const hung = tests[at];
      if (hung === undefined || stop.aborted) return [];
      void heard({ ended: hungAt(hung) });
      return tests.slice(at + 1);
    } finally {
      forget();
      stop.removeEventListener('abort', end);
    }
  }

  /** A hundred tests are some megabytes of text: they are sent once, and not on every save. */
  async #hold(tests: readonly Test[]): Promise<void> {
    const fresh = tests.filter((test) => !this.#held.has(test));
    if (fresh.length === 0) return;
    await this.#line.call(async (api) => api.hold(fresh));
    for (const test of fresh) this.#held.add(test);
  }

  /** A test with all that came of it; null when it did not come to its end. */
  look(test: Test): Promise<LookedAt | null> {
    return this.#patiently(async (api) => api.look(test));
  }

  accept(test: Test): Promise<Test | null> {
    return this.#patiently(async (api) => api.accept(test));
  }

  rename(...of: Parameters<TestsApi['rename']>): Promise<Test | null> {
    return this.#patiently(async (api) => api.rename(...of));
  }

  upTo(test: Test, step: number): ReturnType<TestsApi['upTo']> {
    return this.#patiently(async (api) => api.upTo(test, step));
  }

  read(...of: Parameters<TestsApi['read']>): Promise<Awaited<ReturnType<TestsApi['read']>> | null> {
    return this.#patiently(async (api) => api.read(...of));
  }

  samples(madeAt: number): Promise<readonly Test[] | null> {
    return this.#patiently(async (api) => api.samples(madeAt));
  }

  junit(ids: readonly string[]): Promise<string | null> {
    return this.#patiently(async (api) => api.junit(ids));
  }

  /** Ends the worker; whatever is asked next starts another one. */
  stop(): void {
    this.#line.stop();
    this.#held = new WeakSet();
  }

  /** What the worker answers in time; null when it breaks or takes too long, which ends it. */
  async #patiently<T>(ask: (api: Remote<TestsApi>) => Promise<T>): Promise<T | null> {
    const forget = this.#options.after(patience, () => {
      this.stop();
    });
    try {
      return await this.#line.call(ask);
    } catch {
      this.stop();
      return null;
    } finally {
      forget();
    }
  }

  async #greet(api: Remote<TestsApi>): Promise<void> {
    await api.connect(this.#options.base);
    if (this.#present !== null) await api.take(this.#present);
  }
}

const hungAt = ({ id, steps }: Test): TestOutcome => ({ id, steps, milliseconds: patience, kind: 'hung' });
