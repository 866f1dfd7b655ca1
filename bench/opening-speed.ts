import type { Input } from '../src/engine/inputs.ts';
import type { WorldJson } from '../src/engine/world-json.ts';
import type { Listener } from '../src/protocol/engine-api.ts';
import type { ScenarioFile } from '../src/scenario/format.ts';
import { databaseName } from '../src/storage/database.ts';
import { browserPorts } from '../src/worker/browser-ports.ts';
import { playSteps } from '../src/worker/write/play-steps.ts';
import { createEngineService } from '../src/worker/service.ts';
import type { ScriptText } from '../src/worker/scripts/script-sources.ts';
import type { Amounts } from './amounts.ts';
import { median, timed, timedAsync } from './statistics.ts';
import { connects, message } from './workload.ts';

/** Milliseconds to open a long workspace, whose snapshot is there, in a worker that was just started. */
export type OpeningSpeed = {
  readonly opening: number;
  /** The same when the browser has lost its database, out of the journal … */
  readonly lost: number;
  /** … and until all of it lies in the database again. */
  readonly back: number;
  /** To read the world that the page is given as JSON text: what any way of opening it has to do. */
  readonly json: number;
  readonly sessions: number;
  readonly messages: number;
  readonly megabytes: number;
};

/** The workspace that is left in the database. */
export const longWorkspace = 'long';

/** Each message of a customer is answered by the bot. */
const perSession = 25;
/** A snapshot is made when nobody has written for a second. */
const untilSnapshot = 4000;

/** Opens a workspace of many sessions, after its steps were made as fast as the engine can. */
export async function measureOpening(
  { world }: Pick<ScenarioFile, 'world'>,
  { sessions, openings }: Amounts,
): Promise<OpeningSpeed> {
  const ports = browserPorts();
  await ports.engine.prepare?.(scriptsOf(world), () => Promise.reject(new Error('No table is needed.')));
  const steps = [...inputs(sessions)].map((input) => ({ input }));
  const played = [
    ...playSteps(ports.engine, ports.engine.createWorld(world), steps, (step) => `bench ${String(step)}`),
  ];
  const made = { name: 'Long', began: 'file', world, steps: played, openingSteps: 0 } as const;
  await withService(async (service) => {
    await service.createPlayed(made, longWorkspace);
    await service.open(longWorkspace);
    await new Promise((resolve) => setTimeout(resolve, untilSnapshot));
  });
  const times: number[] = [];
  let json: WorldJson | null = null;
  for (let round = 0; round < openings; round++) {
    await withService(async (service) => {
      const time = await timedAsync(async () => {
        const opened = await service.open(longWorkspace);
        if ('problem' in opened) throw new Error(opened.problem.reason.code);
        json = opened.world;
      });
      times.push(time);
    });
  }
  const text = JSON.stringify(json);
  return {
    opening: median(times),
    ...(await measureLoss()),
    json: timed(() => JSON.parse(text) as unknown),
    sessions,
    messages: sessions * perSession * 2,
    megabytes: text.length / 1e6,
  };
}

/** The browser throws the database away, and the workspace is opened again. */
async function measureLoss(): Promise<Pick<OpeningSpeed, 'lost' | 'back'>> {
  await new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(databaseName);
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });
  const start = performance.now();
  const whole = Promise.withResolvers<undefined>();
  const heard: Listener = (told) => {
    if (told.type === 'storage' && told.storage.restored !== null && told.storage.restoring === null)
      whole.resolve(undefined);
  };
  const since = { lost: 0, back: 0 };
  await withService(async (service) => {
    const opened = await service.open(longWorkspace);
    if ('problem' in opened) throw new Error(opened.problem.reason.code);
    since.lost = performance.now() - start;
    await whole.promise;
    since.back = performance.now() - start;
  }, heard);
  return since;
}

async function withService(
  work: (service: ReturnType<typeof createEngineService>) => Promise<void>,
  heard: Listener = () => undefined,
): Promise<void> {
  const service = createEngineService(browserPorts());
  await service.connect(heard, location.href);
  await work(service);
  await service.close();
}

function* scriptsOf({ folders = [] }: ScenarioFile['world']): Generator<ScriptText> {
  for (const { scripts = [] } of folders) {
    for (const { language = 'crmscript', source = '' } of scripts) yield { language, source };
  }
}

function* inputs(sessions: number): Generator<Input> {
  for (let session = 1; session <= sessions; session++) {
    yield connects;
    for (let n = 1; n <= perSession; n++) yield { ...message(n), session } as Input;
  }
}
