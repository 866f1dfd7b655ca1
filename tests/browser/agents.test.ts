import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../support/app.ts';
import { connects, launchWith, supportWorld } from '../support/browser/sample.ts';
import { agent, customer } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeEach(async () => {
  const agents = [
    { id: 1, name: 'Kari Nord', present: true },
    { id: 2, name: 'Ola Sand', present: true },
    { id: 3, name: 'Pia Lund', present: false },
  ];
  app = await launchWith(supportWorld({ agents }), [
    connects('Ada'),
    { input: { type: 'agent.picksUpNext', agent: 1 } },
  ]);
});

afterEach(async () => {
  expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  await app.close();
});

describe('an agent', () => {
  it('is offered only those who are present to transfer a chat to (T-48)', async () => {
    const page = await app.open();
    const kari = agent(page, 'Kari Nord');

    await kari.tile.getByRole('button', { name: 'Actions' }).click();
    const offered = page.getByRole('menuitem', { name: /^Transfer/ });
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual(['Transfer to Ola Sand']);

    await page.keyboard.press('Escape');
    await page.getByRole('switch', { name: 'Presence of Pia Lund' }).click();
    await page.getByRole('switch', { name: 'Presence of Pia Lund', checked: true }).waitFor();
    await page.getByRole('switch', { name: 'Presence of Ola Sand' }).click();
    await page.getByRole('switch', { name: 'Presence of Ola Sand', checked: false }).waitFor();
    await kari.tile.getByRole('button', { name: 'Actions' }).click();
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual(['Transfer to Pia Lund']);
  });

  it('hands a chat over to another one, who answers from then on', async () => {
    const page = await app.open();
    const kari = agent(page, 'Kari Nord');
    const ola = agent(page, 'Ola Sand');

    await kari.tile.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Transfer to Ola Sand' }).click();
    await kari.tile.getByText('Waiting for Ola Sand to accept').waitFor();
    await ola.tile.getByRole('button', { name: 'Accept transfer' }).click();
    await ola.says('I am Ola, I take over');

    await customer(page, 'Ada').sees('I am Ola, I take over');
    expect(await kari.composer.count()).toBe(0);
  });

  it('ends the chat, which the customer is told', async () => {
    const page = await app.open();
    await agent(page, 'Kari Nord').tile.getByRole('button', { name: 'End chat' }).click();

    await customer(page, 'Ada')
      .tile.getByText(/The agent ended the chat/)
      .waitFor();
  });
});
