import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { isSaved, openTab, openOptions } from '../support/browser/stage.ts';

const { opens, opensBeside } = onePage();

const name = 'echobot message received';
const editor = (page: Page) => page.getByRole('textbox', { name: `Source of ${name}` });
const text = (page: Page) => editor(page).innerText();
const button = (page: Page, label: string) =>
  page.locator('.bots').getByRole('button', { name: label, exact: true });

async function openScript(page: Page): Promise<void> {
  await page.bringToFront();
  await isSaved(page);
  await openTab(page, 'Script');
  await page.getByRole('navigation', { name: 'Bots' }).getByRole('button', { name }).click();
  await editor(page).waitFor();
}

async function addLine(page: Page, line: string): Promise<void> {
  await page.bringToFront();
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(line);
}

/** Two tabs with the same script open; the second has a line of its own and the first has saved one since. */
async function twoTabs() {
  const first = await opens();
  await openScript(first);
  const second = await opensBeside();
  await openScript(second);
  await addLine(second, '// SECOND');
  await addLine(first, '// FIRST');
  await button(first, 'Save').click();
  await first.locator('.script-head').getByText('Saved', { exact: true }).waitFor();
  await second.bringToFront();
  await second.getByText(/^This script was saved somewhere else since you began/).waitFor();
  return { first, second };
}

describe('two tabs on one script', () => {
  it('tell the later one that it was saved since; saving does not overwrite it unasked, and both are shown', async () => {
    const { first, second } = await twoTabs();

    const offersBoth = () =>
      expect
        .poll(() => button(second, 'See both').evaluate((one) => one === document.activeElement))
        .toBe(true);

    await editor(second).press('ControlOrMeta+s');
    await offersBoth();
    await button(second, 'Save').click();
    await offersBoth();
    await second.keyboard.press('Enter');
    const both = second.getByRole('list', { name: 'Theirs and yours' });
    await expect.poll(() => both.locator('.both-theirs').innerText()).toContain('// FIRST');
    await expect.poll(() => both.locator('.both-mine').innerText()).toContain('// SECOND');
    expect(await both.evaluate((list) => list.scrollHeight - list.clientHeight), 'shown whole').toBe(0);
    const wide = second.viewportSize();
    await second.setViewportSize({ width: 390, height: 844 });
    await both.locator('.both-mine').first().waitFor();
    await second.setViewportSize(wide ?? { width: 1440, height: 900 });
    await second.keyboard.press('Escape');
    await both.waitFor({ state: 'detached' });
    expect(await button(second, 'See both').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await text(first)).toContain('// FIRST');
    expect(await text(second)).toContain('// SECOND');
  });

  it('keep mine: it is saved in its place, and Undo puts theirs back', async () => {
    const { first, second } = await twoTabs();

    await button(second, 'Keep mine').click();
    await expect.poll(() => text(first)).toContain('// SECOND');
    expect(await text(first)).not.toContain('// FIRST');

    await second.getByRole('button', { name: /^Undo: .* was saved over theirs$/ }).click();
    await expect.poll(() => text(first)).toContain('// FIRST');
    await expect.poll(() => text(second)).toContain('// FIRST');
  });

  it('take theirs: it shows, and Undo brings back what was written', async () => {
    const { second } = await twoTabs();

    await button(second, 'Take theirs').click();
    await expect.poll(() => text(second)).toContain('// FIRST');
    expect(await second.getByText('not saved', { exact: true }).count()).toBe(0);

    await second.getByRole('button', { name: 'Undo: Your text was dropped for theirs' }).click();
    await expect.poll(() => text(second)).toContain('// SECOND');
    // Whoever takes it back has seen what is saved now: it can be saved.
    expect(await second.getByText(/^This script was saved somewhere else/).count()).toBe(0);
  });

  it('are told apart after a reload, too: the draft remembers what it began from', async () => {
    const second = await opens();
    await openScript(second);
    await addLine(second, '// SECOND');
    await second.reload();
    await openScript(second);
    const first = await opensBeside();
    await openScript(first);
    await addLine(first, '// FIRST');
    await button(first, 'Save').click();

    await second.getByText(/^This script was saved somewhere else since you began/).waitFor();
    expect(await text(second)).toContain('// SECOND');
  });

  it('keep what is written into a script that the other one deletes, and put it back', async () => {
    const { first, second } = await twoTabs();

    await first.bringToFront();
    await first.getByRole('button', { name: `Settings of ${name}` }).click();
    await first.getByRole('button', { name: 'Delete script' }).click();
    await first.getByRole('button', { name: 'Really delete it' }).click();
    await second.bringToFront();
    await second.getByText(/^This script was deleted somewhere else since you began/).waitFor();
    expect(await text(second)).toContain('// SECOND');

    await button(second, 'Put mine back').click();
    await first.bringToFront();
    const bots = first.getByRole('navigation', { name: 'Bots' });
    await bots.getByRole('button', { name }).click();
    await expect.poll(() => text(first)).toContain('// SECOND');
  });
});

describe('two tabs on other things', () => {
  it('do not overwrite each other’s mock, table or option unasked', async () => {
    const first = await opens();
    const http = await openTab(first, 'HTTP');
    await http.getByRole('button', { name: 'New mock' }).click();
    await http.getByLabel('URL').fill('https://a.test/');
    await http.getByRole('button', { name: 'Save', exact: true }).click();
    const second = await opensBeside();

    const open = async (page: Page) => {
      const pane = await openTab(page, 'HTTP');
      await pane.getByRole('button', { name: /^GET https:\/\/a\.test\// }).click();
      return pane;
    };
    const [one, two] = [await open(first), await open(second)];
    await two.getByLabel('URL').fill('https://second.test/');
    await one.getByLabel('URL').fill('https://first.test/');
    await one.getByRole('button', { name: 'Save', exact: true }).click();
    await two.getByText(/^This mock was saved somewhere else/).waitFor();
    await two.getByRole('button', { name: 'Save', exact: true }).click();
    await two.getByRole('button', { name: 'See both' }).click();
    await expect.poll(() => two.locator('.both-theirs').last().innerText()).toContain('https://first.test/');
    await two.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => two.getByLabel('URL').inputValue()).toBe('https://first.test/');

    await openOptions(first);
    await openOptions(second);
    const idle = (page: Page) => page.getByLabel(/^Seconds until a vanished/);
    await idle(second).fill('20');
    await idle(first).fill('10');
    await idle(first).press('Enter');
    await second.getByText(/^This option was saved somewhere else/).waitFor();
    await idle(second).press('Enter');
    await expect.poll(() => idle(first).inputValue()).toBe('10');
    await second.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => idle(first).inputValue()).toBe('20');
  });
});
