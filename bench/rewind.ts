import type { Page } from 'playwright-core';
import type { WorldFile } from '../src/engine/definition.ts';
import { isSaved } from '../tests/support/browser/stage.ts';
import { launchWith } from '../tests/support/browser/sample.ts';
import type { Amounts } from './amounts.ts';
import type { Bundles } from './bundles.ts';
import { spread, type Spread } from './statistics.ts';
import { connects, message } from './workload.ts';

export type RewindTimes = {
  /** Milliseconds from a place on the slider to that moment painted, wherever the one before was. */
  readonly painted: Spread;
  /** A fixed piece of work in the same page. */
  readonly fixed: Spread;
  readonly events: number;
};

/** Each is answered, in some thirteen events. */
const messages = 390;

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the log' });

/** Goes to and fro in a long rehearsal, by the slider. */
export async function measureRewind(
  { app: folder, probe }: Bundles,
  world: WorldFile,
  { keys: samples }: Amounts,
): Promise<RewindTimes> {
  const steps = [connects, ...Array.from({ length: messages }, (_, n) => message(n + 1))];
  const app = await launchWith(
    world,
    steps.map((input) => ({ at: '+2s', input })),
    { folder, ownBrowser: true },
  );
  try {
    await app.context.addInitScript({ content: probe });
    const page = await app.open();
    await isSaved(page);
    await slider(page).focus();
    await page.waitForFunction(
      (last) => Number(document.querySelector<HTMLInputElement>('.past-track input')?.max) >= last,
      messages,
    );
    const painted: number[] = [];
    const fixed: number[] = [];
    let random = 7;
    let to = 0;
    for (let n = 0; n < samples; n++) {
      random = (random * 48_271) % 2_147_483_647;
      // Never where it stands.
      to = 1 + ((to + (random % (messages - 2))) % (messages - 1));
      painted.push(await page.evaluate((step) => window.probe.rewind(step), to));
      fixed.push(await page.evaluate(() => window.probe.fixedWork()));
    }
    const last = await page.locator('.past-slider').getAttribute('data-seq');
    return { painted: spread(painted), fixed: spread(fixed), events: Number(last) };
  } finally {
    await app.close();
  }
}
