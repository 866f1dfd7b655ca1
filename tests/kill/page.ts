import type { Input } from '../../src/engine/inputs.ts';
import type { Restored } from '../../src/protocol/engine-api.ts';
import { createEngineClient } from '../../src/ui/engine-client.ts';
import { isLate, readTables } from '../support/browser/raw-log.ts';
import type { Report } from './report.ts';

/*
 * A page with the real worker and nothing to look at. It tells the host what lies on the disk, then writes until
 * somebody kills the browser, and tells the host of each input that was acknowledged.
 */

/** How many inputs are on their way at a time: enough for several steps in one transaction. */
const atATime = 8;
/** Whether it stops writing now and then, and tells so. */
const rests = location.search === '?rests';
/** No id is used twice, not even by the page that comes after this one was killed. */
const life = crypto.randomUUID();

let restored: Restored | null = null;

const client = createEngineClient({
  startWorker: () => {
    const worker = new Worker('worker.js', { type: 'module' });
    return Promise.resolve({
      endpoint: worker,
      onFailure: (failed) => {
        worker.addEventListener('error', failed);
      },
      terminate: () => {
        worker.terminate();
      },
    });
  },
  listener: (publication) => {
    if (publication.type === 'storage') restored = publication.storage.restored;
  },
  stateChanged: () => undefined,
  base: document.baseURI,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  monotonic: () => performance.now(),
  newId: () => crypto.randomUUID(),
});

async function begin(): Promise<void> {
  // Without an opener the other tab has a process of its own.
  if (location.search === '?twice') setTimeout(() => open(location.pathname, '_blank', 'noopener'), 3000);
  const shown = await client.open(null);
  if ('problem' in shown) throw new Error(shown.problem.reason.code);
  // What only the journal has comes with the claim, of which a page is told by what it is shown next.
  await client.makeReady(shown.workspace.id);
  const opened = await client.open(shown.workspace.id);
  if ('problem' in opened) throw new Error(opened.problem.reason.code);
  let raw = await readTables();
  while (isLate(raw)) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    raw = await readTables();
  }
  const report: Report = { raw, world: opened.world, restored };
  await tell('report', report);
  for (let part = 0; ; part++) {
    const lanes = Array.from({ length: atATime }, (_, lane) =>
      write(opened.workspace.id, `${String(part)} ${String(lane)}`),
    );
    await Promise.all(lanes);
    // The database follows by itself, and before anything is read, however busy the machine is.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await client.events(opened.workspace.id, 1, 1);
    await tell('calm', {});
    // Whoever kills it at rest has so long to do so.
    if (rests) await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}

async function write(workspace: string, lane: string): Promise<void> {
  for (let n = 0; n < (rests ? 5 : Infinity); n++) {
    const id = `${life} ${lane} ${String(n)}`;
    const input: Input = { type: 'customer.writes', session: 1, text: `message ${id}` };
    const answer = await client.dispatch({ id, workspace, input });
    if (answer.kind !== 'committed') throw new Error(JSON.stringify(answer));
    await tell('ack', { id });
  }
}

async function tell(what: 'report' | 'ack' | 'calm' | 'problem', body: unknown): Promise<void> {
  await fetch(what, { method: 'POST', body: JSON.stringify(body) });
}

begin().catch((error: unknown) => tell('problem', String(error)));
