import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchApp } from '../tests/support/app.ts';
import type { Bundles } from './bundles.ts';

export type LoadedFile = { readonly file: string; readonly kilobytes: number };

/** What the page asks the server for when it can be used: workers do not tell the page what they ask for, the server does. */
const usableMark = 'it-is-usable';

/**
 * The files that a first visit asks for until its first conversation can be used, each with its size as gzip.
 * The service worker is kept out: what it fetches for later, it fetches beside.
 */
export async function measureFirstLoad({ app: folder, probe }: Bundles): Promise<readonly LoadedFile[]> {
  const app = await launchApp({ folder, ownBrowser: true, worksOffline: true });
  try {
    await app.context.addInitScript({ content: probe });
    await app.context.addInitScript(() => {
      navigator.serviceWorker.register = () => new Promise(() => undefined);
      window.requestIdleCallback = () => 0; // what is loaded when the page is idle is loaded for later
    });
    const page = await app.open();
    await page.evaluate(async (mark) => {
      await window.probe.usable;
      await fetch(mark);
    }, usableMark);
    await page.waitForLoadState('networkidle'); // a resource is listed once it is there
    // What the drawn conversation itself sets off, as the editor, is asked for after the mark: it waits for none of it.
    const late = await page.evaluate(() => {
      const until = performance.getEntriesByName('usable')[0]?.startTime ?? 0;
      const resources = performance.getEntriesByType('resource');
      // A second worker asks again for what the first one has.
      const before = new Set(
        resources.filter(({ startTime }) => startTime <= until).map(({ name }) => new URL(name).pathname),
      );
      return resources.map(({ name }) => new URL(name).pathname).filter((path) => !before.has(path));
    });
    const prefix = new URL(app.server.url).pathname;
    const { requests } = app.server;
    const before = requests.slice(
      0,
      requests.findIndex((path) => path.endsWith(usableMark)),
    );
    const asked = [...new Set(before)].filter(
      (path) => !late.includes(path) && !path.endsWith('/favicon.ico'),
    );
    return await Promise.all(asked.map((path) => sizeOf(folder, path.slice(prefix.length) || 'index.html')));
  } finally {
    await app.close();
  }
}

async function sizeOf(folder: string, file: string): Promise<LoadedFile> {
  const content = await readFile(join(folder, file));
  return { file, kilobytes: gzipSync(content, { level: 9 }).length / 1000 };
}
