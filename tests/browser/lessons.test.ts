import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CourseFile } from '../../src/protocol/course-api.ts';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import { openFile } from '../support/browser/files.ts';
import { customer } from '../support/browser/stage.ts';

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp({ worksOffline: true, offersTour: true });
});

afterAll(async () => {
  await app.close();
});

const seed: CourseFile['lessons'][number]['seed'] = {
  format: 'rehearsal-scenario',
  version: 1,
  name: 'Desk',
  world: {
    startsAt: '2026-03-02T09:00:00Z',
    agents: [{ id: 1, name: 'Kari Nord', present: true }],
    channels: [
      {
        id: 1,
        name: 'Help desk',
        preChatForm: { enabled: false },
        members: [{ agent: 1, canRespond: true, notifications: true, canListen: true, manager: true }],
      },
    ],
  },
  steps: [{ input: { type: 'customer.connects', channel: 1, customer: { alias: 'Ada', name: 'Ada' } } }],
};

const course: CourseFile = {
  format: 'rehearsal-course',
  version: 1,
  id: 'quiet-desk',
  revision: 1,
  title: 'A quiet desk',
  language: 'en',
  lessons: [
    {
      id: 'stay',
      title: 'Stay',
      text: 'Ada stands in `4 In queue`.\n\n**Your turn.** Write as Ada, and let Kari stay.',
      seed,
      start: 1,
      locked: ['settings/channels'],
      checks: [
        { name: 'Ada writes', expect: { event: 'message.saved', messageType: 2 } },
        { name: 'Kari stays', expect: { no: { event: 'presence.changed', agent: 1 } } },
      ],
      hints: ['Leave **Present** alone.', 'Really.'],
    },
    {
      id: 'go',
      title: 'Go',
      text: '**Your turn.** Send Kari away.',
      seed,
      start: 1,
      checks: [{ name: 'Kari goes', expect: { event: 'presence.changed', agent: 1, present: false } }],
      hints: [],
    },
  ],
};

describe('a lesson', () => {
  it('is done without a network: a check fails, a hint is taken, it begins anew and is passed, and is so after a reload', async () => {
    const page = await app.open();
    await isReadyOffline(page);
    await page.getByRole('region', { name: 'Tour' }).waitFor();
    await app.server.stop();
    const passed = page.getByTestId('checks-passed');
    const row = (name: string, state: string) =>
      page.locator(`.check-row[data-state="${state}"]`).filter({ hasText: name });

    await openFile(page, 'desk.rehearsal-course.json', JSON.stringify(course));
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('link', { name: 'Start', exact: true }).click();
    await row('Kari stays', 'holding').waitFor();
    // Who is at a lesson is not offered the first one any more.
    await expect.poll(() => page.evaluate(() => localStorage.getItem('rehearsal.tour'))).toBe('over');

    await page.getByRole('switch', { name: /^Presence of Kari/ }).click();
    await row('Kari stays', 'failed').waitFor();
    await page.getByRole('button', { name: 'Show a hint' }).click();
    await page.getByText('Hint 1 of 2').waitFor();

    await page.getByRole('button', { name: 'Reset lesson' }).click();
    await page.getByRole('menuitem', { name: /^This conversation/ }).click();
    await row('Kari stays', 'holding').waitFor();
    await customer(page, 'Ada').says('hello');
    await page.getByText('Lesson passed').waitFor();
    await expect.poll(() => passed.textContent()).toBe('2 of 2');
    await page.getByRole('treeitem').filter({ hasText: 'Check 1' }).first().waitFor();

    await page.reload();
    await page.getByText('Lesson passed').waitFor();
    await page.getByText('Hint 1 of 2').waitFor();
    await page.getByText('1 of 2 lessons done').waitFor();
    await page.getByRole('link', { name: /^Lesson 2/ }).click();
    await page.getByRole('heading', { name: 'Go', exact: true }).waitFor();
    await row('Kari goes', 'open').waitFor();
    await page.getByRole('switch', { name: /^Presence of Kari/ }).click();
    await page.getByText('2 of 2 lessons done').waitFor();
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
