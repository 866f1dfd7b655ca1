import type { Input } from '../src/engine/inputs.ts';
import type { ScenarioFile } from '../src/scenario/format.ts';
import { browserPorts } from '../src/worker/browser-ports.ts';
import { playFile } from '../src/worker/files/play-file.ts';
import { runAgain } from '../src/worker/files/run-again.ts';
import { createEngineService } from '../src/worker/service.ts';
import { median, timedAsync } from './statistics.ts';
import { connects, message } from './workload.ts';

/** Milliseconds, medians. */
export type PastSpeed = {
  /** A branch of all that is in a long workspace, which is open: until the branch is. */
  readonly fork: number;
  /** To read as many rows of the same texts and to write them, with none of ours between. */
  readonly rows: number;
  readonly messages: number;
  /** From the wish to run a conversation again until the first step that differs is told, and until all are. */
  readonly firstDifference: number;
  readonly allDifferences: number;
  /** To play the conversation once. */
  readonly once: number;
  readonly steps: number;
};

const forks = 2;
const rounds = 5;
const steps = 500;

/** Forks a long workspace that lies in the database, and runs a conversation again with an edited bot. */
export async function measurePast(scenario: ScenarioFile, long: string): Promise<PastSpeed> {
  return { ...(await measureFork(long)), ...(await measureRunAgain(scenario)) };
}

async function measureFork(long: string) {
  const service = createEngineService(browserPorts());
  await service.connect(() => undefined, location.href);
  const details = (await service.details()).find(({ id }) => id === long);
  if (details === undefined) throw new Error('There is no long workspace.');
  const fork: number[] = [];
  const rows: number[] = [];
  for (let n = 0; n < forks; n++) {
    const made = async () => {
      const branch = await service.copy(long, { began: 'branch', name: `Fork ${String(n)}` });
      if ('problem' in branch) throw new Error(branch.problem.reason.code);
      const opened = await service.open(branch.id);
      if ('problem' in opened) throw new Error(opened.problem.reason.code);
    };
    await service.open(long);
    fork.push(await timedAsync(made));
    rows.push(await timedAsync(() => copyRows(long, `rows ${String(n)}`, details.steps)));
  }
  await service.close();
  return { fork: median(fork), rows: median(rows), messages: details.messages };
}

/** Writes the rows of a workspace once more, under another name. */
async function copyRows(from: string, to: string, count: number): Promise<void> {
  const opening = indexedDB.open('rehearsal');
  await settled(opening);
  const database = opening.result;
  const transaction = database.transaction('steps', 'readwrite', { durability: 'strict' });
  const written = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(new Error('The rows were not written.', { cause: transaction.error }));
    };
  });
  const store = transaction.objectStore('steps');
  for (let first = 1; first <= count; first += 1000) {
    const reading = store.getAll(IDBKeyRange.bound([from, first], [from, first + 999]));
    await settled(reading);
    for (const row of reading.result as readonly object[]) store.add({ ...row, workspace: to });
  }
  await written;
  database.close();
}

const settled = (request: IDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(new Error('The database did not answer.', { cause: request.error }));
    };
  });

async function measureRunAgain({ world, steps: _, ...about }: ScenarioFile) {
  const { engine } = browserPorts();
  const load = () => Promise.reject(new Error('No table is needed.'));
  const inputs: readonly Input[] = [
    connects,
    ...Array.from({ length: steps - 1 }, (__, n) => message(n + 1)),
  ];
  const was: ScenarioFile = { ...about, world, steps: inputs.map((input) => ({ at: '+2s', input })) };
  const setting = {
    ...world,
    folders: (world.folders ?? []).map((folder) => ({
      ...folder,
      scripts: (folder.scripts ?? []).map((script) => ({
        ...script,
        source: (script.source ?? '').replaceAll('"Echo: "', '"You said: "'),
      })),
    })),
  };
  const first: number[] = [];
  const all: number[] = [];
  const once: number[] = [];
  for (let round = 0; round < rounds; round++) {
    once.push(await timedAsync(() => playFile(engine, load, was)));
    const start = performance.now();
    let told = 0;
    await runAgain(engine, load, { was, now: { setting } }, () => {
      told = performance.now() - start;
    });
    if (told === 0) throw new Error('The edited bot says the same.');
    first.push(told);
    all.push(performance.now() - start);
  }
  return {
    firstDifference: median(first),
    allDifferences: median(all),
    once: median(once),
    steps,
  };
}
