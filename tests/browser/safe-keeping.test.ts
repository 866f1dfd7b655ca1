import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import { onlyDownloads } from '../support/browser/files.ts';
import { readRawLog } from '../support/browser/log.ts';
import { privateFiles } from '../support/browser/private-files.ts';
import { customer, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

afterEach(async () => {
  expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  await app.close();
});

const toWorkspaces = (page: Page) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Workspaces' }).click();

/** The folder that is chosen is one of the private file system: a real one, which no question has to be answered for. */
const withFolder = {
  content: `window.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true });`,
};

/** The events of each workspace. */
async function histories(page: Page) {
  const { workspaces, events } = await readRawLog(page);
  return workspaces.map(({ id, name }) => ({
    name,
    events: events.filter(({ workspace }) => workspace === id).map(({ event }) => event),
  }));
}

describe('a backup', () => {
  it('of five workspaces is restored where there is none: the same events, beside what is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rehearsal-backup-'));
    app = await launchApp();
    await app.context.addInitScript(onlyDownloads);
    const page = await app.open();
    await customer(page, 'Ada Berg').says('before the backup');
    await customer(page, 'Ada Berg').sees('Echo: before the backup');
    for (const sample of [/^Joke bot/, /^Desk bot/, /^Delayed messages/, /^FAQ: yes/]) {
      await toWorkspaces(page);
      await page.getByRole('button', { name: sample }).click();
      await page.waitForURL(/#\/stage$/);
    }
    await isSaved(page);
    await toWorkspaces(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Back up everything…' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^rehearsal-backup-\d{4}-\d\d-\d\d\.zip$/);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    await page.getByText('5 workspaces backed up in').waitFor();
    await page.getByText(/Last today/).waitFor();
    const before = await histories(page);
    await app.close();

    app = await launchApp();
    const other = await app.open('#/workspaces');
    const choosing = other.waitForEvent('filechooser');
    await other.getByRole('button', { name: 'Restore…' }).click();
    await (await choosing).setFiles(file);
    const dialog = other.getByRole('dialog');
    await dialog.getByText('5 workspaces are in it').waitFor();
    expect(await histories(other)).toHaveLength(1);
    await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const after = await histories(other);
    expect(before).toHaveLength(5);
    expect(after).toHaveLength(6);
    const isThere = (events: unknown) => after.some((one) => isDeepStrictEqual(one.events, events));
    expect(before.filter(({ events }) => !isThere(events)).map(({ name }) => name)).toEqual([]);
    await other.getByRole('button', { name: 'Open Echobot and Echobot2 2' }).waitFor();
    await rm(folder, { recursive: true });
  });
});

describe('copies in a folder', () => {
  it('are a file a workspace; one that somebody else changed stays, and the copy lies beside it', async () => {
    app = await launchApp();
    await app.context.addInitScript(withFolder);
    const page = await app.open('#/workspaces');
    const keeps = page.getByRole('switch', { name: 'Keep a copy in a folder' });
    await keeps.click();
    await page.getByText(/“copies”.*Last today/).waitFor();
    const copies = async () => (await privateFiles(page)).filter((name) => name.endsWith('.rehearsal.json'));
    const [first = ''] = await copies();
    expect(first).toMatch(/^Echobot and Echobot2-.*\.rehearsal\.json$/);

    await page.evaluate(async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
      const stream = await (await folder.getFileHandle(name)).createWritable();
      await stream.write('mine');
      await stream.close();
    }, first);
    await keeps.click();
    await page.getByText('Writes each workspace into a folder of yours').waitFor();
    await keeps.click();
    await page.getByText(`Somebody else changed ${first}`).waitFor();
    expect(await copies()).toHaveLength(2);
    await page.reload();
    await page.getByText(/“copies”.*Last today/).waitFor();
    const text = await page.evaluate(async (name) => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('copies');
      return (await (await folder.getFileHandle(name)).getFile()).text();
    }, first);
    expect(text).toBe('mine');
  });
});

/** All that the app may have left on this computer. */
async function leftOver(page: Page) {
  const files = await privateFiles(page);
  const inPage = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    registrations: (await navigator.serviceWorker.getRegistrations()).length,
    kept: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  }));
  return { ...inPage, files };
}

describe('erasing everything', () => {
  it('asks twice, stops all tabs, leaves nothing, and begins nothing anew by itself', async () => {
    app = await launchApp({ worksOffline: true, offersTour: true });
    const page = await app.open('#/workspaces');
    await isReadyOffline(page);
    const other = await app.open('#/stage');
    await customer(other, 'Ada Berg').composer.fill('never sent');
    await page.bringToFront();
    await page.evaluate(async () => {
      // Another tab that loads a part of the app between deleting and looking makes its cache anew.
      const [name = ''] = await caches.keys();
      const look = caches.keys.bind(caches);
      let looks = 0;
      caches.keys = async () => {
        looks += 1;
        if (looks === 2) await caches.open(name);
        return look();
      };
    });
    await page.getByRole('button', { name: 'Erase…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase everything on this computer?' });
    await dialog.getByText(/1 workspace with \d+ messages?, and the safety journal/).waitFor();
    await dialog.getByRole('button', { name: 'Erase everything' }).dblclick();
    await dialog.getByRole('button', { name: 'Really erase everything' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Erase everything' }).click();
    await dialog.getByRole('button', { name: 'Really erase everything' }).click();

    const gone = (of: Page) => of.getByRole('heading', { name: 'Everything is erased' });
    await gone(page).waitFor();
    await other.bringToFront();
    await gone(other).waitFor();
    const nothing = { databases: [], caches: [], registrations: 0, kept: [], files: [] };
    await expect.poll(() => leftOver(page)).toEqual(nothing);
    expect(await leftOver(other)).toEqual(nothing);
    await other.close();
    await page.bringToFront();
    await page.waitForTimeout(1500); // whoever writes each second would have
    expect(await leftOver(page)).toEqual(nothing);

    await page.getByRole('button', { name: 'Start anew' }).click();
    await isSaved(page);
    await expect.poll(() => customer(page, 'Ada Berg').composer.inputValue()).toBe('');
  });
});
