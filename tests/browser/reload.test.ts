import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { readRawLog } from '../support/browser/log.ts';
import { agent, customer, isSaved, openTab } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

const timelineCount = (page: Page) =>
  page.getByRole('region', { name: 'Timeline' }).locator('.count').first().innerText();

/** Unsent text is written a moment after it was typed. */
const isKept = (page: Page, text: string) =>
  expect
    .poll(async () => (await readRawLog(page)).drafts.map((draft) => draft.text).join('\n'))
    .toContain(text);

/** An error outside of any call, as a fault of the app would be: the page then starts another worker. */
const breakDown = () => {
  setTimeout(() => {
    throw new Error('broken by the test');
  });
};

describe('a reload', () => {
  it('in the middle of a talk with the bot brings back messages, status, timeline and unsent text', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.says('hi');
    await ada.sees('Echo: hi');
    await ada.composer.fill('I was about to s');
    await page.getByRole('button', { name: 'More for the timeline' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Show typing and ends of scripts' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Timeline' }).getByText('is typing').last().waitFor();
    await isKept(page, 'I was about to s');
    await isSaved(page);
    const before = { messages: await ada.messages(), count: await timelineCount(page) };

    await page.reload();

    await ada.sees('Echo: hi');
    expect(await ada.messages()).toEqual(before.messages);
    await expect.poll(() => ada.composer.inputValue()).toBe('I was about to s');
    expect(await timelineCount(page)).toBe(before.count);
    await ada.hasStatus(6);
    await ada.says('I was about to say more');
    await ada.sees('Echo: I was about to say more');
  });

  it('brings back even what was typed the moment before', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await isSaved(page);
    await ada.composer.fill('Just now');

    await page.reload();

    await expect.poll(() => ada.composer.inputValue()).toBe('Just now');
  });

  it('in the middle of a talk with an agent brings back both sides and both unsent texts', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    const kari = agent(page, 'Kari Nord');
    await ada.says('human');
    await kari.tile.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await kari.says('What can I do for you?');
    await ada.sees('What can I do for you?');
    await ada.composer.fill('My order is la');
    await kari.composer.fill('Take your ti');
    await isKept(page, 'My order is la');
    await isKept(page, 'Take your ti');
    const before = { ada: await ada.messages(), kari: await kari.messages() };

    await page.reload();

    await ada.sees('What can I do for you?');
    await kari.sees('What can I do for you?');
    expect({ ada: await ada.messages(), kari: await kari.messages() }).toEqual(before);
    await expect.poll(() => ada.composer.inputValue()).toBe('My order is la');
    await expect.poll(() => kari.composer.inputValue()).toBe('Take your ti');
    await ada.says('My order is late');
    await kari.sees('My order is late');
    await ada.hasStatus(5);
  });

  it('of three tabs at once brings back to each one the text that it had', async () => {
    const tabs = [await app.open(), await app.open(), await app.open()];
    for (const [n, page] of tabs.entries())
      await customer(page, 'Ada Berg').composer.fill(`text ${String(n)}`);

    await Promise.all(tabs.map((page) => page.reload()));

    for (const [n, page] of tabs.entries()) {
      const { composer } = customer(page, 'Ada Berg');
      await expect.poll(() => composer.inputValue()).toBe(`text ${String(n)}`);
    }
  });

  it('brings back what was typed while the engine could not be started any more', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await isSaved(page);
    const failed = page.getByText('The engine stopped and could not be started again');
    await expect
      .poll(async () => {
        for (const worker of page.workers()) await worker.evaluate(breakDown).catch(() => undefined);
        return failed.count();
      })
      .toBe(1);
    await ada.composer.fill('Typed into a broken page');

    await page.reload();

    await expect.poll(() => ada.composer.inputValue()).toBe('Typed into a broken page');
    await ada.says('and sent');
    await ada.sees('Echo: and sent');
  });

  it('keeps a script that was changed and not saved', async () => {
    const page = await app.open();
    await openTab(page, 'Script');
    const editor = page.getByRole('textbox', { name: 'Source of echobot message received' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('// half a thought');
    await isKept(page, '// half a thought');

    await page.reload();

    // The head of the script says so, and the button that saves the rehearsal.
    await expect.poll(() => page.getByText('not saved', { exact: true }).count()).toBe(2);
    await expect.poll(() => editor.innerText()).toContain('// half a thought');
  });
});

describe('a tab that was closed with unsent text', () => {
  it('leaves it to the tab that is opened next', async () => {
    const page = await app.open();
    await isSaved(page);
    await customer(page, 'Ada Berg').composer.fill('Closed too soon');
    await page.close({ runBeforeUnload: true });

    const next = await app.open();

    const { composer } = customer(next, 'Ada Berg');
    await expect.poll(() => composer.inputValue()).toBe('Closed too soon');
  });

  it('offers it where the next one has text of its own, and either can be taken up', async () => {
    const first = await app.open();
    const second = await app.open();
    await customer(first, 'Ada Berg').composer.fill('From the closed tab');
    await isKept(first, 'From the closed tab');
    await customer(second, 'Ada Berg').composer.fill('From the other tab');
    await first.close({ runBeforeUnload: true });
    await second.reload();

    const ada = customer(second, 'Ada Berg');
    await ada.tile.getByText('A tab that was closed left this here, unsent: From the closed tab').waitFor();
    await ada.tile.getByRole('button', { name: 'Take it up' }).click();

    await expect.poll(() => ada.composer.inputValue()).toBe('From the closed tab');
    await ada.tile.getByText('A tab that was closed left this here, unsent: From the other tab').waitFor();
  });
});
