import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until the window is drawn and everything that was done is on disk. */
export async function isSaved(page: Page): Promise<void> {
  // On a phone it is there and not shown: nothing is wrong.
  await page.locator('[data-testid="saved"][data-state="good"]').waitFor({ state: 'attached' });
}

export type Widget = {
  readonly tile: Locator;
  readonly composer: Locator;
  /** Types a line and sends it with Enter. */
  readonly sends: (text: string) => Promise<void>;
  /** As `sends`; returns when it is on disk, which is when the composer is empty. */
  readonly says: (text: string) => Promise<void>;
  /** Waits for a message of exactly this text. */
  readonly sees: (text: string) => Promise<void>;
  readonly hasStatus: (status: number) => Promise<void>;
  /** The texts of the messages, oldest first. */
  readonly messages: () => Promise<readonly string[]>;
};

/** The widget of one customer. */
export function customer(page: Page, name: string): Widget {
  const tile = page.getByRole('article', { name: `Customer ${name}`, exact: true });
  return { tile, ...chatIn(tile, /^Message from /), hasStatus: (status) => chip(tile, status).waitFor() };
}

/** The desk of one agent. */
export function agent(page: Page, name: string): Omit<Widget, 'hasStatus'> {
  const tile = page.getByRole('article', { name: `Agent ${name}`, exact: true });
  return { tile, ...chatIn(tile, /^Reply to /) };
}

function chatIn(tile: Locator, composerName: RegExp) {
  const composer = tile.getByRole('textbox', { name: composerName });
  const sends = async (text: string) => {
    await composer.fill(text);
    await composer.press('Enter');
  };
  return {
    composer,
    sends,
    says: async (text: string) => {
      await sends(text);
      await isEmpty(composer);
    },
    sees: (text: string) => tile.locator('.bubble').getByText(text, { exact: true }).waitFor(),
    messages: () => tile.locator('[data-message] .bubble').allInnerTexts(),
  };
}

const chip = (tile: Locator, status: number): Locator =>
  tile.locator(`.tile-head [data-status="${String(status)}"]`);

/** Nothing is left in a composer, and what was sent from it is on disk. */
export async function isEmpty(composer: Locator): Promise<void> {
  await expect.poll(() => composer.inputValue()).toBe('');
  await composer.locator('xpath=ancestor::form[@data-waiting="0"]').waitFor();
}

/** The node of the state diagram where the selected session stands. */
export const standsAt = (page: Page, status: number): Promise<void> =>
  page.locator(`.diagram [data-node="${String(status)}"].current`).waitFor();

export const queue = (page: Page): Locator => page.getByRole('region', { name: 'Queue', exact: true });

/** Opens one of the lower tabs. */
export async function openTab(
  page: Page,
  name: 'Script' | 'Problems' | 'Console' | 'HTTP' | 'Webhooks' | 'Tables' | 'Coverage',
): Promise<Locator> {
  const called = new RegExp(`^${name}`);
  const tabs = page.getByRole('tablist', { name: 'Bots' }).getByRole('tab');
  await tabs.first().waitFor();
  const tab = tabs.filter({ hasText: called });
  if ((await tab.count()) > 0) await tab.click();
  else {
    // Those that have no room stand in a menu behind the others.
    await page.locator('.bots-head .more-tabs').click();
    await page.getByRole('menuitem', { name: called }).click();
  }
  return page.getByRole('tabpanel', { name });
}

/** Shows a pane of a narrow window. */
export async function showPane(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('navigation', { name: 'Panes' });
  if (name === 'Bots') {
    await bar.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitemradio', { name }).click();
  } else await bar.getByRole('button', { name: new RegExp(`^(\\d+ waiting )?${name}$`) }).click();
}

/** Goes to the options of the workspace, one place further: Back leads to where one was. */
export async function openOptions(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/settings/options';
  });
  await page.getByRole('heading', { name: 'Options' }).waitFor();
}

/** Presses Tab, or another key, until something has the focus. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target.toString()}.`);
}

/** Opens a script by its name and puts other text into the editor. */
export async function writeScript(page: Page, name: string, source: string): Promise<void> {
  await openTab(page, 'Script');
  await page.getByRole('navigation', { name: 'Bots' }).getByRole('button', { name }).click();
  const editor = page.getByRole('textbox', { name: `Source of ${name}` });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(source);
}

/** Saves the script in the editor; returns when it is on disk. */
export async function saveScript(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+s');
  await page.locator('.script-head').getByText('Saved', { exact: true }).waitFor();
}
