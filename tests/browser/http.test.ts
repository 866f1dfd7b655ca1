import { expect, it } from 'vitest';
import { createRunScript } from '../../src/bots/run-script.ts';
import { tables } from '../../src/cli/tables.ts';
import { replay } from '../../src/scenario/replay.ts';
import { parcelShop } from '../support/parcel-shop.ts';
import { logOf, onePage } from '../support/browser/one-page.ts';
import { customer, openTab } from '../support/browser/stage.ts';

const { opens } = onePage();

it('has a call that nobody answers wait for an answer, which is recorded with the message and by a mock given from then on', async () => {
  const page = await opens(parcelShop, [
    { input: { type: 'customer.connects', channel: 1, customer: { name: 'Ada Berg' } } },
  ]);
  const ada = customer(page, 'Ada Berg');
  const http = await openTab(page, 'HTTP');
  await http.getByRole('switch', { name: 'Ask me when nobody answers' }).click();

  await ada.sends('Move to Storgata 12');
  const card = http.getByRole('article', { name: 'Nobody answers this call yet' });
  await card.waitFor();
  expect(await ada.messages()).not.toContain('Move to Storgata 12');
  const near = card.getByRole('radiogroup', { name: 'Nearest mocks' }).locator('label');
  await expect
    .poll(() => near.locator('b').allInnerTexts())
    .toEqual(['Change of address', 'Any order, any change', 'Order 1042']);
  await expect.poll(() => near.first().innerText()).toMatch(/3 of 4 match[^]*zip[^]*0150[^]*0155/);
  await card.getByText('Answer this from now on (any zip)').waitFor();
  await card.getByRole('listitem').and(card.locator('[aria-current]')).getByText('call.post').waitFor();

  await card.getByRole('button', { name: 'Answer and go on' }).click();
  await ada.sees('Move to Storgata 12');
  await http.getByRole('button', { name: /POST \/orders\/1042\/address .*200 recorded/ }).waitFor();

  await ada.says('Move to Storgata 12');
  await http.getByRole('button', { name: /POST \/orders\/1042\/address .*200 mock/ }).waitFor();
  expect((await ada.messages()).filter((text) => text.startsWith('Moved, says the shop'))).toHaveLength(2);

  const { inputs, events } = await logOf(page);
  const steps = inputs.map(({ at, input, answers }) => ({ at, input, answers }));
  const file = { format: 'rehearsal-scenario', version: 2, name: 'Shop', world: parcelShop, steps } as const;
  const played = replay(
    file,
    createRunScript(tables, () => {
      throw new Error('There is no script in JavaScript.');
    }),
  );
  expect(steps.flatMap(({ answers = [] }) => answers)).toMatchObject([
    { method: 'POST', status: 200, delay: 120 },
  ]);
  expect(played.events).toEqual(events.map(({ event }) => event));
  expect(played.steps.flatMap(({ failures }) => failures)).toEqual([]);
});
