import type { Page } from 'playwright-core';
import type { WorldFile } from '../src/engine/definition.ts';
import type { ScenarioStep } from '../src/scenario/format.ts';
import { crowdWorld, nameOf } from '../tests/support/browser/crowd.ts';
import { launchWith } from '../tests/support/browser/sample.ts';
import type { LaunchedApp } from '../tests/support/app.ts';
import type { Bundles } from './bundles.ts';
import { measureTasks, type TaskTimes } from './page-tasks.ts';

const sessions = 500;
const agents = 20;
/** Of each session, half of them the customer's. */
const messages = 40;
/** So many others write while one is typed at. */
const writers = 50;

const world = (): WorldFile =>
  crowdWorld(
    Array.from({ length: agents }, (_, n) => ({ id: n + 1, name: `Agent ${String(n + 1)}`, present: true })),
  );

/** Twenty agents with twenty-five chats each, and what was said in them. */
function steps(): readonly ScenarioStep[] {
  const all: ScenarioStep[] = [];
  for (let session = 1; session <= sessions; session++) {
    const agent = 1 + (session % agents);
    const name = nameOf(session);
    all.push({
      input: { type: 'customer.connects', channel: 1 + (session % 3), customer: { alias: name, name } },
    });
    all.push({ input: { type: 'agent.picksUp', agent, session } });
    for (let n = 0; n < messages / 2; n++) {
      all.push({ input: { type: 'customer.writes', session, text: `Where is parcel ${String(n)}?` } });
      all.push({ input: { type: 'agent.writes', agent, session, text: `On its way, number ${String(n)}.` } });
    }
  }
  return all;
}

/** Types as one customer in one window while fifty others write in another, and asks the browser how long the tasks of the first took. */
export async function measureTyping({ app: folder, probe }: Bundles): Promise<TaskTimes> {
  const app = await launchWith(world(), steps(), { folder, ownBrowser: true });
  try {
    await app.context.addInitScript({ content: probe });
    const page = await app.open();
    await page.evaluate(() => window.probe.usable);
    const other = await ownWindow(app, page);
    const list = other.getByRole('listbox', { name: 'Customers' });
    await list.waitFor();
    const box = await firstComposer(page);
    return await measureTasks(app, page, writers, async (n) => {
      await page.evaluate(() => performance.mark('message-begins'));
      await Promise.all([writes(other, n), box.pressSequentially('parcel ')]);
      await page.evaluate(() => performance.mark('message-ends'));
    });
  } finally {
    await app.close();
  }
}

/** A window of its own: a tab behind another one would be drawn once a second. */
async function ownWindow(app: LaunchedApp, page: Page): Promise<Page> {
  const session = await app.context.newCDPSession(page);
  const opening = app.context.waitForEvent('page');
  await session.send('Target.createTarget', { url: page.url(), newWindow: true });
  return opening;
}

async function firstComposer(page: Page) {
  const list = page.getByRole('listbox', { name: 'Customers' });
  await list.focus();
  await page.keyboard.press('Home');
  const box = page.locator('.customer-tile.selected .composer textarea');
  await box.waitFor();
  return box;
}

/** The next customer of the list writes. */
async function writes(page: Page, n: number): Promise<void> {
  const list = page.getByRole('listbox', { name: 'Customers' });
  await list.focus();
  if (n === 0) await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const box = page.locator('.customer-tile.selected .composer textarea');
  await box.fill(`Is it number ${String(n)}?`);
  await box.press('Enter');
  await page.waitForFunction(
    (element) => element instanceof HTMLTextAreaElement && element.value === '',
    await box.elementHandle(),
  );
}
