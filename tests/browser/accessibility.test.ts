import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp, type LaunchOptions } from '../support/app.ts';
import { agent, customer, isSaved, openTab, patience, showPane } from '../support/browser/stage.ts';

let app: LaunchedApp;

afterEach(async () => {
  await app.close();
});

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const panes = ['Customers', 'Queue', 'Agents', 'Bots', 'Timeline'] as const;

async function open(options: LaunchOptions): Promise<Page> {
  app = await launchApp(options);
  const page = await app.open();
  await isSaved(page);
  // In a narrow window the code editor comes when its pane is opened.
  if ((options.viewport ?? desktop).width >= 900)
    await page.getByRole('textbox', { name: /^Source of/ }).waitFor();
  return page;
}

/** The serious and critical findings of axe, in words. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    );
}

const interactive = new Set([
  'button',
  'link',
  'textbox',
  'combobox',
  'checkbox',
  'radio',
  'switch',
  'tab',
  'menuitem',
  'option',
  'slider',
  'splitter',
  'listbox',
  'spinbutton',
  'searchbox',
  'tree',
  'treeitem',
  'grid',
  'log',
]);

/** Interactive elements, as a screen reader is told of them, that have no name. */
async function nameless(page: Page): Promise<readonly string[]> {
  const session = await app.context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const found = nodes.filter(({ ignored, role }) => !ignored && interactive.has(String(role?.value)));
  expect(found.length).toBeGreaterThan(5);
  return found
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role }) => String(role?.value));
}

/** How much wider the page is than the window. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Shows one after the other, each in the window that the one before has left. */
async function haveNoFault(page: Page, states: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const show of states) {
    await show();
    expect(await findings(page)).toEqual([]);
    expect(await nameless(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
}

describe('the window', () => {
  it.each([
    ['light', desktop],
    ['dark', desktop],
    ['light', phone],
    ['dark', phone],
  ] as const)(
    'in %s colours at %o has no serious fault that axe knows, on any pane',
    async (colorScheme, viewport) => {
      const page = await open({ colorScheme, viewport });

      expect(await findings(page)).toEqual([]);
      expect(await nameless(page)).toEqual([]);
      if (viewport === phone) {
        for (const pane of panes) {
          await showPane(page, pane);
          expect(await findings(page), pane).toEqual([]);
        }
      }
    },
  );

  it('in the middle of a chat between customer and agent has none either', async () => {
    const page = await open({});
    await customer(page, 'Ada Berg').says('human');
    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await agent(page, 'Kari Nord').says('Hello');
    await page.getByRole('tree', { name: 'Timeline' }).press('ArrowUp');
    await page.getByRole('region', { name: 'Details' }).waitFor();
    const states = [
      () => Promise.resolve(),
      async () => {
        await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'Insert' }).click();
        await page.getByRole('region', { name: 'Quick replies' }).waitFor();
      },
      async () => {
        await page.getByRole('button', { name: '+ Customer' }).click();
        await page.getByText('Through an embed script').click();
        await page.getByLabel('Address of the page').waitFor();
      },
    ];

    await haveNoFault(page, states);
  });

  it('with the forms of somebody who brings a bot has none either', async () => {
    const page = await open({});
    const states = [
      async () => {
        const console = await openTab(page, 'Console');
        await console.getByRole('listitem').first().waitFor();
      },
      async () => openTab(page, 'Script'),
      async () => page.getByRole('button', { name: 'Run…' }).click(),
      async () => page.getByRole('button', { name: 'Settings of folder Echobot', exact: true }).click(),
      async () => {
        const http = await openTab(page, 'HTTP');
        await http.getByRole('button', { name: 'New mock' }).click();
        await http.getByRole('button', { name: 'Save', exact: true }).click();
        await http.getByRole('alert').waitFor();
      },
      async () => {
        const tables = await openTab(page, 'Tables');
        await tables.getByRole('button', { name: 'New table' }).click();
        await page.keyboard.type('y_tips');
        await page.keyboard.press('Enter');
        await tables.getByRole('textbox', { name: 'Rows of y_tips' }).fill('[');
        await tables.getByRole('button', { name: 'Save', exact: true }).click();
        await tables.getByRole('alert').waitFor();
      },
    ];

    await haveNoFault(page, states);
  });

  it('in Settings, in Workspaces and where there is no place has none either', async () => {
    const page = await open({});
    const goes = (address: string) => async () => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, address);
      await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
    };

    await haveNoFault(page, [
      goes('#/settings/channels/1'),
      goes('#/settings/agents/1'),
      goes('#/settings/mocks/GET'),
      goes('#/settings/options'),
      goes('#/workspaces'),
      goes('#/no/such/place'),
    ]);
  });

  // 200 % zoom of a window of 1440 is a page 720 wide; of 640, one 320 wide (reliability U10).
  it.each([
    [390, 844],
    [320, 640],
    [720, 450],
  ])('of %i by %i does not scroll sideways, and every pane is a tab away', async (width, height) => {
    const page = await open({ viewport: { width, height } });
    const shown = {
      Customers: customer(page, 'Ada Berg').composer,
      Queue: page.locator('.diagram'),
      Agents: agent(page, 'Kari Nord').tile.getByRole('button', { name: /^Get next/ }),
      Bots: page.getByRole('textbox', { name: /^Source of/ }),
      Timeline: page.getByRole('tree', { name: 'Timeline' }),
    };

    for (const pane of panes) {
      await showPane(page, pane);
      await shown[pane].waitFor();
      await shown[pane].scrollIntoViewIfNeeded();
      const box = await shown[pane].boundingBox();
      expect(box?.width, pane).toBeGreaterThan(40);
      expect(box?.height, pane).toBeGreaterThan(20);
      expect(await overhang(page), pane).toBeLessThanOrEqual(0);
    }
    await showPane(page, 'Customers');
    await customer(page, 'Ada Berg').says('from a small screen');
    await customer(page, 'Ada Berg').sees('Echo: from a small screen');
  });

  it('lets the keyboard out of the editor', async () => {
    const page = await open({});
    const editor = page.getByRole('textbox', { name: /^Source of/ });
    await editor.click();

    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');

    await expect.poll(() => editor.evaluate((one) => one.matches(':focus')), patience).toBe(false);
  });
});
