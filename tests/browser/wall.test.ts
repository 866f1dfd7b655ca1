import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CourseFile, ResultFile } from '../../src/protocol/course-api.ts';
import { builtApp } from '../support/build-app.ts';
import { onePage } from '../support/browser/one-page.ts';
import { resultOf } from '../support/class-results.ts';

const { opens } = onePage();

const id = 'chatbots-in-twelve-steps';
const readCourse = async () =>
  JSON.parse(await readFile(join(builtApp, `courses/${id}.rehearsal-course.json`), 'utf8')) as CourseFile;

const fileOf = (name: string, result: unknown) => ({
  name: `${name}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof result === 'string' ? result : JSON.stringify(result)),
});

/** Twenty people: all have said hello, one has edited that by hand, and one has let customers wait in the rush hour. */
function classOf(course: CourseFile) {
  const names = Array.from({ length: 18 }, (_, n) => `Trainee ${String.fromCharCode(65 + n)}`);
  const honest = names.map((name, n) =>
    fileOf(name, resultOf(course, { name, lesson: 'say-hello', hints: n % 3 })),
  );
  const begun = resultOf(course, { name: 'Nils Ek', lesson: 'say-hello', steps: 1 });
  const boast: ResultFile = { ...begun, checks: begun.checks.map((check) => ({ ...check, passed: true })) };
  const slow = resultOf(course, {
    name: 'Jonas Bakke',
    lesson: 'rush-hour',
    steps: 20,
    then: [{ input: { type: 'clock.advances', by: 600_000 } }],
  });
  return [
    ...honest,
    fileOf('nils', boast),
    fileOf('jonas', slow),
    fileOf('cut', '{"format":"rehearsal-result",'),
  ];
}

const row = (page: Page, name: string) => page.getByRole('row', { name });

describe('the wall', () => {
  it('shows who passed what of twenty files, marks what was edited, opens one where it failed, and hides names', async () => {
    const course = await readCourse();
    const page = await opens();
    await page.evaluate((course) => (location.hash = `#/lessons/${course}/wall`), id);
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Files…' }).click();
    await (await chosen).setFiles(classOf(course));

    await page.getByText('20 people, 18 of 240 passed').waitFor();
    await page.getByText('19 verified').waitFor();
    await page.getByText('1 does not replay').waitFor();
    await page.getByRole('region', { name: 'What was not put on the wall' }).getByText('cut.json').waitFor();
    await row(page, 'Nils Ek').getByText('does not replay').waitFor();

    // By keyboard from the names to the lesson that failed.
    await row(page, 'Jonas Bakke').getByRole('rowheader').focus();
    for (let n = 0; n < 11; n += 1) await page.keyboard.press('ArrowRight');
    const card = page.getByRole('region', { name: 'Jonas Bakke, lesson 11: Rush hour' });
    await card.getByText('1 check fails').waitFor();

    await page.getByRole('switch', { name: 'Hide names' }).click();
    await row(page, 'Jonas Bakke').waitFor({ state: 'detached' });
    await page.evaluate(() => delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const table = await readFile(await (await saved).path(), 'utf8');
    expect(table.split('\n').filter((line) => line.includes(id))).toHaveLength(20);
    expect(table).not.toMatch(/Nils|Jonas|Trainee/);
    expect(table).toContain('does not replay');
    await page.getByRole('switch', { name: 'Hide names' }).click();

    await page.getByRole('button', { name: 'Open at the failing check' }).click();
    await page.locator('.past-bar').waitFor();
    await page.getByRole('button', { name: 'Workspace: Jonas Bakke, lesson 11: Rush hour' }).waitFor();
  });

  it('is presented, and comes back as it was', async () => {
    const page = await opens();
    await page.evaluate((course) => (location.hash = `#/lessons/${course}/wall`), id);
    await page.getByRole('button', { name: 'Present' }).click();
    const presenter = page.getByRole('region', { name: 'Presenting' });
    await presenter.getByText('The wall of Chatbots in twelve steps').waitFor();
    await page.getByRole('navigation', { name: 'Places' }).waitFor({ state: 'hidden' });

    await page.keyboard.press('PageDown');
    await page.locator('.slot-customers').waitFor();
    await page.keyboard.press('3');
    await page.locator('.slot-customers').waitFor({ state: 'hidden' });
    await page.locator('.slot-agents').waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'The wall', exact: true }).waitFor();
    await page.getByRole('navigation', { name: 'Places' }).waitFor();
    await page.getByRole('link', { name: 'Stage' }).click();
    await page.locator('.slot-customers').waitFor();
  });
});
