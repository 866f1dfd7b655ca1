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
 * address does not (reliability L9). All that the blob does is to import the worker's module by its whole address (rulings 35).
 * Where Trusted Types are demanded, the page's default policy lets the address through.
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

const bootBlobOf = (address: string): string =>
  URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
