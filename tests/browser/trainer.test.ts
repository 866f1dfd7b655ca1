import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { onlyDownloads, openFile } from '../support/browser/files.ts';
import { agent, customer, isSaved } from '../support/browser/stage.ts';

let app: LaunchedApp;
let elsewhere: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
  elsewhere = await launchApp();
  await app.context.addInitScript(onlyDownloads);
});

afterAll(async () => {
  await app.close();
  await elsewhere.close();
});

/** Presses a button, a link, a tab, a switch or a box, as one does with the mouse, or with keys and nothing else. */
type Press = (target: Locator) => Promise<void>;
const byMouse: Press = (target) => target.click();
const byKeys: Press = async (target) => {
  await expect.poll(() => target.isEnabled()).toBe(true);
  await target.focus();
  await target.press((await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
};

const register = { name: 'tipbot register.crm', mimeType: 'text/plain', buffer: Buffer.from('') };
const received = {
  name: 'tipbot message received.crm',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    'EventData ed = getEventData();\naddChatMessage(ed.getInputValue("chatMessage.sessionId").toInteger(), "A tip", 1, "Tipper", 16, "");',
  ),
};
const audit = { name: 'audit.crm', mimeType: 'text/plain', buffer: Buffer.from('print("seen");') };

/** The trainer who makes a class's setting, and plays it once. */
class Trainer {
  readonly #page: Page;
  readonly #press: Press;

  constructor(page: Page, press: Press) {
    this.#page = page;
    this.#press = press;
  }

  press(target: Locator): Promise<void> {
    return this.#press(target);
  }

  button(name: string | RegExp, within: Page | Locator = this.#page): Promise<void> {
    return this.#press(within.getByRole('button', { name, exact: true }));
  }

  async goTo(section: string): Promise<void> {
    const page = this.#page;
    if (!page.url().includes('#/settings'))
      await this.#press(
        page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Settings' }),
      );
    const kinds = page.getByRole('navigation', { name: 'Kinds of settings' });
    await this.#press(kinds.getByRole('link', { name: new RegExp(`^${section}`) }));
  }

  toStage(): Promise<void> {
    const places = this.#page.getByRole('navigation', { name: 'Places' });
    return this.#press(places.getByRole('link', { name: 'Stage' }));
  }

  get #section(): Locator {
    return this.#page.locator('.settings-section');
  }

  /** Saves the form that is open; nothing in it stood against that. */
  async save(): Promise<void> {
    await this.button('Save', this.#section);
    await this.#page.getByText(/changes? not saved/).waitFor({ state: 'detached' });
  }

  /** Makes a thing of a section: presses what adds one, fills the fields in, saves. */
  async make(section: string, add: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await this.goTo(section);
    await this.button(add, this.#section);
    await fill(this.#section);
    await this.save();
  }

  async tab(name: string): Promise<void> {
    await this.#press(this.#page.getByRole('tab', { name: new RegExp(`^${name}`) }));
  }

  async connect(name: string, channel: string): Promise<void> {
    const page = this.#page;
    await this.button('+ Customer');
    await page.getByLabel('Name (optional)').fill(name);
    await page.getByRole('dialog').getByRole('combobox').selectOption({ label: channel });
    await this.button('Connect');
  }

  /** Fills the form of a customer in, and sends it. */
  async submit(name: string, send: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const { tile } = customer(this.#page, name);
    for (const [field, value] of Object.entries(fields))
      await tile.getByLabel(new RegExp(`^${field}`)).fill(value);
    await this.button(send, tile);
  }

  /** Opens the panel that moves the clock. */
  async openClock(): Promise<Locator> {
    const page = this.#page;
    await this.#press(page.getByRole('group', { name: 'Virtual clock' }).locator('.clock-jump'));
    return page.getByRole('dialog', { name: /Jump/ });
  }
}

/** The next Monday, as the date field takes it. */
function nextMonday(): string {
  const date = new Date();
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7 || 7));
  return date.toISOString().slice(0, 10);
}

async function makeSetting(page: Page, trainer: Trainer): Promise<void> {
  const bots = page.getByRole('navigation', { name: 'Bots' });
  await trainer.button('New folder', bots);
  await page.getByLabel('Name of the folder').fill('Tips');
  await page.keyboard.press('Enter');
  await trainer.button('Settings of folder Tips', bots);
  const dialog = page.getByRole('dialog', { name: 'Settings of folder Tips' });
  await dialog.locator('input[type=file]').setInputFiles([register, received, audit]);
  await bots.getByRole('button', { name: 'tipbot message received' }).waitFor();
  await page.keyboard.press('Escape');

  for (const name of ['Kari Nord', 'Ola Sand'])
    await trainer.make('Agents', 'Agent', (form) => form.getByLabel('Name', { exact: true }).fill(name));

  await trainer.goTo('Channels');
  await trainer.tab('Properties');
  await page.getByLabel('Chat channel').fill('Help desk');
  await trainer.press(page.getByRole('switch', { name: 'Opening hours' }));
  await trainer.tab('Pre-chat form');
  await trainer.press(page.getByRole('switch', { name: 'Enable pre-chat form for anonymous users' }));
  await trainer.save();

  await trainer.press(
    page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'Channel' }),
  );
  await page.getByRole('heading', { level: 2, name: 'New channel' }).waitFor();
  await trainer.tab('Properties');
  await page.getByLabel('Chat channel').fill('Web shop');
  await trainer.tab('Agents');
  await trainer.button('Add all agents');
  await trainer.tab('ChatBot');
  await trainer.press(page.getByRole('switch', { name: 'Enable Chatbot' }));
  await page.getByLabel('Chatbot CRMScript folder').selectOption('Tips');
  await page.getByLabel('Chatbot name').fill('Tipper');
  await trainer.save();

  await trainer.make('FAQ', 'Entry', async (form) => {
    await form.getByLabel('Title').fill('How long does delivery take?');
    await form.getByLabel('Answer').fill('Two days.');
  });
  await trainer.make('Triggers', 'Trigger', async (form) => {
    await form.getByLabel('Script', { exact: true }).selectOption({ label: 'Tips / audit' });
  });
  await trainer.make('Webhooks', 'Webhook', async (form) => {
    await form.getByLabel('Name', { exact: true }).fill('Class hook');
    await form.getByLabel('Target').fill('https://example.com/hook');
  });
  await trainer.make('Quick replies', 'Reply', async (form) => {
    await form.getByLabel('Owner').selectOption({ label: 'Kari Nord' });
    await form.getByLabel('Name', { exact: true }).fill('Wait');
    await form.getByLabel('Text').fill('One moment, please.');
  });
}

async function playClass(page: Page, trainer: Trainer): Promise<void> {
  await trainer.toStage();
  const clock = await trainer.openClock();
  await clock.getByLabel('Date', { exact: true }).fill(nextMonday());
  await clock.getByLabel('Time', { exact: true }).fill('09:00');
  await trainer.button('Jump', clock);
  await page.keyboard.press('Escape');

  for (const name of ['Ada', 'Bo', 'Cy']) {
    await trainer.connect(name, 'Help desk');
    await trainer.submit(name, 'Start chat', { 'E-mail': `${name.toLowerCase()}@example.com` });
    await customer(page, name).hasStatus(4);
  }
  for (const name of ['Dee', 'Eve']) await trainer.connect(name, 'Web shop');
  const eve = customer(page, 'Eve');
  await eve.says('a tip, please');
  await eve.sees('A tip');

  // Nobody takes the three for ten minutes.
  const later = await trainer.openClock();
  await trainer.button(/^\+10 min/, later);
  await trainer.button('Jump', later);
  await page.keyboard.press('Escape');
  await page.getByRole('img', { name: 'Unanswered for too long' }).first().waitFor();

  const agents = page.getByRole('listbox', { name: 'Agents' });
  const at = async (name: string) => {
    const row = agents.getByRole('option', { name: new RegExp(`^${name}`) });
    if ((await row.count()) > 0) await row.click();
    return agent(page, name).tile;
  };
  const see = async (name: string) => {
    const row = page
      .getByRole('listbox', { name: 'Customers' })
      .getByRole('option', { name: new RegExp(`^${name}`) });
    if ((await row.count()) > 0) await row.click();
    return customer(page, name);
  };
  const kari = await at('Kari Nord');
  await trainer.button(/^Get next in queue/, kari);
  await agent(page, 'Kari Nord').says('Hello, this is Kari');
  await (await see('Ada')).sees('Hello, this is Kari');
  for (const answer of ['Reject transfer', 'Accept transfer']) {
    await trainer.button('Transfer', await at('Kari Nord'));
    await trainer.press(page.getByRole('menuitem', { name: 'Transfer to Ola Sand' }));
    await trainer.button(answer, await at('Ola Sand'));
  }
  await at('Ola Sand');
  await agent(page, 'Ola Sand').says('I am Ola, I take over');
  await (await see('Ada')).sees('I am Ola, I take over');

  const friday = await trainer.openClock();
  await trainer.button(/last minute of the week/, friday);
  await trainer.button('Jump', friday);
  await page.keyboard.press('Escape');
  await page
    .getByText(/15:59:\d\d/)
    .first()
    .waitFor();
  await trainer.connect('Finn', 'Help desk');
  await customer(page, 'Finn').hasStatus(1);
  const closing = await trainer.openClock();
  await trainer.button(/^\+10 min/, closing);
  await trainer.button('Jump', closing);
  await page.keyboard.press('Escape');
  await trainer.connect('Gro', 'Help desk');
  await customer(page, 'Gro').hasStatus(3);
  await trainer.submit('Gro', 'Send request', { 'E-mail': 'gro@example.com', Question: 'Where is it?' });
  await page.getByText(/^Your request has number \d+\.$/).waitFor();
}

/** Saves the setting as a file, and gives its text. */
async function saveSetting(page: Page, trainer: Trainer): Promise<string> {
  await trainer.button('Save this rehearsal');
  const dialog = page.getByRole('dialog', { name: 'Save this rehearsal' });
  await trainer.press(dialog.getByRole('checkbox', { name: 'The conversation' }));
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Monday class');
  const downloading = page.waitForEvent('download');
  await trainer.button('Save', dialog);
  let text = '';
  for await (const piece of await (await downloading).createReadStream()) text += String(piece);
  return text;
}

describe('a trainer', () => {
  it.each([
    ['by mouse', byMouse],
    ['by keyboard', byKeys],
  ])(
    'makes a class’s setting from nothing %s, plays it once, and gives it away as a file',
    async (_, press) => {
      const page = await app.open('#/workspaces');
      await isSaved(page);
      const trainer = new Trainer(page, press);
      await trainer.button('New workspace');
      await page.getByRole('region', { name: 'Agents' }).waitFor();

      await makeSetting(page, trainer);
      await playClass(page, trainer);
      const text = await saveSetting(page, trainer);

      const other = await elsewhere.open();
      await isSaved(other);
      await openFile(other, 'Monday class.rehearsal.json', text);
      await other.getByRole('dialog').getByRole('button', { name: /^Open/ }).click();
      await other.getByRole('button', { name: /^Workspace: Monday class/ }).waitFor();
      await other.goto(other.url().replace(/(#.*)?$/, '#/settings/webhooks'));
      await other.getByRole('link', { name: /Class hook/ }).waitFor();
      const { world, steps } = JSON.parse(text) as { world: Record<string, unknown[]>; steps: unknown[] };
      expect(steps).toEqual([]);
      expect(
        ['channels', 'agents', 'triggers', 'webhooks', 'quickReplies'].map((kind) => world[kind]?.length),
      ).toEqual([2, 3, 1, 1, 1]);
      // Both apps are in one browser, so each sees the other's requests.
      const { errors, policyViolations } = app.complaints;
      expect({ errors, policyViolations }).toEqual({ errors: [], policyViolations: [] });
      await other.close();
      await page.close();
    },
  );
});
