import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
import { openFile, preview } from '../support/browser/files.ts';
import { customer, openTab } from '../support/browser/stage.ts';
import { oneBot } from '../support/one-bot.ts';
import { openly, startRealService, type RealService } from '../support/real-service.ts';

let app: LaunchedApp;
let service: RealService;

/** Ways out of a page or worker, and what came of each; as text, which both can run. */
const triesOf = (url: string) => `(async () => {
  const outcome = (going) => Promise.race([going, new Promise((_, no) => setTimeout(no, 2000))]).then(() => 'out', () => 'refused');
  return {
    fetch: await outcome(fetch(${JSON.stringify(url)})),
    plain: await outcome(fetch(${JSON.stringify(url)}, { credentials: 'omit', redirect: 'manual' })),
    part: await outcome(import(${JSON.stringify(url)})),
    socket: await outcome(new Promise((open, failed) => {
      const socket = new WebSocket(${JSON.stringify(url.replace('http', 'ws'))});
      socket.onopen = open;
      socket.onerror = failed;
    })),
  };
})()`;
const nothing = { fetch: 'refused', plain: 'refused', part: 'refused', socket: 'refused' };

/** A request of the page that it has told the service worker of before. */
const named = (url: string, init: RequestInit) => `(async () => {
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise((resolve) => { port1.onmessage = resolve; });
  const permit = { type: 'PERMIT', method: 'GET', url: ${JSON.stringify(url)} };
  navigator.serviceWorker.controller.postMessage(permit, [port2]);
  await heard;
  return fetch(${JSON.stringify(url)}, ${JSON.stringify(init)}).then(({ status }) => status, () => 'refused');
})()`;

beforeEach(async () => {
  app = await launchApp({ worksOffline: true });
  service = await startRealService(({ path }, response) => {
    if (path === '/closed') response.end('not for pages');
    else openly(response, `real ${path}`);
  });
});

afterEach(async () => {
  await app.close();
  await service.stop();
});

/** A customer writes an address, and the bot says what came from there. */
const bot = `EventData ed = getEventData();
Integer session = ed.getInputValue("chatMessage.sessionId").toInteger();
HTTP h;
String answer = String(h.get(ed.getInputValue("chatMessage.message")));
if (h.hasError()) answer = h.getErrorMessage();
addChatMessage(session, answer, 1, "Robot", 0, "");`;

const fileOf = (name: string) =>
  JSON.stringify({
    format: 'rehearsal-scenario',
    version: 1,
    name,
    world: oneBot([{ id: 2, name: 'bot message received', source: bot }]),
    steps: [{ input: { type: 'customer.connects', channel: 1, customer: { alias: 'Zoe' } } }],
  });

async function opensFile(page: Page, name: string): Promise<void> {
  await openFile(page, `${name}.rehearsal.json`, fileOf(name));
  await preview(page, name).getByRole('button', { name: 'Open', exact: true }).click();
}

describe('the real network', () => {
  it('asks whom somebody allowed, for one workspace, from a page of its own; nothing else of this leaves', async () => {
    await app.context.addCookies([{ name: 'session', value: 'secret', url: service.url }]);
    const page = await app.open();
    await page.getByTestId('saved').waitFor();
    await opensFile(page, 'Real calls');
    const zoe = customer(page, 'Zoe');
    const bar = page.getByTestId('network-bar');
    const question = page.getByRole('dialog', { name: `Allow requests to http://${service.host}?` });
    const offline = (path: string) => `offline: no mock for GET ${service.url}${path}`;
    await openTab(page, 'HTTP');
    await page.getByRole('switch', { name: 'Real network' }).click();
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.waitForURL(/network\.html/);
    await bar.getByText('Real network is on').waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    // By itself, neither page nor worker gets anywhere: only what the app has just named goes out, and without cookies.
    for (const worker of page.workers()) expect(await worker.evaluate(triesOf(service.url))).toEqual(nothing);
    expect(await page.evaluate(triesOf(service.url))).toEqual(nothing);
    expect(await page.evaluate(named(`${service.url}with-cookies`, { redirect: 'manual' }))).toBe('refused');

    await zoe.sends(`${service.url}joke`);
    await question.getByText(`GET ${service.url}joke`).waitFor();
    expect(service.arrived).toEqual([]);
    await question.getByRole('button', { name: 'Allow' }).click();
    await zoe.sees('real /joke');
    expect(service.arrived.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /joke']);
    expect(service.arrived[0]?.headers).not.toHaveProperty('cookie');
    expect(service.arrived[0]?.headers).not.toHaveProperty('referer');

    await zoe.sends(`${service.url}closed`);
    await page.getByTestId('network-failed').getByText('no CORS headers').waitFor();
    await zoe.sees(`could not connect to ${service.host}: it does not let web pages read its answers (CORS)`);

    await bar.click();
    await page.getByRole('button', { name: `Do not ask http://${service.host} any more` }).click();
    await page.keyboard.press('Escape');
    const before = service.arrived.length;
    await zoe.sends(`${service.url}taken-away`);
    await question.getByRole('button', { name: 'Not now' }).click();
    await zoe.sees(offline('taken-away'));

    // Another workspace, of the same file, has it off: the window is at the ordinary page again.
    await opensFile(page, 'Another');
    await page.waitForURL((url) => !url.pathname.includes('network'));
    await page.getByText('Another', { exact: true }).first().waitFor();
    await zoe.sends(`${service.url}another`);
    await zoe.sees(offline('another'));
    // Nor does the ordinary page send anything where it is on.
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((name) => name.startsWith('rehearsal.network.')) ?? '';
      sessionStorage.setItem('rehearsal.open', key.slice('rehearsal.network.'.length));
    });
    await page.reload();
    await bar.getByText('not on this page').waitFor();
    await zoe.sends(`${service.url}ordinary`);
    await zoe.sees(offline('ordinary'));

    expect(service.arrived).toHaveLength(before);
    // Those that were tried above.
    expect(app.complaints.policyViolations).toHaveLength(2);
  });
});
