import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { connects, supportWorld } from '../support/browser/sample.ts';
import { customer, openTab, saveScript } from '../support/browser/stage.ts';

const { opens } = onePage();

const name = 'testbot message received';

/** A script in JavaScript that answers to what a customer writes, beside one that it includes. */
async function openEditor(source: string) {
  const world = supportWorld({});
  const scripts = [
    { id: 1, name: 'testbot register', source: '' },
    { id: 2, name, language: 'javascript' as const, source },
    {
      id: 3,
      name: 'tools',
      language: 'javascript' as const,
      source: '/** Says it again. */\nfunction echo(text: string) {\n  return `Echo: ${text}`;\n}\n',
    },
  ];
  const [channel] = world.channels ?? [];
  if (channel === undefined) throw new Error('The world has no channel.');
  const page = await opens(
    {
      ...world,
      folders: [{ id: 1, name: 'Testbot', scripts }],
      channels: [{ ...channel, bot: { enabled: true, folder: 'Testbot', name: 'Eko' } }],
    },
    [connects('Ada')],
  );
  await openTab(page, 'Script');
  await page.getByRole('navigation', { name: 'Bots' }).getByRole('button', { name }).click();
  const editor = page.getByRole('textbox', { name: `Source of ${name}` });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');
  return { page, editor };
}

/** Takes what is suggested for what was typed so far. With the mouse: a key that comes at once is not meant for a list. */
async function take(page: Page, label: string): Promise<void> {
  await page
    .getByRole('listbox', { name: 'Suggestions' })
    .getByRole('option', { name: label })
    .first()
    .click();
}

it('a bot in JavaScript is written with suggestions, told what is wrong, mended by its fix, and answers', async () => {
  const { page, editor } = await openEditor(
    "///<include includeId=\"tools\">\nconst id = Number(context.eventData.inputValues['chatMessage.sessionId']);\nconst text = context.eventData.inputValues['chatMessage.message'];\n",
  );
  const lines = () => editor.locator('.cm-line').allTextContents();
  const lastLine = async () => (await lines()).at(-1);
  const problem = editor.page().locator('.problem-line');

  // Suggestions: agents, methods, and the texts of an enumeration.
  await page.keyboard.type('soApi.getCh', { delay: 30 });
  await take(page, 'getChatAgent');
  await page.keyboard.type('.addChatM', { delay: 30 });
  await take(page, 'addChatMessageAsync');
  await page.keyboard.type('id, { message: ec', { delay: 30 });
  await take(page, 'echo');
  await page.keyboard.type('text');
  await page.keyboard.press('End');
  await expect.poll(lastLine).toBe('soApi.getChatAgent().addChatMessageAsync(id, { message: echo(text)})');

  // The signature of the call, what a name is, and where it is declared.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+Shift+Space');
  await page.locator('.help').getByText('message: NewChatMessage').waitFor();
  await page.keyboard.press('Escape');
  for (let presses = 0; presses < 9; presses++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+i');
  await page.locator('.help').getByText('Says it again.').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F12');
  await page.getByRole('textbox', { name: 'Source of tools' }).waitFor();
  await page.getByRole('navigation', { name: 'Bots' }).getByRole('button', { name }).click();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+End');

  // What is wrong: nobody waits for the message. The list of problems says so too, and Ctrl+. mends it.
  await problem.getByText('Ctrl+. Add await').waitFor();
  await page.keyboard.press('ControlOrMeta+.');
  await expect.poll(lastLine).toMatch(/^await soApi/);

  // What is ours can be written as the dialect has it.
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(';\n');
  await page.keyboard.insertText('addChatMessage(id, "And more", 1, "Eko", 16, "");');
  await problem.getByText("Ctrl+. Write it in SuperOffice's dialect").waitFor();
  const problems = await openTab(page, 'Problems');
  await problems.getByText(/^addChatMessage is ours/).waitFor();
  await problems.getByText(/^addChatMessage is ours/).click();
  await problem.getByText("Ctrl+. Write it in SuperOffice's dialect").waitFor();
  await page.keyboard.press('ControlOrMeta+.');
  await expect.poll(lastLine).toMatch(/^await soApi\.getChatAgent\(\)\.addChatMessageAsync\(id, \{ type/);
  await saveScript(page);

  // And it answers.
  const ada = customer(page, 'Ada');
  await ada.says('hello');
  await ada.sees('Echo: hello');
  await ada.sees('And more');
});

it('a new script can be in JavaScript, and begins with what its role needs', async () => {
  const page = await opens(supportWorld({ bot: {} }), [connects('Ada')]);
  const bots = page.getByRole('navigation', { name: 'Bots' });

  await bots.getByRole('button', { name: /^New script: / }).click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'JavaScript or TypeScript' });
  await page.getByRole('combobox', { name: 'Begins as' }).selectOption({ label: 'message received' });
  await page.getByRole('button', { name: 'Add', exact: true }).click();

  const editor = page.getByRole('textbox', { name: 'Source of testbot message received' });
  await editor.getByText('const agent = soApi.getChatAgent();').waitFor();
  await expect.poll(() => editor.locator('.cm-line span[class]').count()).toBeGreaterThan(10); // coloured
});
