import { describe, expect, it } from 'vitest';
import { eventsOf, onePage } from '../support/browser/one-page.ts';
import { connects, onMessage, onSession, supportWorld } from '../support/browser/sample.ts';
import { agent, customer, queue, standsAt } from '../support/browser/stage.ts';

const { opens } = onePage();

describe('a customer of the web shop', () => {
  async function openAsBob() {
    const page = await opens();
    const bob = customer(page, 'Bob Lind');
    await bob.tile.getByText('Tell us who you are.').click();
    return { page, bob };
  }

  it('goes from the form to the FAQ, the queue and the bot; diagram and widget show each status', async () => {
    const { page, bob } = await openAsBob();
    await standsAt(page, 1);

    await bob.tile.getByRole('button', { name: 'Start chat' }).click();
    await bob.hasStatus(2);
    await standsAt(page, 2);
    await bob.tile.getByText('What is your question? We may have the answer already.').waitFor();

    await bob.says('When will my parcel arrive?');
    await bob.tile.getByText('How long does delivery take?').waitFor();
    await bob.tile.getByText('Was this helpful?').waitFor();
    await bob.tile.getByRole('button', { name: 'No', exact: true }).click();

    await bob.sees('Welcome! I am Eko Two, your turn.');
    await bob.hasStatus(6);
    await standsAt(page, 6);
    const changes = (await eventsOf(page)).flatMap((event) =>
      event.type === 'session.statusChanged' && event.session === 2 ? [[event.from, event.to]] : [],
    );
    expect(changes).toEqual([
      [1, 2],
      [2, 4],
      [4, 6],
    ]);
    for (const status of [1, 2, 4]) {
      await page.locator(`.diagram [data-node="${String(status)}"].visited`).waitFor();
    }
    await bob.says('hi');
    await bob.sees('Echo: hi');
  });

  it('who comes from a page with the embed script finds the form filled in, and not skipped (T-96)', async () => {
    const page = await opens();
    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByText('Through an embed script').click();
    await page
      .getByLabel('Embed script', { exact: true })
      .fill(
        '<script src="chat.js" data-topicId="2" data-customerName="url:n" data-customerEmail="cookie:mail">',
      );
    await page.getByLabel('Address of the page').fill('https://shop.example/?n=Cleo&x=1');
    await page.getByLabel(/^Cookies and variables/).fill('mail = cleo@example.com');
    await page.getByRole('button', { name: 'Connect' }).click();

    const cleo = customer(page, 'Cleo');
    await cleo.hasStatus(1);
    await expect.poll(() => cleo.tile.getByLabel('Name').inputValue()).toBe('Cleo');
    await expect.poll(() => cleo.tile.getByLabel('E-mail').inputValue()).toBe('cleo@example.com');
  });

  it('who found the answer in the FAQ is done', async () => {
    const { page, bob } = await openAsBob();
    await bob.tile.getByRole('button', { name: 'Start chat' }).click();
    await bob.says('Can I send a thing back?');

    await bob.tile.getByRole('button', { name: 'Yes', exact: true }).click();

    await bob.hasStatus(7);
    await standsAt(page, 7);
    expect((await eventsOf(page)).some((event) => event.type === 'script.failed')).toBe(false);
  });

  it('is told which field of the form is missing, and keeps what was typed', async () => {
    const { bob } = await openAsBob();
    const email = bob.tile.getByRole('textbox', { name: /^E-mail/ });

    await email.fill('nowhere');
    await bob.tile.getByRole('button', { name: 'Start chat' }).click();

    await bob.tile.getByText('That does not look like an e-mail address').waitFor();
    await expect.poll(() => email.inputValue()).toBe('nowhere');
    await bob.hasStatus(1);
  });
});

describe('the form after the chat', () => {
  async function openAtTheEnd() {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.sends('quit');
    await ada.hasStatus(7);
    await ada.tile.getByText('How many stars do we get?').waitFor();
    return { page, ada };
  }

  it('takes a rating and sends the transcript', async () => {
    const { page, ada } = await openAtTheEnd();

    await ada.tile.getByTitle('4 stars').click();
    await ada.tile.getByRole('checkbox', { name: 'Send me the conversation by e-mail' }).check();
    await expect
      .poll(() => ada.tile.getByRole('textbox', { name: 'E-mail' }).inputValue())
      .toBe('ada@example.com');
    await ada.tile.getByRole('button', { name: 'Send', exact: true }).click();

    await ada.hasStatus(9);
    const events = await eventsOf(page);
    expect(events).toContainEqual(expect.objectContaining({ type: 'session.rated', rating: 4 }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'transcript.made' }));
  });

  it('lets the customer return to the chat, which changes nothing but what they see, now and later (T-59)', async () => {
    const { page, ada } = await openAtTheEnd();
    const before = (await eventsOf(page)).length;

    await ada.tile.getByRole('button', { name: 'Return to chat' }).click();

    await ada.sees('Thank you for the chat. Bye!');
    await ada.composer.waitFor();
    await ada.hasStatus(7);
    const since = (await eventsOf(page)).slice(before).map(({ type }) => type);
    expect(since).toEqual(['clock.advanced', 'customer.returned']);
    await page.reload();
    await ada.composer.waitFor();
    await ada.hasStatus(7);
  });

  it('after which a message takes the chat up again', async () => {
    const { ada } = await openAtTheEnd();
    await ada.tile.getByRole('button', { name: 'Return to chat' }).click();

    await ada.says('One more thing');

    await ada.sees('One more thing');
    await ada.tile.locator('.tile-head [data-status="7"]').waitFor({ state: 'detached' });
  });
});

describe('when nobody is there', () => {
  it('the customer leaves a request and is told its number', async () => {
    const agents = [{ id: 1, name: 'Kari Nord', present: false }];
    const offlineForm = { header: 'Nobody is here', requests: { enabled: true } };
    const page = await opens(supportWorld({ agents, channel: { offlineForm } }), [connects('Ada')]);
    const ada = customer(page, 'Ada');
    await ada.hasStatus(3);
    await ada.tile.getByText('Nobody is here').waitFor();

    await ada.tile.getByRole('textbox', { name: /^E-mail/ }).fill('ada@example.com');
    await ada.tile.getByRole('textbox', { name: /^Question/ }).fill('Where is my parcel?');
    await ada.tile.getByRole('button', { name: 'Send request' }).click();

    await ada.hasStatus(10);
    await standsAt(page, 10);
    const created = (await eventsOf(page)).find((event) => event.type === 'request.created');
    await ada.tile.getByText(`Your request has number ${String(created?.request)}.`).waitFor();
  });
});

describe('a bot’s message', () => {
  const choice = onSession('addChatMessage(session, "Which one?", 1, "Eko", 17, "[\\"A\\",\\"B\\"]");');
  const chosen = onMessage('addChatMessage(session, "You chose " + text, 1, "Eko", 16, "");');

  it('with options shows buttons, and a click on one sends its label to the bot (T-81)', async () => {
    const bot = { 'session created': choice, 'message received': chosen };
    const page = await opens(supportWorld({ bot }), [connects('Ada')]);
    const ada = customer(page, 'Ada');
    const options = ada.tile.getByRole('group', { name: 'Options' }).getByRole('button');
    await options.first().waitFor();
    await expect.poll(() => options.allInnerTexts()).toEqual(['A', 'B']);

    await ada.tile.getByRole('button', { name: 'A', exact: true }).click();

    await ada.sees('You chose A');
    expect(await ada.messages()).toEqual(['Which one?', 'A', 'You chose A']);
    for (const button of await options.all()) expect(await button.isDisabled()).toBe(true);
    expect(await eventsOf(page)).toContainEqual(
      expect.objectContaining({ type: 'message.saved', text: 'A', specialType: 15 }),
    );
  });

  it('that is delayed is hidden until it is due; the clock can be moved there (T-82)', async () => {
    const later = onMessage(
      'addChatMessage(session, "Sorry for the wait", 1, "Eko", 16, "showAt=2026-03-02 12:00:00");',
    );
    const page = await opens(supportWorld({ bot: { 'message received': later } }), [connects('Ada')]);
    const ada = customer(page, 'Ada');

    await ada.says('hello');
    await ada.hasStatus(6);
    await ada.tile.getByRole('status', { name: /is typing/ }).waitFor();
    expect(await ada.messages()).toEqual(['hello']);
    await page.getByRole('button', { name: /^Next: message in/ }).click();

    await ada.sees('Sorry for the wait');
    await page.getByRole('button', { name: 'Next timer', disabled: true }).waitFor();
  });
});

describe('the queue', () => {
  it('tells each customer the place and the usual wait (T-93)', async () => {
    const queueText = { enabled: true, text: 'You are number {cque}, wait {cavw}' };
    const waits = [connects('Zoe'), { at: '+90s', input: { type: 'agent.picksUpNext', agent: 1 } }] as const;
    const page = await opens(supportWorld({ channel: { layout: { queueText } } }), [
      ...waits,
      connects('Ada'),
      connects('Bob'),
      connects('Cleo'),
    ]);

    const people = page.getByRole('listbox', { name: 'Customers' });
    await people.getByRole('option', { name: /Cleo/ }).click();
    await customer(page, 'Cleo').tile.getByText('You are number 3, wait 00:01').waitFor();
    await people.getByRole('option', { name: /Ada/ }).click();
    await customer(page, 'Ada').tile.getByText('You are number 1, wait 00:01').waitFor();
    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'Get next in queue (3)' }).click();

    await people.getByRole('option', { name: /Cleo/ }).click();
    await customer(page, 'Cleo').tile.getByText('You are number 2, wait 00:00').waitFor();
    const rows = queue(page).getByRole('button');
    await rows.nth(1).waitFor();
    expect((await rows.allInnerTexts()).map((text) => text.split('\n').slice(0, 2))).toEqual([
      ['1', 'Bob'],
      ['2', 'Cleo'],
    ]);
  });
});

describe('a customer who waits or talks', () => {
  it('opens the chat by the badge of the channel, and sends a file; of a type that is not allowed the chat tells (rulings 24)', async () => {
    const page = await opens(supportWorld({ channel: { properties: { badgeHeader: 'Ask us' } } }));
    await page.getByRole('button', { name: 'Ask us: Support' }).click();
    const one = customer(page, 'Customer 1');
    await one.hasStatus(4);
    await one.tile.getByRole('button', { name: 'Send a file' }).click();
    await page.getByLabel('Choose a file…').setInputFiles({
      name: 'receipt.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    });
    await expect.poll(() => page.getByLabel('Name of the file').inputValue()).toBe('receipt.pdf');
    await expect.poll(() => page.getByLabel('Size in bytes').inputValue()).toBe('4');
    await page.getByRole('button', { name: 'Send it' }).click();
    await one.sees('receipt.pdf');

    await one.tile.getByRole('button', { name: 'Send a file' }).click();
    await page.getByLabel('Name of the file').fill('virus.exe');
    await page.getByLabel('Name of the file').press('Enter');
    await one.tile.getByText(/Files of this type are not allowed: virus\.exe/).waitFor();
    expect(await eventsOf(page)).toContainEqual(
      expect.objectContaining({ type: 'message.saved', specialType: 18, specialParam: 'virus.exe' }),
    );
  });

  it('has a window of its own, which shows the same chat and nothing else, and goes on with the next one', async () => {
    const page = await opens(supportWorld({}), [connects('Ada')]);
    const ada = customer(page, 'Ada');
    await ada.tile.getByRole('button', { name: 'More for Ada' }).click();
    const coming = page.context().waitForEvent('page');
    await page.getByRole('menuitem', { name: 'Open in a window of its own' }).click();
    const own = await coming;
    const line = own.getByRole('textbox', { name: 'Message from Ada' });
    await line.fill('From my own window');
    await line.press('Enter');
    await ada.sees('From my own window');
    expect(await own.getByRole('navigation').count()).toBe(0);
    await expect.poll(() => own.title()).toBe('Ada · Support');

    await own.getByRole('button', { name: 'Leave the chat' }).click();
    await own.getByRole('button', { name: 'Start new chat' }).click();
    await line.waitFor();
    expect(own.url()).toContain('#/widget/2/');
    await own.reload();
    await line.waitFor();
    await own.close();
    await page.bringToFront();
    await page.goto(page.url().split('#')[0] ?? '');
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
  });
});

describe('the header', () => {
  it('shows the agent once one has answered, and not before (T-97)', async () => {
    const layout = { showAgentPhoto: true, agentFirstNameOnly: true, header: 'Help desk' };
    const page = await opens(supportWorld({ channel: { layout } }), [connects('Ada')]);
    const { tile } = customer(page, 'Ada');
    await tile.getByText('Help desk').waitFor();

    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'Get next in queue (1)' }).click();

    await tile.getByText('Kari', { exact: true }).waitFor();
    expect(await tile.getByText('Help desk').count()).toBe(0);
  });

  it('minimises the chat to the badge of its channel, and leaves it', async () => {
    const properties = { badgeHeader: 'Ask us' };
    const page = await opens(supportWorld({ channel: { properties } }), [connects('Ada')]);
    const ada = customer(page, 'Ada');
    await ada.composer.fill('Half a');

    await ada.tile.getByRole('button', { name: 'Minimise' }).click();
    const badge = ada.tile.getByRole('button', { name: 'Open the chat of Ada' });
    await expect.poll(() => badge.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => badge.innerText()).toBe('Ask us');
    expect(await ada.composer.count()).toBe(0);
    await badge.press('Enter');
    await expect.poll(() => ada.composer.inputValue()).toBe('Half a');

    await ada.tile.getByRole('button', { name: 'Leave the chat' }).click();
    await ada.hasStatus(11);
    await ada.tile.getByRole('button', { name: 'Leave the chat' }).waitFor({ state: 'detached' });
  });
});
