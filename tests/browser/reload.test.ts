import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import { faultsOf, readRawLog, whole } from '../support/browser/log.ts';
import { agent, customer, isSaved, openTab, patience } from '../support/browser/stage.ts';

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
    .poll(async () => (await readRawLog(page)).drafts.map((draft) => draft.text).join('\n'), patience)
    .toContain(text);

describe('a reload', () => {
  it('in the middle of a talk with the bot brings back messages, status, timeline and unsent text', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.says('hi');
    await ada.sees('Echo: hi');
    await ada.composer.fill('I was about to s');
    await page.getByRole('region', { name: 'Timeline' }).getByText('customer starts').last().waitFor();
    await isKept(page, 'I was about to s');
    await isSaved(page);
    const before = { messages: await ada.messages(), count: await timelineCount(page) };

    await page.reload();

    await ada.sees('Echo: hi');
    expect(await ada.messages()).toEqual(before.messages);
    expect(await ada.composer.inputValue()).toBe('I was about to s');
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

    await expect.poll(() => ada.composer.inputValue(), patience).toBe('Just now');
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
    expect(await ada.composer.inputValue()).toBe('My order is la');
    expect(await kari.composer.inputValue()).toBe('Take your ti');
    await ada.says('My order is late');
    await kari.sees('My order is late');
    await ada.hasStatus(5);
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

    await page.getByText('not saved', { exact: true }).waitFor();
    await expect.poll(() => editor.innerText(), patience).toContain('// half a thought');
  });

  it('works with the host gone, and so does what is said after it', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.says('before');
    await isReadyOffline(page);

    await app.server.stop();
    await page.reload();
    await ada.sees('Echo: before');
    await ada.says('without a network');
    await ada.sees('Echo: without a network');
    await page.reload();

    await ada.sees('Echo: without a network');
    await page.getByText('Saved · works offline').waitFor();
    expect(faultsOf(await readRawLog(page))).toEqual(whole);
  });
});
