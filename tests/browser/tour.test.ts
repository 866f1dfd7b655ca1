import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { agent, customer } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp({ offersTour: true });
});

afterEach(async () => {
  await app.close();
});

describe('the tour', () => {
  it('is offered once, goes on when things are done, and comes back after a reload where it was left', async () => {
    const page = await app.open();
    const card = page.getByRole('region', { name: 'Tour' });
    const at = (title: string) => card.getByRole('heading', { name: title }).waitFor();
    const ada = customer(page, 'Ada Berg');

    await card.getByRole('button', { name: 'Show me' }).waitFor();
    await ada.composer.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('F6');
    await card.getByRole('button', { name: 'Show me' }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await at('Say hi');
    await page.keyboard.type('hi'); // where one writes has the focus
    await page.keyboard.press('Enter');
    await at('See what it caused');
    await page.getByRole('region', { name: 'Why?' }).getByRole('button', { name: /wrote/ }).first().click();
    await at('Ask for a person');
    await ada.says('human');
    await at('Answer as Kari');
    await page.reload();
    await at('Answer as Kari');
    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await agent(page, 'Kari Nord').composer.fill('Hello');
    await page.keyboard.press('Enter');
    await at('Go back in time');
    for (const next of ['Change the bot', 'Keep it as a test', 'That was the tour']) {
      await card.getByRole('button', { name: 'Skip this' }).click();
      await at(next);
    }
    await card.getByRole('button', { name: 'Done' }).click();
    await card.waitFor({ state: 'detached' });
    await page.reload();
    await ada.tile.waitFor();

    await expect.poll(() => page.evaluate(() => localStorage.getItem('rehearsal.tour'))).toBe('over');
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
