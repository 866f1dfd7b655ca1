import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { onePage } from '../support/browser/one-page.ts';
import { isSaved } from '../support/browser/stage.ts';

const world: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [
    { id: 1, name: 'Kari Nord' },
    { id: 2, name: 'Ola Sand' },
  ],
  channels: [
    { id: 1, name: 'Help desk', members: [{ agent: 1 }, { agent: 2 }] },
    { id: 2, name: 'Web shop', preChatForm: { faqEnabled: true, faqFolder: 1 } },
  ],
  folders: [{ id: 1, name: 'Automation', scripts: [{ id: 1, name: 'log chats', source: '' }] }],
  triggers: [{ id: 1, event: 400, script: 1 }],
  faq: {
    folders: [{ id: 1, name: 'Delivery' }],
    entries: [{ id: 1, folder: 1, title: 'How long does delivery take?', answer: 'Two days.' }],
  },
  quickReplies: ['Hello', 'One moment', 'Bye'].map((name, index) => ({
    id: index + 1,
    agent: 1,
    name,
    text: `${name}.`,
  })),
  mocks: ['orders', 'returns', 'stock'].map((name, index) => ({
    id: index + 1,
    request: { url: `https://api.test/${name}` },
  })),
};

/** Ada is at Kari's desk. */
const chat: readonly ScenarioStep[] = [
  { input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada' } } },
  { input: { type: 'customer.writes', session: 1, text: 'hi' } },
  { input: { type: 'agent.picksUp', agent: 1, session: 1 } },
];

const pages = onePage();

async function go(page: Page, ...path: readonly string[]): Promise<void> {
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/settings/${path.join('/')}`,
  );
}

const list = (page: Page, name: string) => page.getByRole('navigation', { name, exact: true });
/** What stands in the rows of a list, from the top. */
const names = (of: Locator) => of.locator('.settings-row b').allInnerTexts();
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).last();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
/** A new thing has its heading as soon as it has a name, and an address of its own once it is saved. */
const isMade = (page: Page) => page.waitForURL(({ hash }) => !hash.split('/').includes('new'));
const undo = (page: Page) => page.getByRole('button', { name: /^Undo: / });

describe('the lists of Settings', () => {
  it('take what is typed only when it can be, say beside the field what to mend, and give every save and deletion back', async () => {
    const page = await pages.opens(world, chat);
    await go(page, 'agents');
    const agents = list(page, 'Agents');

    await agents.getByRole('button', { name: 'Agent', exact: true }).click();
    await heading(page, 'New agent').waitFor();
    expect(await page.getByText('Fill this in.').count()).toBe(0);
    await page.getByLabel('E-mail').fill('nora');
    await page.getByText('“nora” is no e-mail address.').waitFor();
    await save(page).click();
    await page.getByText('Not saved: 2 fields have to be mended.').waitFor();
    await page.getByText('Fill this in.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Nora Vik');
    await page.getByLabel('E-mail').fill('nora@example.com');
    await page.getByLabel('Can listen in on Web shop').uncheck();
    await save(page).click();
    await page.getByText('Agent 3', { exact: true }).waitFor();
    expect(page.url()).toMatch(/#\/settings\/agents\/3$/);
    await expect.poll(() => page.getByLabel('Can listen in on Web shop').isChecked()).toBe(false);
    await expect.poll(() => page.getByLabel('Can listen in on Help desk').isChecked()).toBe(true);
    await undo(page).click();
    await page.getByText('There is no agent 3 in this workspace.').waitFor();
    expect(await names(agents)).toEqual(['Kari Nord', 'Ola Sand']);

    // Whoever has chats stays; whoever others name goes when it is clear what follows.
    await agents.getByRole('link', { name: /^Kari Nord/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const refusal = page.getByRole('alertdialog', { name: '“Kari Nord” cannot be deleted now.' });
    await refusal.getByText('Chats with “Ada” go on.').waitFor();
    await refusal.press('Escape');
    await agents.getByRole('link', { name: /^Ola Sand/ }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const question = page.getByRole('alertdialog', { name: 'Delete “Ola Sand”? Then:' });
    await question.getByText('“Help desk” has one member less.').waitFor();
    await question.getByRole('button', { name: 'Delete all the same' }).click();
    await heading(page, 'Kari Nord').waitFor();
    await page.getByRole('button', { name: 'Undo: Agent “Ola Sand” was deleted' }).click();
    await agents.getByRole('link', { name: /^Ola Sand/ }).click();
    await expect.poll(() => page.getByLabel('Can respond on Help desk').isChecked()).toBe(true);

    await go(page, 'contacts', 'new');
    await page.getByLabel('Name', { exact: true }).fill('Ada Berg');
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Phone').fill('12');
    await page.getByText('A phone number has three digits at least.').waitFor();
    await page.getByLabel('Phone').fill('+47 22 33 44');
    await save(page).click();
    await heading(page, 'Ada Berg').waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Really delete “Ada Berg”' }).click();
    await page.getByText('No contacts. Customers are matched').waitFor();
    await undo(page).click();
    await list(page, 'Contacts')
      .getByRole('link', { name: /^Ada Berg/ })
      .waitFor();
  });

  it('show the FAQ as a tree, its answers as customers see them, and what a question finds', async () => {
    const page = await pages.opens(world);
    await go(page, 'faq');
    const faq = list(page, 'FAQ');
    await heading(page, 'How long does delivery take?').waitFor();

    await faq.getByRole('button', { name: 'Folder', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Abroad');
    await page.getByLabel('Lies in').selectOption({ label: 'Delivery' });
    await save(page).click();
    await heading(page, 'Abroad').waitFor();
    await isMade(page);
    await page.getByRole('button', { name: 'Entry', exact: true }).last().click();
    await page.getByLabel('Title').fill('Delivery to Sweden');
    await page.getByLabel('Answer', { exact: true }).fill('<b>Five</b> days<script>alert(1)</script>');
    const seen = page.getByRole('region', { name: 'As the customer sees it' });
    await expect.poll(() => seen.locator('b').allInnerTexts()).toEqual(['Delivery to Sweden', 'Five']);
    expect(await seen.locator('script').count()).toBe(0);
    await save(page).click();
    await heading(page, 'Delivery to Sweden').waitFor();
    await isMade(page);
    expect(await names(faq)).toEqual([
      'Delivery',
      'Abroad',
      'Delivery to Sweden',
      'How long does delivery take?',
    ]);
    const question = page.getByRole('textbox', { name: 'Try a question' });
    await question.fill('delivery sweden');
    const hits = page.locator('.try-hits li');
    await expect
      .poll(() => hits.allInnerTexts())
      .toEqual(['Delivery to Sweden 2 of 2 words', 'How long does delivery take? 1 of 2 words']);
    await question.fill('weather');
    await page.getByText('Finds nothing: no word of three letters or more').waitFor();

    await go(page, 'faq', 'folder', '1');
    await heading(page, 'Delivery').waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const follows = page.getByRole('alertdialog', { name: 'Delete “Delivery”? Then:' });
    await expect
      .poll(() => follows.getByRole('listitem').allInnerTexts())
      .toEqual([
        '1 entry lies in no folder: “How long does delivery take?”.',
        '“Abroad” stands at the top.',
        '“Web shop” suggests no answers any more.',
      ]);
    await follows.getByRole('button', { name: 'Delete all the same' }).click();
    const mark = page.getByRole('link', { name: /^FAQ 2 things to mend/ });
    await mark.waitFor();
    await page.getByRole('button', { name: 'Undo: FAQ folder “Delivery” was deleted' }).click();
    await mark.waitFor({ state: 'detached' });
    await faq.getByRole('button', { name: 'Fold Abroad' }).click();
    expect(await names(faq)).toEqual(['Delivery', 'Abroad', 'How long does delivery take?']);
    await faq.getByRole('searchbox').fill('sweden');
    expect(await names(faq)).toEqual(['Delivery to Sweden']);

    const palette = page.getByRole('combobox', { name: 'Find anything' });
    for (const [words, field] of [
      ['log chats', page.getByLabel('Event', { exact: true })],
      ['badge header', page.getByLabel('Badge header')],
      ['abroad', page.getByLabel('Lies in')],
    ] as const) {
      await page.keyboard.press('ControlOrMeta+k');
      await palette.fill(words);
      await page
        .getByRole('option', { name: /settings/ })
        .first()
        .click();
      await field.waitFor();
    }
  });

  it('let order be made by hand, with keys, buttons and the mouse, where it means something', async () => {
    const contacts = Array.from({ length: 300 }, (_, at) => ({
      id: at + 1,
      name: `Contact ${String(at + 1)}`,
    }));
    const page = await pages.opens({ ...world, contacts });
    await go(page, 'contacts');
    const many = list(page, 'Contacts');
    await many.getByRole('link', { name: 'Contact 1', exact: true }).press('End');
    await expect.poll(() => many.locator(':focus').innerText()).toBe('Contact 300');
    await expect.poll(() => many.getByRole('listitem').count()).toBeLessThan(60);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => many.locator(':focus').innerText()).toBe('Contact 299');

    await go(page, 'quickReplies', '1');
    const replies = list(page, 'Quick replies');
    await replies.getByRole('link', { name: /^Bye/ }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await replies.getByText('Bye is now 2 of 3.').waitFor();
    await expect.poll(() => names(replies)).toEqual(['Hello', 'Bye', 'One moment']);
    await replies.getByRole('link', { name: /^Hello/ }).hover();
    await replies.getByRole('button', { name: 'Move Hello down' }).click();
    await expect.poll(() => names(replies)).toEqual(['Bye', 'Hello', 'One moment']);
    await undo(page).click();
    await expect.poll(() => names(replies)).toEqual(['Hello', 'Bye', 'One moment']);

    await go(page, 'mocks');
    const mocks = list(page, 'Mocks');
    const row = (name: string) => mocks.getByRole('listitem').filter({ hasText: name });
    await row('stock').dragTo(row('orders'));
    const wanted = ['stock', 'orders', 'returns'].map((name) => `GET https://api.test/${name}`);
    await expect.poll(() => names(mocks)).toEqual(wanted);
    await undo(page).click();
    await expect.poll(() => names(mocks)).toEqual([...wanted.slice(1), wanted[0]]);
  });

  it('refuse a trigger without its script and a webhook whose target does not answer, and keep what is typed over a reload and beside another tab', async () => {
    const page = await pages.opens(world);
    await go(page, 'triggers', 'new');
    await page.getByLabel('Event', { exact: true }).selectOption('402');
    await save(page).click();
    await page.getByText('Choose the script that is to run.').waitFor();
    await page.getByLabel('Script', { exact: true }).selectOption({ label: 'Automation / log chats' });
    await save(page).click();
    await heading(page, '402 · log chats').waitFor();
    await isMade(page);

    await go(page, 'webhooks', 'new');
    await page.getByLabel('Name', { exact: true }).fill('Orders');
    await page.getByLabel('Target').fill('https://orders.test/');
    await page.getByLabel('Headers').fill('X-Tenant Cust1');
    await page.getByText('“X-Tenant Cust1” is no line of the kind “name: value”.').waitFor();
    await page.getByLabel('Headers').fill('X-Tenant: Cust1');
    const first = page.getByRole('group', { name: 'Response 1' });
    await first.getByLabel('Status').fill('500');
    await page.getByRole('button', { name: 'Add a response' }).click();
    const second = page.getByRole('group', { name: 'Response 2' });
    await second.getByLabel('Delay in seconds').fill('soon');
    await page.getByText('Response 2: “soon” is no number of seconds.').waitFor();
    await second.getByLabel('Delay in seconds').fill('1,5');
    await save(page).click();
    await page.getByRole('alert').filter({ hasText: 'The webhook "Orders" was not saved' }).waitFor();
    await page.getByRole('button', { name: 'Move response 2 up' }).click();
    await expect.poll(() => first.getByLabel('Delay in seconds').inputValue()).toBe('1,5');
    await save(page).click();
    await page.getByRole('button', { name: 'Undo: Webhook “Orders” was made' }).waitFor();

    await page.getByLabel('Secret').fill('kept');
    await isSaved(page);
    await page.reload();
    await heading(page, 'Orders').waitFor();
    await expect.poll(() => page.getByLabel('Secret').inputValue()).toBe('kept');
    await page.getByText('1 change not saved').waitFor();

    const other = await pages.opensBeside();
    await go(other, 'webhooks', '1');
    await other.getByLabel('Secret').fill('theirs');
    await save(other).click();
    await other.getByRole('button', { name: 'Undo: Webhook “Orders” was changed' }).waitFor();
    await page.bringToFront();
    await page.getByText('This webhook was saved somewhere else since you began.').waitFor();
    await page.getByRole('button', { name: 'See both' }).click();
    await page.getByRole('dialog').getByText('Secret: theirs').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => other.getByLabel('Secret').inputValue()).toBe('kept');
  });
});
