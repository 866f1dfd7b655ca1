import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { connects, onMessage, supportWorld } from '../support/browser/sample.ts';
import { customer, openTab } from '../support/browser/stage.ts';

const { opens } = onePage();

/** Line 6 answers; at “bad” line 9 fails. */
const source = onMessage(`String answer = "Echo: " + text;
if (text == "bad")
{
  Integer[] none;
  answer = none[3].toString();
}
addChatMessage(session, answer, 1, "Eko", 16, "");`);

const world = supportWorld({ bot: { 'message received': source } });

/** The number of a line, beside which breakpoints are. */
const numberOf = (page: Page, line: number) =>
  page.locator('.cm-lineNumbers .cm-gutterElement').filter({ hasText: new RegExp(`^${String(line)}$`) });

/** What axe finds in a part of the page. */
async function faults(page: Page, within: string): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const run = (window as unknown as { axe: typeof axe }).axe.run(part, { preload: false });
    return (await run).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
  }, within);
}

it('breakpoints are set by mouse and keys, print over past runs, stop where their condition holds, and a failed run opens where it failed', async () => {
  const page = await opens(world, [connects('Ada')]);
  const ada = customer(page, 'Ada');
  await ada.says('one');
  await ada.sees('Echo: one');
  await ada.says('bad');
  const editor = page.getByRole('textbox', { name: 'Source of testbot message received' });
  const list = page.getByRole('region', { name: 'Breakpoints' });
  const rows = list.getByRole('listitem');

  await numberOf(page, 7).click();
  await rows.filter({ hasText: '7' }).waitFor();
  await editor.locator('.cm-line').nth(3).click();
  await page.keyboard.press('F9');
  await rows.filter({ hasText: '4' }).waitFor();
  await page.keyboard.press('F9');
  await expect.poll(() => rows.count()).toBe(1);

  await editor.locator('.cm-line').nth(6).click();
  await page.keyboard.press('Shift+F9');
  const form = page.getByRole('dialog', { name: 'Edit breakpoint' });
  await form.getByLabel('Stop only if').fill('text');
  await form.getByText(/of type String/).waitFor();
  expect(await faults(page, '.edit-breakpoint')).toEqual([]);
  await form.getByLabel('Stop only if').fill('text == "stop"');
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await page.locator(`.cm-breakpoint[title='Breakpoint, if text == "stop"']`).waitFor();

  await numberOf(page, 12).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add log point…' }).click();
  await form.getByLabel('Print, and do not stop').fill('{session} hears {answer}');
  await page.keyboard.press('Enter');
  await list.getByRole('checkbox', { name: /line 12$/ }).uncheck();
  await page.locator('.cm-breakpoint.log.off').waitFor();
  await list.getByRole('checkbox', { name: /line 12$/ }).check();
  expect(await faults(page, '.breakpoints')).toEqual([]);

  const console = await openTab(page, 'Console');
  await console.getByRole('button', { name: 'Past runs' }).click();
  await console.getByRole('button', { name: /1 hears Echo: one/ }).click();
  const shown = page.locator('.debug-source');
  await shown.locator('.cm-stopped', { hasText: 'addChatMessage' }).waitFor();
  await shown.locator('.cm-inline-value', { hasText: 'answer = "Echo: one"' }).waitFor();
  await page.getByRole('button', { name: 'Back to now' }).click();

  const failed = page.getByRole('treeitem', { name: /bad/ }).last();
  await failed.hover();
  await page.getByRole('button', { name: 'Open in the debugger' }).click();
  await shown.locator('.cm-stopped', { hasText: 'none[3]' }).waitFor();
  await page.getByRole('button', { name: 'Back to now' }).click();

  await ada.says('two');
  await ada.sees('Echo: two');
  await ada.sends('stop');
  await page.getByText('Stopped at a breakpoint').waitFor();
  await page.getByRole('button', { name: 'Continue' }).first().click();
  await ada.sees('Echo: stop');
});
