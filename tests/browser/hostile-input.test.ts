import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { connects, onMessage, onSession, supportWorld } from '../support/browser/sample.ts';
import { agent, customer, queue } from '../support/browser/stage.ts';

const { opens } = onePage();

const image = '<img src=x onerror="document.title=\'broken in\'">';
const hostile = [
  image,
  '<script>document.title="broken in"</script>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
  '"><iframe src="https://evil.example/"></iframe>',
  '{{constructor.constructor("alert(1)")()}}',
  '\u202Egnp.exe\u202C %s %n \u0000 __proto__',
];

/** What must not be on the page, however it is nested. */
const foreignElements = (page: Page) =>
  page.locator(
    // The mark of the app in the rail is its own.
    'img:not(.rail-mark), iframe, script:not([type=module]), object, embed, [onerror], [onload], a[href^="javascript" i]',
  );

async function isUnharmed(page: Page): Promise<void> {
  await expect.poll(() => foreignElements(page).count()).toBe(0);
  expect(await page.title()).not.toContain('broken in');
}

describe('what somebody writes', () => {
  it('is shown as it was written, in the widget and at the desk', async () => {
    const page = await opens(supportWorld({}), [
      connects('Ada'),
      { input: { type: 'agent.picksUpNext', agent: 1 } },
    ]);
    const ada = customer(page, 'Ada');
    const kari = agent(page, 'Kari Nord');

    for (const text of hostile) await ada.says(text);
    for (const text of hostile) await kari.says(text);

    await expect.poll(async () => (await kari.messages()).length).toBe(2 * hostile.length);
    for (const text of hostile) {
      expect((await ada.messages()).filter((said) => said === text)).toHaveLength(2);
      expect((await kari.messages()).filter((said) => said === text)).toHaveLength(2);
    }
    await isUnharmed(page);
  });

  it('as a name is a name', async () => {
    const page = await opens();

    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByRole('textbox', { name: 'Name (optional)' }).fill(image);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('button', { name: '+ Agent' }).click();
    await page.getByRole('textbox', { name: 'Name of the agent' }).fill(image);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'New folder' }).click();
    await page.getByRole('textbox', { name: 'Name of the folder' }).fill(image);
    await page.getByRole('button', { name: 'Add', exact: true }).click();

    await customer(page, image).tile.getByRole('heading', { name: image }).waitFor();
    await agent(page, image).tile.getByRole('heading', { name: image }).waitFor();
    await customer(page, image).says('human');
    await queue(page).getByText(image).waitFor();
    await isUnharmed(page);
  });

  it('that is too long is kept, and refused in words when it is sent', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    const text = 'x'.repeat(1_048_576);

    await ada.composer.click();
    await page.keyboard.insertText(text);
    await ada.tile.getByText('Longer than 32,768 characters').waitFor();
    await ada.composer.press('Enter');

    const refusal = ada.tile.getByRole('alert');
    await refusal.waitFor();
    await expect
      .poll(() => refusal.innerText())
      .toContain('The message has 1048576 characters; the most is 32768.');
    await expect.poll(() => ada.composer.inputValue()).toBe(text);
    await ada.composer.fill('short');
    await ada.composer.press('Enter');
    await ada.sees('Echo: short');
  });
});

describe('what a bot writes', () => {
  const bot = {
    'session created': onSession(
      'addChatMessage(session, "<a href=\\"javascript:alert(1)\\">click me</a> <a href=\\"https://example.com/x\\">good</a> ' +
        '<b>bold</b> <img src=\\"https://evil.example/a.png\\" onerror=\\"alert(1)\\"> ' +
        '<iframe src=\\"https://evil.example\\"></iframe>", 1, "<i>Eko</i>", 16, "");\n' +
        'addChatMessage(session, "Which?", 1, "Eko", 17, "[\\"<b>A</b>\\",\\"<img src=x onerror=alert(1)>\\"]");',
    ),
    'message received': onMessage('addChatMessage(session, "You chose " + text, 1, "Eko", 16, "");'),
  };

  it('keeps the allowed tags and links, and nothing that runs or loads', async () => {
    const page = await opens(supportWorld({ bot }), [connects('Ada')]);
    const { tile, sees } = customer(page, 'Ada');

    await tile.getByText('click me').waitFor();
    await expect.poll(() => tile.getByRole('link').allInnerTexts()).toEqual(['good']);
    await expect.poll(() => tile.getByRole('link').getAttribute('rel')).toContain('noopener');
    await tile.getByText('(example.com)').waitFor();
    await expect.poll(() => tile.locator('.rich b').allInnerTexts()).toEqual(['bold']);
    await tile.getByText(/<i>Eko<\/i>/).waitFor();
    await isUnharmed(page);

    const options = tile.getByRole('group', { name: 'Options' }).getByRole('button');
    await expect.poll(() => options.allInnerTexts()).toEqual(['<b>A</b>', '<img src=x onerror=alert(1)>']);
    await options.last().click();
    await sees('<img src=x onerror=alert(1)>');
    await isUnharmed(page);
  });
});
