import { expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { saveScript, writeScript } from '../support/browser/stage.ts';
import { lateAnswer, promptBot } from '../testing/explore/races.ts';

const { opens } = onePage();

it('a bot that answers after its hand-over is found in another order, and the kept test fails until it is mended', async () => {
  const { world, steps } = lateAnswer();
  const page = await opens(world, steps);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('>explore orderings');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Explore orderings' });
  await dialog.getByRole('button', { name: 'Explore', exact: true }).click();

  await dialog.getByText('1 of 3 orders fails.').waitFor();
  await dialog.getByRole('button', { name: /after it was handed over: “It costs 10\.”/ }).waitFor();
  await expect.poll(() => dialog.locator('.fails .race-line.bad').innerText()).toContain('Eko to Ada');
  const swapped = dialog.locator('.fails .swapped .race-said');
  await expect.poll(() => swapped.allInnerTexts()).toEqual(['Ada writes “human”', 'Bob writes “hello”']);
  await dialog.getByRole('button', { name: 'Keep as test' }).click();
  await dialog.getByRole('button', { name: 'Show it' }).click();
  await page.getByTestId('tests-bar').getByText('1 of 1 test fails').waitFor();

  await page.getByRole('link', { name: 'Stage' }).click();
  await writeScript(page, 'bot message received', promptBot);
  await saveScript(page);
  await page.getByTestId('tests-bar').getByText('1 test passes').waitFor();
});
