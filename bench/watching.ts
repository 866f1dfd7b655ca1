import type { Page } from 'playwright-core';
import type { WorldFile } from '../src/engine/definition.ts';
import { testOf } from '../src/testing/test.ts';
import { launchApp } from '../tests/support/app.ts';
import type { Bundles } from './bundles.ts';
import { measureTasks, type TaskTimes } from './page-tasks.ts';
import { echoTest, testsToRun } from './tests-speed.ts';

const rounds = 20;

/** Types to a bot while a hundred watched tests run because a script was saved, and asks the browser how long the tasks of the page took. */
export async function measureWatching({ app: folder, probe }: Bundles, world: WorldFile): Promise<TaskTimes> {
  const app = await launchApp({ folder, ownBrowser: true });
  try {
    await app.context.addInitScript({ content: probe });
    const page = await app.open();
    await page.evaluate(() => window.probe.usable);
    await addTests(page, world);
    const box = page.locator('.customer-tile').first().locator('.composer textarea');
    return await measureTasks(app, page, rounds, async (n) => {
      await saveScript(page, n);
      await page.evaluate(() => performance.mark('message-begins'));
      await box.pressSequentially('where is parcel seven?', { delay: 40 });
      await page.evaluate(() => performance.mark('message-ends'));
      await box.fill('');
    });
  } finally {
    await app.close();
  }
}

/** Each as a file, and each watched. */
async function addTests(page: Page, world: WorldFile): Promise<void> {
  await page.locator('.rail-item.to-tests').click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files…' }).click();
  const files = Array.from({ length: testsToRun }, (_, n) => ({
    name: `${String(n)}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(testOf(echoTest(world, n), { id: String(n), madeAt: n }).text),
  }));
  await (await chooser).setFiles(files);
  await page.getByText(`${String(testsToRun)} passed`).waitFor();
  for (let n = 0; n < testsToRun; n++) {
    await page.getByRole('searchbox').fill(`Echoes ${String(n)}`);
    await page.locator('.test-eye:not(.on)').first().click();
  }
  await page.getByText(`Watching ${String(testsToRun)}`).waitFor();
  await page.locator('.rail-item.to-stage').click();
}

/** Saves the script in the editor, by which all tests run. */
async function saveScript(page: Page, n: number): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(`// ${String(n)}\n`);
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.script-head').getByText('Saved', { exact: true }).waitFor();
}
