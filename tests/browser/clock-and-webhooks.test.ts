import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WorldFile } from '../../src/engine/definition.ts';
import type { ScenarioStep } from '../../src/scenario/format.ts';
import { eventsOf, onePage } from '../support/browser/one-page.ts';
import { customer, openTab } from '../support/browser/stage.ts';

/** A channel with hours in Oslo, a trigger that blocks, a webhook whose target fails, then is gone, then answers. */
const world: WorldFile = {
  startsAt: '2026-03-02T09:04:00Z',
  agents: [{ id: 1, name: 'Kari Nord', present: true }],
  channels: [
    {
      id: 1,
      name: 'Help desk',
      properties: { openingHours: { enabled: true, timeZone: 'Europe/Oslo', lunch: { enabled: true } } },
      members: [{ agent: 1, canRespond: true, notifications: true }],
    },
  ],
  folders: [
    {
      name: 'Triggers',
      scripts: [
        {
          id: 1,
          name: 'no bad words',
          source:
            'EventData event = getEventData();\nif (event.getInputValue("chatMessage.message") == "bad") {\n  event.setBlockExecution(true);\n  event.setMessage("We do not say that.");\n}\n',
        },
      ],
    },
  ],
  triggers: [{ id: 1, event: 402, script: 1 }],
  webhooks: [
    {
      id: 1,
      name: 'CRM log',
      url: "https://hook.example/it's",
      events: ['chatsession.message'],
      secret: 'workshop-secret',
      responses: [500, 410, 200],
    },
  ],
};
const steps: readonly ScenarioStep[] = [
  { input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada Berg' } } },
];

const { opens } = onePage();
let page: Page;

beforeEach(async () => {
  page = await opens(world, steps);
  await customer(page, 'Ada Berg').tile.waitFor();
  await page.getByRole('button', { name: 'Pause the clock' }).click();
});

const openJump = () => page.getByTitle('Jump to…').click();
const panel = () => page.getByRole('dialog', { name: 'Jump to…' });
const jumps = () => panel().getByRole('button', { name: 'Jump', exact: true });
const clock = () => page.locator('.clock-time').getAttribute('datetime');
const isAt = (instant: string) => expect.poll(clock).toBe(instant);

describe('webhooks and triggers', () => {
  it('show what was sent, why, and what came of it; one that was stopped is reset and sends again', async () => {
    await customer(page, 'Ada Berg').says('hello');
    const tab = await openTab(page, 'Webhooks');
    await tab.getByText('Real delivery is off').waitFor();
    const details = tab.getByRole('article', { name: 'CRM log: chatsession.message' });
    await details.getByText('Attempt 1: answered 500').waitFor();
    await details.getByText('Attempt 2 is due').waitFor();
    await details.getByRole('button', { name: 'Ada Berg wrote “hello”' }).waitFor();
    await details.getByText('"Event": "chatsession.message"').waitFor();
    await details.getByRole('button', { name: 'Raw' }).click();
    await details.getByText('"Event":"chatsession.message"').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await details.getByRole('button', { name: 'Copy as curl' }).click();
    await details.getByText('Copied').waitFor();
    const curl = await page.evaluate(() => navigator.clipboard.readText());
    expect(curl).toContain(`curl -X POST 'https://hook.example/it'\\''s'`);
    expect(curl).toMatch(/-H 'X-SuperOffice-Signature: [A-Za-z0-9+/]{43}='/);

    await page.getByRole('button', { name: /^Next: webhook in/ }).click();
    const states = tab.getByRole('list', { name: 'Webhooks' });
    await states.getByText('Too many errors').waitFor();
    await expect
      .poll(() => details.getByRole('button', { name: 'Resend' }).getAttribute('aria-disabled'))
      .toBe('true');
    await states.getByRole('button', { name: 'Reset' }).click();
    await states.getByText('Active', { exact: true }).waitFor();
    await details.getByRole('button', { name: 'Resend' }).click();
    await tab.getByText('chatsession.message again').click();
    await tab.getByText('Somebody had it sent again.').waitFor();
    await tab.getByText('Attempt 1: answered 200').waitFor();

    await customer(page, 'Ada Berg').sends('bad');
    await tab
      .getByRole('list', { name: 'What ran and what was sent' })
      .getByRole('button', { name: /Trigger 402.*blocked/ })
      .click();
    await tab.getByText('It blocked the message: We do not say that.').waitFor();
  });
});

describe('the clock', () => {
  it('jumps to what is due, to a minute before closing, and over closing time, never back', async () => {
    await openJump();
    const due = panel().getByRole('region', { name: 'What is due' });
    await due.getByRole('button', { name: /Warning: Ada Berg waits for somebody \(to agents\)/ }).click();
    await isAt('2026-03-02T09:06:00.000Z');

    await openJump();
    await panel().getByRole('textbox', { name: 'Time' }).fill('09:00:00');
    await panel()
      .getByText(/^That is past: the clock stands at/)
      .waitFor();
    await expect.poll(() => jumps().isDisabled()).toBe(true);
    await panel().getByRole('button', { name: 'Fri 15:59' }).click();
    await expect.poll(() => panel().getByRole('textbox', { name: 'Time' }).inputValue()).toMatch(/^15:59/);
    await panel()
      .getByRole('radio', { name: /^Only what waits now/ })
      .check();
    await jumps().click();
    await isAt('2026-03-06T14:59:00.000Z');

    await openJump();
    await panel().getByRole('button', { name: 'Fri 16:00' }).click();
    await panel()
      .getByText(/Help desk is closed then/)
      .waitFor();
    await jumps().press('Enter');
    await isAt('2026-03-06T15:00:00.000Z');
    const events = await eventsOf(page);
    expect(events.filter(({ type }) => type === 'timers.held')).toHaveLength(1);
  });
});
