import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { agent, customer, isEmpty, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});

afterAll(async () => {
  await app.close();
});

const hasFocus = (element: Locator) =>
  expect.poll(() => element.evaluate((one) => one === document.activeElement)).toBe(true);

describe('the keyboard', () => {
  it('hands a customer over in four presses besides the words: the focus goes where one types next', async () => {
    const page = await app.open();
    await isSaved(page);
    const ada = customer(page, 'Ada Berg');
    const kari = agent(page, 'Kari Nord');

    await hasFocus(ada.composer);
    await page.keyboard.type('human');
    await page.keyboard.press('Enter');
    await ada.hasStatus(4);
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'Find anything' });
    await field.waitFor();
    await page.keyboard.type('next kari');
    await page.getByRole('option', { name: /^Get next in queue as Kari Nord/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await hasFocus(kari.composer);
    await page.keyboard.type('Hello Ada');
    await page.keyboard.press('Enter');
    await ada.sees('Hello Ada');
    await isEmpty(kari.composer);
  });

  it('finds by letters and prefixes, says when nothing matches, and tells why a command was refused', async () => {
    const page = await app.open('#/stage');
    await isSaved(page);
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'Find anything' });
    const options = page.getByRole('option');
    await page.keyboard.type('early'); // whether it is there by now or not
    await expect.poll(() => field.inputValue()).toBe('early');

    await field.fill('no such thing at all');
    await page.getByText('Nothing matches “no such thing at all”.').waitFor();
    await field.fill('@ola');
    await expect.poll(() => options.allInnerTexts()).toEqual([expect.stringContaining('Ola Sand')]);
    await expect.poll(() => options.locator('mark').allInnerTexts()).toEqual(['Ola']);
    await field.fill('#1');
    await expect.poll(() => options.allInnerTexts()).toEqual([expect.stringContaining('Bob Lind')]);
    await field.fill('echobot message received');
    await page
      .getByRole('option', { name: /^echobot message received script, Echobot/, selected: true })
      .waitFor();
    await field.fill('hand over to a person');
    await page.getByRole('option', { name: /^Hand over to a person lesson 2/, selected: true }).waitFor();
    await field.fill(':9');
    await page.getByRole('option', { name: /line 9/ }).waitFor();
    await field.fill('>next queue ola');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await field.fill('What a step may cost');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Options' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await field.fill('echobot2 session created');
    await page.getByRole('option', { name: /^echobot2 session created script/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await hasFocus(page.getByTestId('editor')); // so that one can go on typing
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });

  it('walks from pane to pane by F6, and back by Shift+F6 to where one was', async () => {
    const page = await app.open('#/stage');
    await isSaved(page);
    const inside = (part: string) =>
      expect
        .poll(() => page.evaluate((one) => document.activeElement?.closest(one) !== null, part))
        .toBe(true);
    const ada = customer(page, 'Ada Berg').composer;
    await ada.focus();
    await page.getByRole('textbox', { name: /^Source of/ }).waitFor();

    await page.keyboard.press('F6');
    await inside('.slot-queue');
    await page.keyboard.press('F6');
    await inside('.slot-agents');
    await page.keyboard.press('F6');
    await hasFocus(page.getByTestId('editor'));
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    await hasFocus(ada);
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    await inside('.rail');
  });

  it('does with a single letter what the keys say, not while one types, and not when that is switched off', async () => {
    const page = await app.open('#/stage');
    await isSaved(page);
    const ada = customer(page, 'Ada Berg').composer;
    await ada.fill('');
    await page.keyboard.type('cm?');
    await expect.poll(() => ada.inputValue()).toBe('cm?');
    await ada.fill('');

    await page.getByRole('heading', { name: 'Queue' }).click();
    await page.keyboard.press('c');
    await hasFocus(customer(page, 'Customer 3').composer);
    await page.getByRole('heading', { name: 'Queue' }).click();
    await page.keyboard.press('?');
    const letters = page.getByRole('dialog').getByRole('switch', { name: 'Single-letter keys' });
    await letters.click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find anything' }).fill('letter settings');
    expect(await page.getByRole('group', { name: 'Workbench' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Look and keys' }).waitFor();
    expect(page.url()).toContain('#/settings/window');
    await page.getByRole('switch', { name: 'Single-letter keys', checked: false }).click();
    await page.keyboard.press('?');
    await page
      .getByRole('dialog')
      .getByRole('switch', { name: 'Single-letter keys', checked: true })
      .waitFor();
  });
});
