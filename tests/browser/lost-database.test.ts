import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { faultsOf, readRawLog, whole } from '../support/browser/log.ts';
import { customer, isSaved } from '../support/browser/stage.ts';
import { longJournal } from '../support/long-journal.ts';

/* What a browser does when it finds its database torn: it throws it away and says nothing (reliability L1). */

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

async function makeCourse(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/lessons/author';
  });
  await page.getByRole('button', { name: 'New course' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Our own course');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('button', { name: 'New lesson' }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/stage';
  });
}

/** Talks, makes a course where it is to come back, closes the page, and deletes what lies on the disk; of a damaged journal, the second half is noise. */
async function talkAndLose(what: { readonly journals: 'kept' | 'damaged' | 'gone' }): Promise<void> {
  const page = await app.open();
  const ada = customer(page, 'Ada Berg');
  await ada.says('before the loss');
  await ada.sees('Echo: before the loss');
  await isSaved(page);
  if (what.journals === 'kept') await makeCourse(page);
  await ada.sees('Echo: before the loss');
  // What there was is noted when the page is idle: whoever goes before was never here.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('rehearsal.kept'))).not.toBeNull();
  await page.goto(`${app.server.url}manifest.webmanifest`); // the same origin without the app
  await page.evaluate(async (journals) => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('rehearsal');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    const root = await navigator.storage.getDirectory();
    if (journals === 'gone') await root.removeEntry('journals', { recursive: true });
    if (journals !== 'damaged') return;
    const folder = await root.getDirectoryHandle('journals');
    for await (const name of folder.keys()) {
      const file = await folder.getFileHandle(name);
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
      bytes.fill(0, bytes.length - 400);
      const writable = await file.createWritable();
      await writable.write(bytes);
      await writable.close();
    }
  }, what.journals);
  await page.close();
}

describe('a database that the browser has lost', () => {
  it('comes back from the safety journal, and the page says so once', async () => {
    await talkAndLose({ journals: 'kept' });

    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.sees('Echo: before the loss');
    const notice = page.getByText(
      /had lost its database\. 1 workspace with \d+ messages came back from the safety journal\. Check/,
    );
    await notice.waitFor();
    expect(faultsOf(await readRawLog(page))).toEqual(whole);
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await notice.waitFor({ state: 'detached' });
    await ada.says('after the loss');
    await ada.sees('Echo: after the loss');
    await isSaved(page);

    await page.evaluate(() => {
      location.hash = '#/lessons';
    });
    await page.getByRole('link', { name: 'Our own course', exact: true }).waitFor();
    await page.evaluate(() => {
      location.hash = '#/stage';
    });

    await page.reload();
    await ada.sees('Echo: after the loss');
    expect(await notice.count()).toBe(0);
    expect(app.complaints).toMatchObject({ policyViolations: [], foreignRequests: [] });
  });

  it('is shown from the end of a long journal, written to, and whole in the end', async () => {
    const bytes = Buffer.from(await longJournal('first-visit')).toString('base64');
    const before = await app.open('manifest.webmanifest'); // the same origin without the app
    await before.evaluate(async (text) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('journals', { create: true });
      const file = await folder.getFileHandle('first-visit.journal', { create: true });
      const writable = await file.createWritable();
      await writable.write(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
      await writable.close();
    }, bytes);
    await before.close();

    const page = await app.open();
    await page.getByText('Echo: number 400', { exact: true }).first().waitFor();
    const composer = page.locator('.customer-tile .composer textarea').first();
    await composer.fill('after the loss');
    await composer.press('Enter');
    await page.getByText('Echo: after the loss', { exact: true }).first().waitFor();
    await page.getByText(/1 workspace with 80\d messages came back from the safety journal\./).waitFor();
    const log = await readRawLog(page);
    expect(faultsOf(log)).toEqual(whole);
    expect(log.inputs.filter(({ command }) => command.startsWith('long '))).toHaveLength(401);
  });

  it('is not said to be back when its journal is damaged: what is missing is counted', async () => {
    await talkAndLose({ journals: 'damaged' });

    const page = await app.open();
    const notice = page.getByText(/This browser had lost its database/);
    await notice.waitFor();

    const said = await notice.innerText();
    expect(said).toMatch(
      /had at least \d+ messages when it was last seen here: \d+ of them (is|are) missing/,
    );
    expect(said).not.toContain('only');
    await customer(page, 'Ada Berg').says('after the loss');
    await customer(page, 'Ada Berg').sees('Echo: after the loss');
  });

  it('and the journals too is told of, with the day on which there was something', async () => {
    await talkAndLose({ journals: 'gone' });

    const page = await app.open();
    await page
      .getByText(
        /Nothing is kept in this browser any more, though there was 1 workspace with \d+ messages on \d+ \w+ \d{4}/,
      )
      .waitFor();
    await customer(page, 'Ada Berg').says('hi');

    await page.reload();
    await customer(page, 'Ada Berg').sees('Echo: hi');
    expect(await page.getByText('Nothing is kept in this browser').count()).toBe(0);
  });

  it('is not spoken of on a first visit', async () => {
    const page = await app.open();
    await isSaved(page);

    expect(await page.locator('.banner').count()).toBe(0);
  });
});
