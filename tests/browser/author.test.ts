import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import { onlyDownloads, openFile } from '../support/browser/files.ts';
import { customer } from '../support/browser/stage.ts';

let app: LaunchedApp | null = null;
const complained = { errors: [], policyViolations: [], foreignRequests: [] };

afterEach(async () => {
  await app?.close();
  app = null;
});

/** A course of one lesson, made by playing it, as the text of its file. */
async function makeCourse(trainer: LaunchedApp): Promise<string> {
  await trainer.context.addInitScript(onlyDownloads);
  const page = await trainer.open('#/lessons');
  await page.getByRole('link', { name: 'Make a course' }).click();
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('First steps');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('button', { name: 'New lesson' }).click();
  await page.getByRole('menuitem', { name: /^This workspace/ }).click();
  await page.getByRole('textbox', { name: 'Title of the lesson' }).fill('Hand over');
  const ada = customer(page, 'Ada Berg');
  await ada.says('human');
  await ada.hasStatus(4);
  await page.getByRole('button', { name: 'Mark the goal here' }).click();
  await page.getByRole('button', { name: 'Choose the checks' }).click();
  await page.getByRole('checkbox', { name: 'Ada Berg’s status is 4 In queue' }).check();
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.getByRole('textbox', { name: 'Your turn' }).fill('Have Eko hand Ada over.');
  await page.getByRole('button', { name: 'Add a hint' }).click();
  await page.getByRole('textbox', { name: 'Hint 1' }).fill('What does Eko ask Ada to write?');
  await page.getByRole('tab', { name: 'Test' }).click();
  await page.getByRole('button', { name: 'Test this lesson' }).click();
  await page.getByText('This lesson works').waitFor();
  await page.getByText('Kept on this computer').waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'First steps' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save course/ }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('First steps.rehearsal-course.json');
  return readFile(await file.path(), 'utf8');
}

it('a lesson that was made by playing it is done by somebody else without a network: failed at first, passed after a hint', async () => {
  app = await launchApp();
  const text = await makeCourse(app);
  expect(app.complaints).toEqual(complained);
  await app.close();

  app = await launchApp({ worksOffline: true });
  const page = await app.open();
  await isReadyOffline(page);
  await app.server.stop();
  await openFile(page, 'First steps.rehearsal-course.json', text);
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await page.getByText('Have Eko hand Ada over.').waitFor();
  const ada = customer(page, 'Ada Berg');
  await ada.says('a person, please');
  await ada.sees('Echo: a person, please');
  const passed = page.getByTestId('checks-passed');
  await expect.poll(() => passed.textContent()).toBe('0 of 1');
  await page.getByRole('button', { name: 'Show a hint' }).click();
  await page.getByText('What does Eko ask Ada to write?').waitFor();
  await ada.says('human');
  await page.getByText('Lesson passed').waitFor();
  expect(app.complaints).toEqual(complained);
});
