import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { customer, isSaved, patience } from '../support/browser/stage.ts';

const { opens } = onePage();

/** The line of the sample's bot on which it answers what a customer wrote. */
const answers = 21;

/** Sets a breakpoint there by the keyboard. */
async function breakWhereItAnswers(page: Page): Promise<void> {
  const bots = page.getByRole('navigation', { name: 'Bots' });
  await bots.getByRole('button', { name: 'echobot message received' }).click();
  await page
    .locator('.cm-line')
    .nth(answers - 1)
    .click();
  await page.keyboard.press('F9');
  await page.locator('.cm-breakpoint').first().waitFor();
}

describe('a breakpoint', () => {
  it('has what a customer wrote wait, over a reload too, until somebody lets it go on', async () => {
    const page = await opens();
    await breakWhereItAnswers(page);
    const ada = customer(page, 'Ada Berg');
    const bar = page.locator('.stop-bar');

    await ada.sends('Order 1042');
    await bar.getByText(/^Stopped at a breakpoint/).waitFor();
    await ada.tile.getByText('Ada Berg’s message waits').waitFor();
    await ada.tile.getByRole('button', { name: 'echobot message received' }).waitFor();
    expect(await ada.composer.getAttribute('placeholder')).toBe('Waits for the debugger');
    await page.getByRole('group', { name: 'Clock' }).getByText('stands at line 21').waitFor();
    await page.locator('.status-bar').getByText('Debugging: Ada Berg’s step 4').waitFor();
    expect(await ada.messages()).not.toContain('Order 1042');

    await page.reload();
    await isSaved(page);
    await bar.waitFor(patience);
    expect(await ada.messages()).not.toContain('Order 1042');
    await page.keyboard.press('F8');
    await ada.sees('Echo: Order 1042');
    await bar.waitFor({ state: 'detached' });
    expect((await ada.messages()).slice(-2)).toEqual(['Order 1042', 'Echo: Order 1042']);

    await ada.sends('Where is it?');
    await bar.getByRole('button', { name: 'Stop the script' }).click();
    await ada.sees('Where is it?');
    await ada.tile.getByText('Script failed').waitFor();
    await page.locator('.event-row .by-hand').waitFor();
  });
});

describe('what a bot has said', () => {
  it('leads from the menu of the message to the statement that made it, and on to what the customer wrote', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.says('Order 1042');
    await isSaved(page);

    await ada.tile
      .locator('[data-message]')
      .filter({ hasText: 'Echo: Order 1042' })
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Where does this come from\?/ }).click();
    const way = page.getByRole('region', { name: 'Where does this come from?' });
    await way.getByText('Ada Berg wrote “Order 1042”').waitFor();
    await way.getByText('2 steps, 1 copy skipped').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.locator('.debug-calls [aria-current]').getByText('line 6').waitFor();
    await page.keyboard.press('Escape');
    await way.waitFor({ state: 'detached' });
  });
});
