import type { JSHandle, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { connects, onMessage, supportWorld } from '../support/browser/sample.ts';
import { customer, isEmpty, isSaved, openTab, saveScript, writeScript } from '../support/browser/stage.ts';

const { opens } = onePage();

const script = 'echobot message received';
const answers = (text: string) => onMessage(`addChatMessage(session, "${text}", 1, "Eko", 16, "");`);

/** Ada's widget in the sample, with another message script saved in the editor. */
async function openWithScript(source: string) {
  const page = await opens();
  await writeScript(page, script, source);
  await saveScript(page);
  return { page, ada: customer(page, 'Ada Berg') };
}

describe('a script that', () => {
  it('never ends is stopped with file, line and column; the page goes on, and so does the session', async () => {
    const { page, ada } = await openWithScript('#setLanguageLevel 3;\n\nwhile (true)\n{\n}\n');
    const name = customer(page, 'Bob Lind').tile.getByRole('textbox', { name: /^Name/ });

    await ada.sends('hello?');
    await name.focus(); // while it runs
    await ada.sees('hello?');
    await isEmpty(ada.composer);

    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await ada.hasStatus(5);
    const console = await openTab(page, 'Console');
    await console.getByText(/^echobot message received:3:\d+$/).waitFor();
    await console.getByText(/statements/).waitFor();
    await page.getByText(/1 failure/).waitFor({ state: 'detached' }); // seen now
  });

  it('was fixed and saved is used for the next message', async () => {
    const { page, ada } = await openWithScript('#setLanguageLevel 3;\nwhile (true) {}\n');
    await ada.says('hello?');
    const console = await openTab(page, 'Console');

    await console.getByText(/^echobot message received:2:\d+$/).click();
    await writeScript(page, script, `#setLanguageLevel 3;\n${answers('Mended')}`);
    await saveScript(page);
    await ada.says('and now?');

    await ada.sees('Mended');
    await ada.hasStatus(6);
  });

  it('ran in a part is counted line by line, and its other lines are marked in the editor', async () => {
    const source = `#setLanguageLevel 3;\nEventData e = getEventData();\nif (e.getInputValue("chatMessage.message") == "never")\n  log("never");\n`;
    const { page, ada } = await openWithScript(source);
    await ada.says('hello');
    const coverage = await openTab(page, 'Coverage');

    const row = coverage.getByRole('row', { name: /^message received/ });
    await row.getByText('66 %').waitFor();
    await ada.says('hello again');
    await coverage.getByText(/to step \d+/).waitFor();
    await coverage.getByRole('img', { name: /^Transitions: \d+ of 31/ }).waitFor();
    await row.getByRole('button', { name: 'Go to line 4' }).click();

    const editor = page.getByRole('textbox', { name: `Source of ${script}` });
    await editor.waitFor();
    await page.locator('.cm-hits.never', { hasText: '0×' }).waitFor();
    await page.locator('.cm-hits.part', { hasText: '2×' }).waitFor();
  });

  it('cannot be read shows its problem and line while it is typed, can be saved, and fails in the log', async () => {
    const { page, ada } = await openWithScript('#setLanguageLevel 3;\nInteger a = 1\nInteger b = 2;\n');

    const problems = await openTab(page, 'Problems');
    await problems.getByText(/^echobot message received:2:\d+$/).waitFor();
    await ada.says('hello?');
    const console = await openTab(page, 'Console');
    await console.getByText(/^CompileError: /).waitFor();
    await console.getByText(/^echobot message received:2:\d+$/).waitFor();
    await ada.hasStatus(5);

    await writeScript(page, script, `#setLanguageLevel 3;\n${answers('Back again')}`);
    await saveScript(page);
    await ada.says('hello again');
    await ada.sees('Back again');
    await openTab(page, 'Problems');
    await page.getByText('No problems in any script.').waitFor();
  });

  it('ends the chat without a word is hinted at, mended from the list, seen in its run, ignored and taken back', async () => {
    const { page, ada } = await openWithScript(
      `#setLanguageLevel 3;\n${onMessage('String bot = getEventData().getInputValue("chatTopic.botName");\nif (text == "human") { resetChat(session); }\nelse\n{\n  setChatStatus(session, 7);\n}')}`,
    );
    const problems = await openTab(page, 'Problems');
    const hint = problems.locator('.problem', {
      hasText: 'This ends the chat, and nothing tells the customer',
    });
    await hint.getByRole('button', { name: /T17/ }).click();
    await page.getByText('A bot ends the chat by setting the status to 7 Finished.').waitFor();
    await page.keyboard.press('Escape');

    await ada.sends('that is all');
    const seen = problems.locator('.problem', { hasText: 'The bot ended the chat and wrote nothing' });
    await seen.getByRole('button', { name: /^Event / }).click();
    await page.getByRole('region', { name: 'Details' }).getByText('Hint:').waitFor();
    await page.locator('.event-row .hint-dot').first().waitFor();
    await seen.getByRole('button', { name: 'Ignore' }).click();
    await seen.getByRole('button', { name: 'Ignore' }).waitFor({ state: 'detached' });
    await page.locator('.event-row .hint-dot').waitFor({ state: 'detached' });
    await problems.getByText('1 ignored hint').click();
    await problems.getByRole('button', { name: 'Take back' }).click();
    await page.locator('.event-row .hint-dot').first().waitFor();

    await problems.getByRole('button', { name: 'Limits seen' }).click();
    await problems.getByRole('row', { name: /echobot message received/ }).waitFor();
    await problems.getByRole('button', { name: /^All/ }).click();
    await hint.getByRole('button', { name: 'Say good bye' }).click();
    await page.getByText('addChatMessage(session, "Thank you for the chat. Bye!"').waitFor();
    await saveScript(page);
    await openTab(page, 'Problems');
    await hint.waitFor({ state: 'detached' });
  });

  it.each([
    ['calls itself for ever', 'Void again()\n{\n  again();\n}\nagain();\n', 4],
    ['eats memory', 'String text = "0123456789";\nwhile (true)\n{\n  text = text + text;\n}\n', 5],
  ])('%s fails at its line, and the session goes on', async (_, body, line) => {
    const { page, ada } = await openWithScript(`#setLanguageLevel 3;\n${body}`);

    await ada.says('hello?');

    const console = await openTab(page, 'Console');
    await console.getByText(new RegExp(`^echobot message received:${String(line)}:\\d+$`)).waitFor();
    await ada.hasStatus(5);
    await ada.says('still here');
    await ada.sees('still here');
  });
});

describe('a message script that is added later', () => {
  it('is not called until the bot is registered again (T-77)', async () => {
    const page = await opens(
      supportWorld({ bot: {}, agents: [{ id: 1, name: 'Kari Nord', present: true }] }),
      [connects('Ada')],
    );
    const ada = customer(page, 'Ada');
    const bots = page.getByRole('navigation', { name: 'Bots' });
    await bots.getByText('It answers nobody: it needs a script named like *bot message receive*.').waitFor();
    await bots.getByRole('button', { name: 'Make one' }).click();
    const editor = page.getByRole('textbox', { name: 'Source of testbot message received' });
    await editor.getByText('// Runs for each message of the customer').waitFor();
    await bots.getByText('Not called until the bot is registered again: testbot message received.').waitFor();
    expect(await bots.getByRole('button', { name: 'Make one' }).count()).toBe(0);
    await writeScript(page, 'testbot message received', `#setLanguageLevel 3;\n${answers('I heard you')}`);
    const mark = page.getByRole('button', {
      name: 'A script is not saved, and goes into no file: testbot message received',
    });
    await mark.waitFor();
    await page.getByRole('button', { name: 'Save this rehearsal' }).click();
    await page.getByRole('dialog').getByText('Not in it is what you wrote and have not saved in').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'testbot message received' }).click();
    await saveScript(page);
    await mark.waitFor({ state: 'detached' });

    await ada.says('before');
    await ada.hasStatus(4);
    await page.getByRole('button', { name: 'Re-register' }).click();
    await page.getByText('Registered again').waitFor();
    await bots.getByText('Not called until').waitFor({ state: 'detached' });
    await ada.says('after');

    await ada.sees('I heard you');
    expect(await ada.messages()).toEqual(['before', 'after', 'I heard you']);
    await ada.hasStatus(6);
  });
});

/** Collects what the editor tells a screen reader from now on; it stands in the page for a fifth of a second. */
const announcements = (page: Page): Promise<JSHandle<string[]>> =>
  page.locator('.cm-announced').evaluateHandle((element) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(element.textContent)).observe(element, {
      childList: true,
      subtree: true,
    });
    return said;
  });

describe('while a script is written', () => {
  const start = '#setLanguageLevel 3;\nEventData ed = getEventData();\n';

  async function openEditor(source: string): Promise<{ readonly page: Page; readonly editor: Locator }> {
    const page = await opens();
    await writeScript(page, script, source);
    return { page, editor: page.getByRole('textbox', { name: `Source of ${script}` }) };
  }

  const option = (page: Page, name: string): Locator =>
    page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name, selected: true });
  const lastLine = (editor: Locator): Promise<string | null> =>
    editor.locator('.cm-line').last().textContent();
  const hasFocus = (editor: Locator): Promise<boolean> =>
    editor.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);

  it('members, arguments and the names of inputs are offered, and taken by the keyboard alone', async () => {
    const { page, editor } = await openEditor(start);

    await page.keyboard.type('String text = ed.');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await page.keyboard.type('getI', { delay: 40 });
    await option(page, 'getInputValue String').waitFor();
    await page.keyboard.press('ArrowDown');
    await option(page, 'getInputValues Map').waitFor();
    await page.keyboard.press('ArrowUp');
    await option(page, 'getInputValue String').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('String EventData.getInputValue(String field)').waitFor();
    await page.keyboard.type('"');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await page.keyboard.type('chatMessage.mes', { delay: 20 });
    await option(page, 'chatMessage.message message received').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type(';');

    expect(await lastLine(editor)).toBe('String text = ed.getInputValue("chatMessage.message");');
    expect(await hasFocus(editor)).toBe(true);
  });

  it('brackets that came with a suggestion are not there twice when they are typed as well', async () => {
    const { page, editor } = await openEditor(`${start}Map m;\n`);

    for (const [name, offered, rest] of [
      ['inse', 'insert Map', '("a", "b");'],
      ['clea', 'clear Void', '();'],
    ] as const) {
      await page.keyboard.type('m.');
      await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
      await page.keyboard.type(name, { delay: 40 });
      await option(page, offered).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type(`${rest}\n`);
    }

    const lines = await editor.locator('.cm-line').allTextContents();
    expect(lines.slice(-3)).toEqual(['m.insert("a", "b");', 'm.clear();', '']);
  });

  it('all names that can be seen are offered on Ctrl+Space, own ones first', async () => {
    const { page, editor } = await openEditor(start);

    await page.keyboard.press('Control+Space');
    await option(page, 'ed EventData').waitFor();
    await page.keyboard.type('fore', { delay: 40 });
    await option(page, 'foreach foreach (… in …) { … }').waitFor();
    await page.keyboard.press('Enter');

    await expect
      .poll(() => editor.locator('.cm-line').nth(2).textContent())
      .toBe('foreach (String item in list)');
  });

  it('Escape closes the list first; only the next one lets Tab leave the editor', async () => {
    const { page, editor } = await openEditor(start);
    const list = page.getByRole('listbox', { name: 'Suggestions' });

    await page.keyboard.type('ed.');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    expect(await hasFocus(editor)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');

    expect(await hasFocus(editor)).toBe(false);
  });

  it('Tab walks past the editor until somebody writes in it; then it indents', async () => {
    const { page, editor } = await openEditor(start);
    const save = page.locator('.script-head').getByRole('button', { name: 'Save' });

    await save.focus();
    await page.keyboard.press('Tab');
    expect(await hasFocus(editor)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await hasFocus(editor)).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await hasFocus(editor)).toBe(true);
    await page.keyboard.press('Shift+Tab');
    expect(await hasFocus(editor)).toBe(false);

    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('x');
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    expect(await hasFocus(editor)).toBe(true);
    expect(await lastLine(editor)).toBe('  x');
  });

  it('words are found and replaced by keyboard, with a count, and Escape leads back', async () => {
    const { page, editor } = await openEditor('// one two one\n// One\n');
    const panel = page.getByRole('search', { name: 'Find in this script' });

    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('one');
    await panel.getByText('3 found').waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('1 of 3').waitFor();
    await panel.getByRole('button', { name: 'Match case' }).click();
    await panel.getByText('1 of 2').waitFor();
    await panel.getByRole('textbox', { name: 'Replace with' }).fill('three');
    await panel.getByRole('button', { name: 'Replace all' }).click();
    await panel.getByText('Not found').waitFor();
    await page.keyboard.press('Escape');

    expect(await hasFocus(editor)).toBe(true);
    await expect
      .poll(() => editor.locator('.cm-line').allTextContents())
      .toEqual(['// three two three', '// One', '']);
  });

  it('Shift+Alt+F formats it, the cursor stays, and one Undo takes it back; or it is said why it cannot be read', async () => {
    const written = 'if(true){log("a");log("b");}';
    const { page, editor } = await openEditor(written);
    const lines = () => editor.locator('.cm-line').allTextContents();
    const below = page.locator('.problem-line');

    for (const _ of '");}') await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+Alt+F');
    await below.getByText('Formatted.').waitFor();
    await page.keyboard.type('c');
    await expect.poll(lines).toEqual(['if (true)', '{', '  log("a");', '  log("bc");', '}', '']);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(lines).toEqual([written]);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('(');
    await page
      .locator('.script-head')
      .getByRole('button', { name: `Settings of ${script}` })
      .click();
    await page.getByRole('button', { name: 'Format script' }).click();
    await below.getByText(/^Not formatted, as line 1 cannot be read: /).waitFor();
    await expect.poll(lines).toEqual([`${written}()`]);
  });

  it('a call says which argument it is at', async () => {
    const { page } = await openEditor(start);
    const argument = page.locator('.help-signature strong');

    await page.keyboard.type('print("abc".subString(');
    await expect.poll(() => argument.textContent()).toBe('Integer pos');
    await page.keyboard.type('1, ');
    await expect.poll(() => argument.textContent()).toBe('Integer len');
    await page.keyboard.press('Escape');

    await argument.waitFor({ state: 'detached' });
  });

  it('numbers are offered by their names and say what they mean, and so does what leads through tables', async () => {
    const { page, editor } = await openEditor(`${start}SearchEngine se;\n`);
    const help = page.locator('.help');

    await page.keyboard.type('setChatStatus(1, ');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await page.keyboard.type('fin', { delay: 40 });
    await option(page, '7 Finished').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+i');
    await help.getByText('Status 7: Finished').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await page.keyboard.type(';\nse.addField("');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await page.keyboard.type('ticke', { delay: 40 });
    await option(page, 'ticket. not in this workspace').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'ticket.title ticket' }).waitFor();
    await page.keyboard.type('tit', { delay: 40 });
    await option(page, 'ticket.title ticket').waitFor();
    await page.keyboard.press('Enter');

    const lines = await editor.locator('.cm-line').allTextContents();
    expect(lines.slice(-2)).toEqual(['setChatStatus(1, 7);', 'se.addField("ticket.title")']);
  });

  it('a name says what it is and what is easily misread, to the mouse and to the keyboard', async () => {
    const { page, editor } = await openEditor(
      `${start}// Twice as much.\nInteger twice(Integer n) { return n + n; }\n`,
    );
    const help = page.locator('.help');
    await page.keyboard.type('twice(1)');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');

    const announced = await announcements(page);
    await page.keyboard.press('Control+i');
    await help.getByText('Integer twice(Integer n)').waitFor();
    await help.getByText('Twice as much.').waitFor();
    await help.getByText('line 4').waitFor();
    await expect.poll(() => announced.jsonValue()).toContain('Integer twice(Integer n). Twice as much.');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });

    await page.keyboard.press('End');
    await page.keyboard.type(';\nBool same = "a".caseBeginsWith("A");');
    await page.keyboard.press('Escape');
    await editor.locator('.cm-lintRange-hint', { hasText: 'caseBeginsWith' }).hover();
    await help.getByText('Bool String.caseBeginsWith(String substring)').waitFor();
    await help.getByText('ignores letter case').first().waitFor();
  });

  it('the problem line names the quick fix, and Ctrl+. does it', async () => {
    const { page, editor } = await openEditor(`${start}Integer one = 1`);

    await page.getByText('Ctrl+. Add ";"').waitFor();
    await page.keyboard.press('ControlOrMeta+.');

    await expect.poll(() => lastLine(editor)).toBe('Integer one = 1;');
    await page.getByText('Ctrl+. Add ";"').waitFor({ state: 'detached' });
  });

  it('F12 leads to where a name is declared, also into another script', async () => {
    const helper = 'Void helper() {}\n';
    const page = await opens(
      supportWorld({ bot: { 'session created': helper, 'message received': '' } }),
      [],
    );
    await isSaved(page);
    const source = '#include "testbot session created";\nhelper();';
    await writeScript(page, 'testbot message received', source);
    await page.keyboard.press('Home');

    await page.keyboard.press('F12');

    await page.getByRole('textbox', { name: 'Source of testbot session created' }).waitFor();
    await page.getByText(/^Line 2, column 6/).waitFor();
  });
});
