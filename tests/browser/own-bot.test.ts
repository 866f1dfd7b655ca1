import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import {
  customer,
  isSaved,
  openTab,
  saveScript,
  writeScript,
  openOptions,
} from '../support/browser/stage.ts';

const { opens } = onePage();

const file = (name: string, source: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(source, 'utf8'),
});

const tip = `
String tip()
{
  HTTP http;
  Byte[] bytes = http.get("https://tips.example/today");
  if (http.hasError())
    return "No tip today.";
  Map answer;
  answer.fromJson(String(bytes));
  return answer.get("tip");
}
if (getVariable("developmentMode") == "true" && getVariable("includeId") == "lib-tip")
  printLine("Test: " + tip());
`;

const received = `
#include "lib-tip";
EventData ed = getEventData();
Integer session = ed.getInputValue("chatMessage.sessionId").toInteger();
addChatMessage(session, tip(), 1, "Tipper", 16, "");
`;

/** Makes a folder of files in the sample and gives it to the first channel as its bot. */
async function bringBot(page: Page) {
  const bots = page.getByRole('navigation', { name: 'Bots' });
  await bots.getByRole('button', { name: 'New folder', exact: true }).click();
  await page.getByLabel('Name of the folder').fill('Tips');
  await page.keyboard.press('Enter');
  const settings = bots.getByRole('button', { name: 'Settings of folder Tips' });
  await settings.click();
  const dialog = page.getByRole('dialog', { name: 'Settings of folder Tips' });
  await dialog
    .locator('input[type=file]')
    .setInputFiles([
      file('tipbot register.crm', ''),
      file('tipbot message received.crm', received),
      file('lib-tip.crm', tip),
    ]);
  await bots.getByRole('button', { name: 'tipbot message received' }).waitFor();
  await settings.click();
  await dialog.getByLabel(/^Help desk/).click();
  await expect.poll(() => dialog.getByLabel(/^Help desk/).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  return bots;
}

describe('somebody who brings a bot of their own', () => {
  it('adds its files, gives it to a channel, and answers its HTTP calls with a mock', async () => {
    const page = await opens();
    await bringBot(page);

    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const guest = customer(page, 'Customer 3');
    await guest.says('a tip, please');
    await guest.sees('No tip today.');

    const http = await openTab(page, 'HTTP');
    await http.getByRole('button', { name: 'Add a mock' }).click();
    await http.getByLabel('Body', { exact: true }).fill('{"tip":"Rehearse first."}');
    await http.getByRole('button', { name: 'Save', exact: true }).click();
    await http.getByRole('button', { name: /^GET https:\/\/tips\.example\/today 200$/ }).waitFor();
    await guest.says('another one');
    await guest.sees('Rehearse first.');
  });

  it('runs a library by hand, by keyboard: its self-test prints to the Console', async () => {
    const page = await opens();
    const bots = await bringBot(page);

    await bots.getByRole('button', { name: 'lib-tip' }).click();
    const values = page.getByLabel('Values in EventData, a line each');
    await page.getByRole('button', { name: 'Run…' }).press('Enter');
    await values.fill('city=Oslo');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Run…' }).press('Enter');
    await expect.poll(() => values.inputValue()).toBe('city=Oslo');
    await values.press('ControlOrMeta+Enter');

    const console = page.getByRole('tabpanel', { name: 'Console' });
    await console.getByText('Test: No tip today.').waitFor();
    await console.getByText(/^lib-tip ran to its end: \d+ statements$/).waitFor();
  });

  it('runs the message script by hand with the values of the selected session, changed', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.says('one');
    await ada.tile.click();

    await openTab(page, 'Script');
    await page
      .getByRole('navigation', { name: 'Bots' })
      .getByRole('button', { name: 'echobot message received' })
      .click();
    await page.getByRole('button', { name: 'Run…' }).click();
    const values = page.getByLabel('Values in EventData, a line each');
    const text = await values.inputValue();
    expect(text).toContain('chatMessage.message=one\n');
    await values.fill(text.replace('chatMessage.message=one', 'chatMessage.message=two'));
    await page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click();

    await expect.poll(async () => (await ada.messages()).at(-1)).toContain('two');
  });

  it('keeps rows for SearchEngine in a table, and sees what is wrong with the text of one', async () => {
    const page = await opens();

    const tables = await openTab(page, 'Tables');
    await tables.getByRole('button', { name: 'New table' }).click();
    await page.getByLabel('Name of the table').fill('y_tips');
    await page.keyboard.press('Enter');
    const rows = tables.getByRole('textbox', { name: 'Rows of y_tips' });
    await rows.fill('[{ "id": 1 ');
    await tables.getByRole('button', { name: 'Save', exact: true }).click();
    await tables
      .getByRole('alert')
      .getByText(/^This is no JSON/)
      .waitFor();
    await rows.fill('[{ "id": 1, "text": "Rehearse first." }]');
    await tables.getByRole('button', { name: 'Save', exact: true }).click();
    await tables.getByRole('button', { name: 'y_tips 1' }).waitFor();

    await page.reload();
    await isSaved(page);
    const again = await openTab(page, 'Tables');
    await expect
      .poll(() => again.getByRole('textbox', { name: 'Rows of y_tips' }).inputValue())
      .toBe('[\n  {"id":1,"text":"Rehearse first."}\n]');
  });

  it('loses nothing that was typed, nor the place of the keyboard, when other things are looked at', async () => {
    const page = await opens();
    const focused = page.locator(':focus');

    let http = await openTab(page, 'HTTP');
    await http.getByRole('button', { name: 'New mock' }).press('Enter');
    await page.keyboard.type('https://tips.example/*');
    await http.getByLabel('Body', { exact: true }).fill('half a bo');
    await openTab(page, 'Console');
    await page.reload();
    await isSaved(page);
    http = await openTab(page, 'HTTP');
    await expect
      .poll(() => http.getByLabel('URL', { exact: true }).inputValue())
      .toBe('https://tips.example/*');
    await expect.poll(() => http.getByLabel('Body', { exact: true }).inputValue()).toBe('half a bo');
    await http.getByLabel('Status').fill('fine');
    await http.getByLabel('Status').press('Enter');
    expect(await http.getByRole('alert').boundingBox()).not.toBeNull();
    await expect.poll(() => http.getByText(/^“fine” is no HTTP status/).isVisible()).toBe(true);
    await http.getByLabel('Status').fill('200');
    await http.getByLabel('Status').press('Enter');
    await http.getByRole('button', { name: 'GET https://tips.example/* 200' }).waitFor();
    await expect.poll(() => focused.getAttribute('aria-label')).toBe('New mock');

    const tables = await openTab(page, 'Tables');
    await tables.getByRole('button', { name: 'New table' }).press('Enter');
    await page.keyboard.type('y_tips');
    await page.keyboard.press('Enter');
    const rows = tables.getByRole('textbox', { name: 'Rows of y_tips' });
    await rows.fill('[{ "mine": 1 }]');
    await writeScript(
      page,
      'echobot message received',
      'SearchEngine se;\nse.addData("y_tips.name", "theirs");\nse.insert();\n',
    );
    await page.getByRole('button', { name: 'Run…' }).click();
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.getByText(/^echobot message received ran to its end/).waitFor();
    await expect.poll(() => focused.innerText()).toContain('Console');
    await openTab(page, 'Tables');
    await expect.poll(() => rows.inputValue()).toBe('[{ "mine": 1 }]');
    await tables.getByText(/^This table was saved somewhere else since you began/).waitFor();
    await tables.getByRole('button', { name: 'Revert' }).press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.inputValue()).toContain('"theirs"');
    await expect.poll(() => focused.getAttribute('aria-label')).toBe('Rows of y_tips');
    await tables.getByRole('button', { name: 'Delete table' }).press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused.getAttribute('aria-label')).toBe('New table');
  });

  it('reverts, renames and deletes, and finds nothing of the old in what is new', async () => {
    const page = await opens();
    const bots = await bringBot(page);
    const editor = page.getByRole('textbox', { name: /^Source of/ });

    await writeScript(page, 'lib-tip', 'print("mine");');
    await page.getByRole('button', { name: 'Revert' }).press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.innerText()).toContain('String tip()');
    await expect.poll(() => editor.evaluate((one) => one.matches(':focus'))).toBe(true);

    await writeScript(page, 'lib-tip', 'print("mine");');
    await page.getByRole('button', { name: 'Settings of lib-tip' }).press('Enter');
    await page.getByRole('button', { name: 'Delete script' }).press('Enter');
    await page.keyboard.press('Enter');
    await bots.getByRole('button', { name: 'lib-tip' }).waitFor({ state: 'detached' });
    await bots.getByRole('button', { name: 'New script: Tips' }).press('Enter');
    await page.keyboard.type('lib-new');
    await page.keyboard.press('Enter');
    const fresh = page.getByRole('textbox', { name: 'Source of lib-new' });
    await expect.poll(() => fresh.evaluate((one) => one.matches(':focus'))).toBe(true);
    expect((await fresh.innerText()).trim()).toBe('#setLanguageLevel 3;');

    await bots.getByRole('button', { name: 'Settings of folder Tips' }).press('Enter');
    await page.getByLabel('Name of the folder').fill('Wisdom');
    await page.keyboard.press('Enter');
    await bots.getByRole('button', { name: 'Settings of folder Wisdom' }).press('Enter');
    expect(
      await page
        .getByRole('dialog')
        .getByLabel(/^Help desk/)
        .isChecked(),
    ).toBe(true);
    await page.getByRole('button', { name: 'Delete folder' }).press('Enter');
    await page.keyboard.press('Enter');
    await bots.getByRole('button', { name: 'Wisdom', exact: true }).waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.bots') !== null))
      .toBe(true);
  });

  it('sets what a step may cost, and sees its script stopped', async () => {
    const page = await opens();

    await openOptions(page);
    const budget = page.getByLabel(/^What a step may cost/);
    await budget.fill('0');
    await budget.press('Tab');
    await budget.fill('3');
    await budget.press('Tab');
    await page.goBack();
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('Options were changed').waitFor();
    await expect.poll(() => timeline.getByText('Options were changed').count()).toBe(1); // nothing was set to 0
    await customer(page, 'Ada Berg').says('hello');

    const console = await openTab(page, 'Console');
    await console
      .getByText(/that a step may cost/)
      .first()
      .waitFor();
  });

  it('makes a workspace of a sample, and comes back to the first one', async () => {
    const page = await opens();

    const menu = page.getByRole('button', { name: /^Workspace: Echobot and Echobot2/ });
    const first = (await menu.innerText()).trim();
    await menu.click();
    await page.getByRole('menuitem', { name: /^Intent bot:/ }).click();
    await page.getByRole('button', { name: /^Workspace: Intent bot:/ }).waitFor();
    const http = await openTab(page, 'HTTP');
    await http
      .getByRole('button', { name: /^\d\d:\d\d:\d\d POST/ })
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Workspace: Intent bot:/ }).click();
    await page.getByRole('menuitemradio', { name: first, exact: true }).click();
    await menu.waitFor();

    await customer(page, 'Ada Berg').says('hi');
    await customer(page, 'Ada Berg').sees('Echo: hi');
  });

  it('ports it to TypeScript, sees what is left to be done by hand, and compares the two', async () => {
    const page = await opens();
    await writeScript(page, 'echobot register', 'print("1");\nSearchEngine se;\nse.insert();\n');
    await saveScript(page);
    const bots = page.getByRole('navigation', { name: 'Bots' });
    const dialog = page.getByRole('dialog', { name: 'Port to TypeScript' });
    const port = async () => {
      await bots.getByRole('button', { name: 'Settings of folder Echobot', exact: true }).click();
      await page.getByRole('button', { name: 'Port to TypeScript…' }).click();
      await dialog.getByText('4 scripts are ported. 2 lines need your hand.').waitFor();
    };

    await port();
    await dialog.getByRole('button', { name: 'echobot register, line 3' }).click();
    await page.getByText('Line 3, column 1').waitFor();
    await port();
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    await dialog.getByText(/^Both do the same: /).waitFor();
    await dialog.getByRole('button', { name: 'Make the folder “Echobot (TypeScript)”' }).click();
    await dialog.getByRole('button', { name: 'Open it' }).click();

    await bots.getByRole('button', { name: 'Settings of folder Echobot (TypeScript)' }).waitFor();
    await page
      .getByRole('textbox', { name: 'Source of echobot register' })
      .getByText('notPorted')
      .first()
      .waitFor();
  });
});
