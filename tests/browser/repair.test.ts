import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { damageEvent, faultsOf, readRawLog, whole } from '../support/browser/log.ts';
import { customer, isSaved, standsAt } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

const echoed = (...texts: readonly string[]) => texts.flatMap((text) => [text, `Echo: ${text}`]);
const said = async (page: Page) => (await customer(page, 'Ada Berg').messages()).slice(1);

/** Talks, closes the page, and damages the row of the last thing that was said. */
async function talkAndDamage(journals: 'kept' | 'gone'): Promise<void> {
  const page = await app.open();
  const ada = customer(page, 'Ada Berg');
  for (const text of ['one', 'two', 'three']) await ada.says(text);
  const { events } = await readRawLog(page);
  const third = events.find(({ event }) => event.type === 'message.saved' && event.text === 'three');
  if (third === undefined) throw new Error('The message is not in the log.');
  await page.close();

  const elsewhere = await app.open('reset.html');
  await damageEvent(elsewhere, [third.workspace, third.seq]);
  if (journals === 'gone') {
    await elsewhere.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry('journals', { recursive: true });
    });
  }
  await elsewhere.close();
}

describe('a damaged row in the database', () => {
  it('costs nothing: it is mended from the safety journal', async () => {
    await talkAndDamage('kept');

    const again = await app.open();
    await customer(again, 'Ada Berg').sees('Echo: three');
    await customer(again, 'Ada Berg').says('four');

    await customer(again, 'Ada Berg').sees('Echo: four');
    expect(await said(again)).toEqual(echoed('one', 'two', 'three', 'four'));
    expect(await again.getByRole('alert').filter({ hasText: 'E-DB' }).count()).toBe(0);
    expect(faultsOf(await readRawLog(again))).toEqual(whole);
  });

  it('costs what came after it where there is no journal: the page says so and the session goes on', async () => {
    await talkAndDamage('gone');

    const again = await app.open();

    const banner = again.getByRole('alert').filter({ hasText: 'E-DB-CORRUPT' });
    await banner.waitFor();
    await expect.poll(() => banner.innerText()).toMatch(/Everything up to event \d+ is kept/);
    expect(await said(again)).toEqual(echoed('one', 'two'));

    await customer(again, 'Ada Berg').says('three, again');
    await again.reload();
    await customer(again, 'Ada Berg').sees('Echo: three, again');
    expect(await said(again)).toEqual(echoed('one', 'two', 'three, again'));
    expect(faultsOf(await readRawLog(again))).toEqual(whole);
    expect(app.complaints.errors).toEqual([]);
  });
});

describe('the engine’s worker', () => {
  it.each([
    [
      'ends',
      () => {
        self.close();
      },
    ],
    [
      'hangs',
      () => {
        // Not in the call itself: the debugger that makes it would hold on to the worker.
        setTimeout(() => {
          for (;;);
        });
      },
    ],
  ])('that %s is replaced within seconds, and nothing that was sent is lost or doubled', async (_, fault) => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.says('before');

    const replaced = page.waitForEvent('worker');
    page
      .workers()[0]
      ?.evaluate(fault)
      .catch(() => undefined); // whoever ends does not answer
    await ada.sends('during');
    await replaced;

    await ada.sees('Echo: during');
    await expect.poll(() => ada.composer.inputValue()).toBe('');
    await ada.says('after');
    await ada.sees('Echo: after');
    await isSaved(page);
    expect(await said(page)).toEqual(echoed('before', 'during', 'after'));
    expect(faultsOf(await readRawLog(page))).toEqual(whole);
    await standsAt(page, 6);
  });
});
