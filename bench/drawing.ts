import type { CDPSession, Page } from 'playwright-core';
import type { WorldFile } from '../src/engine/definition.ts';
import { isReadyOffline } from '../tests/support/app.ts';
import { nameOf } from '../tests/support/browser/crowd.ts';
import { launchWith } from '../tests/support/browser/sample.ts';
import type { Amounts } from './amounts.ts';
import type { Bundles } from './bundles.ts';
import { spread, type Spread } from './statistics.ts';

export type DrawTimes = {
  /** Milliseconds of the longest task of the page that a message of one of thirty customers causes. */
  readonly longest: Spread;
  /** How many of its tasks took more than 50 ms. */
  readonly over: number;
  /** Milliseconds of a fixed piece of work on the document, in the same page, in turn. */
  readonly fixed: Spread;
};

const customers = 30;
const warmUp = 5;
/** Milliseconds from which a task is a long one. */
export const longTask = 50;

/** One entry of a trace; times in microseconds. */
type Traced = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
};

/** Has thirty customers, each with the sample's bot, write in turn, and asks the browser how long its tasks took. */
export async function measureDrawing(
  { app: folder, probe }: Bundles,
  world: WorldFile,
  { keys }: Amounts,
): Promise<DrawTimes> {
  const steps = Array.from({ length: customers }, (_, n) => ({
    input: {
      type: 'customer.connects' as const,
      channel: 1,
      customer: { alias: nameOf(n + 1), name: nameOf(n + 1) },
    },
  }));
  const app = await launchWith(world, steps, { folder, ownBrowser: true, worksOffline: true });
  try {
    await app.context.addInitScript({ content: probe });
    const page = await app.open();
    await page.evaluate(() => window.probe.usable);
    await isReadyOffline(page);
    const session = await app.context.newCDPSession(page);
    const fixed: number[] = [];
    const trace = await traced(session, async () => {
      for (let n = 0; n < keys + warmUp; n++) {
        await write(page, n);
        fixed.push(await page.evaluate(() => window.probe.fixedWork()));
      }
    });
    if (app.complaints.errors.length > 0) throw new Error(app.complaints.errors.join('\n'));
    const tasks = tasksOf(trace).slice(warmUp);
    return {
      longest: spread(tasks.map((of) => Math.max(...of))),
      over: tasks.flat().filter((milliseconds) => milliseconds > longTask).length,
      fixed: spread(fixed.slice(warmUp)),
    };
  } finally {
    await app.close();
  }
}

/** The next customer of the list writes; between the marks lies all that the message itself causes. */
async function write(page: Page, n: number): Promise<void> {
  const text = `Where is parcel number ${String(n)}?`;
  const list = page.getByRole('listbox', { name: 'Customers' });
  await list.focus();
  await page.keyboard.press(n % customers === 0 ? 'Home' : 'ArrowDown');
  const tile = page.locator('.customer-tile.selected');
  const box = tile.locator('.composer textarea');
  await box.fill(text);
  await list.locator('[aria-selected=true] .typing-now').waitFor(); // what typing caused is over
  await page.evaluate((answer) => {
    window.probe.awaitMessage('.customer-tile.selected', answer);
    performance.mark('message-begins');
  }, `Echo: ${text}`);
  await box.press('Enter');
  await page.evaluate(() => window.probe.result);
  await page.waitForFunction(
    (element) => element instanceof HTMLTextAreaElement && element.value === '',
    await box.elementHandle(),
  );
  await page.evaluate(() => performance.mark('message-ends'));
}

/** What the browser traced while `act` ran. */
export async function traced(session: CDPSession, act: () => Promise<void>): Promise<readonly Traced[]> {
  const entries: Traced[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    entries.push(...(value as unknown as readonly Traced[]));
  });
  const includedCategories = [
    'blink.user_timing',
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
  ];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  });
  await act();
  const isComplete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => {
      resolve();
    });
  });
  await session.send('Tracing.end');
  await isComplete;
  return entries;
}

/** By message, the milliseconds of each task that began between its marks, on their thread. */
export function tasksOf(trace: readonly Traced[]): readonly (readonly number[])[] {
  const marks = (name: string) => trace.filter((one) => one.name === name).sort((a, b) => a.ts - b.ts);
  const [begins, ends] = [marks('message-begins'), marks('message-ends')];
  const tasks = trace.filter(
    ({ name, ph, pid, tid }) =>
      name === 'RunTask' && ph === 'X' && pid === begins[0]?.pid && tid === begins[0].tid,
  );
  return begins.map(({ ts }, n) => {
    const end = ends[n]?.ts ?? 0;
    const own = tasks.filter((task) => task.ts > ts && task.ts < end).map(({ dur = 0 }) => dur / 1000);
    if (own.length === 0) throw new Error(`No task was traced for message ${String(n)}.`);
    return own;
  });
}
