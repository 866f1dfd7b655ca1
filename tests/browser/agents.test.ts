import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { eventsOf, onePage } from '../support/browser/one-page.ts';
import { connects, supportWorld } from '../support/browser/sample.ts';
import { agent, customer } from '../support/browser/stage.ts';

const { opens } = onePage();

const agents = [
  { id: 1, name: 'Kari Nord', present: true },
  { id: 2, name: 'Ola Sand', present: true },
  { id: 3, name: 'Pia Lund', present: false },
];
const entry = { folder: 1, question: '', answer: 'Within 30 days.', keywords: '' };
const faq: NonNullable<WorldFile['faq']> = {
  folders: [{ id: 1, name: 'Shop' }],
  entries: [
    { ...entry, id: 1, title: 'How do I return something?', access: 4, status: 'published' },
    { ...entry, id: 2, title: 'What do returns cost us?', access: 2, status: 'published' },
    { ...entry, id: 3, title: 'Returns from abroad', access: 4, status: 'unpublished' },
  ],
};
const quickReplies = [
  { id: 1, agent: 1, name: 'Wait', text: 'One moment, please.' },
  { id: 2, agent: 2, name: 'Bye', text: 'Have a nice day.' },
];
const contacts = [
  { id: 1, name: 'Ada Berg', email: 'ada@example.com', company: 'Parcel AS' },
  { id: 2, name: 'Ada Lovelace', email: 'lovelace@example.com' },
];

/** Ada is at Kari's desk, unless other steps are given. */
const openDesks = (
  steps: readonly ScenarioStep[] = [connects('Ada'), { input: { type: 'agent.picksUpNext', agent: 1 } }],
): Promise<Page> => opens({ ...supportWorld({ agents }), faq, quickReplies, contacts }, steps);

/** Three desks do not fit: whoever is not shown is chosen from the list. */
const goTo = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('listbox', { name: 'Agents' })
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();

describe('an agent', () => {
  it('is offered only those who are present to transfer a chat to (T-48)', async () => {
    const page = await openDesks();
    const kari = agent(page, 'Kari Nord');

    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    const offered = page.getByRole('menuitem', { name: /^Transfer/ });
    await offered.first().waitFor();
    await expect.poll(() => offered.allInnerTexts()).toEqual(['Transfer to Ola Sand']);

    await page.keyboard.press('Escape');
    await goTo(page, 'Pia Lund');
    await page.getByRole('switch', { name: 'Presence of Pia Lund' }).click();
    await page.getByRole('switch', { name: 'Presence of Pia Lund', checked: true }).waitFor();
    await goTo(page, 'Ola Sand');
    await page.getByRole('switch', { name: 'Presence of Ola Sand' }).click();
    await page.getByRole('switch', { name: 'Presence of Ola Sand', checked: false }).waitFor();
    await goTo(page, 'Kari Nord');
    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    await offered.first().waitFor();
    await expect.poll(() => offered.allInnerTexts()).toEqual(['Transfer to Pia Lund']);
  });

  it('hands a chat over to another one, who may reject it, and answers from then on (T-50)', async () => {
    const page = await openDesks();
    const kari = agent(page, 'Kari Nord');
    const ola = agent(page, 'Ola Sand');

    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Transfer to Ola Sand' }).click();
    await kari.tile.getByText('Waiting for Ola Sand to accept').waitFor();
    await kari.tile.getByRole('button', { name: 'Cancel transfer' }).click();
    await kari.tile.getByText('Waiting for Ola Sand to accept').waitFor({ state: 'detached' });

    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Transfer to Ola Sand' }).click();
    await goTo(page, 'Ola Sand');
    await ola.tile.getByRole('button', { name: 'Reject transfer' }).click();
    await ola.tile.getByText('Ada stays with Kari Nord').waitFor();
    await goTo(page, 'Kari Nord');
    await kari.tile.getByText(/rejected/).waitFor();

    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Transfer to Ola Sand' }).click();
    await goTo(page, 'Ola Sand');
    await ola.tile.getByRole('button', { name: 'Accept transfer' }).click();
    await ola.tile.getByText('Ada taken over from Kari Nord').waitFor();
    await ola.says('I am Ola, I take over');

    await customer(page, 'Ada').sees('I am Ola, I take over');
    await goTo(page, 'Kari Nord');
    await kari.tile.waitFor();
    expect(await kari.composer.count()).toBe(0);
  });

  it('inserts own quick replies, and nobody else sees them (T-55)', async () => {
    const page = await openDesks();
    const kari = agent(page, 'Kari Nord');
    const replies = page
      .getByRole('region', { name: 'Quick replies' })
      .getByRole('button', { name: /^(?!Edit)/ });
    await kari.composer.fill('Hi Ada.');

    await kari.tile.getByRole('button', { name: 'Insert' }).click();
    await replies.first().waitFor();
    await expect.poll(() => replies.allInnerTexts()).toEqual(['Wait\nOne moment, please.']);
    await replies.first().click();

    await expect.poll(() => kari.composer.inputValue()).toBe('Hi Ada. One moment, please.');
    await expect.poll(() => kari.composer.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await customer(page, 'Ada').sees('Hi Ada. One moment, please.');
  });

  it('keeps own quick replies: adds, edits and deletes them, which can be taken back', async () => {
    const page = await openDesks();
    const kari = agent(page, 'Kari Nord');
    const field = (name: string) => page.getByLabel(name, { exact: true });
    const save = page
      .getByRole('button', { name: 'Save', exact: true })
      .and(page.locator('.small-form button'));
    /** A form that was just opened takes the focus, and moves while it does. */
    const isOpen = () => expect.poll(() => field('Name').evaluate((one) => one.matches(':focus'))).toBe(true);
    await kari.tile.getByRole('button', { name: 'Insert' }).click();

    await page.getByRole('button', { name: 'New quick reply…' }).click();
    await isOpen();
    await field('Name').fill('wait');
    await save.click();
    await page.getByText('Another of these quick replies has this name').waitFor();
    await page.getByText('Write what is to be inserted').waitFor();
    await field('Name').fill('Thanks');
    await field('Content').fill('Thank you for waiting.');
    await field('Name').press('Enter');
    await page.getByRole('button', { name: 'Edit Thanks' }).click();
    await isOpen();
    await field('Content').fill('Thank you.');
    await save.click();
    await page
      .getByRole('button', { name: /^Thanks/ })
      .getByText('Thank you.', { exact: true })
      .waitFor();

    await page.getByRole('button', { name: 'Edit Wait' }).click();
    await isOpen();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('button', { name: 'Really delete' }).click();
    await page.getByRole('button', { name: 'Edit Wait' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Undo' }).click();
    await kari.tile.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('button', { name: /^Wait/ }).getByText('One moment, please.').waitFor();
  });

  it('sends files of which nothing but the name is kept, and makes a request whose number waits in the reply (T-53)', async () => {
    const page = await openDesks();
    const kari = agent(page, 'Kari Nord');
    const ada = customer(page, 'Ada');
    await ada.says('Where is my parcel?');
    await kari.tile.getByRole('button', { name: 'Insert' }).click();
    await page.getByRole('button', { name: 'Send a file…' }).click();
    await page.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Name the file, such as invoice.pdf').waitFor();
    await page.getByLabel('Name of the file').fill('label.pdf');
    await page.getByLabel('Size in bytes').fill('a lot');
    await page.getByLabel('Size in bytes').press('Enter');
    await page.getByText('A whole number of bytes, such as 12000, or nothing').waitFor();
    await page.getByLabel('Size in bytes').fill('1200');
    await page.getByLabel('Size in bytes').press('Enter');
    await ada.sees('label.pdf');

    await kari.composer.fill('I am sorry.');
    await kari.tile.getByRole('button', { name: 'Create request' }).click();
    const title = page.getByLabel('Title of the request');
    await expect.poll(() => title.inputValue()).toBe('Where is my parcel?');
    await expect
      .poll(() => page.getByLabel(/^What it holds/).inputValue())
      .toMatch(/Ada: Where is my parcel\?\n.*label\.pdf/);
    await title.fill(' ');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText('Give the request a title').waitFor();
    await title.fill('Parcel');
    await title.press('Enter');
    await expect.poll(() => kari.composer.inputValue()).toBe('I am sorry. Your request has number 1.');
    expect((await ada.messages()).at(-1)).toBe('label.pdf');
    await kari.composer.press('Enter');
    await ada.sees('I am sorry. Your request has number 1.');
  });

  it('sees who the customer could be, links the contact, reads the earlier chats, or makes a new one', async () => {
    const ada = { alias: 'Ada', name: 'Ada Berg', email: 'ada@example.com' };
    const page = await openDesks([
      { input: { type: 'customer.connects', channel: 1, customer: ada } },
      { input: { type: 'agent.picksUpNext', agent: 1 } },
      { input: { type: 'customer.writes', session: 1, text: 'Is it lost?' } },
      { input: { type: 'agent.createsRequest', agent: 1, session: 1, title: 'Lost parcel' } },
      { input: { type: 'agent.ends', agent: 1, session: 1 } },
      { input: { type: 'customer.connects', channel: 1, customer: ada } },
      { input: { type: 'agent.picksUpNext', agent: 1 } },
    ]);
    const kari = agent(page, 'Kari Nord');
    await kari.tile.getByRole('button', { name: 'Contact' }).press('Enter');
    const panel = page.getByRole('region', { name: 'Contact of Ada Berg' });
    await panel.getByText('This contact could be…').waitFor();
    await panel.getByText('Earlier chats (1)').waitFor();
    await panel.getByText('1 · Lost parcel').waitFor();
    await panel.getByText('Support', { exact: false }).click();
    await panel.getByText('Is it lost?').waitFor();

    await panel.getByRole('button', { name: 'Link Ada Berg' }).click();
    await panel.getByText('Parcel AS').waitFor();
    await panel.getByRole('button', { name: 'Change contact' }).click();
    await panel.getByRole('searchbox').fill('love');
    await panel.getByRole('button', { name: 'Link Ada Lovelace' }).waitFor();
    await panel.getByRole('button', { name: 'New contact…' }).click();
    const email = panel.getByLabel('E-mail');
    await expect.poll(() => email.inputValue()).toBe('ada@example.com');
    await panel.getByRole('button', { name: 'Save and link' }).click();
    await panel.getByText('Another contact has this address').waitFor();
    await email.fill('ada@home.example');
    await email.press('Enter');
    await panel.getByRole('button', { name: 'Change contact' }).waitFor();
    const events = await eventsOf(page);
    expect(events.filter(({ type }) => type === 'contact.linked')).toMatchObject([
      { session: 2, contact: 1 },
      { session: 2, contact: 3 },
    ]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        kari.tile.getByRole('button', { name: 'Contact' }).evaluate((one) => one === document.activeElement),
      )
      .toBe(true);
  });

  it('is warned of who waits too long, with a tone only where one is wanted, and picks up from there (T-94)', async () => {
    const page = await openDesks([connects('Ada'), connects('Bea')]);
    await page.evaluate(() => {
      const heard = window as unknown as { tones: number };
      heard.tones = 0;
      window.AudioContext = class extends AudioContext {
        constructor() {
          super();
          heard.tones += 1;
        }
      };
    });
    const tones = () => page.evaluate(() => (window as unknown as { tones: number }).tones);
    const warnings = agent(page, 'Kari Nord').tile.getByRole('group', { name: 'Warnings' });
    await page.getByRole('button', { name: /^Next: / }).click();
    await warnings.getByText('Ada waits in the queue').waitFor();
    expect(await tones()).toBe(0);
    await warnings.getByRole('button', { name: 'Pick up Ada now' }).click();
    await warnings.getByText('Ada waits in the queue').waitFor({ state: 'detached' });
    await agent(page, 'Kari Nord').composer.waitFor();
    await warnings.getByRole('button', { name: 'Put the warnings away' }).click();
    await warnings.waitFor({ state: 'detached' });

    await page.evaluate(() => {
      location.hash = '#/settings/window';
    });
    const wanted = page.getByRole('switch', { name: 'A tone when a warning comes' });
    await expect.poll(() => wanted.getAttribute('aria-checked')).toBe('false');
    await wanted.click();
    await page.evaluate(() => {
      location.hash = '#/stage';
    });
    await page.getByRole('button', { name: /^Next: / }).click();
    await warnings.waitFor();
    await expect.poll(tones).toBe(1);
  });

  it('has the product’s columns on the dashboard and the numbers of the day, and hands over chats of others as a manager', async () => {
    const page = await openDesks();
    const ola = agent(page, 'Ola Sand').tile;
    await goTo(page, 'Ola Sand');
    await ola.getByRole('tab', { name: /^Dashboard/ }).click();
    await ola.getByText('0 waiting · 2 agents present').waitFor();
    const heads = ola.getByRole('table', { name: 'Ongoing chat sessions' }).locator('thead th');
    expect((await heads.allTextContents()).slice(0, -1)).toEqual([
      'Customer',
      'Status',
      'Channel',
      'Idle',
      'Duration',
      'Agent',
    ]);
    await expect.poll(() => ola.locator('.number-tiles').innerText()).toContain('Chats started');
    await ola.getByText('Kari Nord', { exact: true }).last().waitFor();

    await ola.getByRole('button', { name: 'More for Ada' }).click();
    await page.getByRole('menuitem', { name: 'Take over' }).waitFor();
    await goTo(page, 'Pia Lund');
    await page.getByRole('switch', { name: 'Presence of Pia Lund' }).click();
    await goTo(page, 'Ola Sand');
    await ola.getByRole('button', { name: 'More for Ada' }).click();
    await page.getByRole('menuitem', { name: 'Transfer to Pia Lund' }).click();
    await goTo(page, 'Pia Lund');
    await agent(page, 'Pia Lund').tile.getByRole('button', { name: 'Accept transfer' }).waitFor();
  });

  it('inserts links to what the FAQ says to everybody, by keyboard, and the customer reads it there (T-56)', async () => {
    const page = await openDesks();
    const kari = agent(page, 'Kari Nord');
    const entries = page.getByRole('region', { name: 'FAQ' }).getByRole('button');

    await kari.tile.getByRole('button', { name: 'Insert' }).press('Enter');
    await entries.first().waitFor();
    await expect.poll(() => entries.allInnerTexts()).toEqual(['How do I return something?']);
    await page.keyboard.type('return');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => kari.composer.inputValue())
      .toMatch(/^How do I return something\? https:.*\/faq\/1$/);
    await expect.poll(() => kari.composer.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');

    const ada = customer(page, 'Ada');
    await ada.tile.getByRole('button', { name: /faq\/1$/ }).click();
    await ada.tile.getByText('Within 30 days.').waitFor();
  });

  it('ends the chat, which the customer is told', async () => {
    const page = await openDesks();
    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'End chat' }).click();

    await customer(page, 'Ada')
      .tile.getByText(/The agent ended the chat/)
      .waitFor();
  });
});
