import type { Input } from '../src/engine/inputs.ts';
import type { ScenarioFile } from '../src/scenario/format.ts';
import type { SyncFile } from '../src/storage/journal/folder.ts';
import type { StoredStep } from '../src/storage/rows.ts';
import { browserPorts } from '../src/worker/browser-ports.ts';
import { createEngineService } from '../src/worker/service.ts';
import type { Amounts } from './amounts.ts';
import { RawDatabase, storedSteps } from './raw-database.ts';
import { median, timedAsync } from './statistics.ts';
import { connects, message } from './workload.ts';

/** Microseconds a message of the customer, medians over interleaved rounds. */
export type StorageTimes = {
  /** Through the engine's service, as the page calls it: step and storage. */
  readonly app: number;
  /** IndexedDB without any of ours: input and events as a row of JSON each, in the same groups. */
  readonly raw: number;
  /** As `raw`, with one row a step. */
  readonly rawSteps: number;
  /** The same texts into a private file, flushed after each group: as fast as anything can be durable here. */
  readonly file: number;
  readonly groups: number;
  readonly kilobytes: number;
};

export type StorageSpeed = { readonly awaited: StorageTimes; readonly grouped: StorageTimes };

type Written = { readonly milliseconds: number; readonly steps: readonly (readonly StoredStep[])[] };

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
    raw: of('raw'),
    rawSteps: of('rawSteps'),
    file: of('file'),
    groups: of('groups'),
    kilobytes: of('kilobytes'),
  };
};

class Bench {
  readonly #scenario: ScenarioFile;
  readonly #ports = browserPorts();
  readonly #service = createEngineService(this.#ports);
  readonly #raw: RawDatabase;
  /** The last event of each group, as the service tells of them. */
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
    this.#raw.close();
  }

  /** The same messages four ways, one after the other. */
  async round(messages: number, inFlight: number): Promise<StorageTimes> {
    const { milliseconds, steps } = await this.#app(messages, inFlight);
    const rows = steps.map((group) => group.flatMap(rowsOf));
    const texts = steps.map((group) => group.map((step) => JSON.stringify(step)));
    const raw = await timedAsync(() => this.#raw.write(rows));
    const rawSteps = await timedAsync(() => this.#raw.write(texts));
    const file = await timedAsync(() => writeFlushed(texts));
    const each = (time: number) => (1000 * time) / messages;
    return {
      app: each(milliseconds),
      raw: each(raw),
      rawSteps: each(rawSteps),
      file: each(file),
      groups: steps.length,
      kilobytes: texts.flat().join('').length / 1000,
    };
  }

  async #app(messages: number, inFlight: number): Promise<Written> {
    const id = this.#ports.newId();
    const { world } = this.#scenario;
    await this.#service.createPlayed(
      { name: 'Benchmark', began: 'file', world, steps: [], openingSteps: 0 },
      id,
    );
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

  /** What the app wrote, group by group, read back from its database. */
  async #stepsOf(workspace: string): Promise<readonly (readonly StoredStep[])[]> {
    await this.#service.events(workspace, 1, 1); // what is read lies in the database
    // The first step is the one that connected, before the time was taken.
    const steps = (await storedSteps(workspace)).slice(1);
    let start = 0;
    return this.#ends.map((end) => {
      const from = start;
      while (start < steps.length && (steps[start]?.seq ?? 0) <= end) start++;
      return steps.slice(from, start);
    });
  }
}

/** A row for the input of a step and one for each event, as JSON: thirteen for a message that a bot answers. */
const rowsOf = ({ events, ...input }: StoredStep): string[] => [
  JSON.stringify(input),
  ...events.map((event) => JSON.stringify({ seq: event.seq, event })),
];

/** A file as workers have it, which the types of pages do not know. */
type WritableInWorker = { createSyncAccessHandle(): Promise<SyncFile> };

/** Each group of texts at the end of a private file, and then onto the disk. */
async function writeFlushed(groups: readonly (readonly string[])[]): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const name = 'rehearsal-bench-file';
  const handle = await root.getFileHandle(name, { create: true });
  const file = await (handle as unknown as WritableInWorker).createSyncAccessHandle();
  const encoder = new TextEncoder();
  let size = 0;
  try {
    for (const group of groups) {
      size += file.write(encoder.encode(group.join('')), { at: size });
      file.flush();
    }
  } finally {
    file.close();
    await root.removeEntry(name);
  }
}
