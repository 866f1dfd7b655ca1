import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import {
  dropFile,
  onlyDownloads,
  openFile,
  pasteText,
  pickedFile,
  picksFiles,
  preview,
  savedFile,
} from '../support/browser/files.ts';
import { eventsOf } from '../support/browser/one-page.ts';
import { agent, customer, isSaved } from '../support/browser/stage.ts';

const fine = { errors: [], policyViolations: [], foreignRequests: [] };
const apps: LaunchedApp[] = [];

async function launch(options: Parameters<typeof launchApp>[0]): Promise<LaunchedApp> {
  const app = await launchApp(options);
  apps.push(app);
  return app;
}

afterEach(async () => {
  const complaints = apps.map((app) => app.complaints);
  for (const app of apps.splice(0).toReversed()) await app.close();
  for (const one of complaints) expect(one).toEqual(fine);
});

/** Opens the app, told something of the browser before. */
async function start(app: LaunchedApp, browser: { readonly content: string }): Promise<Page> {
  await app.context.addInitScript(browser);
  const page = await app.open();
  await isSaved(page);
  return page;
}

const openWorkspace = (page: Page) => page.getByRole('button', { name: /^Workspace: / });
const isOpen = (page: Page, name: string) =>
  expect.poll(async () => (await openWorkspace(page).innerText()).trim()).toBe(name);
const takeIt = (page: Page) => page.getByRole('button', { name: 'Open', exact: true }).click();
const goTo = (page: Page, hash: string) =>
  page.evaluate((address) => {
    location.hash = address;
  }, hash);

describe('a rehearsal', () => {
  it('goes to somebody else as a file and as a link, and without a network gives the same events there', async () => {
    const here = await launch({});
    const page = await start(here, onlyDownloads);
    await customer(page, 'Ada Berg').says('human');
    await agent(page, 'Kari Nord')
      .tile.getByRole('button', { name: /^Get next in queue/ })
      .click();
    await agent(page, 'Kari Nord').says('Hello Ada');
    await customer(page, 'Ada Berg').says('thanks');
    const file = await savedFile(page);
    const events = await eventsOf(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => page.getByLabel('Link', { exact: true }).inputValue()).toContain('#s=1');
    await page.getByRole('img', { name: 'The link as a QR code' }).waitFor();
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    expect(events.map(({ type }) => type)).toContain('session.botDeactivated');

    const there = await launch({ ownBrowser: true, worksOffline: true });
    const other = await start(there, onlyDownloads);
    await isReadyOffline(other);
    await there.context.setOffline(true);
    const before = await eventsOf(other);
    await dropFile(other.getByRole('heading', { name: 'Queue' }), 'hand-off.rehearsal.json', file);
    await preview(other, 'Open “Echobot and Echobot2”?')
      .getByText(/Replays identically: (\d+) of \1 steps/)
      .waitFor();
    expect(await eventsOf(other)).toEqual(before);
    await takeIt(other);
    await isOpen(other, 'Echobot and Echobot2 2');
    await agent(other, 'Kari Nord').sees('thanks');
    expect(await eventsOf(other)).toEqual(events);

    await goTo(other, link.slice(link.indexOf('#')));
    const asks = preview(other, 'Open “Echobot and Echobot2”?');
    await asks.getByText('Not checked: it does not say').waitFor();
    expect(new URL(other.url()).hash).toBe('#/stage');
    await isOpen(other, 'Echobot and Echobot2 2');
    await takeIt(other);
    await isOpen(other, 'Echobot and Echobot2 3');
    expect(await eventsOf(other)).toEqual(events);
    await other.reload();
    await isOpen(other, 'Echobot and Echobot2 3');
    expect(await other.getByRole('dialog').count()).toBe(0);
  });

  it('is looked at before it is opened: what was changed, what is hidden, and what is none leave nothing behind', async () => {
    const app = await launch({});
    const page = await start(app, onlyDownloads);
    await customer(page, 'Ada Berg').says('hi');
    const file = await savedFile(page);
    const image = '<img src=x onerror="document.title=\'broken in\'">';
    const changed = JSON.parse(file) as {
      name: string;
      description: string;
      world: { folders: { scripts: { id: number; name: string; source: string }[] }[] };
      steps: { input: { text?: string } }[];
    };
    changed.name = image;
    changed.description = `${image} **bold** [go](javascript:alert(1)) <script>alert(1)</script>`;
    const source = 'Integer a = 1;\n// \u202E hidden\n// </pre><script>alert(1)</script>';
    changed.world.folders[0]?.scripts.push({ id: 99, name: image, source });
    const at = changed.steps.findIndex(({ input }) => input.text === 'hi');
    for (const { input } of changed.steps) if (input.text === 'hi') input.text = 'other words';

    await openFile(page, `${image}.rehearsal.json`, JSON.stringify(changed));
    const asks = preview(page, `Open “${image}”?`);
    await asks
      .getByText(`Step ${String(at + 1)} of ${String(changed.steps.length)} is the first that differs`)
      .waitFor();
    await asks.getByText('The file was changed after it was saved.').waitFor();
    await asks.getByText(`${image} bold`).waitFor();
    await asks.getByText('link removed: javascript').waitFor();
    await expect.poll(() => asks.locator('strong').allInnerTexts()).toEqual(['bold']);
    await asks.getByText('1 invisible character').waitFor();
    await asks.getByRole('button', { name: 'Show it' }).click();
    const lines = page.getByRole('list', { name: `Source of ${image}` });
    await expect.poll(() => lines.locator('mark').allInnerTexts()).toEqual(['U+202E']);
    await lines.getByText('// </pre><script>alert(1)</script>').waitFor();
    const foreign =
      'img:not(.rail-mark), iframe, script:not([type=module]), [onerror], a[href^="javascript" i]';
    expect(await page.locator(foreign).count()).toBe(0);
    expect(await page.title()).not.toContain('broken in');
    await page.keyboard.press('Escape');

    await openFile(page, 'cut.rehearsal.json', file.slice(0, -20));
    await preview(page, 'This cannot be opened').getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
    await openFile(page, 'wrong.json', file.replace('"channel": 1', '"channel": 77'));
    await preview(page, 'This cannot be opened').getByText('steps[0].input.channel').waitFor();
    await page.keyboard.press('Escape');
    await pasteText(page, '{ "format": "something else" }');
    await preview(page, 'This cannot be opened').getByText('what was pasted').waitFor();
    await page.keyboard.press('Escape');
    await openWorkspace(page).click();
    const workspaces = page.getByRole('group', { name: 'Workspaces' }).getByRole('menuitemradio');
    await workspaces.first().waitFor();
    await expect.poll(() => workspaces.count()).toBe(1);
  });

  it('is saved to the same file again, says what was changed since, and goes back to it in a branch', async () => {
    const app = await launch({});
    const page = await start(app, picksFiles);
    const ada = customer(page, 'Ada Berg');
    const name = 'Monday morning.rehearsal.json';
    const stepsOf = async () =>
      (JSON.parse(await pickedFile(page, name)) as { steps: unknown[] }).steps.length;
    const dialog = page.getByRole('dialog', { name: 'Save this rehearsal' });
    const changed = page.getByRole('button', { name: 'Changed since it was saved' });
    await ada.says('one');

    await page.getByRole('button', { name: 'Save this rehearsal' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Monday morning');
    await page.evaluate('window.refusesFiles = true');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByText('Nothing was saved: no file was chosen.').waitFor();
    await page.evaluate('window.refusesFiles = false');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(`Saved to “${name}”.`).waitFor();
    expect(await changed.count()).toBe(0);
    const saved = await stepsOf();

    await ada.says('two');
    await changed.waitFor();
    await ada.composer.press('ControlOrMeta+s');
    await changed.waitFor({ state: 'hidden' });
    expect(await stepsOf()).toBeGreaterThan(saved);
    await ada.says('three');
    await changed.click();
    await page.getByRole('menuitem', { name: /^Revert to step/ }).click();
    await page.getByText('Went back to what was saved').waitFor();
    await ada.sees('Echo: two');
    expect(await ada.messages()).not.toContain('three');
    await page.getByRole('button', { name: 'Undo: Went back to what was saved' }).click();
    await ada.sees('Echo: three');
  });

  it('is shared without the details of people: who becomes whom is shown before, and none of them is in the file', async () => {
    const app = await launch({});
    const page = await start(app, onlyDownloads);
    await customer(page, 'Ada Berg').says('I am Ada Berg');
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this rehearsal' });
    await dialog.getByRole('checkbox', { name: 'Replace personal details' }).check();
    await dialog.getByRole('list', { name: 'What is replaced, and where' }).getByText('Ada Berg').waitFor();
    await dialog.getByRole('button', { name: 'File', exact: true }).click();
    await dialog.getByText(/Replays identically/).waitFor();
    const downloading = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as file' }).click();
    const download = await downloading;

    expect(download.suggestedFilename()).toBe('Echobot and Echobot2.rehearsal.json');
    const stream = await download.createReadStream();
    let text = '';
    for await (const piece of stream) text += String(piece);
    expect(text).not.toContain('Ada');
    expect(text).toContain('I am ');
  });
});
