import type { ScenarioFile } from '../src/scenario/format.ts';
import type { Amounts } from './amounts.ts';
import { measureEngine, type EngineSpeed } from './engine-speed.ts';
import { measureExplore, type ExploreSpeed } from './explore-speed.ts';
import { longWorkspace, measureOpening, type OpeningSpeed } from './opening-speed.ts';
import { measureJavaScript, type JavaScriptSpeed } from './javascript-speed.ts';
import type { prepareScript } from './script-runner.ts';
import { measureScripts, type ScriptSpeed } from './script-speed.ts';
import { measurePast, type PastSpeed } from './past-speed.ts';
import { measureStorage, type StorageSpeed } from './storage-speed.ts';

export type WorkerTask = { readonly scenario: ScenarioFile; readonly amounts: Amounts };
export type WorkerFigures = {
  readonly engine: EngineSpeed;
  readonly scripts: ScriptSpeed;
  readonly javascript: JavaScriptSpeed;
  readonly storage: StorageSpeed;
  readonly opening: OpeningSpeed;
  readonly past: PastSpeed;
  readonly explore: ExploreSpeed;
};
export type WorkerAnswer = { readonly figures: WorkerFigures } | { readonly error: string };

async function measure({ scenario, amounts }: WorkerTask): Promise<WorkerAnswer> {
  try {
    const scripts = await scriptsIn(amounts.scriptRounds);
    const javascript = await measureJavaScript(scenario.world, new Uint8Array(await wasm()), amounts.rounds);
    const engine = measureEngine(scenario.world, amounts);
    const storage = await measureStorage(scenario, amounts);
    const opening = await measureOpening(scenario, amounts);
    const past = await measurePast(scenario, longWorkspace);
    const explore = measureExplore(scenario.world, amounts.rounds);
    return { figures: { engine, scripts, javascript, storage, opening, past, explore } };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const beside = (name: string) => new URL(name, location.href).href;
const wasm = async () => (await fetch(beside('quickjs.wasm'))).arrayBuffer();

async function scriptsIn(rounds: number): Promise<ScriptSpeed> {
  const watched = (await import(/* @vite-ignore */ beside('watched.js'))) as {
    prepareScript: typeof prepareScript;
  };
  const uncounted = (await import(/* @vite-ignore */ beside('uncounted.js'))) as {
    prepareScript: typeof prepareScript;
  };
  return measureScripts({
    wasm: await wasm(),
    prepareWatched: watched.prepareScript,
    prepareUncounted: uncounted.prepareScript,
    rounds,
  });
}

addEventListener('message', ({ data }: MessageEvent<WorkerTask>) => {
  void measure(data).then((answer) => {
    postMessage(answer);
  });
});
