import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { faultsOf, readRawLog, whole } from '../support/browser/log.ts';
import { customer, isSaved } from '../support/browser/stage.ts';

/* What a browser does when it finds its database torn: it throws it away and says nothing (reliability L1). */

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

/** Talks, closes the page, and deletes what lies on the disk. */
async function talkAndLose(what: { readonly journals: boolean }): Promise<void> {
  const page = await app.open();
  const ada = customer(page, 'Ada Berg');
  await ada.says('before the loss');
  await ada.sees('Echo: before the loss');
  await isSaved(page);
  await page.goto(`${app.server.url}manifest.webmanifest`); // the same origin without the app
  await page.evaluate(async (alsoJournals) => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('rehearsal');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    const root = await navigator.storage.getDirectory();
    if (alsoJournals) await root.removeEntry('journals', { recursive: true });
  }, what.journals);
  await page.close();
}

describe('a database that the browser has lost', () => {
  it('comes back from the safety journal, and the page says so once', async () => {
    await talkAndLose({ journals: false });

    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.sees('Echo: before the loss');
    const notice = page.getByText(/had lost its database\. 1 workspace with \d+ messages came back/);
    await notice.waitFor();
    expect(faultsOf(await readRawLog(page))).toEqual(whole);
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await notice.waitFor({ state: 'detached' });
    await ada.says('after the loss');
    await ada.sees('Echo: after the loss');
    await isSaved(page);

    await page.reload();
    await ada.sees('Echo: after the loss');
    expect(await notice.count()).toBe(0);
    expect(app.complaints).toMatchObject({ policyViolations: [], foreignRequests: [] });
  });

  it('and the journals too is told of, with the day on which there was something', async () => {
    await talkAndLose({ journals: true });

    const page = await app.open();
    await page
      .getByText(/Nothing is kept in this browser any more, though there was something on \d+ \w+ \d{4}/)
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
