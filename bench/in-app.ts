import type { Page } from 'playwright-core';
import { isReadyOffline, launchApp, type LaunchedApp } from '../tests/support/app.ts';
import type { Amounts } from './amounts.ts';
import type { Bundles } from './bundles.ts';
import { spread, type Spread } from './statistics.ts';

export type AppTimes = {
  /** Milliseconds from Enter in the customer's composer to the message painted in the agent's chat. */
  readonly enterToPainted: Spread;
  /** The same way without the app: key, one line of script, paint. */
  readonly keyToPainted: Spread;
  /** Milliseconds from the navigation to a conversation that can be read and written to, the host gone. */
  readonly offlineLoad: Spread;
  /** The same way for the smallest page of the app. */
  readonly smallestLoad: Spread;
};

const agent = '[data-agent="1"]';
const warmUp = 5;

/** Uses the built app as people do, and asks the probe in the page how long they waited. */
export async function measureApp({ app: folder, probe }: Bundles, amounts: Amounts): Promise<AppTimes> {
  const app = await launchApp({ folder, ownBrowser: true, worksOffline: true });
  try {
    await app.context.addInitScript({ content: probe });
    const page = await app.open();
    await page.evaluate(() => window.probe.usable);
    await handOff(page);
    const enters: number[] = [];
    const keys: number[] = [];
    for (let n = 0; n < amounts.keys + warmUp; n++) {
      enters.push(await enterToPainted(page, n));
      keys.push(await keyToPainted(page));
    }
    await isReadyOffline(page);
    await page.close();
    await app.server.stop();
    const loads: number[] = [];
    const smallest: number[] = [];
    for (let n = 0; n <= amounts.loads; n++) {
      loads.push(await load(app, '', 'usable'));
      smallest.push(await load(app, 'reset.html', 'anything'));
    }
    if (app.complaints.errors.length > 0) throw new Error(app.complaints.errors.join('\n'));
    return {
      enterToPainted: spread(enters.slice(warmUp)),
      keyToPainted: spread(keys.slice(warmUp)),
      offlineLoad: spread(loads.slice(1)),
      smallestLoad: spread(smallest.slice(1)),
    };
  } finally {
    await app.close();
  }
}

const composer = (page: Page) => page.locator('.customer-tile').first().locator('.composer textarea');

/** Gets the first customer from the bot to an agent, whose chat is open after it. */
async function handOff(page: Page): Promise<void> {
  await composer(page).fill('human');
  await composer(page).press('Enter');
  await page.locator(`${agent} .agent-next button`).click();
  await page.locator(`${agent} .agent-chat .composer`).waitFor();
}

async function enterToPainted(page: Page, n: number): Promise<number> {
  const text = `Where is parcel number ${String(n)}?`;
  const box = composer(page);
  await box.fill(text);
  await page.locator(`${agent} .agent-chat .typing`).waitFor(); // what typing caused is over
  await page.evaluate(
    ([scope, expected]) => {
      window.probe.awaitMessage(scope, expected);
    },
    [agent, text] as const,
  );
  await box.press('Enter');
  const milliseconds = await page.evaluate(() => window.probe.result);
  await page.waitForFunction(
    (element) => element instanceof HTMLTextAreaElement && element.value === '',
    await box.elementHandle(),
  );
  return milliseconds;
}

async function keyToPainted(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.probe.awaitEcho();
  });
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.probe.result);
}

/** Each load is one of a new tab, after the one before is closed. */
async function load(app: LaunchedApp, path: string, until: 'usable' | 'anything'): Promise<number> {
  const page = await app.open(path);
  const milliseconds = await page.evaluate((name) => window.probe[name], until);
  const isControlled = await page.evaluate(() => navigator.serviceWorker.controller !== null);
  if (!isControlled) throw new Error('A page that no service worker controls cannot have loaded offline.');
  await page.close();
  return milliseconds;
}
