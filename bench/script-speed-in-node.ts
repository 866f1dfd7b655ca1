import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Bundles } from './bundles.ts';
import type { prepareScript } from './script-runner.ts';
import type { measureScripts, ScriptSpeed } from './script-speed.ts';

/** Runs the bundle that the worker has too. */
export async function measureScriptsInNode(bundles: Bundles, rounds: number): Promise<ScriptSpeed> {
  const speed = (await import(pathToFileURL(bundles.scripts).href)) as {
    measureScripts: typeof measureScripts;
  };
  const watched = (await import(pathToFileURL(bundles.watched).href)) as {
    prepareScript: typeof prepareScript;
  };
  const uncounted = (await import(pathToFileURL(bundles.uncounted).href)) as {
    prepareScript: typeof prepareScript;
  };
  return speed.measureScripts({
    wasm: await readFile(bundles.wasm),
    prepareWatched: watched.prepareScript,
    prepareUncounted: uncounted.prepareScript,
    rounds,
  });
}
