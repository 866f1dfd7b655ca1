import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { connects, onMessage, supportWorld, type Setting } from '../support/browser/sample.ts';
import { agent, customer, openTab, showPane, standsAt, writeScript } from '../support/browser/stage.ts';

const { opens } = onePage();

const kari = { id: 1, name: 'Kari Nord', firstName: 'Kari', present: true };
const ola = { id: 2, name: 'Ola Sand', firstName: 'Ola', present: true };

/** A wide window, unless another size is wanted. */
async function open(
  setting: Setting,
  customers: readonly string[],
  size = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await opens(supportWorld(setting), customers.map(connects));
  await page.setViewportSize(size);
  return page;
}

const plain = { preChatForm: { enabled: false } };

describe('the desk of an agent', () => {
  it.each([
    ['the first of them', [kari, { ...ola, present: false }], 'Kari Nord'],
    ['the last of them', [{ ...kari, present: false }, ola], 'Ola Sand'],
  ])('is whole in sight at 1024 pixels for the one who is present, %s', async (_, agents, name) => {
    const page = await open({ agents }, ['Ada'], { width: 1024, height: 768 });
    const { tile } = agent(page, name);

    await expect
      .poll(() =>
        tile.evaluate((element) => {
          const [own, pane] = [element, element.closest('.tiles') ?? element].map((one) =>
            one.getBoundingClientRect(),
          );
          return (own?.left ?? -1) >= (pane?.left ?? 0) && (own?.right ?? Infinity) <= (pane?.right ?? 0) + 1;
        }),
      )
      .toBe(true);
  });

  it('takes back a refusal as soon as it is not so any more', async () => {
    const page = await open({ channel: plain }, []);
    const { tile } = agent(page, 'Kari Nord');
    await tile.getByRole('button', { name: 'Get next in queue (0)' }).click();
    await tile.getByRole('alert').waitFor();

    await page.getByRole('button', { name: '+ Customer' }).click();
    await page.getByRole('button', { name: 'Connect', exact: true }).click();

    await tile.getByRole('button', { name: 'Get next in queue (1)' }).waitFor();
    await tile.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('tells chats that are listened to from its own, and says which request was made', async () => {
    const page = await open({ channel: plain, agents: [kari, ola] }, ['Ada']);
    const [karis, olas] = [agent(page, 'Kari Nord').tile, agent(page, 'Ola Sand').tile];
    await karis.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await olas.getByRole('tab', { name: /^Dashboard/ }).click();
    await olas.getByRole('button', { name: 'More for Ada' }).click();
    await page.getByRole('menuitem', { name: 'Listen in' }).click();

    await olas.getByRole('listitem').getByText('listening', { exact: true }).waitFor();
    expect(await karis.getByRole('listitem').getByText('listening').count()).toBe(0);
    await karis.getByRole('button', { name: 'Create request' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await karis.getByText('Request 1 made').waitFor();
  });
});

describe('a customer', () => {
  it('whose script fails has a mark that leads to the cause and to the line', async () => {
    const page = await open(
      {
        bot: {
          'message received': onMessage(
            'String none;\nif (text == "bad") addChatMessage(session, 7, 1, "Eko", 16, "");',
          ),
        },
        channel: plain,
      },
      ['Ada'],
    );
    const ada = customer(page, 'Ada');
    expect(await ada.tile.getByRole('button', { name: /^Script failed: / }).count()).toBe(0);

    await ada.says('bad');

    const why = page.getByRole('region', { name: 'Why?' });
    await why.getByText(/^failed at line \d+$/).waitFor();
    await ada.tile.getByRole('button', { name: /^Script failed: / }).click();
    await why.getByRole('button', { name: /message received, line \d+/ }).click();
    await page.getByRole('textbox', { name: 'Source of testbot message received' }).waitFor();
  });

  it('who comes back to an ended chat and closes it gets the form again, and no line to write on', async () => {
    const page = await open({ channel: { ...plain, postChatForm: { enabled: true } } }, ['Ada']);
    const ada = customer(page, 'Ada');
    const { tile: desk } = agent(page, 'Kari Nord');
    await desk.getByRole('button', { name: 'Get next in queue (1)' }).click();
    await desk.getByRole('button', { name: 'End chat' }).click();
    await ada.tile.getByRole('button', { name: 'Return to chat' }).click();
    await ada.says('one more thing');
    await standsAt(page, 5);

    await ada.tile.getByRole('button', { name: 'More for Ada' }).click();
    await page.getByRole('menuitem', { name: /^Close chat window/ }).click();

    await ada.hasStatus(7);
    await ada.tile.getByRole('button', { name: 'Return to chat' }).waitFor();
    expect(await ada.composer.count()).toBe(0);
  });
});

describe('the timeline on a phone', () => {
  it('opens at the newest event, and keeps its place while another pane is shown', async () => {
    const page = await open(
      { channel: plain },
      Array.from({ length: 30 }, (_, index) => `Customer ${String(index)}`),
      { width: 390, height: 500 },
    );
    const rows = page.locator('.timeline-rows');
    const left = () =>
      rows.evaluate((box) => Math.round(box.scrollHeight - box.clientHeight - box.scrollTop));

    await showPane(page, 'Timeline');

    expect(await rows.evaluate((box) => box.scrollHeight > box.clientHeight + 100)).toBe(true);
    await expect.poll(left).toBeLessThan(3);
    await rows.evaluate((box) => {
      box.scrollTop = 40;
    });
    await page.getByRole('button', { name: 'Newest' }).waitFor();
    await showPane(page, 'Customers');
    await showPane(page, 'Timeline');
    await expect.poll(() => rows.evaluate((box) => box.scrollTop)).toBe(40);
  });
});

describe('in forced colours', () => {
  it('what is selected, open or pressed has an outline', async () => {
    const page = await opens();
    await page.emulateMedia({ forcedColors: 'active' });
    const only = page.getByRole('group', { name: 'Show only' });
    await only.getByRole('button', { name: 'Customer' }).click();
    await page.getByRole('tree', { name: 'Timeline' }).press('ArrowUp');

    for (const selected of [
      '.event-row.selected',
      '.customer-tile.selected',
      '.script-name.selected',
      '.agent-tile [aria-selected="true"]',
      '.filter [aria-pressed="true"]',
    ]) {
      const found = page.locator(selected).first();
      await found.waitFor();
      const { style, width } = await found.evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { style: outlineStyle, width: parseFloat(outlineWidth) };
      });
      expect([selected, style, width >= 2]).toEqual([selected, 'solid', true]);
    }
  });
});

describe('the editor', () => {
  const name = 'echobot message received';
  const lines = Array.from({ length: 200 }, (_, index) => `// line ${String(index + 1)}`).join('\n');

  it('is as it was left when another tab was open: its place, its cursor, and what can be undone', async () => {
    const page = await opens();
    await writeScript(page, name, lines);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('zzz');
    const scroller = page.locator('.cm-scroller');
    await scroller.evaluate((box) => {
      box.scrollTop = 900;
    });
    await expect.poll(() => scroller.evaluate((box) => box.scrollTop)).toBe(900);

    await openTab(page, 'Problems');
    await openTab(page, 'Script');

    await expect.poll(() => scroller.evaluate((box) => Math.abs(box.scrollTop - 900) < 20)).toBe(true);
    await page.getByRole('textbox', { name: `Source of ${name}` }).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.getByText('// line 1', { exact: true }).waitFor();
  });

  it('lets what is selected be typed over without a complaint of the policy', async () => {
    const page = await opens();
    await writeScript(page, name, 'String a = "one";\nprint(a);');
    await page.keyboard.press('ControlOrMeta+a');

    await page.keyboard.type('f');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.type('(');

    await expect.poll(() => page.locator('.cm-content').innerText()).toBe('(f)');
  });
});
