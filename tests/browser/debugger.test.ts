import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import { cli, folderWith } from '../cli/shell.ts';
import { onlyDownloads, savedFile } from '../support/browser/files.ts';
import { eventsOf, onePage } from '../support/browser/one-page.ts';
import { connects, onMessage, supportWorld } from '../support/browser/sample.ts';
import { customer, isEmpty, isSaved, tabTo } from '../support/browser/stage.ts';

const { opens } = onePage();

/** The line of the sample's bot on which it answers what a customer wrote. */
const answers = 21;

/** Sets a breakpoint there by the keyboard. */
async function breakWhereItAnswers(page: Page): Promise<void> {
  const bots = page.getByRole('navigation', { name: 'Bots' });
  await bots.getByRole('button', { name: 'echobot message received' }).click();
  await page
    .locator('.cm-line')
    .nth(answers - 1)
    .click();
  await page.keyboard.press('F9');
  await page.locator('.cm-breakpoint').first().waitFor();
}

describe('a breakpoint', () => {
  it('has what a customer wrote wait, over a reload too, until somebody lets it go on', async () => {
    const page = await opens();
    await breakWhereItAnswers(page);
    const ada = customer(page, 'Ada Berg');
    const bar = page.locator('.stop-bar');

    await ada.sends('Order 1042');
    await bar.getByText(/^Stopped at a breakpoint/).waitFor();
    await ada.tile.getByText('Ada Berg’s message waits').waitFor();
    await ada.tile.getByRole('button', { name: 'echobot message received' }).waitFor();
    await expect.poll(() => ada.composer.getAttribute('placeholder')).toBe('Waits for the debugger');
    await page.getByRole('group', { name: 'Clock' }).getByText('stands at line 21').waitFor();
    await page.locator('.status-bar').getByText('Debugging: Ada Berg’s step 4').waitFor();
    expect(await ada.messages()).not.toContain('Order 1042');
    await variable(page, 'bot').click();
    await page.keyboard.press('F9');
    await variable(page, 'bot').locator('.debug-stops').waitFor();

    await page.reload();
    await isSaved(page);
    await bar.waitFor();
    const onBot = page
      .getByRole('region', { name: 'Breakpoints' })
      .getByRole('button', { name: /^bot changes, in echobot message received/ });
    await onBot.waitFor();
    expect(await ada.messages()).not.toContain('Order 1042');
    await page.keyboard.press('F8');
    await ada.sees('Echo: Order 1042');
    await bar.waitFor({ state: 'detached' });
    expect((await ada.messages()).slice(-2)).toEqual(['Order 1042', 'Echo: Order 1042']);

    await ada.sends('Where is it?');
    await page.getByText(/^bot changes here: null → "/).waitFor();
    await standsOn(page, 'message received', 7);
    await page.keyboard.press('F10');
    await variable(page, 'bot').click();
    await page.keyboard.press('F9');
    await onBot.waitFor({ state: 'detached' });
    await bar.getByRole('button', { name: 'Stop the script' }).click();
    await ada.sees('Where is it?');
    await ada.tile.getByText('Script failed').waitFor();
    await page.locator('.event-row .by-hand').waitFor();
  });
});

/** Where the debugger stands: the line of the innermost call. */
const standsOn = (page: Page, script: string, line: number): Promise<void> =>
  page
    .locator('.debug-calls .debug-call')
    .first()
    .filter({ hasText: new RegExp(`${script}.*line ${String(line)}`, 's') })
    .waitFor();

const variable = (page: Page, name: string): Locator =>
  page.getByRole('tree', { name: 'Variables' }).locator(`[data-variable="${name}"]`);

/** Puts a breakpoint on a line of a script, by keyboard from the script on. */
async function breaksAt(page: Page, script: string, line: number): Promise<void> {
  await page.getByRole('navigation', { name: 'Bots' }).getByRole('button', { name: script }).click();
  await page.getByRole('textbox', { name: `Source of ${script}` }).click();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let n = 1; n < line; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F9');
  await page.getByRole('region', { name: 'Breakpoints' }).getByText(String(line), { exact: true }).waitFor();
}

const guard = `#setLanguageLevel 3;
EventData ed = getEventData();
String text = ed.getInputValue("chatMessage.message");
if (text.subString(0, 4) == "Echo")
{
  String polite = text + ", please";
  ed.setOutputValue("chatMessage.message", polite);
}
String end = "end";
`;

/** A bot that says what it hears, and a trigger that runs inside its messages and makes them polite. */
function politeWorld(): WorldFile {
  const world = supportWorld({
    bot: { 'message received': onMessage('addChatMessage(session, "Echo " + text, 1, "Eko", 16, "");') },
  });
  const folder = { id: 2, name: 'Triggers', scripts: [{ id: 9, name: 'guard', source: guard }] };
  return {
    ...world,
    folders: [...(world.folders ?? []), folder],
    triggers: [{ id: 1, event: 402, script: 9 }],
  };
}

describe('the debugger', () => {
  it('stops in a trigger inside of a bot’s message, goes out of scope and back, and what is changed there is what comes of it', async () => {
    const page = await opens(politeWorld(), [connects('Ada Berg')]);
    await page.evaluate(onlyDownloads.content);
    const ada = customer(page, 'Ada Berg');
    await breaksAt(page, 'guard', 7);
    await ada.sends('hello');
    await standsOn(page, 'guard', 7);
    await page.getByText('trigger, in a message of Testbot').waitFor();
    await page
      .locator('.stop-bar')
      .getByText(/is not saved yet/)
      .waitFor();

    await page.keyboard.press('Alt+F11');
    await standsOn(page, 'guard', 9);
    await page.keyboard.press('ControlOrMeta+F11');
    await standsOn(page, 'guard', 7);
    await variable(page, 'polite').click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('nothing');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/a text in quotes/)
      .waitFor();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('"Changed by hand"');
    await page.keyboard.press('Enter');
    await variable(page, 'polite').getByText('"Changed by hand"').waitFor();
    await page.keyboard.press('F8');

    await ada.sees('Changed by hand');
    await isEmpty(ada.composer);
    await isSaved(page);
    const said = (await eventsOf(page)).flatMap((event) =>
      event.type === 'message.saved' ? [event.text] : [],
    );
    expect(said).toEqual(['hello', 'Changed by hand']);
    const folder = folderWith({ 'debugged.json': await savedFile(page) });
    expect(cli(folder, 'replay', 'debugged.json')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/identical (\d+) of \1 steps/) as string,
    });
  });

  it('goes back from a failure to the assignment that caused it, all by keyboard, in a run of the past that nothing changes', async () => {
    const lines = ['Integer parts = text.getLength() - 5;', 'log("divides");', 'Integer each = 100 / parts;'];
    const world = supportWorld({ bot: { 'message received': onMessage(lines.join('\n')) } });
    const page = await opens(world, [connects('Ada Berg')]);
    const ada = customer(page, 'Ada Berg');
    await ada.says('hello');
    await isSaved(page);

    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find anything' }).waitFor();
    await page.keyboard.type('debug testbot message');
    await page.getByRole('option', { name: /^Debug testbot message received/ }).waitFor();
    await page.keyboard.press('Enter');
    await standsOn(page, 'message received', 3);
    await page.locator('.past-bar').waitFor();
    await page.keyboard.press('ControlOrMeta+F8');
    await page.getByText('end of 6', { exact: true }).waitFor();
    await page.keyboard.press('ControlOrMeta+F11');
    await page.getByText('This statement fails').waitFor();
    await standsOn(page, 'message received', 8);
    await tabTo(page, page.getByRole('tree', { name: 'Variables' }).getByRole('treeitem').first());
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, variable(page, 'parts'), 'ArrowUp');
    await page.keyboard.press('Alt+F8');

    await standsOn(page, 'message received', 6);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Fork before this step' }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'Back to now' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('.debug').waitFor({ state: 'detached' });
    await ada.sees('hello');
    const failed = (await eventsOf(page)).filter(({ type }) => type === 'script.failed');
    expect(failed).toHaveLength(1);
  });
});

describe('what a bot has said', () => {
  it('leads from the menu of the message to the statement that made it, and on to what the customer wrote', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.says('Order 1042');
    await isSaved(page);

    await ada.tile
      .locator('[data-message]')
      .filter({ hasText: 'Echo: Order 1042' })
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Where does this come from\?/ }).click();
    const way = page.getByRole('region', { name: 'Where does this come from?' });
    await way.getByText('Ada Berg wrote “Order 1042”').waitFor();
    await way.getByText('2 steps, 1 copy skipped').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');

    await page.locator('.debug-calls [aria-current]').getByText('line 6').waitFor();
    await page.keyboard.press('Escape');
    await way.waitFor({ state: 'detached' });
  });
});
