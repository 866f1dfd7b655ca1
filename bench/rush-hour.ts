import type { Page } from 'playwright-core';
import { crowdWorld } from '../tests/support/browser/crowd.ts';
import { launchWith } from '../tests/support/browser/sample.ts';
import { isSaved } from '../tests/support/browser/stage.ts';
import type { Bundles } from './bundles.ts';
import { measureTasks, type TaskTimes } from './page-tasks.ts';

export const puppets = 100;
export const speed = 60;
const agents = ['Kari Nord', 'Ola Sand', 'Per Vik'];
/** Pieces of the rush hour that are looked at, each so long in milliseconds of the wall. */
const pieces = 40;
const pieceLength = 250;

/** Lets a hundred puppets come to three that sit at the desks, and asks the browser how long the tasks of the page take meanwhile. */
export async function measureRushHour({ app: folder, probe }: Bundles): Promise<TaskTimes> {
  const world = crowdWorld(agents.map((name, n) => ({ id: n + 1, name, present: true })));
  const app = await launchWith(world, [], { folder, ownBrowser: true });
  try {
    await app.context.addInitScript({ content: probe });
    const page = await app.open();
    await isSaved(page);
    await begin(page);
    await page.getByRole('region', { name: 'Rush hour' }).waitFor();
    return await measureTasks(app, page, pieces, async () => {
      await page.evaluate(async (milliseconds) => {
        performance.mark('message-begins');
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        performance.mark('message-ends');
      }, pieceLength);
    });
  } finally {
    await app.close();
  }
}

async function begin(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('rush hour');
  await page.getByRole('option', { name: /^Rush hour…/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Rush hour' });
  await dialog.getByRole('textbox', { name: 'Customers' }).fill(String(puppets));
  for (const name of agents) await dialog.getByRole('checkbox', { name }).check();
  await dialog.getByRole('button', { name: `×${String(speed)}` }).click();
  await dialog.getByRole('button', { name: 'Let them come' }).click();
}
