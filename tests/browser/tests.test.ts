import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { ScenarioFile } from '../../src/scenario/format.ts';
import { onePage } from '../support/browser/one-page.ts';
import { saveScript, writeScript } from '../support/browser/stage.ts';

const { opens } = onePage();
const script = 'echobot message received';

async function echobot(): Promise<{
  readonly file: string;
  readonly source: string;
  readonly world: ScenarioFile['world'];
}> {
  const file = await readFile('public/scenarios/echobot-bot-first.json', 'utf8');
  const { world } = JSON.parse(file) as ScenarioFile;
  const found = world.folders?.flatMap(({ scripts = [] }) => scripts).find(({ name }) => name === script);
  return { file, source: found?.source ?? '', world };
}

it('a watched test turns red when its bot is broken, opens at the failing step, and is green again once it is mended', async () => {
  const { file, source, world } = await echobot();
  const page = await opens(world);
  await page.getByRole('link', { name: 'Tests' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add files…' }).click();
  await (
    await chooser
  ).setFiles([
    { name: 'echo.json', mimeType: 'application/json', buffer: Buffer.from(file) },
    { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{ "steps": [] }') },
  ]);
  await page.getByText(/^broken\.json was not added: .*not a scenario file/).waitFor();
  await page.getByTestId('tests-bar').getByText('1 test passes').waitFor();
  await page.getByRole('button', { name: /^Watch “Echobot: bot first”/ }).click();

  await page.getByRole('link', { name: 'Stage' }).click();
  await writeScript(page, script, source.replace('"Echo: "', '"Ekko: "'));
  await saveScript(page);
  await page.getByTestId('tests-bar').getByText('1 of 1 test fails').click();

  const differs = page.locator('.verdict.bad').first();
  await differs.locator('del').getByText('Echo', { exact: true }).waitFor();
  await expect.poll(() => differs.locator('ins').allInnerTexts()).toEqual(['Ekko']);
  await page.locator('.message.unlike').getByText('Ekko: hi').waitFor();
  await page.getByRole('button', { name: 'Open at step 2' }).click();
  await page.getByRole('article', { name: 'Customer Ada Berg' }).getByText('Ekko: hi').waitFor();

  await writeScript(page, script, source);
  await saveScript(page);
  await page.getByTestId('tests-bar').getByText('1 test passes').waitFor();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByTestId('tests-bar').getByText('1 of 1 test fails').waitFor();
});

it('the acceptance scenarios can be added, and all pass, and it is shown what they make use of', async () => {
  const page = await opens();
  await page.getByRole('link', { name: 'Tests' }).click();
  await page.getByRole('button', { name: 'Add the acceptance scenarios' }).click();

  await page.getByRole('button', { name: 'Run all' }).waitFor();
  await page
    .getByRole('region', { name: 'Tests' })
    .getByText(/^\d+ passed$/)
    .waitFor();
  expect(await page.getByText(/^\d+ failed$/).count()).toBe(0);
  await page.getByText(/^by \d+ tests$/).waitFor();
  const script = page.getByRole('region', { name: 'Coverage' });
  await script.locator('.cm-hits.never').first().waitFor();
  await page.getByRole('region', { name: 'No test takes' }).getByText('finished, then deleted').waitFor();
});
