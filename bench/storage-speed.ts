import type { Input } from '../src/engine/inputs.ts';
import type { ScenarioFile } from '../src/scenario/format.ts';
import type { StepRows } from '../src/storage/rows.ts';
import { DexieLog } from '../src/storage/dexie-log.ts';
import { browserPorts } from '../src/worker/browser-ports.ts';
import { createEngineService } from '../src/worker/service.ts';
import type { Amounts } from './amounts.ts';
import { RawDatabase, storedRows, type Batch } from './raw-database.ts';
import { median, timedAsync } from './statistics.ts';
import { connects, message } from './workload.ts';

/** Microseconds a message of the customer, medians over interleaved rounds. */
export type StorageTimes = {
  /** Through the engine's service, as the page calls it: step and storage. */
  readonly app: number;
  /** The log of the app alone: the same rows in the same transactions. */
  readonly log: number;
  /** IndexedDB without any of ours: the same rows as JSON in the same transactions. */
  readonly raw: number;
  readonly transactions: number;
  readonly kilobytes: number;
};

export type StorageSpeed = { readonly awaited: StorageTimes; readonly grouped: StorageTimes };

type Written = { readonly milliseconds: number; readonly steps: readonly (readonly StepRows[])[] };

/** Times the way of a message to the disk. Runs in a worker on a profile that is on a disk. */
export async function measureStorage(scenario: ScenarioFile, amounts: Amounts): Promise<StorageSpeed> {
  const bench = await Bench.open(scenario);
  const awaited: StorageTimes[] = [];
  const grouped: StorageTimes[] = [];
  for (let round = -1; round < amounts.rounds; round++) {
    const single = await bench.round(amounts.awaited, 1);
    const group = await bench.round(amounts.grouped, 100);
    if (round < 0) continue; // the first round warms up
    awaited.push(single);
    grouped.push(group);
  }
  await bench.close();
  return { awaited: medians(awaited), grouped: medians(grouped) };
}

const medians = (rounds: readonly StorageTimes[]): StorageTimes => {
  const of = (key: keyof StorageTimes) => median(rounds.map((round) => round[key]));
  return {
    app: of('app'),
    log: of('log'),
    raw: of('raw'),
    transactions: of('transactions'),
    kilobytes: of('kilobytes'),
  };
};

class Bench {
  readonly #scenario: ScenarioFile;
  readonly #ports = browserPorts();
  readonly #service = createEngineService(this.#ports);
  readonly #log = new DexieLog({ newId: this.#ports.newId, after: this.#ports.timers.after });
  readonly #raw: RawDatabase;
  /** The last event of each transaction, as the service tells of them. */
  #ends: number[] = [];

  private constructor(scenario: ScenarioFile, raw: RawDatabase) {
    this.#scenario = scenario;
    this.#raw = raw;
  }

  static async open(scenario: ScenarioFile): Promise<Bench> {
    const bench = new Bench(scenario, await RawDatabase.open());
    const { storage } = await bench.#service.connect((publication) => {
      if (publication.type === 'events') bench.#ends.push(publication.events.at(-1)?.seq ?? 0);
    }, location.href);
    if (storage.kind !== 'indexedDB') throw new Error('The service has no database to write to.');
    return bench;
  }

  async close(): Promise<void> {
    await this.#service.close();
    this.#log.close();
    this.#raw.close();
  }

  /** The same messages three ways, one after the other: app, log, raw. */
  async round(messages: number, inFlight: number): Promise<StorageTimes> {
    const { milliseconds, steps } = await this.#app(messages, inFlight);
    const log = await this.#appendAgain(steps);
    const batches = steps.map(batchOf);
    const raw = await timedAsync(() => this.#raw.write(batches));
    const each = (time: number) => (1000 * time) / messages;
    const characters = batches.flatMap(({ inputs, events }) => [...inputs, ...events]).join('').length;
    return {
      app: each(milliseconds),
      log: each(log),
      raw: each(raw),
      transactions: steps.length,
      kilobytes: characters / 1000,
    };
  }

  async #app(messages: number, inFlight: number): Promise<Written> {
    const id = this.#ports.newId();
    await this.#service.create('Benchmark', this.#scenario, id);
    await this.#service.open(id);
    await this.#dispatch(id, connects);
    this.#ends = [];
    let next = 1;
    const lane = async () => {
      while (next <= messages) await this.#dispatch(id, message(next++));
    };
    const milliseconds = await timedAsync(() => Promise.all(Array.from({ length: inFlight }, lane)));
    return { milliseconds, steps: await this.#stepsOf(id) };
  }

  async #dispatch(workspace: string, input: Input): Promise<void> {
    const answer = await this.#service.dispatch({ id: this.#ports.newId(), workspace, input });
    if (answer.kind !== 'committed') throw new Error(`An input of the benchmark was ${answer.kind}.`);
  }

  /** What the app wrote, transaction by transaction, read back from its database. */
  async #stepsOf(workspace: string): Promise<readonly (readonly StepRows[])[]> {
    const { inputs, events } = await storedRows(workspace);
    // The first input is the one that connected, before the time was taken.
    const steps = inputs.slice(1).map((input, index) => {
      const before = inputs[index]?.seq ?? 0;
      return { input, events: events.slice(before, input.seq).map(({ event }) => event) };
    });
    let start = 0;
    return this.#ends.map((end) => {
      const from = start;
      while (start < steps.length && (steps[start]?.input.seq ?? 0) <= end) start++;
      return steps.slice(from, start);
    });
  }

  async #appendAgain(steps: readonly (readonly StepRows[])[]): Promise<number> {
    const workspace = this.#ports.newId();
    await this.#log.create({ id: workspace, name: 'Log alone', createdAt: 0 }, this.#scenario.world, []);
    const fence = await this.#log.claim(workspace);
    const batches = steps.map((batch) =>
      batch.map(({ input, events }) => ({ input: { ...input, workspace }, events })),
    );
    return timedAsync(async () => {
      for (const batch of batches) await this.#log.append(fence, batch);
    });
  }
}

const batchOf = (steps: readonly StepRows[]): Batch => ({
  inputs: steps.map(({ input }) => JSON.stringify(input)),
  events: steps.flatMap(({ input, events }) =>
    events.map((event) => JSON.stringify({ workspace: input.workspace, seq: event.seq, event })),
  ),
});
