import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../support/app.ts';
import { launchWith } from '../support/browser/sample.ts';
import { isSaved } from '../support/browser/stage.ts';
import { twoDesks } from '../support/two-desks.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchWith(twoDesks);
});

afterAll(async () => {
  await app.close();
});

describe('a rush hour', () => {
  it('is let in from the palette, plays itself to its end, and is told in pictures; the agent’s debrief leads to moments, and keeps notes', async () => {
    const page = await app.open();
    await isSaved(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('rush hour');
    await page.getByRole('option', { name: /^Rush hour…/, selected: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Rush hour' });
    await dialog.getByRole('textbox', { name: 'Customers' }).fill('6');
    await dialog.getByRole('button', { name: 'Change Angry' }).click();
    await dialog.getByLabel('Name').fill('Furious');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.getByRole('checkbox', { name: /^Furious/ }).waitFor();
    await dialog.getByRole('button', { name: '×60' }).click();

    await dialog.getByRole('button', { name: 'Let them come' }).click();

    const strip = page.getByRole('region', { name: 'Rush hour' });
    await expect.poll(() => strip.innerText()).toContain('Over: 6 came');
    await strip.getByRole('button', { name: 'How it went' }).click();
    await strip.getByText('Waiting now').waitFor();
    await strip.getByRole('heading', { name: 'How long each waited for somebody' }).waitFor();
    const timeline = page.getByRole('tree', { name: 'Timeline' });
    await expect.poll(() => timeline.innerText()).toMatch(/wrote|opened the chat/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('debrief ole');
    await page.getByRole('option', { name: /^Debrief of Ole Vik/ }).click();
    await page.getByText('First answer, median').waitFor();
    await page.getByLabel('Moment').selectOption({ index: 1 });
    await page.getByLabel('Note', { exact: true }).fill('A good beginning');
    await page.getByRole('button', { name: 'Pin the note' }).click();
    const notes = page.getByRole('region', { name: 'Notes' });
    await notes.getByText('A good beginning').first().waitFor();
    await page.getByRole('button', { name: 'Begin with five common ones' }).click();
    await page.getByRole('checkbox', { name: 'Greeted by name' }).check();

    await page.reload();

    await notes.getByText('A good beginning').first().waitFor();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Greeted by name' }).isChecked()).toBe(true);
    await notes.getByRole('listitem').first().getByRole('button').first().click();
    await page.getByRole('button', { name: 'Back to now' }).first().waitFor();
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
