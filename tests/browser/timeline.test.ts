import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { agent, customer, isSaved, openTab, queue } from '../support/browser/stage.ts';

let app: LaunchedApp;
let page: Page;

beforeAll(async () => {
  app = await launchApp();
  page = await app.open();
  await isSaved(page);
});

afterAll(async () => {
  await app.close();
});

const timeline = () => page.getByRole('tree', { name: 'Timeline' });
const row = (name: RegExp) => timeline().getByRole('treeitem', { name });
const chosen = () => timeline().getByRole('treeitem', { selected: true });
const bubble = (text: string) =>
  customer(page, 'Ada Berg')
    .tile.locator('.message')
    .filter({ has: page.getByText(text, { exact: true }) });
const isChosen = (text: string) => expect.poll(() => bubble(text).getAttribute('class')).toMatch(/ selected/);

describe('the timeline', () => {
  it('tells a step in one sentence, unfolds what followed by keyboard, and explains its rule', async () => {
    const ada = customer(page, 'Ada Berg');
    await ada.says('Order 1042');
    await ada.sees('Echo: Order 1042');
    const wrote = row(/Ada Berg wrote “Order 1042”/);
    await wrote.click();
    await expect.poll(() => wrote.getAttribute('aria-expanded')).toBe('false');
    expect(await row(/answered Ada Berg “Echo: Order 1042”/).count()).toBe(0);

    await timeline().press('ArrowRight');
    await row(/answered Ada Berg “Echo: Order 1042”/).waitFor();
    await timeline().press('ArrowDown');
    const change = chosen();
    await expect.poll(() => change.innerText()).toContain('the customer spoke last');

    const details = page.getByRole('region', { name: 'Details' });
    await details.getByText('When the customer writes, 6 User last becomes 5 Customer last.').waitFor();
    await details.getByText('Documented').waitFor();
    await details.getByText('session.statusChanged', { exact: true }).waitFor();
    await expect.poll(() => page.locator('.diagram .edge.chosen').count()).toBe(1);

    const why = page.getByRole('region', { name: 'Why?' });
    await why.getByRole('button', { name: 'Rule T15' }).click();
    await why.getByText('When the customer writes, 6 User last becomes 5 Customer last.').waitFor();

    await timeline().press('ArrowLeft');
    await timeline().press('ArrowLeft');
    await expect.poll(() => wrote.getAttribute('aria-expanded')).toBe('false');
  });

  it('selects what is chosen in a bubble, the diagram or Why?, and unfolds to it', async () => {
    await bubble('Echo: Order 1042').locator('.bubble').click();
    await isChosen('Echo: Order 1042');
    await expect.poll(() => chosen().getAttribute('data-event')).toBe('message.saved');
    await expect.poll(() => chosen().innerText()).toContain('answered Ada Berg');

    await page.getByRole('button', { name: /^5 Customer last: show when/ }).press('Enter');
    await expect.poll(() => chosen().innerText()).toContain('the customer spoke last');

    await page.locator('.diagram [data-edge="5 6"]').click({ force: true });
    await expect.poll(() => chosen().innerText()).toContain('spoke last');
    await page.getByRole('button', { name: /^5 Customer last → 6 User last/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page
      .getByRole('button', { name: /^6 User last → 5 Customer last/ })
      .and(page.locator(':focus'))
      .waitFor();
    await expect.poll(() => page.locator('.diagram .edge.focused').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => chosen().innerText()).toContain('the customer spoke last');
    const why = page.getByRole('region', { name: 'Why?' });
    await why.getByRole('button', { name: /Ada Berg wrote/ }).click();
    await isChosen('Order 1042');
    await expect.poll(() => chosen().innerText()).toContain('Ada Berg wrote');
  });

  it('selects what happened last in a chat that is chosen in the queue or at a desk, until something else does', async () => {
    const ada = customer(page, 'Ada Berg');
    await ada.says('human');
    await queue(page)
      .getByRole('button', { name: /Ada Berg/ })
      .click();
    await expect.poll(() => chosen().innerText()).toContain('the bot handed over');
    await expect.poll(() => page.locator('.diagram .edge.chosen').count()).toBe(1);

    const kari = agent(page, 'Kari Nord').tile;
    await kari.getByRole('button', { name: /^Get next/ }).click();
    await expect.poll(() => chosen().count()).toBe(0);
    await kari
      .getByRole('list', { name: 'Chats' })
      .getByRole('button', { name: /Ada Berg/ })
      .click();
    await isChosen('Hello, you are talking to a person now.');
    await expect.poll(() => chosen().innerText()).toContain('Kari Nord welcomed Ada Berg');
    expect(await row(/the bot handed over/).count()).toBe(0);

    await row(/Ada Berg wrote/)
      .last()
      .click();
    await page.setViewportSize({ width: 1024, height: 768 });
    await page
      .getByRole('listbox', { name: 'Agents' })
      .getByRole('option', { name: /^Kari Nord/ })
      .click();
    await expect.poll(() => chosen().innerText()).toContain('Kari Nord welcomed');
  });

  it('is searched and narrowed, and shows what is quiet when asked', async () => {
    const rows = timeline().getByRole('treeitem');
    await page.getByRole('button', { name: 'Search and narrow the timeline' }).click();
    await page.getByRole('searchbox', { name: 'Search events' }).pressSequentially('order 1042');
    await expect.poll(() => rows.count()).toBe(2);
    await page.keyboard.press('Escape');
    await expect.poll(() => rows.count()).toBeGreaterThan(2);

    await page.getByRole('button', { name: 'Bot', exact: true }).click();
    await expect.poll(() => row(/Ada Berg wrote/).count()).toBe(0);
    await page.getByRole('button', { name: 'Bot', exact: true }).click();
    await row(/Ada Berg wrote “Order 1042”/).waitFor();
    expect(await row(/came to its end/).count()).toBe(0);
    await page.getByRole('button', { name: 'More for the timeline' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Show typing and ends of scripts' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Unfold every step' }).click();
    await page.keyboard.press('Escape');
    await row(/came to its end/)
      .first()
      .waitFor();
  });

  it('follows a line of the console', async () => {
    const console = await openTab(page, 'Console');
    await console.getByRole('button').last().click();

    await expect.poll(() => chosen().getAttribute('data-event')).toMatch(/^(script|hint)\./);
    await openTab(page, 'Console');
    await expect.poll(() => console.getByRole('button').last().getAttribute('aria-current')).toBe('true');
  });
});
