import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { customer } from '../support/browser/stage.ts';

const { opens } = onePage();

describe('Why not?', () => {
  it('names rule and setting, leads there, and goes on telling how it was when that is changed', async () => {
    const page = await opens();
    const whyNot = page.getByRole('region', { name: 'Why not?' });
    const answer = (question: string) => whyNot.getByRole('listitem').filter({ hasText: question });

    await page.getByRole('tab', { name: 'Why not?' }).click();
    await answer('Not in the queue').getByText('Eko spoke first').waitFor();
    await answer('No FAQ').getByText('The channel had none.').waitFor();
    await answer('No FAQ').getByRole('button', { name: 'Rule T02' }).click();
    await answer('No FAQ').getByText('Documented').waitFor();

    await answer('No FAQ').getByRole('link', { name: 'Open Pre-chat form' }).click();
    await expect.poll(() => page.url()).toMatch(/#\/settings\/channels\/1\/preChatForm\/faqEnabled$/);
    await page.getByRole('switch', { name: 'Enable pre-chat FAQ suggestions' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).last().click();
    await page.goBack();
    await page.getByRole('tab', { name: 'Why not?' }).click();
    await answer('No FAQ').getByText('The channel had none.').waitFor();

    const ada = customer(page, 'Ada Berg');
    await ada.says('human');
    await ada.hasStatus(2);
    await answer('No FAQ').waitFor({ state: 'detached' });
    await ada.says('anybody?');
    await whyNot.getByText('The bot had handed over').waitFor();
  });
});
