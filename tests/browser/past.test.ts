import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onePage } from '../support/browser/one-page.ts';
import { agent, customer, isSaved, saveScript, writeScript } from '../support/browser/stage.ts';

const { opens } = onePage();

const slider = (page: Page) => page.getByRole('slider', { name: 'Moment of the log' });
const bar = (page: Page) => page.locator('.past-bar');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What the panes say, without what is typed and when it is. */
const panes = (page: Page): Promise<string> =>
  page.evaluate(() =>
    ['.slot-customers', '.slot-queue', '.slot-agents', '.timeline > .pane-head']
      .map((pane) => document.querySelector<HTMLElement>(pane)?.innerText ?? '')
      .join('\n---\n'),
  );

const lastStep = async (page: Page): Promise<number> => Number(await slider(page).getAttribute('max'));

/** Once the slider knows of the last event. */
async function settled(page: Page): Promise<number> {
  await isSaved(page);
  const last = page.locator('.timeline > .pane-head > .count');
  await expect
    .poll(async () => {
      const known = await page.locator('.past-slider').getAttribute('data-seq');
      return known === (await last.innerText()).replaceAll(',', '');
    })
    .toBe(true);
  return lastStep(page);
}

describe('the time machine', () => {
  it('shows in every pane what stood there at a moment, in whatever order one goes to and fro', async () => {
    const page = await opens();
    await page
      .getByRole('button', { name: /^Pause/ })
      .first()
      .click();
    const ada = customer(page, 'Ada Berg');
    const seen = new Map<number, string>();
    const see = async () => seen.set(await settled(page), await panes(page));
    await ada.says('first');
    await ada.sees('Echo: first');
    await see();
    await ada.says('human');
    await see();
    await page
      .getByRole('button', { name: /^Get next/ })
      .first()
      .click();
    await see();
    await agent(page, 'Kari Nord').says('Good morning');
    await see();
    await ada.says('Good morning to you');
    await see();

    const steps = [...seen.keys()];
    expect(new Set(steps).size).toBe(5);
    let random = 7;
    for (let visit = 0; visit < 12; visit++) {
      random = (random * 48_271) % 2_147_483_647;
      const step = steps[random % steps.length] ?? 0;
      await slider(page).fill(String(step));
      await expect.poll(() => panes(page), { message: `step ${String(step)}` }).toBe(seen.get(step));
    }
    await page.keyboard.press('Escape');
  });

  it('says that it is the past, takes nothing there, and goes on from it in a branch that is taken back', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.says('first');
    await ada.sees('Echo: first');
    await ada.says('second');
    await ada.sees('Echo: second');
    const all = await settled(page);
    const name = (await page.getByRole('button', { name: /^Workspace: / }).innerText()).trim();

    // By keyboard: a step, an event, the ends.
    await slider(page).focus();
    await page.keyboard.press('ArrowLeft');
    await bar(page)
      .getByText(`step ${String(all - 1)} of ${String(all)}`)
      .waitFor();
    await page.keyboard.press('Shift+ArrowLeft');
    await bar(page)
      .getByText(/in step \d+ of/)
      .waitFor();
    await page.keyboard.press('End');
    await bar(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Home');
    await bar(page)
      .getByText(`step 0 of ${String(all)}`)
      .waitFor();
    expect(await page.getByText('Echo: first').count()).toBe(0);

    // Nothing can be typed or done there.
    await button(page, 'A step on').click();
    await button(page, 'A step on').click();
    await bar(page)
      .getByText(`step 2 of ${String(all)}`)
      .waitFor();
    await expect
      .poll(() => page.getByPlaceholder('Cannot write in the past').first().isDisabled())
      .toBe(true);
    const form = customer(page, 'Bob Lind').tile;
    await expect.poll(() => form.getByRole('textbox', { name: /^Name/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '+ Agent' }).click();
    await page.getByRole('textbox', { name: 'Name of the agent' }).fill('Nils');
    await page.keyboard.press('Enter');
    await bar(page).getByText('Nothing can be changed in the past.').waitFor();
    await page.keyboard.press('Escape');

    // A bookmark is a place to go back to.
    await button(page, 'Bookmark').click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Before it all');
    await page.keyboard.press('Enter');
    await bar(page).getByText('“Before it all”').waitFor();
    await button(page, 'Back to now').last().click();
    await ada.sees('Echo: second');
    await button(page, 'A step back').click();
    await button(page, 'Bookmark: Before it all').first().click();
    await bar(page).getByText('“Before it all”').waitFor();

    // The other way is kept.
    await button(page, 'Fork from here').click();
    await bar(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Workspace: ${name}, from step 2` }).waitFor();
    await ada.says('third');
    await ada.sees('Echo: third');
    expect(await page.getByText('Echo: second').count()).toBe(0);
    await button(page, 'Undo: Forked from an earlier moment').click();
    await page.getByRole('button', { name: `Workspace: ${name}`, exact: true }).waitFor();
    await ada.sees('Echo: second');
    await page.getByRole('button', { name: 'Branches' }).click();
    const branches = page.getByRole('dialog', { name: 'Branches' });
    await expect
      .poll(() => branches.getByRole('listitem').allInnerTexts())
      .toEqual([expect.stringMatching(/you are here/), expect.stringMatching(/from step 2/)]);
    await branches.getByRole('button', { name: `Open ${name}, from step 2` }).click();
    await ada.sees('Echo: third');
  });

  it('shows the moment of what is chosen, by mouse and by keys, and saves a script in a branch from there', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.says('first');
    await ada.sees('Echo: first');
    await ada.says('second');
    await ada.sees('Echo: second');
    await settled(page);
    const bubble = (text: string) => ada.tile.locator('.bubble').getByText(text, { exact: true });

    // In the present a click chooses, and the menu leads there; in the past a click leads there.
    await bubble('Echo: first').click({ button: 'right' });
    await page
      .getByRole('menu', { name: 'This moment' })
      .getByRole('menuitem', { name: /^Show this moment/ })
      .click();
    await bar(page).waitFor();
    expect((await ada.messages()).at(-1)).toBe('Echo: first');
    await bubble('first').click();
    await expect.poll(async () => (await ada.messages()).at(-1)).toBe('first');
    await button(page, 'Back to now').last().click();
    await page.getByRole('tree', { name: 'Timeline' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu', { name: 'This moment' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await bar(page).waitFor();
    expect(await page.getByText('Echo: first').count()).toBe(0);

    await writeScript(page, 'echobot message received', '#setLanguageLevel 3;\n// Nothing yet\n');
    await page.keyboard.press('ControlOrMeta+s');
    await button(page, 'Fork from here, and save it there').click();
    await page.getByRole('button', { name: /^Workspace: .*, from step/ }).waitFor();
    await page
      .locator('.event-row')
      .getByText(/Script echobot message received/)
      .waitFor();
    await page
      .getByRole('textbox', { name: 'Source of echobot message received' })
      .getByText('Nothing yet')
      .waitFor();
  });

  it('runs the conversation again with a bot that was changed, shows what differs, and keeps it if that is wanted', async () => {
    const page = await opens();
    const ada = customer(page, 'Ada Berg');
    await ada.says('first');
    await ada.sees('Echo: first');
    const branches = page.getByRole('dialog', { name: 'Branches' });
    await page.getByRole('button', { name: 'Branches' }).click();
    await branches.getByRole('switch', { name: 'Run again on every save' }).click();
    await page.keyboard.press('Escape');
    await writeScript(
      page,
      'echobot message received',
      '#setLanguageLevel 3;\naddChatMessage(getEventData().getInputValue("chatMessage.sessionId").toInteger(), "Ekko: hello", 1, "Eko", 16, "");\n',
    );
    await saveScript(page);

    // It runs by itself, and says no more than where.
    await page.getByRole('button', { name: /^Differs at step \d+$/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Run again' });
    await dialog.getByText(/^1 step differs of/).waitFor();
    await expect.poll(() => dialog.locator('del').allInnerTexts()).toContain('Echo');
    await expect.poll(() => dialog.locator('ins').allInnerTexts()).toContain('Ekko');
    await dialog.getByRole('button', { name: /^Show step/ }).click();
    await bar(page).waitFor();
    await ada.sees('Echo: first');

    await page.getByRole('button', { name: 'Restart conversation' }).click();
    await page.getByRole('menuitem', { name: /^Run again/ }).click();
    const name = dialog.getByRole('textbox', { name: 'Name of the branch' });
    await expect.poll(() => name.inputValue()).toMatch(/, run again$/);
    await name.fill('In Norwegian');
    await dialog.getByRole('button', { name: 'Keep it as a branch' }).click();
    await ada.sees('Ekko: hello');
    await page.getByRole('button', { name: 'Workspace: In Norwegian' }).waitFor();
    await page.getByRole('button', { name: 'Branches' }).click();
    await expect
      .poll(() => branches.getByRole('listitem').allInnerTexts())
      .toEqual([
        expect.stringMatching(/^Echobot/),
        expect.stringMatching(/^In Norwegian\s+from step \d+\s+you are here/),
      ]);
    await branches.getByRole('switch', { name: 'Run again on every save' }).click();
  });
});
