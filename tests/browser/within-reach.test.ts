import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { channelFrom } from '../../src/engine/defaults.ts';
import type { WorldFile } from '../../src/engine/definition.ts';
import { weekdays } from '../../src/engine/opening-week.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { dropFile } from '../support/browser/files.ts';
import { eventsOf, onePage } from '../support/browser/one-page.ts';
import { agent, customer } from '../support/browser/stage.ts';

const { opens } = onePage();

const long = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday' } as const;
const days = { ...long, sat: 'Saturday', sun: 'Sunday' } as const;

const world: WorldFile = {
  startsAt: '2026-03-02T09:00:00Z',
  agents: [{ id: 1, name: 'Kari Nord', present: true }],
  channels: [
    { id: 1, name: 'Help desk', members: [{ agent: 1, canRespond: true }] },
    { id: 2, name: 'Web shop', bot: { enabled: true, folder: 'Bot', name: 'Eko' } },
  ],
  folders: [
    {
      id: 1,
      name: 'Bot',
      scripts: [
        { id: 1, name: 'echobot register', source: '' },
        { id: 2, name: 'echobot mesage received', source: '' },
      ],
    },
    { id: 2, name: 'Other', scripts: [{ id: 3, name: 'other bot register', source: '' }] },
  ],
  faq: { folders: [{ id: 1, name: 'Delivery' }] },
  tables: {
    reply_template: [{ id: 4, name: 'Opening times' }],
    reply_template_body: [{ reply_template_id: 4, body_plain: 'We are open from eight.' }],
  },
};
const steps: readonly ScenarioStep[] = [
  { input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada Berg' } } },
  { input: { type: 'agent.picksUp', agent: 1, session: 1 } },
];

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

const form = (page: Page) => page.locator('.form-head');
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

/** Drags from the middle of something by so many pixels. */
async function drag(page: Page, target: Locator, by: number): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is nowhere.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
  await page.mouse.up();
}

describe('what a channel sets with controls of its own', () => {
  it('is drawn on the week by mouse and by keys, chosen, and mended by a click; all of it comes into the world', async () => {
    const page = await opens(world, steps);
    await go(page, '#/settings/channels/1');
    await page.getByRole('heading', { level: 2, name: 'Help desk' }).waitFor();
    await page.getByRole('switch', { name: 'Opening hours' }).click();
    const week = page.getByRole('group', { name: 'Days of the week' });
    await week.waitFor();
    await page.getByRole('button', { name: /^Zone: / }).click();
    await page.getByRole('combobox', { name: 'Find a zone' }).fill('Oslo');
    await page.keyboard.press('Enter');

    // By mouse: Monday closes later, and lunch is drawn where there was none.
    await drag(page, week.getByRole('slider', { name: 'Monday closes' }), 60);
    const lunch = week.locator('.lunch-row .day-track');
    await drag(page, lunch, 60);
    const bar = week.getByRole('button', { name: /^Lunch, / });
    await bar.waitFor();
    // By keys: lunch begins earlier, every day begins later, and those who were open are closed at last.
    await week.getByRole('slider', { name: 'Lunch begins, on every day' }).press('ArrowLeft');
    for (const day of weekdays) {
      const named = days[day];
      if (day === 'sat' || day === 'sun')
        await week.getByRole('switch', { name: `${named} is open` }).press('Space');
      await week.getByRole('slider', { name: `${named} opens` }).press('ArrowRight');
      if (day !== 'mon') await week.getByRole('slider', { name: `${named} closes` }).press('ArrowLeft');
      if (day in long) await week.getByRole('button', { name: new RegExp(`^${named}, `) }).press('Delete');
    }
    await week.getByRole('button', { name: 'The week after' }).click();
    await week.getByText('Week 11').waitFor();
    await tab(page, 'Pre-chat form').click();
    await page.getByLabel('FAQ folder').selectOption({ label: 'Delivery' });
    await tab(page, 'ChatBot').click();
    await page.getByLabel('Chatbot CRMScript folder').selectOption('Other');
    await form(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText(/changes? not saved/).waitFor({ state: 'detached' });

    const saved = (await eventsOf(page)).findLast((event) => event.type === 'channel.saved');
    if (saved?.type !== 'channel.saved') throw new Error('Nothing was saved.');
    const { properties, preChatForm, bot } = saved.channel;
    const now = properties.openingHours;
    const before = channelFrom({ id: 1, name: 'Help desk' }).properties.openingHours;
    const same = weekdays.flatMap((day) =>
      (['enabled', 'start', 'stop'] as const).filter(
        (part) => now.days[day][part] === before.days[day][part],
      ),
    );
    expect(same).toEqual([]);
    expect(now).toMatchObject({ enabled: true, timeZone: 'Europe/Oslo', lunch: { enabled: true } });
    expect([now.lunch.start, now.lunch.stop]).not.toContain(before.lunch.start);
    expect([preChatForm.faqFolder, bot.folder]).toEqual([1, 'Other']);

    // A name that nearly has a role is mended by a click, which Undo takes back.
    await go(page, '#/settings/channels/2');
    await page.getByRole('heading', { level: 2, name: 'Web shop' }).waitFor();
    await tab(page, 'ChatBot').click();
    const scripts = page.getByRole('region', { name: 'Scripts of the bot' });
    await scripts.getByRole('button', { name: 'Rename it to “echobot message received”' }).click();
    await scripts.getByText('“echobot message received” was added since: not called yet.').waitFor();
    await page.getByRole('button', { name: /^Undo: “echobot mesage received” is called/ }).click();
    await scripts.getByRole('button', { name: /^Rename it to/ }).waitFor();
  });
});

describe('a conversation', () => {
  it('takes files that are dropped on it, at the desk too, where the contact stays open and templates are inserted; a page of a channel that is gone shows a dead widget', async () => {
    const page = await opens(world, steps);
    const ada = customer(page, 'Ada Berg');
    await dropFile(ada.tile.locator('.widget .messages'), 'bill.pdf', 'content');
    await ada.tile.getByText('bill.pdf').waitFor();
    const kari = agent(page, 'Kari Nord');
    await dropFile(kari.tile.locator('.agent-chat .messages'), 'offer.pdf', 'content');
    await ada.tile.getByText('offer.pdf').waitFor();
    const sent = (await eventsOf(page)).filter(({ type }) => type === 'message.saved');
    expect(sent.map((event) => (event.type === 'message.saved' ? event.author : ''))).toEqual(
      expect.arrayContaining(['Ada Berg', 'Kari Nord']),
    );

    await kari.tile.getByRole('button', { name: 'Insert', exact: true }).click();
    await page.getByRole('button', { name: /^Opening times/ }).click();
    await expect.poll(() => kari.composer.inputValue()).toBe('We are open from eight.');

    await kari.tile.getByRole('button', { name: 'Contact', exact: true }).click();
    const contact = kari.tile.getByRole('region', { name: /Ada Berg/ });
    await contact.waitFor();
    await page.setViewportSize({ width: 1024, height: 600 });
    const [panel, messages] = await Promise.all([
      contact.boundingBox(),
      kari.tile.locator('.agent-chat .messages').boundingBox(),
    ]);
    if (panel === null || messages === null) throw new Error('One of them is not there.');
    const apart = panel.y + panel.height <= messages.y + 1 || panel.x >= messages.x + messages.width - 1;
    expect(apart).toBe(true);
    expect(messages.height).toBeGreaterThan(40);
    await page.reload();
    await kari.tile.getByRole('region', { name: /Ada Berg/ }).waitFor();

    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByText('Through an embed script').click();
    await page
      .getByLabel('Embed script', { exact: true })
      .fill('<script src="chat.js" data-topicId="9" data-title="Old shop"></script>');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await page.getByText('There is no channel 9: it was deleted, or never was.').waitFor();
    await page.getByText('Old shop', { exact: true }).waitFor();
  });
});
