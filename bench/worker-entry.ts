import type { ScenarioFile } from '../src/scenario/format.ts';
import type { Amounts } from './amounts.ts';
import { measureEngine, type EngineSpeed } from './engine-speed.ts';
import { measureStorage, type StorageSpeed } from './storage-speed.ts';

export type WorkerTask = { readonly scenario: ScenarioFile; readonly amounts: Amounts };
export type WorkerFigures = { readonly engine: EngineSpeed; readonly storage: StorageSpeed };
export type WorkerAnswer = { readonly figures: WorkerFigures } | { readonly error: string };

async function measure({ scenario, amounts }: WorkerTask): Promise<WorkerAnswer> {
  try {
    const engine = measureEngine(scenario.world, amounts);
    return { figures: { engine, storage: await measureStorage(scenario, amounts) } };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerTask>) => {
  void measure(data).then((answer) => {
    postMessage(answer);
  });
});
