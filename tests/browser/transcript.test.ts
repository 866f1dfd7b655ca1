import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchApp } from '../support/app.ts';
import { agent, customer, isSaved } from '../support/browser/stage.ts';

/** What the browser saves when `act` is done: under which name, and its text. */
async function savedBy(page: Page, act: () => Promise<void>): Promise<readonly [name: string, text: string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

it('writes a conversation down from the tile’s menu and from the agent’s, for one session or all', async () => {
  const app = await launchApp();
  const page = await app.open();
  const ada = customer(page, 'Ada Berg');
  await ada.says('human <b>please</b>');
  await ada.says('human');
  await agent(page, 'Kari Nord')
    .tile.getByRole('button', { name: /^Get next in queue/ })
    .click();
  await agent(page, 'Kari Nord').says('=1+1, Ada?');
  await isSaved(page);

  await ada.tile.getByRole('button', { name: 'More for Ada Berg' }).click();
  await page.getByRole('menuitem', { name: 'Transcript…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Transcript' });
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await preview.getByText('## Session 1: Ada Berg').waitFor();
  const save = () => dialog.getByRole('button', { name: /^Save/ }).click();
  const [name, markdown] = await savedBy(page, save);
  await dialog.getByRole('radio', { name: /^HTML/ }).check();
  const [, html] = await savedBy(page, save);
  await page.keyboard.press('Escape');

  expect(name).toBe('Echobot and Echobot2 - 1 Ada Berg.md');
  expect(markdown).toContain('**Ada**\n\n> human \\<b\\>please');
  expect(markdown).toContain('**Kari Nord** (agent)\n\n> \\=1+1, Ada?');
  expect(html).toContain('human &lt;b&gt;please&lt;/b&gt;');
  await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe('More for Ada Berg');

  await page.getByRole('button', { name: 'More about the chat with Ada Berg' }).click();
  await page.getByRole('menuitem', { name: 'Transcript…' }).click();
  await dialog.getByRole('combobox', { name: 'Session' }).selectOption({ label: 'All 2 sessions' });
  await dialog.getByRole('radio', { name: /^CSV/ }).check();
  const [csvName, csv] = await savedBy(page, save);
  await dialog.getByRole('radio', { name: /^Botium/ }).check();

  expect(csvName).toBe('Echobot and Echobot2.csv');
  expect(csv).toMatch(
    /^\uFEFFtime,session,[^]*,Kari Nord,agent,message,"'=1\+1, Ada\?",5\r\n[^]*,2,,system,began,/,
  );
  await dialog.getByRole('button', { name: 'Save 2 files' }).waitFor();
  expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  await app.close();
});
