import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { customer, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});

afterAll(async () => {
  await app.close();
});

describe('the places', () => {
  it('are links; Back and Forward lead through them, and the last one is there again', async () => {
    const page = await app.open();
    await isSaved(page);
    const rail = page.getByRole('navigation', { name: 'Places' });
    const heading = (name: string) => page.getByRole('heading', { level: 2, name, exact: true });

    await rail.getByRole('link', { name: 'Settings' }).click();
    await heading('Help desk').waitFor();
    expect(page.url()).toMatch(/#\/settings\/channels\/1$/);
    await page.getByRole('tab', { name: 'Agents' }).click();
    await page.getByRole('link', { name: 'Kari Nord' }).click();
    await page.getByRole('switch', { name: 'Present' }).click();
    await page.getByText('Away').first().waitFor();
    await page.goBack();
    await heading('Help desk').waitFor();
    await page.goBack();
    await customer(page, 'Ada Berg').composer.waitFor();
    await page.goForward();
    await heading('Help desk').waitFor();

    await page.goto(page.url().replace(/#.*/, '#/settings/channels/99'));
    await page.getByText('There is no channel 99 in this workspace.').waitFor();
    await page.goto(page.url().replace(/#.*/, '#/wherever/that/is'));
    await page.getByText('There is no place “wherever/that/is” here.').waitFor();
    await page.getByRole('link', { name: 'Go to the stage' }).click();
    await customer(page, 'Ada Berg').says('still here');

    await rail.getByRole('link', { name: 'Workspaces' }).click();
    await page.getByRole('button', { name: /^Joke bot/ }).waitFor();
    const again = await app.open();
    await again.getByRole('button', { name: /^Joke bot/ }).waitFor();
    expect(again.url()).toMatch(/#\/workspaces$/);
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });

  it('let stage and workbench have all the room, each; what is asked for is shown again', async () => {
    const page = await app.open('#/stage');
    const ada = customer(page, 'Ada Berg').composer;
    const editor = page.getByRole('textbox', { name: /^Source of/ });
    await editor.waitFor();

    await page.getByRole('button', { name: 'Maximise the workbench' }).click();
    await ada.waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Stage' }).getByRole('button', { name: 'Customers' }).click();
    await ada.waitFor();
    await page.getByRole('separator', { name: 'Size of Workbench' }).press('Enter');
    await editor.waitFor({ state: 'detached' });
    await page.getByRole('group', { name: 'Workbench' }).getByRole('button', { name: 'Script' }).click();
    await editor.waitFor();
    await page.getByRole('separator', { name: 'Size of Workbench' }).dblclick();
    await editor.waitFor({ state: 'detached' });
  });
});
