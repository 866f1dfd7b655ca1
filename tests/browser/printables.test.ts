import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp();
});

afterEach(async () => {
  await app.close();
});

describe('the printables of a course', () => {
  it('are its exercises, a sheet each, and two cards; solutions when they are asked for', async () => {
    const page = await app.open('#/lessons/at-the-agents-desk/print');
    await page.getByRole('heading', { name: '6 A difficult customer' }).waitFor();
    await page.getByRole('heading', { name: 'Status card' }).waitFor();
    await page.getByText('Void resetChat(Integer sessionId)').waitFor();
    const solution = page.getByRole('heading', { name: 'Solution: Pass a customer on' });
    expect(await solution.isVisible()).toBe(false);

    const pages = async () =>
      (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ??
      0;
    // Six exercises and the two cards, each beginning on a page of its own.
    const few = await pages();
    expect(few).toBeGreaterThanOrEqual(8);
    expect(few).toBeLessThanOrEqual(12);
    await page.getByLabel('Solutions').check();
    await solution.waitFor();
    expect(await pages()).toBeGreaterThan(few);
    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
  });
});
