import { afterEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../support/app.ts';
import { launchApp } from '../support/app.ts';
import { connects, launchWith, onMessage, supportWorld } from '../support/browser/sample.ts';
import {
  customer,
  isEmpty,
  isSaved,
  openTab,
  patience,
  saveScript,
  writeScript,
} from '../support/browser/stage.ts';

let app: LaunchedApp;

afterEach(async () => {
  await app.close();
});

const script = 'echobot message received';
const answers = (text: string) => onMessage(`addChatMessage(session, "${text}", 1, "Eko", 16, "");`);

/** Ada's widget in the sample, with another message script saved in the editor. */
async function openWithScript(source: string) {
  app = await launchApp();
  const page = await app.open();
  await isSaved(page);
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
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});

describe('a message script that is added later', () => {
  it('is not called until the bot is registered again (T-77)', async () => {
    app = await launchWith(supportWorld({ bot: {}, agents: [{ id: 1, name: 'Kari Nord', present: true }] }), [
      connects('Ada'),
    ]);
    const page = await app.open();
    const ada = customer(page, 'Ada');
    await page.getByRole('button', { name: 'New script: Testbot' }).click();
    await page.getByRole('textbox', { name: 'Name of the script' }).fill('testbot message received');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('textbox', { name: 'Source of testbot message received' }).waitFor();
    await writeScript(page, 'testbot message received', `#setLanguageLevel 3;\n${answers('I heard you')}`);
    await saveScript(page);

    await ada.says('before');
    await ada.hasStatus(4);
    await page.getByRole('button', { name: 'Re-register' }).click();
    await page.getByText('Registered again').waitFor();
    await ada.says('after');

    await ada.sees('I heard you');
    expect(await ada.messages()).toEqual(['before', 'after', 'I heard you']);
    await ada.hasStatus(6);
    await expect.poll(() => app.complaints.errors, patience).toEqual([]);
  });
});
