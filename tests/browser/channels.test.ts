import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelSettings } from '../../src/engine/channel-settings.ts';
import { leavesOf, valueAt, type Leaf } from '../../src/engine/setting-kinds.ts';
import { fieldId } from '../../src/ui/form/form-context.ts';
import { channelWords } from '../../src/ui/words/channel-words.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { readRawLog } from '../support/browser/log.ts';
import { isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});

afterAll(async () => {
  await app.close();
});

/** What has a control of its own: the week, and what refers to something that is there. */
const elsewhere = /openingHours|bot\.folder|preChatForm\.faqFolder/;
const leaves = leavesOf(channelSettings).filter(({ path }) => !elsewhere.test(path));

const tab = (page: Page, name: keyof typeof channelWords.tabs) =>
  page.getByRole('tab', { name: new RegExp(`^${channelWords.tabs[name]}`) });
const save = (page: Page) => page.locator('.form-head').getByRole('button', { name: 'Save' });
const notSaved = (page: Page) => page.getByText(/changes? not saved/);

/** Changes a setting in the form as a person would, and tells what it should be afterwards. */
async function change(page: Page, { path, setting }: Leaf, stored: unknown): Promise<unknown> {
  const field = page.locator(`#${fieldId(path)}`);
  const { options = [], counts } = setting;
  switch (setting.kind) {
    case 'switch':
      await field.click();
      return !(stored as boolean);
    case 'choice': {
      const other = options.findIndex((one) => one !== stored);
      await field.getByRole('button').nth(other).click();
      return options[other];
    }
    case 'some':
      await field.getByRole('checkbox', { name: 'Phone' }).click();
      return options.filter((one) => (one === 'phone') !== (stored as string[]).includes(one));
    default: {
      const typed = { colour: '#12ab3c', number: counts === 'customers' ? '3' : '7' }[setting.kind as string];
      const text =
        typed ?? (setting.names === 'fontSize' ? '16' : `A new text ${path}`.slice(0, setting.max));
      await field.fill(text);
      return setting.kind === 'number' ? Number(text) : text;
    }
  }
}

describe('the settings of a channel', () => {
  it('change every setting of the table, all in one input, and say which are changed', async () => {
    const page = await app.open('#/settings/channels/2');
    await isSaved(page);
    await page.getByRole('heading', { level: 2, name: 'Web shop' }).waitFor();
    const before = await channelOf(page);
    const wanted = new Map<string, unknown>();

    for (const name of Object.keys(channelSettings) as (keyof typeof channelSettings)[]) {
      await tab(page, name).click();
      for (const leaf of leaves.filter(({ path }) => path.startsWith(`${name}.`)))
        wanted.set(leaf.path, await change(page, leaf, valueAt(before, leaf.path)));
    }
    await page.getByText(`${String(wanted.size)} changes not saved`).waitFor();
    await save(page).click();
    await notSaved(page).waitFor({ state: 'detached' });

    const saved = await savedChannel(page);
    for (const [path, value] of wanted) expect(valueAt(saved, path), path).toEqual(value);
    expect(app.complaints.errors).toEqual([]);
  });

  it('keep what is typed over a reload, lead to what is to be mended, and take changes back', async () => {
    const page = await app.open('#/settings/channels/1');
    await isSaved(page);
    const name = page.getByLabel('Chat channel');

    await name.fill('Web shop');
    await tab(page, 'layout').click();
    await page.getByLabel('Color', { exact: true }).fill('green');
    await page.getByText('2 changes not saved').waitFor();
    await page.waitForTimeout(400); // on disk
    await page.reload();
    await page.getByText('2 changes not saved').waitFor();
    await save(page).click();

    await page.getByText('There is another channel named “Web shop”.').waitFor();
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    await tab(page, 'layout').getByRole('img', { name: '1 field to mend' }).waitFor();

    await name.fill('Help desk two');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => name.inputValue()).toBe('Web shop');
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await cancel.click();
    await page.getByRole('button', { name: 'Really drop your changes' }).click();
    await notSaved(page).waitFor({ state: 'detached' });
    await expect.poll(() => name.inputValue()).toBe('Help desk');
  });

  it('tell whoever saves later that somebody else saved meanwhile, and show both', async () => {
    const first = await app.open('#/settings/channels/1');
    await isSaved(first);
    const second = await app.open('#/settings/channels/1');
    await second.getByLabel('Badge header').waitFor();
    await second.bringToFront();
    await second.getByLabel('Badge header').fill('Mine');
    await first.bringToFront();
    await first.getByLabel('Badge header').fill('Theirs');
    await save(first).click();
    await notSaved(first).waitFor({ state: 'detached' });

    await second.bringToFront();
    await second
      .getByText('This channel was saved somewhere else since you began.', { exact: false })
      .waitFor();
    await save(second).click();
    await second.getByRole('button', { name: 'See both' }).click();
    const both = second.getByRole('dialog');
    await both.getByText('Badge header: Theirs').waitFor();
    await both.getByText('Badge header: Mine').waitFor();
    await both.getByRole('button', { name: 'Keep mine' }).click();
    await notSaved(second).waitFor({ state: 'detached' });
    expect(valueAt(await savedChannel(second), 'properties.badgeHeader')).toBe('Mine');
  });

  it('make a channel, copy it, give it people, and delete it with a way back', async () => {
    const page = await app.open('#/settings/channels/1');
    await isSaved(page);
    const list = page.getByRole('navigation', { name: 'Channels' });
    const rows = list.getByRole('link');
    await rows.first().waitFor();
    const count = await rows.count();

    await list.getByRole('button', { name: 'Channel' }).click();
    await page.getByRole('heading', { level: 2, name: 'New channel' }).waitFor();
    await tab(page, 'members').click();
    await page.getByText('Nobody answers on this channel', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Add all agents' }).click();
    await page.getByRole('checkbox', { name: 'Manager: Kari Nord' }).click();
    await save(page).click();
    await notSaved(page).waitFor({ state: 'detached' });
    const { members } = (await savedChannel(page)) as { members: readonly unknown[] };
    expect(members[0]).toEqual({
      agent: 1,
      canRespond: true,
      notifications: true,
      canListen: false,
      manager: true,
    });

    const head = page.locator('.form-head');
    await head.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('heading', { level: 2, name: 'New channel (copy)' }).waitFor();
    await expect.poll(() => rows.count()).toBe(count + 2);
    await head.getByRole('button', { name: 'Delete' }).click();
    await head.getByRole('button', { name: 'Really delete “New channel (copy)”' }).click();
    await expect.poll(() => rows.count()).toBe(count + 1);
    await page.getByRole('button', { name: 'Undo: Channel “New channel (copy)” was deleted' }).click();
    await expect.poll(() => rows.count()).toBe(count + 2);
    expect(app.complaints.errors).toEqual([]);
  });
});

/** The channel that the newest input saved. */
async function savedChannel(page: Page): Promise<unknown> {
  const { inputs } = await readRawLog(page);
  const saves = inputs.map(({ input }) => input as { type: string; channel?: unknown });
  return saves.findLast(({ type }) => type === 'admin.savesChannel')?.channel;
}

/** A channel as it stands in the world before anything was saved: saved once as it is. */
async function channelOf(page: Page): Promise<unknown> {
  await page.getByLabel('Description').fill('To be saved once');
  await save(page).click();
  await notSaved(page).waitFor({ state: 'detached' });
  return savedChannel(page);
}
