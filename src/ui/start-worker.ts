import type { WorkerRole } from '../protocol/help-api.ts';
import workerUrl from '../worker/main.ts?worker&url';
import type { EngineWorker } from './engine-client.ts';

let bootBlob: string | undefined;

/**
 * Starts a worker in its role, from a blob: so it inherits the page's Content-Security-Policy, which a worker loaded by
 * address does not (reliability L9). All that the blob does is to import the worker's module by its whole address (rulings 35).
 * Where Trusted Types are demanded, the page's default policy lets the address through.
 */
export function startWorker(role: WorkerRole): EngineWorker {
  bootBlob ??= bootBlobOf(new URL(workerUrl, document.baseURI).href);
  const worker = new Worker(import.meta.env.DEV ? workerUrl : bootBlob, { type: 'module', name: role });
  return {
    endpoint: worker,
    onFailure: (failed) => {
      worker.addEventListener('error', failed);
      worker.addEventListener('messageerror', failed);
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

const bootBlobOf = (address: string): string =>
  URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
