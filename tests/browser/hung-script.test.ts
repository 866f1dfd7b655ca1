import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, it } from 'vitest';
import { openingText } from '../../build/openings.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { builtApp } from '../support/build-app.ts';
import { customer, isSaved, openTab } from '../support/browser/stage.ts';

/*
 * A price bounds what a script may do, so no script that is known hangs. These journeys run the built app with a
 * defect put into its worker: one call of the library never returns for one text, and one text is read without end.
 */

const defect = `{
  const upper = String.prototype.toUpperCase;
  String.prototype.toUpperCase = function () {
    if (String(this) === 'never ends') for (;;);
    return upper.call(this);
  };
  const parse = JSON.parse;
  JSON.parse = function (text, ...more) {
    if (String(text).includes('never opens')) for (;;);
    return parse.call(JSON, text, ...more);
  };
}
`;

const trap = { id: 901, name: 'slow trigger', source: '"never ends".toUpper();\n' };

let folder: string;
let app: LaunchedApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearsal-defect-'));
  await cp(builtApp, folder, { recursive: true });
  const assets = join(folder, 'assets');
  for (const name of await readdir(assets)) {
    if (!/^main-.*\.js$/.test(name)) continue;
    await writeFile(join(assets, name), defect + (await readFile(join(assets, name), 'utf8')));
  }
});

/** The first sample, with idle customers closed after 8 seconds, the trap, and one customer. */
async function play({ name = 'A workspace' } = {}): Promise<void> {
  const scenario = JSON.parse(await readFile(join(builtApp, 'scenarios/first-visit.json'), 'utf8')) as {
    world: { folders: unknown[] };
  };
  const { world } = scenario;
  const folders = [...world.folders, { id: 90, name: 'Triggers', scripts: [trap] }];
  const triggers = [{ id: 1, event: 401, script: trap.id }];
  const steps = [
    { input: { type: 'customer.connects', channel, customer: { name: 'Ada Berg', alias: 'Ada Berg' } } },
  ];
  const changed = { ...world, options: { idleSeconds: 8 }, folders, triggers };
  const text = JSON.stringify({ ...scenario, name, world: changed, steps });
  await writeFile(join(folder, 'openings/first-visit.json'), await openingText(text, folder));
}

/** Its customers begin with a form, so that no status changes by itself. */
const channel = 2;

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  app = await launchApp({ folder });
});

afterEach(async () => {
  await app.close();
});

const notice = (page: Page) => page.getByTestId('left-out');

it('a workspace whose timer runs a script without end goes on without it, and still does after a reload', async () => {
  await play();
  const page = await app.open();
  const ada = customer(page, 'Ada Berg');
  await isSaved(page);
  await ada.tile.getByRole('button', { name: 'More for Ada Berg' }).click();
  await page.getByRole('menuitem', { name: /^Disconnect/ }).click();

  // A worker that hangs is replaced after eight seconds, which is not to become longer unseen.
  const within = 8000 + 15_000;
  await notice(page).getByText('slow trigger').waitFor({ timeout: within });
  await page.getByRole('button', { name: '+ Customer' }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const guest = customer(page, 'Customer 2');
  await guest.says('are you there?');
  await guest.sees('Echo: are you there?');

  await page.reload();
  await notice(page).getByText('slow trigger').waitFor();
  await guest.says('and now?');
  await guest.sees('Echo: and now?');
  await page.close();

  const next = await app.open();
  await notice(next).getByText('slow trigger').waitFor();
  await customer(next, 'Customer 2').says('still?');
  await customer(next, 'Customer 2').sees('Echo: still?');

  await notice(next).getByRole('button', { name: 'Open the script' }).click();
  const editor = next.getByRole('textbox', { name: 'Source of slow trigger' });
  await next.getByRole('navigation', { name: 'Bots' }).getByText('left out').waitFor();
  await editor.click();
  await next.keyboard.press('ControlOrMeta+A');
  await next.keyboard.insertText('print("mended");');
  await next.keyboard.press('ControlOrMeta+S');
  await notice(next).waitFor({ state: 'detached' });
  await customer(next, 'Customer 2').says('at last');
  await customer(next, 'Customer 2').sees('Echo: at last');
  const lines = await openTab(next, 'Console');
  await lines.getByText('mended').first().waitFor();
});

it('a page that was reloaded while a script hung goes on where that had begun', async () => {
  await play();
  const page = await app.open();
  await isSaved(page);
  await customer(page, 'Ada Berg').tile.getByRole('button', { name: 'More for Ada Berg' }).click();
  await page.getByRole('menuitem', { name: /^Close chat window/ }).click();
  await page.getByText('has not answered').waitFor();

  await page.reload();

  await isSaved(page);
  await customer(page, 'Ada Berg').hasStatus(1);
});

it('a workspace whose opening does not end is given up, and not opened again without being asked', async () => {
  await play({ name: 'never opens' });
  const page = await app.open();
  await page.getByText('did not come to an end and was stopped').waitFor();

  await page.reload();

  await page.getByRole('heading', { name: 'The last workspace was not opened' }).waitFor();
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByText('Opening the workspace').waitFor();
});
