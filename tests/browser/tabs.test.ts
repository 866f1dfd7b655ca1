import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { faultsOf, readRawLog, whole } from '../support/browser/log.ts';
import { agent, customer, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

/** What any tab had begun to write is written: one that is frozen inside a transaction holds up the next writer as long as it is frozen. */
const isWritten = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('rehearsal');
        opening.onsuccess = () => {
          const database = opening.result;
          const all = database.transaction([...database.objectStoreNames], 'readwrite');
          all.oncomplete = () => {
            database.close();
            resolve();
          };
          all.onerror = () => {
            reject(new Error('The database cannot be written.'));
          };
        };
      }),
  );

/** Neither the page nor its workers do anything until the tab is thawed, which `other` tells them. */
async function freeze({ context }: LaunchedApp, page: Page, other: Page): Promise<() => Promise<void>> {
  const devtools = await context.newCDPSession(page);
  await other.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const writer = await (await folder.getFileHandle('frozen', { create: true })).createWritable();
    await writer.write('yes');
    await writer.close();
  });
  const marks = await Promise.all(
    page.workers().map(async (worker) => {
      const mark = await worker.evaluateHandle(async () => {
        const folder = await navigator.storage.getDirectory();
        return (await folder.getFileHandle('frozen')).getFile();
      });
      return { worker, mark };
    }),
  );
  await isWritten(page);
  // The browser leaves workers awake when it is asked to freeze a page in this way.
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  // Once this is answered nothing is heard any more: what comes next would else be answered by a tab that is not frozen yet.
  await Promise.all(
    marks.map(({ worker, mark }) =>
      worker.evaluate((file) => {
        const reader = new (
          globalThis as unknown as { FileReaderSync: new () => { readAsText: (file: File) => void } }
        ).FileReaderSync();
        setTimeout(() => {
          try {
            // As long as the file is there.
            for (;;) {
              reader.readAsText(file);
              for (const end = performance.now() + 200; performance.now() < end;);
            }
          } catch {
            // It is thawed.
          }
        });
      }, mark),
    ),
  );
  return async () => {
    await other.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('frozen'));
    // One that was ended meanwhile, as nobody heard of it, answers nothing.
    await Promise.allSettled(marks.map(({ worker }) => worker.evaluate(() => undefined)));
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  };
}

/** The tab knows of so many, and whether it is the one that writes. */
const isOneOf = (page: Page, tabs: number, writes: boolean) =>
  page.locator(`.status-bar[data-tabs="${String(tabs)}"][data-writes="${String(writes)}"]`).waitFor();

describe('two tabs', () => {
  it('show the same; the second writes through the first, and both say which one writes', async () => {
    const first = await app.open();
    await isSaved(first);
    const second = await app.open();

    await isOneOf(second, 2, false);
    await first.bringToFront();
    await isOneOf(first, 2, true);
    await first.getByText('Open in 2 tabs').waitFor();
    await second.bringToFront();
    await customer(second, 'Ada Berg').says('from the second tab');
    await customer(second, 'Ada Berg').sees('Echo: from the second tab');
    await first.bringToFront();
    await customer(first, 'Ada Berg').sees('Echo: from the second tab');
    await customer(first, 'Ada Berg').says('from the first tab');
    await second.bringToFront();
    await customer(second, 'Ada Berg').sees('Echo: from the first tab');

    expect(await customer(second, 'Ada Berg').messages()).toEqual(
      await customer(first, 'Ada Berg').messages(),
    );
    expect(faultsOf(await readRawLog(first))).toEqual(whole);
  });

  it('play customer and agent side by side', async () => {
    const first = await app.open();
    await isSaved(first);
    const second = await app.open();
    const ada = customer(first, 'Ada Berg');
    const kari = agent(second, 'Kari Nord');

    await first.bringToFront();
    await ada.says('human');
    await second.bringToFront();
    await kari.tile.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await kari.says('Hello from the other tab');
    await first.bringToFront();
    await ada.sees('Hello from the other tab');
    await ada.says('Hello back');

    await second.bringToFront();
    await kari.sees('Hello back');
    await ada.hasStatus(5);
  });

  it('when the one that writes is closed, the other takes over and nothing is lost or doubled', async () => {
    const first = await app.open();
    await isSaved(first);
    const second = await app.open();
    await isOneOf(second, 2, false);
    await first.bringToFront();
    await customer(first, 'Ada Berg').says('one');
    await second.bringToFront();
    const ada = customer(second, 'Ada Berg');
    await ada.says('two');

    await first.close();
    await ada.says('three');
    await isOneOf(second, 1, true);
    await ada.sees('Echo: three');
    await ada.says('four');
    await ada.sees('Echo: four');

    const said = (await ada.messages()).filter((text) => !text.startsWith('Hi, I am'));
    expect(said).toEqual(['one', 'two', 'three', 'four'].flatMap((text) => [text, `Echo: ${text}`]));
    expect(faultsOf(await readRawLog(second))).toEqual(whole);
  });

  it('when the one that writes is frozen, the other takes over, and the thawed one only looks on', async () => {
    const first = await app.open();
    await isSaved(first);
    const second = await app.open();
    await isOneOf(second, 2, false);
    const thaw = await freeze(app, first, second);
    const ada = customer(second, 'Ada Berg');

    await ada.says('to whoever is awake');
    await ada.sees('Echo: to whoever is awake');
    await second.locator('.status-bar[data-writes="true"]').waitFor();
    await thaw();

    await first.bringToFront();
    await customer(first, 'Ada Berg').sees('Echo: to whoever is awake');
    await isOneOf(first, 2, false);
    await customer(first, 'Ada Berg').says('thawed');
    await second.bringToFront();
    await ada.sees('Echo: thawed');
    expect(faultsOf(await readRawLog(second))).toEqual(whole);
  });

  it('keep one session each that talks at the same time', async () => {
    const first = await app.open();
    await isSaved(first);
    const second = await app.open();
    await isOneOf(second, 2, false);
    const bob = customer(second, 'Bob Lind');
    await bob.tile.getByRole('button', { name: 'Start chat' }).click();
    await bob.hasStatus(2);

    await Promise.all([
      customer(first, 'Ada Berg').says('at the same time'),
      bob.says('When will my parcel arrive?'),
    ]);

    await customer(second, 'Ada Berg').sees('Echo: at the same time');
    await customer(first, 'Bob Lind').sees('When will my parcel arrive?');
    expect(faultsOf(await readRawLog(first))).toEqual(whole);
  });
});
