import type { Page } from 'playwright-core';
import type { WorldFile } from '../src/engine/definition.ts';
import { isReadyOffline } from '../tests/support/app.ts';
import { nameOf } from '../tests/support/browser/crowd.ts';
import { launchWith } from '../tests/support/browser/sample.ts';
import type { Amounts } from './amounts.ts';
import type { Bundles } from './bundles.ts';
import { measureTasks, type TaskTimes } from './page-tasks.ts';

const customers = 30;

/** Has thirty customers, each with the sample's bot, write in turn, and asks the browser how long its tasks took. */
export async function measureDrawing(
  { app: folder, probe }: Bundles,
  world: WorldFile,
  { keys }: Amounts,
): Promise<TaskTimes> {
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
    return await measureTasks(app, page, keys, (n) => write(page, n));
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
