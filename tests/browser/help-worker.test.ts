import type { Page, Worker } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { customer, isSaved, openTab, writeScript } from '../support/browser/stage.ts';

const script = 'echobot message received';
const source = '#setLanguageLevel 3;\nInteger a = ;\n';

let app: LaunchedApp;
let page: Page;

beforeEach(async () => {
  app = await launchApp();
  page = await app.open();
  await isSaved(page);
});

afterEach(async () => {
  await app.close();
});

/** The worker that checks scripts. It is there soon after the first script was checked. */
async function helpWorker(): Promise<Worker> {
  for (;;) {
    for (const worker of page.workers()) {
      const name = await worker.evaluate(() => self.name).catch(() => '');
      if (name === 'help') return worker;
    }
    await page.waitForEvent('worker');
  }
}

/** From now on it is as if the worker were checking a script without an end. */
async function keepBusy(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
}

const errors = () => page.locator('.cm-lintRange-error');
/** Writes a script that is checked, and more that is not: the worker hangs. */
async function writeWhileBusy(): Promise<void> {
  await writeScript(page, script, source);
  await errors().first().waitFor();
  await keepBusy(await helpWorker());
  await page.keyboard.insertText('\nInteger b = ;');
}

const notice = () => page.locator('.not-checked');

describe('a script that is too much to check', () => {
  it('holds up no message; it is named, and checked again when it is wanted', async () => {
    await writeWhileBusy();
    const ada = customer(page, 'Ada Berg');

    await ada.says('hello?');

    await ada.sees('hello?');
    await expect.poll(() => errors().count()).toBe(1); // nobody has looked at the new line yet
    await notice()
      .getByText(/took too long/)
      .waitFor();
    await notice().getByRole('button', { name: 'Check anyway' }).click();
    await errors().nth(1).waitFor();
    await notice().waitFor({ state: 'detached' });
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });

  it('is not checked by itself after a reload, and everything else is', async () => {
    await writeWhileBusy();
    await notice().waitFor();

    await page.reload();

    await isSaved(page);
    await notice()
      .getByText(/took too long/)
      .waitFor();
    const ada = customer(page, 'Ada Berg');
    await ada.says('hello again');
    await ada.sees('hello again');
    await openTab(page, 'Script');
    await writeScript(page, script, 'Integer c = ;');
    await errors().first().waitFor();
    expect(await notice().count()).toBe(0);
  });
});
