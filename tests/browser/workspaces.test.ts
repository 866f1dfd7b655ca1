import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { readRawLog } from '../support/browser/log.ts';
import { privateFiles } from '../support/browser/private-files.ts';
import { customer, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});

afterAll(async () => {
  await app.close();
});

const row = (page: Page, name: string) =>
  page.locator('.shelf-row', { has: page.getByText(name, { exact: true }) });
const names = (page: Page) => page.locator('.shelf-row .workspace-name').allInnerTexts();
const toWorkspaces = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Workspaces' }).click();
  await page.getByRole('columnheader', { name: 'Last used' }).waitFor();
};

describe('the workspaces', () => {
  it('are renamed in place and duplicated; a deleted one comes back with Undo, else it is gone from the disk', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.says('keep this');
    await ada.sees('Echo: keep this');
    await toWorkspaces(page);

    await page.getByRole('button', { name: 'Open Echobot and Echobot2' }).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Not this');
    await page.keyboard.press('Escape');
    await row(page, 'Echobot and Echobot2').waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.type('Test of Monday');
    await page.keyboard.press('Enter');
    await row(page, 'Test of Monday').getByRole('cell', { name: 'now open' }).waitFor();
    await page.getByRole('button', { name: 'Workspace: Test of Monday' }).waitFor();
    await page.getByRole('button', { name: 'More for Test of Monday' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    const copy = row(page, 'Test of Monday 2');
    await copy.getByText('Copied here').waitFor();
    const counts = async (name: string) => row(page, name).locator('.of-messages').innerText();
    await expect.poll(() => counts('Test of Monday 2')).toBe(await counts('Test of Monday'));
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    expect(await names(page)).toEqual(['Test of Monday', 'Test of Monday 2']);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Name' }).locator('svg').waitFor();

    // The open one: another one is shown, until it is back.
    await page.getByRole('button', { name: 'Open Test of Monday', exact: true }).press('Delete');
    await page.getByText('“Test of Monday” is deleted.').waitFor();
    await page.getByRole('button', { name: 'Workspace: Test of Monday 2' }).waitFor();
    expect(await names(page)).toEqual(['Test of Monday 2']);
    await page.getByRole('button', { name: 'Undo: “Test of Monday” is deleted.' }).click();
    await page.getByRole('button', { name: 'Workspace: Test of Monday', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Open Test of Monday', exact: true }).click();
    await ada.sees('Echo: keep this');

    await toWorkspaces(page);
    const { workspaces } = await readRawLog(page);
    const id = workspaces.find(({ name }) => name === 'Test of Monday 2')?.id ?? '?';
    expect((await privateFiles(page)).filter((name) => name.includes(id))).not.toEqual([]);
    await page.getByRole('button', { name: 'Delete Test of Monday 2' }).click();
    const toast = page.getByText('“Test of Monday 2” is deleted.');
    const secondsLeft = page.locator('.undo-left');
    await toast.hover();
    const held = await secondsLeft.innerText();
    await page.waitForTimeout(1500); // else a second less is left
    await expect.poll(() => secondsLeft.innerText()).toBe(held);
    await page.mouse.move(10, 10);
    await toast.waitFor({ state: 'detached' });
    await expect
      .poll(async () => JSON.stringify([await readRawLog(page), await privateFiles(page)]))
      .not.toContain(id);
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });

  it('are made empty, with somebody to chat with; the last one that is deleted is stood in for until it is back', async () => {
    const page = await app.open('#/workspaces');
    await page.getByRole('button', { name: 'New workspace', exact: true }).click();
    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByLabel('Name (optional)').fill('Eva');
    await page.getByRole('button', { name: 'Connect' }).click();
    await customer(page, 'Eva').says('hello');

    await toWorkspaces(page);
    await row(page, 'New workspace').getByText('Started empty').waitFor();
    await page.getByRole('button', { name: 'Delete Test of Monday', exact: true }).click();
    await page.getByRole('button', { name: 'Delete New workspace' }).click();
    await page.getByText('“New workspace” is deleted.').waitFor();
    await page.getByRole('button', { name: 'Workspace: Echobot and Echobot2' }).waitFor();
    expect(await names(page)).toEqual(['Echobot and Echobot2']);
    expect(await page.getByText('lost').count()).toBe(0);

    // Both come back, the newest first; nobody asked for the one that stood in.
    await page.getByRole('button', { name: 'Undo: “New workspace” is deleted.' }).click();
    await page.getByRole('button', { name: 'Undo: “Test of Monday” is deleted.' }).click();
    await expect.poll(() => names(page)).toEqual(['New workspace', 'Test of Monday']);
    await page.getByRole('button', { name: 'Open New workspace' }).click();
    await customer(page, 'Eva').sees('hello');
    await isSaved(page);
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
