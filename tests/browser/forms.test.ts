import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { connects, supportWorld } from '../support/browser/sample.ts';
import { customer } from '../support/browser/stage.ts';

const { opens } = onePage();

/** What a screen reader reads behind a field: the words that say what is wrong with it. */
const wordsAt = (field: Locator): Promise<string> =>
  field.evaluate((element) => {
    const id = element.getAttribute('aria-describedby') ?? '';
    return document.getElementById(id)?.textContent ?? '';
  });

describe('the pre-chat form', () => {
  it('says at each field what is wrong with it, goes to the first, and is sent when all is right', async () => {
    const world = supportWorld({
      channel: {
        preChatForm: { enabled: true, required: ['name', 'email', 'phone', 'country'], consent: true },
      },
    });
    const tables = {
      country: [
        { id: 1, name: 'Norge' },
        { id: 2, name: 'Sverige' },
      ],
    };
    const page = await opens({ ...world, tables }, [connects('Ada')]);
    const ada = customer(page, 'Ada');
    const field = (name: string) => ada.tile.getByLabel(name, { exact: false });
    const start = ada.tile.getByRole('button', { name: 'Start chat' });

    await field('Name').fill('');
    await start.click();
    await expect.poll(() => wordsAt(field('Name'))).toBe('Fill in: Name');
    expect(await wordsAt(field('E-mail'))).toBe('Fill in: E-mail');
    expect(await wordsAt(field('Phone'))).toBe('Fill in: Phone');
    expect(await wordsAt(field('Country'))).toBe('Fill in: Country');
    expect(await wordsAt(ada.tile.getByRole('checkbox'))).toBe('Tick the box to go on');
    expect(await field('Name').evaluate((element) => element === document.activeElement)).toBe(true);

    await field('Name').fill('Ada');
    await field('E-mail').fill('ada@example');
    await field('Phone').fill('call me');
    await field('Country').selectOption('Norge');
    await ada.tile.getByRole('checkbox').check();
    await field('Phone').press('Enter');
    await expect.poll(() => wordsAt(field('E-mail'))).toBe('That does not look like an e-mail address');
    expect(await wordsAt(field('Phone'))).toContain('That does not look like a phone number');
    await expect.poll(() => field('Name').getAttribute('aria-invalid')).toBe('false');
    expect(await field('E-mail').evaluate((element) => element === document.activeElement)).toBe(true);
    await ada.hasStatus(1);

    await field('E-mail').fill('ada@example.org');
    await field('Phone').fill('+47 22 00 00 00');
    await start.click();
    await ada.hasStatus(4);
  });
});
