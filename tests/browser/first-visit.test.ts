import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { readRawLog } from '../support/browser/log.ts';
import { agent, customer, isEmpty, isSaved, queue, standsAt, tabTo } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

describe('on the first visit', () => {
  it('a customer talks to the bot, asks for a human, and an agent answers: by mouse', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    const kari = agent(page, 'Kari Nord');
    const sends = ada.tile.getByRole('button', { name: 'Send', exact: true });

    await ada.composer.fill('hi');
    await sends.click();
    await ada.sees('Echo: hi');
    await ada.hasStatus(6);

    await isEmpty(ada.composer);
    await ada.composer.fill('human');
    await sends.click();
    await ada.hasStatus(4);
    await standsAt(page, 4);
    await queue(page)
      .getByRole('button', { name: /Ada Berg/ })
      .waitFor();

    await kari.tile.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await queue(page).getByText('Nobody is waiting.').waitFor();
    await kari.composer.fill('Hello Ada, how can I help?');
    await kari.tile.getByRole('button', { name: 'Send', exact: true }).click();
    await ada.sees('Hello Ada, how can I help?');
    await ada.hasStatus(6);
    await standsAt(page, 6);

    await ada.says('Is this the bot?');
    await kari.sees('Is this the bot?');
    await ada.hasStatus(5);
    expect(await ada.messages()).not.toContain('Echo: Is this the bot?');
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });

  it('the same goes by keyboard alone', async () => {
    const page = await app.open();
    await isSaved(page);
    const ada = customer(page, 'Ada Berg');
    const kari = agent(page, 'Kari Nord');

    await tabTo(page, ada.composer);
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await ada.sees('Echo: hi');
    await isEmpty(ada.composer);
    await page.keyboard.type('human');
    await page.keyboard.press('Enter');
    await ada.hasStatus(4);
    expect(await ada.composer.evaluate((line) => line === document.activeElement)).toBe(true);

    await tabTo(page, kari.tile.getByRole('button', { name: 'Get next in queue (1)' }));
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    await kari.tile.getByText('1 waiting · 1 agent present').waitFor();
    await tabTo(page, kari.tile.getByRole('button', { name: 'Pick up Ada Berg' }));
    await page.keyboard.press('Enter');
    await kari.composer.waitFor();
    await tabTo(page, kari.composer);
    await page.keyboard.type('Hello Ada');
    await page.keyboard.press('Enter');

    await ada.sees('Hello Ada');
    await ada.hasStatus(6);
    await isEmpty(kari.composer);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => kari.composer.inputValue()).toBe('Hello Ada');
  });

  it('who goes on elsewhere while a message is sent keeps the focus there', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    const name = customer(page, 'Bob Lind').tile.getByRole('textbox', { name: /^Name/ });
    await ada.composer.fill('hi');

    await ada.composer.evaluate(
      (composer, next) => {
        composer.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
        );
        if (next instanceof HTMLElement) next.focus(); // before the message can be on disk
      },
      await name.elementHandle(),
    );
    await ada.sees('Echo: hi');
    await isEmpty(ada.composer);
    await page.keyboard.press('End');
    await page.keyboard.type(' the second');

    await expect.poll(() => name.inputValue()).toBe('Bob Lind the second');
    await expect.poll(() => ada.composer.inputValue()).toBe('');
  });

  it('a menu is opened, walked and left by keyboard, and the focus comes back', async () => {
    const page = await app.open();
    await isSaved(page);
    const restart = page.getByRole('button', { name: 'Restart conversation' });

    await tabTo(page, restart, 'Shift+Tab'); // from the line, where one is at first
    await page.keyboard.press('Enter');
    const items = page.getByRole('menuitem');
    await hasFocus(items.first());
    await page.keyboard.press('ArrowDown');
    await hasFocus(items.nth(1));
    await page.keyboard.press('Escape');
    await hasFocus(restart);
    await page.keyboard.press('Enter');
    await hasFocus(page.getByRole('menuitem', { name: /^Same customer/ }));
    await page.keyboard.press('Enter');

    await expect.poll(async () => (await readRawLog(page)).inputs.length).toBe(4);
    const ada = customer(page, 'Ada Berg');
    await ada.says('hi again');
    await ada.sees('Echo: hi again');
  });
});

async function hasFocus(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((one) => one === document.activeElement)).toBe(true);
}
