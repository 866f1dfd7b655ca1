import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { logOf, onePage } from '../support/browser/one-page.ts';
import { faultsOf, whole } from '../support/browser/log.ts';
import { customer, isEmpty, openTab, writeScript } from '../support/browser/stage.ts';
import { connects, onMessage, supportWorld } from '../support/browser/sample.ts';

const { opens } = onePage();

/** Types the texts and sends each with Enter, without waiting for anything. */
const rattles = (composer: Locator, texts: readonly string[]): Promise<void> =>
  composer.evaluate((element, all) => {
    const box = element as HTMLTextAreaElement;
    for (const text of all) {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    }
  }, texts);

describe('somebody who writes faster than it is saved', () => {
  it('sends each text as a message of its own, in order', async () => {
    const page = await opens(supportWorld({ channel: { preChatForm: { enabled: false } } }), [
      connects('Ada'),
    ]);
    const ada = customer(page, 'Ada');
    const texts = Array.from({ length: 40 }, (_, n) => `msg ${String(n)}`);

    await rattles(ada.composer, texts);
    await isEmpty(ada.composer);

    const log = await logOf(page);
    const written = log.inputs.flatMap(({ input }) => (input.type === 'customer.writes' ? [input.text] : []));
    expect(written).toEqual(texts);
    expect(faultsOf(log)).toEqual(whole);
  });

  it('keeps in its place what is too long to be sent, and is told why', async () => {
    const page = await opens(supportWorld({ channel: { preChatForm: { enabled: false } } }), [
      connects('Ada'),
    ]);
    const ada = customer(page, 'Ada');
    const long = 'x'.repeat(40_000);

    await rattles(ada.composer, ['before it', long]);

    await ada.tile.getByRole('alert').getByText('The message has 40000 characters').waitFor();
    await ada.sees('before it');
    await expect.poll(() => ada.composer.inputValue()).toBe(long);
  });
});

describe('Enter of an input method', () => {
  it.each([
    ['while it composes', { isComposing: true, keyCode: 229 }],
    ['as Safari sends it, after the composition has ended', { isComposing: false, keyCode: 229 }],
  ])('sends nothing %s', async (_, how) => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.composer.fill('にほん');
    const before = (await logOf(page)).inputs.length;

    await ada.composer.evaluate((box, { isComposing, keyCode }) => {
      box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'にほん' }));
      const init = { key: 'Enter', isComposing, keyCode, which: keyCode, bubbles: true, cancelable: true };
      box.dispatchEvent(new KeyboardEvent('keydown', init));
    }, how);

    await expect.poll(() => ada.composer.inputValue()).toBe('にほん');
    await expect.poll(() => ada.tile.locator('form.composer').getAttribute('data-waiting')).toBe('0');
    const writes = (await logOf(page)).inputs.slice(before).map(({ input }) => input.type);
    expect(writes).not.toContain('customer.writes');
  });
});

describe('the Console', () => {
  it('says what it leaves out and leads to it: every line that was printed can be seen', async () => {
    const bot = {
      'message received': onMessage(
        'for (Integer i = 0; i < 700; i++) printLine(text + " " + i.toString());',
      ),
    };
    const page = await opens(supportWorld({ bot, channel: { preChatForm: { enabled: false } } }), [
      connects('Ada'),
    ]);
    const ada = customer(page, 'Ada');
    await ada.says('one');
    await ada.says('two');

    const pane = await openTab(page, 'Console');
    await pane.getByText('two 699', { exact: true }).waitFor();
    const earlier = pane.locator('.earlier button');
    for (let presses = 0; presses < 12 && (await earlier.count()) > 0; presses++) {
      const label = await earlier.innerText();
      await earlier.press('Enter');
      await expect
        .poll(async () => ((await earlier.count()) === 0 ? '' : earlier.innerText()))
        .not.toBe(label);
    }

    expect(await earlier.count()).toBe(0);
    const lines = await pane.locator('.line-text').allInnerTexts();
    const all = ['one', 'two'].flatMap((word) =>
      Array.from({ length: 700 }, (_, n) => `${word} ${String(n)}`),
    );
    expect(lines.map((line) => line.trim())).toEqual(all);

    const texts = () => pane.locator('.line-text').allInnerTexts();
    await pane.getByRole('searchbox', { name: 'Search lines' }).fill('two 69');
    await pane.getByText('17 of 1,400 lines').waitFor();
    await pane.getByRole('combobox', { name: 'Kind of lines' }).selectOption('Failures');
    await pane.getByText('No line fits.').waitFor();
    await pane.getByRole('combobox', { name: 'Kind of lines' }).selectOption('all');
    await pane.getByRole('searchbox', { name: 'Search lines' }).press('Escape');
    await pane.getByRole('button', { name: 'Clear' }).click();
    await pane.getByText('1,400 lines were cleared.').waitFor();
    expect(await texts()).toEqual([]);
    await pane.getByRole('button', { name: 'Pause' }).click();
    await ada.says('three');
    await pane.getByRole('button', { name: 'Resume, 700 new' }).waitFor();
    expect(await texts()).toEqual([]);
    await pane.getByRole('button', { name: 'Resume' }).click();
    await pane.getByText('three 699', { exact: true }).waitFor();
    await pane.getByRole('button', { name: 'Show all again' }).click();
    await pane.getByText('1,400 lines were cleared.').waitFor({ state: 'detached' });
    await pane.getByText('three 699', { exact: true }).waitFor();
  });
});

describe('the script editor', () => {
  it('keeps every letter in its place, however fast one types', async () => {
    const page = await opens();
    await writeScript(page, 'echobot message received', '// ');
    const text = Array.from({ length: 120 }, (_, n) => String(n)).join(' ');

    await page.keyboard.type(text);

    const editor = page.getByRole('textbox', { name: 'Source of echobot message received' });
    await expect.poll(() => editor.innerText()).toBe(`// ${text}`);
    await page.keyboard.press('ControlOrMeta+s');
    await page.locator('.script-head').getByText('Saved', { exact: true }).waitFor();
    const saved = (await logOf(page)).inputs.flatMap(({ input }) =>
      input.type === 'admin.savesScript' ? [input.script.source] : [],
    );
    expect(saved.at(-1)).toBe(`// ${text}`);
  });
});

describe('Problems', () => {
  it('counts what the editor shows, saved or not', async () => {
    const page = await opens();
    const name = 'echobot message received';
    const count = page.locator('.status-bar').getByRole('button', { name: /problem/ });
    await count.waitFor({ state: 'detached' });

    await writeScript(page, name, '#setLanguageLevel 3;\nInteger a = ;\n');
    await expect.poll(() => count.innerText()).toBe('1 problem');
    await page
      .getByRole('navigation', { name: 'Bots' })
      .getByRole('button', { name: 'echobot register' })
      .click();
    await expect.poll(() => count.innerText()).toBe('1 problem');
    const problems = await openTab(page, 'Problems');
    await problems.getByRole('button', { name: `${name}:2:` }).waitFor();

    await problems.getByRole('button', { name: `${name}:2:` }).click();
    await page.getByRole('button', { name: 'Revert' }).click();
    await page.getByRole('button', { name: 'Really drop your changes' }).click();
    await count.waitFor({ state: 'detached' });
  });
});
