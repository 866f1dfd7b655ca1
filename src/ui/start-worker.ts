import type { WorkerRole } from '../protocol/help-api.ts';
import workerUrl from '../worker/main.ts?worker&url';
import type { EngineWorker } from './engine-client.ts';

let bundle: Promise<string> | null = null;

/**
 * Starts a worker in its role, from a blob: so it inherits the page's Content-Security-Policy, which a worker loaded by
 * address does not (reliability L9). The blob is kept, so that an old tab can restart its worker after a deploy.
 * Where Trusted Types are demanded, the page's default policy lets the address through.
 */
export async function startWorker(role: WorkerRole): Promise<EngineWorker> {
  const url = import.meta.env.DEV ? workerUrl : await blobUrl();
  const worker = new Worker(url, { type: 'module', name: role });
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

async function blobUrl(): Promise<string> {
  bundle ??= loadBundle();
  try {
    return await bundle;
  } catch (error) {
    bundle = null; // the next start tries again
    throw error;
  }
}

async function loadBundle(): Promise<string> {
  const response = await fetch(new URL(workerUrl, document.baseURI));
  if (!response.ok) throw new Error(`The worker could not be loaded (${String(response.status)}).`);
  return URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
}
