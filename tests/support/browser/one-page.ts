import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import type { WorldFile } from '../../../src/engine/definition.ts';
import type { RecordedEvent } from '../../../src/engine/events.ts';
import type { ScenarioStep } from '../../../src/scenario/format.ts';
import { launchApp, viewport, type LaunchedApp } from '../app.ts';
import { builtApp } from '../build-app.ts';
import { readRawLog } from './log.ts';
import type { RawLog } from './raw-log.ts';
import { firstSample, openingOf } from './sample.ts';
import { isSaved } from './stage.ts';

export type OnePage = {
  /** The page, on the stage of a workspace that nothing was done in: of the first sample, or of this world and these steps. */
  readonly opens: (world?: WorldFile, steps?: readonly ScenarioStep[]) => Promise<Page>;
  /** Another tab that shows the workspace which was opened last. */
  readonly opensBeside: () => Promise<Page>;
};

/**
 * One page for the tests of a file, each of which begins in a workspace of its own: a page takes some seconds to start,
 * a workspace a part of one. What is about starting, tabs or what lies on the disk has the page to itself (`launchApp`).
 * After each test nothing may have been complained of; after one that failed the next has a new page.
 */
export function onePage(): OnePage {
  let app: LaunchedApp | null = null;
  let page: Page | null = null;
  let beside: Page | null = null;
  const close = async () => {
    await app?.close();
    app = page = beside = null;
  };
  afterEach(async ({ task }) => {
    const complaints = app?.complaints;
    if (task.result?.state === 'fail') await close();
    expect(complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
  afterAll(close);
  return {
    opens: async (world, steps) => {
      app ??= await launchApp();
      const opening =
        world === undefined ? readFile(join(builtApp, firstSample), 'utf8') : openingOf(world, steps);
      app.server.replace(firstSample, await opening);
      if (page === null) {
        page = await app.open();
        await isSaved(page);
      } else {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: 'light', forcedColors: null, reducedMotion: null });
        await makeWorkspace(page);
      }
      return page;
    },
    opensBeside: async () => {
      if (app === null || page === null) throw new Error('No workspace was opened yet.');
      if (beside === null) {
        beside = await app.open('#/stage');
        await isSaved(beside);
      } else await choose(beside, 'menuitemradio', await openIn(page));
      return beside;
    },
  };
}

/** The name of the workspace that a page shows. */
const openIn = async (page: Page): Promise<string> =>
  (await page.getByRole('button', { name: /^Workspace: / }).innerText()).trim();

/** Chooses from the menu of workspaces, and waits until what was shown before is gone. */
async function choose(page: Page, role: 'menuitem' | 'menuitemradio', name: string): Promise<void> {
  // A tab behind another one is drawn once a second.
  await page.bringToFront();
  const before = await page.locator('main.place > section, main.place > div').first().elementHandle();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole(role, { name, exact: role === 'menuitemradio' }).click();
  await before.waitForElementState('hidden');
  await isSaved(page);
}

/** As somebody does who makes a workspace of the first sample. */
async function makeWorkspace(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/stage';
  });
  await choose(page, 'menuitem', 'Echobot and Echobot2');
}

/** What lies in the database of the workspace that was opened last. */
export async function logOf(page: Page): Promise<RawLog> {
  const log = await readRawLog(page);
  const open = log.workspaces.toSorted((a, b) => b.openedAt - a.openedAt)[0]?.id;
  const ofIt = <T extends { readonly workspace: string }>(rows: readonly T[]) =>
    rows.filter(({ workspace }) => workspace === open);
  return { ...log, inputs: ofIt(log.inputs), events: ofIt(log.events) };
}

/** What happened in it. */
export const eventsOf = async (page: Page): Promise<readonly RecordedEvent[]> =>
  (await logOf(page)).events.map(({ event }) => event);
