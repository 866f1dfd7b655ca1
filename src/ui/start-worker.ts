import type { WorkerRole } from '../protocol/help-api.ts';
import workerUrl from '../worker/main.ts?worker&url';
import type { EngineWorker } from './engine-client.ts';

let bootBlob: string | undefined;
let early: EngineWorker | undefined;

/** Starts the engine's worker before the code that talks to it is read: it is what takes longest to come. */
export function startEarly(): void {
  early = start('engine');
}

/** The worker that was started early, once; from then on a new one each time. */
export function startWorker(role: WorkerRole): EngineWorker {
  const started = role === 'engine' ? early : undefined;
  if (started === undefined) return start(role);
  early = undefined;
  return started;
}

/**
 * Starts a worker in its role, from a blob: so it inherits the page's Content-Security-Policy, which a worker loaded by
 * address does not (reliability L9). Where Trusted Types are demanded, the page's default policy lets the address through.
 */
function start(role: WorkerRole): EngineWorker {
  bootBlob ??= bootBlobOf(new URL(workerUrl, document.baseURI).href);
  const name = 'network' in document.documentElement.dataset ? `${role} network` : role;
  const worker = new Worker(import.meta.env.DEV ? workerUrl : bootBlob, { type: 'module', name });
  // It may have failed before anybody listens.
  const failure = new Promise<unknown>((resolve) => {
    worker.addEventListener('error', resolve);
    worker.addEventListener('messageerror', resolve);
  });
  return {
    endpoint: worker,
    onFailure: (failed) => {
      void failure.then(failed);
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

/**
 * All that the blob does is to import the worker's module by its whole address (rulings 35), dynamically: what a worker imports
 * statically Chromium compiles anew each time, whatever it has kept. So messages may come before the module does, and are
 * given to it then.
 */
const bootBlobOf = (address: string): string => {
  const text = `
    const early = [];
    const keep = (event) => early.push(event);
    addEventListener('message', keep);
    import(${JSON.stringify(address)}).then(() => {
      removeEventListener('message', keep);
      for (const event of early) dispatchEvent(event);
    }, reportError);`;
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
};
