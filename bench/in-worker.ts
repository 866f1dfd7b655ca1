import { launchApp } from '../tests/support/app.ts';
import type { WorkerAnswer, WorkerFigures, WorkerTask } from './worker-entry.ts';

export type InWorker = { readonly figures: WorkerFigures; readonly browser: string };

/** Runs the engine and the storage of the app in a worker of a real browser, with a profile on disk. */
export async function measureInWorker(folder: string, task: WorkerTask): Promise<InWorker> {
  const app = await launchApp({ folder, ownBrowser: true });
  try {
    const page = await app.open();
    const answer = await page.evaluate(
      (wanted) =>
        new Promise<WorkerAnswer>((resolve) => {
          const worker = new Worker('worker.js', { type: 'module' });
          worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
            resolve(data);
          };
          worker.onerror = ({ message }) => {
            resolve({ error: message });
          };
          worker.postMessage(JSON.parse(wanted));
        }),
      JSON.stringify(task),
    );
    if ('error' in answer) throw new Error(`The worker failed: ${answer.error}`);
    return { figures: answer.figures, browser: app.context.browser()?.version() ?? 'unknown' };
  } finally {
    await app.close();
  }
}
