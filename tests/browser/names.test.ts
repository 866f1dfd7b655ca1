import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { supportWorld } from '../support/browser/sample.ts';

const { opens } = onePage();

const tools =
  'struct Hello {\n  String word;\n};\n\nString greet(String name)\n{\n  return "Hi " + name;\n}\n';

const world = () => {
  const bot = supportWorld({
    bot: {
      'message received': '#include "tools";\nprint(greet("Ada"));\n',
      'session created': '#include "tools";\nprint(greet("Bob"));\n',
    },
  });
  const library = { id: 9, name: 'Library', scripts: [{ id: 9, name: 'tools', source: tools }] };
  return { ...bot, folders: [...(bot.folders ?? []), library] };
};

const source = (page: Page, name: string) => page.getByRole('textbox', { name: `Source of ${name}` });
const line = (page: Page, text: string) => page.locator('.cm-line', { hasText: text });
const row = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Bots' }).getByRole('button', { name });

/** Puts the cursor into a script, at a line that the outline leads to. */
async function goBy(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+o');
  const outline = page.getByRole('dialog', { name: 'Outline' });
  await outline.getByRole('option', { name }).click();
  await outline.waitFor({ state: 'detached' });
  await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain(name);
}

it('a name is gone to by the outline, found in all scripts, and changed in all of them, which is taken back at once', async () => {
  const page = await opens(world());
  await row(page, 'tools').click();
  await source(page, 'tools').click();
  await goBy(page, 'greet');

  await page.keyboard.press('Shift+F12');
  const references = page.getByRole('region', { name: 'References' });
  await references.getByText('“greet” stands in 3 places of 3 scripts').waitFor();
  await references.getByRole('button', { name: 'print(greet("Ada"));' }).click();
  await source(page, 'testbot message received').waitFor();
  await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('greet("Ada")');

  const field = page.getByRole('textbox', { name: 'New name of greet' });
  await page.keyboard.press('F2');
  await field.fill('print');
  await page.getByText('“print” is taken by CRMScript itself.').waitFor();
  await field.fill('welcome');
  await page.getByText('Changes 3 places in 3 scripts').waitFor();
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
  await line(page, 'print(welcome("Ada"));').waitFor();
  await row(page, 'tools').click();
  await line(page, 'String welcome(String name)').waitFor();

  await page.getByRole('button', { name: 'Undo: Renamed to “welcome” in 3 scripts' }).click();
  await line(page, 'String greet(String name)').waitFor();
  await row(page, 'session created').click();
  await line(page, 'print(greet("Bob"));').waitFor();
});

it('so it is with scripts in JavaScript, which fold, too', async () => {
  const js = (id: number, name: string, text: string) =>
    ({ id, name, language: 'javascript', source: text }) as const;
  const scripts = [
    js(1, 'testbot register', ''),
    js(2, 'testbot message received', "#include 'tools';\nprint(greet('Ada'));\n"),
    js(3, 'testbot session created', "#include 'tools';\nprint(greet('Bob'));\n"),
    js(4, 'tools', 'function greet(name: string) {\n  return `Hi ${name}`;\n}\n'),
  ];
  const page = await opens({ ...supportWorld({ bot: {} }), folders: [{ id: 1, name: 'Testbot', scripts }] });
  await row(page, 'tools').click();
  await source(page, 'tools').click();
  await goBy(page, 'greet');
  await page.getByTitle('Fold this away').first().waitFor();
  await page.keyboard.press('Shift+F12');
  const references = page.getByRole('region', { name: 'References' });
  await references.getByText('“greet” stands in 3 places of 3 scripts').waitFor();
  await references.getByRole('button', { name: "print(greet('Ada'));" }).click();
  await source(page, 'testbot message received').waitFor();
  await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain("greet('Ada')");

  const field = page.getByRole('textbox', { name: 'New name of greet' });
  await page.keyboard.press('F2');
  await field.fill('while');
  await page.getByText('“while” is a word of the language and no name.').waitFor();
  await field.fill('welcome');
  await page.getByText('Changes 3 places in 3 scripts').waitFor();
  await field.press('Enter');
  await field.waitFor({ state: 'detached' });
  await line(page, "print(welcome('Ada'));").waitFor();
  await page.getByRole('button', { name: 'Undo: Renamed to “welcome” in 3 scripts' }).click();
  await line(page, "print(greet('Ada'));").waitFor();
  await row(page, 'tools').click();
  await line(page, 'function greet(name: string)').waitFor();
});
