import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { LaunchedApp } from '../support/app.ts';
import { connects, launchWith, supportWorld } from '../support/browser/sample.ts';
import { agent, customer } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
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
  app = await launchWith({ ...supportWorld({ agents }), faq, quickReplies }, [
    connects('Ada'),
    { input: { type: 'agent.picksUpNext', agent: 1 } },
  ]);
});

afterEach(async () => {
  expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  await app.close();
});

/** Three desks do not fit: whoever is not shown is chosen from the list. */
const goTo = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('listbox', { name: 'Agents' })
    .getByRole('option', { name: new RegExp(`^${name}`) })
    .click();

describe('an agent', () => {
  it('is offered only those who are present to transfer a chat to (T-48)', async () => {
    const page = await app.open();
    const kari = agent(page, 'Kari Nord');

    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    const offered = page.getByRole('menuitem', { name: /^Transfer/ });
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual(['Transfer to Ola Sand']);

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
    expect(await offered.allInnerTexts()).toEqual(['Transfer to Pia Lund']);
  });

  it('hands a chat over to another one, who answers from then on', async () => {
    const page = await app.open();
    const kari = agent(page, 'Kari Nord');
    const ola = agent(page, 'Ola Sand');

    await kari.tile.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Transfer to Ola Sand' }).click();
    await kari.tile.getByText('Waiting for Ola Sand to accept').waitFor();
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
    const page = await app.open();
    const kari = agent(page, 'Kari Nord');
    const replies = page.getByRole('region', { name: 'Quick replies' }).getByRole('button');
    await kari.composer.fill('Hi Ada.');

    await kari.tile.getByRole('button', { name: 'Insert' }).click();
    await replies.first().waitFor();
    expect(await replies.allInnerTexts()).toEqual(['Wait\nOne moment, please.']);
    await replies.first().click();

    await expect.poll(() => kari.composer.inputValue()).toBe('Hi Ada. One moment, please.');
    await expect.poll(() => kari.composer.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await customer(page, 'Ada').sees('Hi Ada. One moment, please.');
  });

  it('inserts links to what the FAQ says to everybody, by keyboard, and the customer reads it there (T-56)', async () => {
    const page = await app.open();
    const kari = agent(page, 'Kari Nord');
    const entries = page.getByRole('region', { name: 'FAQ' }).getByRole('button');

    await kari.tile.getByRole('button', { name: 'Insert' }).press('Enter');
    await entries.first().waitFor();
    expect(await entries.allInnerTexts()).toEqual(['How do I return something?']);
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
    const page = await app.open();
    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'End chat' }).click();

    await customer(page, 'Ada')
      .tile.getByText(/The agent ended the chat/)
      .waitFor();
  });
});
