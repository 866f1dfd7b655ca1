import { expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { agent, customer } from '../support/browser/stage.ts';

const { opens } = onePage();

it('a hand-off of one of two customers becomes a test that passes, with what was to be expected of it ticked', async () => {
  const page = await opens();
  const ada = customer(page, 'Ada Berg');
  await ada.says('hello');
  await ada.sees('Echo: hello');
  await ada.says('human');
  await page
    .getByRole('button', { name: /^Get next/ })
    .first()
    .click();
  await agent(page, 'Kari Nord').says('Good morning');
  await ada.sees('Good morning');
  await ada.tile.locator('.chip').first().hover();
  await page.getByRole('button', { name: 'Expect this' }).click();
  await ada.tile.getByText('hello', { exact: true }).hover();
  await page.getByRole('button', { name: 'Expect this', pressed: false }).click();
  await page.getByRole('button', { name: 'Expect this', pressed: true }).waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'Save as test' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'None' }).click();
  await dialog.getByRole('button', { name: 'Suggested' }).click();
  for (const said of ['hello', 'Echo: hello'])
    await expect.poll(() => dialog.getByRole('checkbox', { name: `says “${said}”` }).isChecked()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Hands over');
  await dialog.getByRole('textbox', { name: 'Tags' }).fill('hand-off');
  await dialog.getByRole('combobox', { name: 'Of' }).selectOption('Kari Nord');
  await expect.poll(() => dialog.locator('.test-step').allInnerTexts()).toHaveLength(2);
  await dialog.getByRole('combobox', { name: 'Of' }).selectOption('Everybody');
  await dialog.getByRole('button', { name: 'Save test' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await page.getByTestId('tests-bar').getByText('1 test passes').click();
  await page.getByRole('heading', { name: 'Hands over' }).waitFor();

  await page.getByRole('button', { name: 'Save as test' }).first().click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Hands over');
  await dialog.getByText('There is a test of this name. Choose another one.').waitFor();
  await dialog.getByRole('button', { name: 'From a step' }).click();
  await dialog.getByRole('spinbutton', { name: 'to step' }).fill('1');
  await dialog.getByRole('spinbutton', { name: 'From step' }).fill('3');
  await dialog.getByText(/^There is no step in this stretch\./).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('1 test passes').waitFor({ state: 'detached' });
});
