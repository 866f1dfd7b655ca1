import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { customer, isSaved, openTab } from '../support/browser/stage.ts';

const { opens, opensBeside } = onePage();

const name = 'echobot message received';
const bots = (page: Page) => page.getByRole('navigation', { name: 'Bots' });
const item = (page: Page, label: RegExp): Locator => page.getByRole('menuitem', { name: label });
const openRestart = (page: Page) => page.getByRole('button', { name: 'Restart conversation' }).click();
const asks = /^Really go back to the opening scene/;

describe('starting over', () => {
  it('goes back to the two customers of the sample, in every tab, and Undo brings everything back', async () => {
    const page = await opens();
    const other = await opensBeside();
    await page.bringToFront();
    const ada = customer(page, 'Ada Berg');
    const opening = await ada.messages();
    await ada.says('and one more');
    await ada.sees('Echo: and one more');

    await openRestart(page);
    await item(page, /^Start over/).click();
    await item(page, asks).click();
    await page.getByText('You started over').waitFor();
    await expect.poll(() => ada.messages()).toEqual(opening);
    await customer(page, 'Bob Lind').tile.waitFor();
    await other.bringToFront();
    await expect.poll(() => customer(other, 'Ada Berg').messages()).toEqual(opening);
    await page.bringToFront();
    await ada.says('in the new run');
    await customer(other, 'Ada Berg').sees('Echo: in the new run');

    await page.getByRole('button', { name: 'Undo: You started over' }).click();
    await ada.sees('Echo: and one more');
    await other.bringToFront();
    await customer(other, 'Ada Berg').sees('Echo: and one more');
    await page.bringToFront();
    expect(await ada.messages()).not.toContain('in the new run');

    await page.reload();
    await isSaved(page);
    await ada.sees('Echo: and one more');
    await page.getByRole('button', { name: /^Workspace: / }).click();
    await page.getByRole('group', { name: 'Before starting over' }).getByRole('menuitem').click();
    await ada.sees('Echo: in the new run');
  });

  it('asks again after Escape, after another workspace was opened, and is not confirmed by a double click', async () => {
    const page = await opens();

    await openRestart(page);
    await item(page, /^Start over/).dblclick();
    await item(page, asks).waitFor();
    await page.keyboard.press('Escape');
    await item(page, /^Start over/).waitFor();
    await page.keyboard.press('Escape');
    await item(page, /^Start over/).waitFor({ state: 'hidden' });

    await openRestart(page);
    await item(page, /^Start over/).click();
    await page.mouse.click(700, 500);
    await openRestart(page);
    await item(page, /^Start over/).waitFor();
    await item(page, /^Start over/).click();
    await item(page, asks).waitFor();
    await item(page, /^Start over/).waitFor({ timeout: 8000 }); // by itself
    expect(await page.getByText('You started over').count()).toBe(0);
  });
});

describe('deleting a script', () => {
  it('asks, forgets the question with Escape, and can be undone: the bot answers as before', async () => {
    const page = await opens();
    await openTab(page, 'Script');
    await bots(page).getByRole('button', { name }).click();
    const settings = page.getByRole('button', { name: `Settings of ${name}` });

    await settings.click();
    await page.getByRole('button', { name: 'Delete script' }).dblclick();
    await page.getByRole('button', { name: 'Really delete it' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Delete script' }).click();
    await page.getByRole('button', { name: 'Really delete it' }).click();
    await bots(page).getByRole('button', { name }).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: `Undo: Script “${name}” was deleted` }).click();
    await bots(page).getByRole('button', { name }).waitFor();
    await customer(page, 'Ada Berg').says('are you there?');
    await customer(page, 'Ada Berg').sees('Echo: are you there?');
  });
});

describe('removing a tile', () => {
  it('takes nothing from the log: Undo shows the conversation again, and it goes on', async () => {
    const page = await opens();
    const { tile } = customer(page, 'Ada Berg');
    const undo = page.getByRole('button', { name: 'Undo: The tile of Ada Berg was removed' });

    await page.getByRole('button', { name: 'More for Ada Berg' }).click();
    await item(page, /^Remove this tile/).click();
    await tile.waitFor({ state: 'detached' });
    await undo.click();
    await tile.waitFor();
    await customer(page, 'Ada Berg').says('still here');
    await customer(page, 'Ada Berg').sees('Echo: still here');
  });
});
