import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeNames } from '../../src/ui/frame/places.ts';
import { routeOf, routes } from '../../src/ui/lessons/routes.ts';
import { groups } from '../../src/ui/settings/kinds.ts';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { agent, customer, isSaved, openTab, showPane } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});

afterAll(async () => {
  await app.close();
});

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** Nothing is told in full but what is wrong, and no style sheet is fetched again. */
const quickly: RunOptions = { resultTypes: ['violations'], preload: false };

/** What a run of axe finds in the page, or in a part of it, in words. It has to have been put there. */
const run = (page: Page, within: string | undefined, options: RunOptions): Promise<readonly string[]> =>
  page.evaluate(
    async ([part, given]) => {
      const { passes, violations } = await window.axe.run(part ?? document, given);
      if (passes.length === 0) throw new Error('There was nothing to look at.');
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
      );
    },
    [within, { ...options, ...quickly }] as const,
  );

/**
 * All that axe finds, by its rules for WCAG and for good practice, and by that for the size of targets, which it leaves
 * out by itself. In light colours; in dark ones what else comes of the colours.
 */
async function findings(page: Page, within?: string): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const inLight = await run(page, within, { rules: { 'target-size': { enabled: true } } });
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await run(page, within, { runOnly: ['color-contrast', 'link-in-text-block'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...inLight, ...inDark];
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
  expect(found.length).toBeGreaterThan(1);
  return found
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role }) => String(role?.value));
}

/** How much wider the page is than the window. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Looks at the page as it is, or at a part of it that is new. */
async function hasNoFault(page: Page, within?: string): Promise<void> {
  expect(await findings(page, within)).toEqual([]);
  expect(await nameless(page)).toEqual([]);
}

const shown = '.popover:popover-open';
const dialog = 'dialog[open]';

/** Places that are looked at as they are, with a heading, or what an empty one says, that each has once it is there. */
const seen: readonly (readonly [address: string, heading: string])[] = [
  ['#/settings/channels/1', 'Help desk'],
  ['#/settings/agents/1', 'Kari Nord'],
  ['#/settings/contacts/new', 'New contact'],
  ['#/settings/faq/1', 'As the customer sees it'],
  ['#/settings/quickReplies/1', 'Quick replies'],
  ['#/settings/triggers/new', 'New trigger'],
  ['#/settings/webhooks/new', 'New webhook'],
  ['#/settings/mocks/GET', 'Mocks'],
  ['#/settings/tables/y_tips', 'y_tips'],
  ['#/settings/options', 'Options'],
  ['#/settings/window', 'Look and keys'],
  ['#/workspaces', 'Workspaces'],
  ['#/tests', 'A test is a conversation'],
  ['#/lessons/at-the-agents-desk', 'At the agent’s desk'],
  ['#/lessons/at-the-agents-desk/print', 'Status card'],
  ['#/lessons/at-the-agents-desk/wall', 'The wall'],
  ['#/lessons/author', 'Make a course'],
  ['#/lessons/debrief/1', 'Debrief'],
  ['#/lessons/debrief', 'Debrief'],
  ['#/no/such/place', ''],
];

/** What is looked at in tests of its own, in the middle of things. */
const seenElsewhere = ['#/stage', '#/lessons', '#/lessons/chatbots-in-twelve-steps/say-hello'];

describe('axe finds nothing, in light and in dark', () => {
  it('in any place that there is: each place, section of Settings and page of Lessons is looked at', () => {
    const paths = [...seen.map(([address]) => address), ...seenElsewhere].map((one) =>
      one.slice(2).split('/'),
    );
    const sections = paths.filter(([place]) => place === 'settings').map(([, section]) => section);
    const pages = paths.filter(([place]) => place === 'lessons').map(([, ...rest]) => routeOf(routes, rest));

    expect(new Set(paths.map(([place]) => place))).toEqual(new Set([...placeNames, 'no']));
    expect(new Set(sections)).toEqual(new Set(groups.flatMap(([, of]) => of)));
    expect(new Set(pages)).toEqual(new Set(routes));
  });

  let page: Page;

  beforeAll(async () => {
    page = await app.open();
    await isSaved(page);
    await page.getByRole('textbox', { name: /^Source of/ }).waitFor();
    await page.evaluate(axe.source);
  });

  it('on the stage, in the middle of a chat between customer and agent', async () => {
    const ada = customer(page, 'Ada Berg');
    const kari = agent(page, 'Kari Nord');
    await hasNoFault(page);
    await ada.says('human');
    await kari.tile.getByRole('tab', { name: /^Dashboard/ }).click();
    await kari.tile.getByRole('button', { name: 'Pick up Ada Berg' }).waitFor();
    await hasNoFault(page, '.agents');
    await kari.tile.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await kari.says('Hello');
    await page.getByRole('tree', { name: 'Timeline' }).press('ArrowUp');
    await page.getByRole('region', { name: 'Details' }).waitFor();
    await hasNoFault(page);

    await kari.tile.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('region', { name: 'Quick replies' }).waitFor();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByText('Through an embed script').click();
    await page.getByLabel('Address of the page').waitFor();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More about the chat with Ada Berg' }).click();
    await hasNoFault(page, shown);
    await page.getByRole('menuitem', { name: 'Transcript…' }).click();
    await page.getByRole('region', { name: 'Preview' }).waitFor();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
  });

  it('in the forms of somebody who brings a bot', async () => {
    const console = await openTab(page, 'Console');
    await console.getByRole('listitem').first().waitFor();
    await hasNoFault(page, '.bots');
    const coverage = await openTab(page, 'Coverage');
    await coverage.getByRole('img', { name: /^Transitions/ }).waitFor();
    await hasNoFault(page, '.bots');
    await openTab(page, 'Script');
    const debug = page.getByRole('button', { name: 'Debug', exact: true });
    await debug.click();
    await page
      .getByRole('treeitem', { name: /^event/i })
      .first()
      .click();
    await hasNoFault(page, '.bots');
    await page.getByRole('button', { name: 'More ways to go' }).click();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
    await debug.click();
    await page.locator('.past-bar').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Run…' }).click();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Settings of folder Echobot', exact: true }).click();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
    const http = await openTab(page, 'HTTP');
    await http.getByRole('button', { name: 'New mock' }).click();
    await http.getByRole('button', { name: 'Save', exact: true }).click();
    await http.getByRole('alert').waitFor();
    await hasNoFault(page, '.bots');
    const tables = await openTab(page, 'Tables');
    await tables.getByRole('button', { name: 'New table' }).click();
    await page.keyboard.type('y_tips');
    await page.keyboard.press('Enter');
    await tables.getByRole('textbox', { name: 'Rows of y_tips' }).fill('[');
    await tables.getByRole('button', { name: 'Save', exact: true }).click();
    await tables.getByRole('alert').waitFor();
    await hasNoFault(page, '.bots');
  });

  it('in the palette, where it finds something and where it does not, and in the list of the keys', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    const field = page.getByRole('combobox', { name: 'Find anything' });
    await field.fill('kari');
    await page.getByRole('option').first().waitFor();
    await hasNoFault(page, dialog);
    await field.fill('no such thing');
    await page.getByText('Nothing matches “no such thing”.').waitFor();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Queue' }).click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
  });

  it('in what saves, shares and opens a rehearsal', async () => {
    const verdict = page.getByRole('dialog').getByText(/Replays identically/);
    await page.getByRole('button', { name: 'Save this rehearsal' }).click();
    await verdict.waitFor();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save as test' }).click();
    await page.getByRole('group', { name: 'What is expected' }).waitFor();
    await page.getByRole('button', { name: 'From a step' }).click();
    await page.getByText(/Leaves out|nothing to leave out/).waitFor();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('checkbox', { name: 'Replace personal details' }).check();
    await page.getByRole('button', { name: /^All \d+ places/ }).click();
    await verdict.waitFor();
    await page.getByRole('img', { name: 'The link as a QR code' }).waitFor();
    await hasNoFault(page, dialog);
    const link = await page.getByLabel('Link', { exact: true }).inputValue();
    await page.keyboard.press('Escape');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await page.getByText('Not checked: it does not say').waitFor();
    await hasNoFault(page, dialog);
    await page.getByRole('button', { name: 'Read them first' }).click();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
  });

  it.each(seen)('in %s', async (address, heading) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    const main = page.getByRole('main');
    // Not the name of the place, which is there before the place is.
    const own = main.locator('h2, h3, .empty').filter({ hasText: heading }).first();
    await (heading === '' ? main.getByText('no/such/place') : own).waitFor();

    await hasNoFault(page);
  });

  it('in what a form says that is not saved, and in the question before something is deleted that others name', async () => {
    await page.evaluate(() => {
      location.hash = '#/settings/agents/1';
    });
    await page.getByLabel('E-mail').fill('nowhere');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByText('Not saved: one field has to be mended.').waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('alertdialog').waitFor();
    await hasNoFault(page, '.settings-section');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Really drop your changes' }).click();
  });

  it('in each tab of a channel, with its hours drawn and the scripts of its bot', async () => {
    await page.evaluate(() => {
      location.hash = '#/settings/channels/1';
    });
    await page.getByRole('switch', { name: 'Opening hours' }).click();
    await page.getByRole('group', { name: 'Days of the week' }).waitFor();
    const form = page.locator('.form-view');
    for (const tab of await form.getByRole('tab').all()) {
      await tab.click();
      if ((await tab.innerText()).startsWith('ChatBot'))
        await form.getByRole('region', { name: 'Scripts of the bot' }).waitFor();
      await hasNoFault(page, '.form-view');
    }
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Really drop your changes' }).click();
  });

  it('in what a webhook got, in Why not? and in the jump of the clock', async () => {
    await page.evaluate(() => {
      location.hash = '#/settings/webhooks/new';
    });
    await page.getByLabel('Name', { exact: true }).fill('Orders');
    await page.getByLabel('Target').fill('https://orders.test/');
    await page.getByRole('button', { name: 'Add a response' }).click();
    await page.getByRole('group', { name: 'Response 2' }).getByLabel('What it does').selectOption('error');
    await page.getByText(/^Response 2: Say how the network fails/).waitFor();
    await hasNoFault(page, '.settings-section');
    await page.getByLabel('What the network says').fill('connection refused');
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.getByRole('button', { name: 'Undo: Webhook “Orders” was made' }).waitFor();
    await page.evaluate(() => {
      location.hash = '#/stage';
    });
    await customer(page, 'Ada Berg').says('one more');
    const webhooks = await openTab(page, 'Webhooks');
    await webhooks.getByText('connection refused').first().waitFor();
    await hasNoFault(page, '.bots');
    await page.getByRole('tab', { name: 'Why not?' }).click();
    const whyNot = page.getByRole('region', { name: 'Why not?' });
    await whyNot.getByRole('listitem').first().waitFor();
    await hasNoFault(page, '.middle');
    await page.getByTitle('Jump to…').click();
    await page.getByRole('dialog', { name: 'Jump to…' }).getByRole('heading').first().waitFor();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
  });

  it('in the past, with its slider and branches, and where a conversation is run again', async () => {
    await page.getByRole('button', { name: 'A step back' }).click();
    await page.locator('.past-bar').waitFor();
    await hasNoFault(page);
    await page.getByRole('button', { name: 'Branches' }).click();
    await page.getByRole('dialog', { name: 'Branches' }).waitFor();
    await hasNoFault(page, shown);
    await page.getByRole('button', { name: 'Run again…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Run again' });
    await dialog.getByText(/Both do the same|differ/).waitFor();
    await hasNoFault(page, '[role=dialog][aria-modal], dialog[open]');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Back to now' }).last().click();
  });

  it('where orders are explored', async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find anything' }).fill('>explore orderings');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Explore orderings' });
    await dialog.getByRole('button', { name: 'Explore', exact: true }).click();
    await dialog.getByText(/Nothing breaks/).waitFor();
    await hasNoFault(page, '[role=dialog][aria-modal], dialog[open]');
    await page.keyboard.press('Escape');
  });

  it('lets the keyboard out of the editor', async () => {
    await page.evaluate(() => {
      location.hash = '#/stage';
    });
    await openTab(page, 'Script');
    const editor = page.getByRole('textbox', { name: /^Source of/ });
    await editor.click();

    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');

    await expect.poll(() => editor.evaluate((one) => one.matches(':focus'))).toBe(false);
  });
});

describe('a narrow window', () => {
  it('has every pane a tab away, none of which scrolls sideways or has a fault', async () => {
    const page = await app.open('#/stage');
    await isSaved(page);
    await page.evaluate(axe.source);
    const panes = {
      Customers: customer(page, 'Ada Berg').composer,
      Queue: page.locator('.diagram'),
      Agents: agent(page, 'Kari Nord').tile.getByRole('button', { name: /^Get next/ }),
      Bots: page.getByRole('textbox', { name: /^Source of/ }),
      Timeline: page.getByRole('tree', { name: 'Timeline' }),
    };

    // 200 % zoom of a window of 1440 is a page 720 wide, 300 % one of 480; of 640, one 320 wide (reliability U10).
    for (const [width, height] of [
      [390, 844],
      [320, 640],
      [480, 300],
      [720, 450],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const [pane, content] of Object.entries(panes)) {
        await showPane(page, pane);
        await content.waitFor();
        await content.scrollIntoViewIfNeeded();
        const box = await content.boundingBox();
        expect(box?.width, pane).toBeGreaterThan(40);
        expect(box?.height, pane).toBeGreaterThan(20);
        expect(await overhang(page), pane).toBeLessThanOrEqual(0);
        if (width === 390) await hasNoFault(page);
      }
    }
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.getByRole('button', { name: /^\d more$/ }).click();
    await page.getByRole('menuitem', { name: 'Tables' }).click();
    await page.getByRole('tab', { name: 'Tables', selected: true }).waitFor();
    await page.getByRole('tabpanel', { name: 'Tables' }).waitFor();
    await page.getByRole('tab', { name: 'Tables' }).press('ArrowLeft');
    await page.getByRole('tab', { name: 'HTTP', selected: true }).and(page.locator(':focus')).waitFor();
    expect(
      await page
        .locator('.diagram text')
        .first()
        .evaluate((one) => one.getBoundingClientRect().height),
    ).toBeGreaterThan(10);
    await hasNoFault(page);
    await page.setViewportSize({ width: 720, height: 450 });
    await showPane(page, 'Customers');
    await customer(page, 'Ada Berg').says('from a small screen');
    await customer(page, 'Ada Berg').sees('from a small screen');
  });
});

describe('pages beside the window', () => {
  it('have no fault: a widget of its own, and what fetches the app again', async () => {
    const page = await app.open('#/widget/1');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(axe.source);
    await hasNoFault(page);

    await page.goto(`${app.server.url}reset.html`);
    await page.getByRole('button').waitFor();
    await page.evaluate(axe.source);
    await hasNoFault(page);
  });
});

/* Behind all others: whoever comes next finds the lesson open. */
describe('lessons', () => {
  it('have no fault in their list, and in one with a hint, the menu to begin anew and the question before its solution', async () => {
    const page = await app.open('#/lessons');
    await page.evaluate(axe.source);
    await page.getByRole('button', { name: /^Start Chatbots/ }).waitFor();
    await hasNoFault(page, '.place');
    await page.getByRole('button', { name: /^Start Chatbots/ }).click();
    await page.getByRole('heading', { name: 'Checks' }).waitFor();
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await page.getByText('Hint 1 of 3').waitFor();
    await hasNoFault(page, '.lesson-side');
    await page.getByRole('button', { name: 'Reset lesson' }).click();
    await page.getByRole('menuitem', { name: /^This conversation/ }).waitFor();
    await hasNoFault(page, shown);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Solution' }).click();
    await page.getByRole('dialog', { name: /^See the solution/ }).waitFor();
    await hasNoFault(page, dialog);
    await page.keyboard.press('Escape');
  });
});
