import { readFile } from 'node:fs/promises';
import type { WorldFile } from '../src/engine/definition.ts';
import type { Input } from '../src/engine/inputs.ts';
import { launchWith } from '../tests/support/browser/sample.ts';
import type { Amounts } from './amounts.ts';
import type { Bundles } from './bundles.ts';
import { connects, message } from './workload.ts';

/** What a long workspace takes in the browser's memory once it was opened. */
export type MemoryTaken = {
  /** Of the process that holds page and workers, what no other one shares, in megabytes; null where the system does not tell. */
  readonly megabytes: number | null;
  /** Of these, the page's objects. */
  readonly page: number;
  readonly messages: number;
};

const perSession = 25;
const whileItIsMade = 120_000;
/** What is loaded and written behind an opening is done by then. */
const untilQuiet = 8000;

/** Makes a workspace of many sessions as a first visit's sample, and opens it again in a new tab. */
export async function measureMemory(
  { app: folder }: Bundles,
  world: WorldFile,
  { sessions }: Amounts,
): Promise<MemoryTaken> {
  const steps = [...inputs(sessions)].map((input) => ({ input }));
  const app = await launchWith(world, steps, { folder, ownBrowser: true });
  const shown = (page: Awaited<ReturnType<typeof app.open>>) =>
    page.locator('.customer-tile .message').first().waitFor({ timeout: whileItIsMade });
  try {
    const first = await app.open();
    await shown(first);
    await first.waitForTimeout(untilQuiet);
    await first.close();
    const page = await app.open();
    await shown(page);
    await page.waitForTimeout(untilQuiet);
    const session = await app.context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const browser = await app.context.browser()?.newBrowserCDPSession();
    const processes = (await browser?.send('SystemInfo.getProcessInfo'))?.processInfo ?? [];
    const taken = await Promise.all(
      processes.filter(({ type }) => type === 'renderer').map(({ id }) => privateMegabytes(id)),
    );
    const known = taken.filter((one) => one !== null);
    return {
      megabytes: known.length === 0 ? null : Math.max(...known),
      page: usedSize / 1e6,
      messages: sessions * perSession * 2,
    };
  } finally {
    await app.close();
  }
}

function* inputs(sessions: number): Generator<Input> {
  for (let session = 1; session <= sessions; session++) {
    yield connects;
    for (let n = 1; n <= perSession; n++) yield { ...message(n), session } as Input;
  }
}

/** What only this process holds, as Linux tells it; elsewhere null. */
async function privateMegabytes(process: number): Promise<number | null> {
  const text = await readFile(`/proc/${String(process)}/smaps_rollup`, 'utf8').catch(() => '');
  const sizes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)];
  return sizes.length === 0 ? null : sizes.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1000;
}
