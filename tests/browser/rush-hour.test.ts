import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { isSaved, patience } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});

afterAll(async () => {
  await app.close();
});

describe('a rush hour', () => {
  it('is let in from the palette, plays itself to its end, and stands in the timeline', async () => {
    const page = await app.open();
    await isSaved(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('rush hour');
    await page.getByRole('option', { name: /^Rush hour/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Rush hour' });
    await dialog.getByRole('textbox', { name: 'Customers' }).fill('6');
    await dialog.getByRole('button', { name: '×60' }).click();

    await dialog.getByRole('button', { name: 'Let them come' }).click();

    const strip = page.getByRole('region', { name: 'Rush hour' });
    await expect.poll(() => strip.innerText(), patience).toContain('Over: 6 came');
    await strip.getByRole('button', { name: 'How it went' }).click();
    await strip.getByText('Waiting now').waitFor();
    const timeline = page.getByRole('tree', { name: 'Timeline' });
    await expect.poll(() => timeline.innerText(), patience).toMatch(/wrote|opened the chat/);
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
