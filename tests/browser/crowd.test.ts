import { afterEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../support/app.ts';
import { crowdSteps, crowdWorld, nameOf } from '../support/browser/crowd.ts';
import { drawnBy, nodesOf } from '../support/browser/draws.ts';
import { laidOutBy } from '../support/browser/layouts.ts';
import { launchWith } from '../support/browser/sample.ts';
import { agent, customer, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

afterEach(async () => {
  await app.close();
});

describe('with two hundred customers', () => {
  it('only what is seen is drawn, one message draws its chat and no other, and everybody is a search or a key away', async () => {
    app = await launchWith(crowdWorld(), crowdSteps(200, 30));
    const page = await app.open();
    await isSaved(page);
    const people = page.getByRole('listbox', { name: 'Customers' });
    await people.getByRole('option', { name: new RegExp(`^${nameOf(1)} Help desk`) }).waitFor();
    expect(await nodesOf(page)).toBeLessThan(3000);
    const ada = customer(page, nameOf(1));
    const layouts = await laidOutBy(page, async () => {
      for (const text of ['One', 'Two', 'Three']) await ada.says(text);
    });
    // A message is laid out in the panes of the customer, the agent and the timeline, and the page with all that stands in it less than half the time.
    expect(layouts.some((roots) => roots.length > 1 && Math.min(...roots) > 1)).toBe(true);
    expect(layouts.filter((roots) => roots.includes(1)).length).toBeLessThan(layouts.length / 2);
    await ada.composer.fill('Hello');
    await people.getByText('typing…').waitFor();

    // What is not there would not be drawn, either.
    for (const one of ['.folder-list', '.diagram .node']) await page.locator(one).first().waitFor();
    const { draws } = await drawnBy(page, async () => {
      await ada.composer.press('Enter');
      await ada.sees('Hello');
      await isSaved(page);
    });

    expect(draws['messages']).toBeGreaterThan(0);
    // At the customer and at the agent, each as the text leaves, as it is acknowledged, and as it is shown.
    expect(draws['composer']).toBeLessThanOrEqual(6);
    expect(draws['tile']).toBeLessThanOrEqual(6);
    // What is new is put there; of what stands there, a line of the timeline at most, and the dots of who typed.
    expect(draws['event-row'] ?? 0).toBeLessThanOrEqual(1);
    expect(draws['message'] ?? 0).toBeLessThanOrEqual(4);
    // Its own row in the list of its agent, among those in sight, and the status in front of its rows, once or twice.
    expect(draws['li'] ?? 0).toBeLessThanOrEqual(3);
    expect(draws['chip'] ?? 0).toBeLessThanOrEqual(12);
    expect(draws['avatar'] ?? 0).toBeLessThanOrEqual(4);
    // Neither scripts with their badges nor, as it stays in its status, the diagram.
    expect([draws['folder-list'] ?? 0, draws['node'] ?? 0]).toEqual([0, 0]);
    expect(draws['icon'] ?? 0).toBeLessThanOrEqual(12);

    await people.focus();
    await page.keyboard.press('ArrowDown');
    await customer(page, nameOf(2)).tile.waitFor();
    const chosen = page.getByRole('tree', { name: 'Timeline' }).getByRole('treeitem', { selected: true });
    await expect.poll(() => chosen.innerText()).toContain('Kari Nord spoke last');
    await page.keyboard.press('Space');
    await people.getByRole('option', { name: /pinned/ }).waitFor();
    await page.keyboard.press('End');
    await customer(page, nameOf(200)).tile.waitFor();
    await expect.poll(() => customer(page, nameOf(2)).tile.count()).toBe(1);
    await page.getByRole('searchbox', { name: 'Find a customer' }).fill('eve dahl 25');
    await expect.poll(() => people.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await customer(page, nameOf(197)).composer.and(page.locator(':focus')).waitFor();
    const desk = agent(page, 'Kari Nord').tile;
    await desk.getByRole('tab', { name: /^Dashboard/ }).click();
    const waiting = desk.getByRole('table', { name: 'Incoming chat' });
    await waiting.getByRole('row', { name: new RegExp(`^${nameOf(31)} `) }).waitFor();
    await expect.poll(() => waiting.getAttribute('aria-rowcount')).toBe('171');
    await waiting.evaluate((table) => {
      table.scrollIntoView({ block: 'end' });
    });
    const last = waiting.getByRole('row', { name: new RegExp(`^${nameOf(200)} `) });
    await last.waitFor();
    await expect.poll(() => last.getAttribute('aria-rowindex')).toBe('171');
    expect(await nodesOf(page)).toBeLessThan(3000);
    await last.getByRole('button', { name: `Pick up ${nameOf(200)}` }).click();
    await agent(page, 'Kari Nord').composer.and(page.locator(':focus')).waitFor();
  });
});
