import type {
  JavaScript,
  JavaScriptFailure,
  JavaScriptResult,
  JavaScriptRun,
  SourcePart,
} from './javascript.ts';
import type { Pool } from './pool.ts';
import { Run } from './run.ts';

/**
 * How much of the engine's stack all runs inside each other may take, in bytes: some 370 calls. The host's own stack goes
 * down with it, more than three times as far, and that of a worker in Chromium has 500 KB, for the rules around it too.
 */
const stackOfAll = 96 * 1024;

/** A run that is left with less does not begin. */
const leastStack = 12 * 1024;

/** What one run takes of it before its script calls anything. */
const stackOfRun = 2 * 1024;

export class Runner implements JavaScript {
  readonly #pool: Pool;
  /** The runs that are under way, each inside the one before. */
  readonly #open: Run[] = [];

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  run(asked: JavaScriptRun): JavaScriptResult {
    const used = this.#open.reduce((sum, run) => sum + run.stackUsed + stackOfRun, 0);
    const { instance, template } = this.#pool.take(asked.scope);
    const run = new Run(asked, instance, template.driver, {
      stack: stackOfAll - used,
      capacity: this.#pool.capacity,
    });
    if (stackOfAll - used < leastStack) {
      this.#pool.giveBack(instance, template.snapshot.size);
      return run.tooDeep();
    }
    this.#open.push(run);
    try {
      const result = run.run();
      if (run.isWhole) this.#pool.giveBack(instance, template.snapshot.size);
      return result;
    } finally {
      this.#open.pop();
    }
  }

  syntaxError(source: string, parts: readonly SourcePart[]): JavaScriptFailure | undefined {
    const { instance, template } = this.#pool.take(noScope);
    const run = new Run(onlyRead(source, parts), instance, template.driver, {
      stack: stackOfAll,
      capacity: this.#pool.capacity,
    });
    const failure = run.check();
    if (run.isWhole) this.#pool.giveBack(instance, template.snapshot.size);
    return failure;
  }
}

const noScope = { source: '() => () => {}', functions: [] };

const onlyRead = (source: string, parts: readonly SourcePart[]): JavaScriptRun => ({
  source,
  parts,
  scope: noScope,
  given: null,
  host: {},
  clock: { now: () => 0, sleep: () => undefined, offset: () => 0 },
  random: () => 0,
  meter: { price: 0, limit: Infinity },
  console: () => undefined,
});
