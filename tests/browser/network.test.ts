import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchApp, type LaunchedApp } from '../support/app.ts';
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
  service = await startRealService((_, response) => {
    openly(response, '{"joke":"real"}');
  });
});

afterEach(async () => {
  await app.close();
  await service.stop();
});

describe('the page with the network', () => {
  it('lets nothing out by itself: no worker of it, and the page only what it has just named', async () => {
    const page = await app.open('network.html');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    for (const worker of page.workers()) expect(await worker.evaluate(triesOf(service.url))).toEqual(nothing);
    expect(await page.evaluate(triesOf(service.url))).toEqual(nothing);
    expect(await page.evaluate(named(`${service.url}with-cookies`, { redirect: 'manual' }))).toBe('refused');
    expect(service.arrived).toEqual([]);
    expect(
      await page.evaluate(named(`${service.url}plain`, { redirect: 'manual', credentials: 'omit' })),
    ).toBe(200);
    expect(service.arrived.map(({ path }) => path)).toEqual(['/plain']);
  });
});
