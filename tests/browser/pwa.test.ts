import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { firstFiles, importsOf, sizesOf } from '../support/first-files.ts';
import { isReadyOffline, launchApp, type LaunchedApp } from '../support/app.ts';
import { builtApp, copyAsRelease } from '../support/build-app.ts';
import { faultsOf, readRawLog, whole } from '../support/browser/log.ts';
import { customer, writeScript } from '../support/browser/stage.ts';
import { traced } from '../support/browser/trace.ts';
import { startStaticServer, type StaticServer } from '../support/static-server.ts';

let app: LaunchedApp;

beforeEach(async () => {
  app = await launchApp({ worksOffline: true });
});

afterEach(async () => {
  await app.close();
});

describe('the built page', () => {
  it('states its content security policy before anything else', async () => {
    const html = await readFile(join(builtApp, 'index.html'), 'utf8');

    const [, first] = /<head>\s*(<[^>]+>)/.exec(html) ?? [];

    expect(first).toContain('http-equiv="Content-Security-Policy"');
    expect(first).toContain("default-src 'none'");
    expect(first).toContain("require-trusted-types-for 'script'");
    // WebAssembly for the engine of scripts in JavaScript, and nothing else.
    expect(first?.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  });

  it('names no address that depends on where it is hosted', async () => {
    const names = ['index.html', 'manifest.webmanifest'];

    const texts = await Promise.all(names.map((name) => readFile(join(builtApp, name), 'utf8')));

    for (const text of texts) expect(text).not.toMatch(/(?:src|href)"?[=:]\s*"(?:\/|https?:)/);
  });

  it('asks for no more than 170 kB, as gzip, before the first conversation', async () => {
    const sizes = await sizesOf(builtApp, await firstFiles(builtApp));

    const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0);
    // One that is missed would not be counted: page, boot, window, stage, worker, styles, sample, manifest, icon.
    expect(sizes.length).toBeGreaterThanOrEqual(9);
    expect(sum / 1000, sizes.map((one) => one.join(' ')).join(', ')).toBeLessThanOrEqual(170);
  });

  it('names in each part all that it imports, so that nothing is asked for when something else is there', async () => {
    const assets = (await readdir(join(builtApp, 'assets'))).filter((name) => name.endsWith('.js'));
    const parts = assets.map((name) => `assets/${name}`);
    const imports = new Map<string, readonly string[]>(
      await Promise.all(parts.map(async (part) => [part, await importsOf(builtApp, part)] as const)),
    );

    const hidden = parts.flatMap((part) => {
      const own = imports.get(part) ?? [];
      const byOthers = own.flatMap((name) => imports.get(name) ?? []);
      return byOthers
        .filter((name) => name !== part && !own.includes(name))
        .map((name) => `${part}: ${name}`);
    });

    // Else there was nothing to look at.
    expect(Math.max(...[...imports.values()].map((names) => names.length))).toBeGreaterThan(20);
    expect(hidden).toEqual([]);
  });

  it('starts from a sub-path without a violation, an error or a request to another origin, and is reset', async () => {
    const page = await app.open();

    await isStarted(page);
    await isReadyOffline(page);

    expect(app.complaints).toEqual({ errors: [], policyViolations: [], foreignRequests: [] });
    expect(await wayIn(page)).toBe('navigate'); // the first service worker takes over without a reload
    expect(app.server.requests.every((path) => path.startsWith('/deep/sub/'))).toBe(true);

    // Its copy of the app is thrown away by a page that needs none of it; the data stays.
    await page.evaluate(() => {
      localStorage.setItem('data', 'kept');
    });
    await page.goto(`${app.server.url}reset.html`);
    await page.getByRole('button').click();
    await page.getByText('Done.').waitFor();

    const left = await page.evaluate(async () => ({
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      caches: await caches.keys(),
      data: localStorage.getItem('data'),
    }));
    expect(left).toEqual({ workers: 0, caches: [], data: 'kept' });
  });
});

describe('without a network', () => {
  it('a worker that fails is followed by another on the first visit, what was said is there after a reload, and the app starts at any address', async () => {
    const page = await app.open();
    const ada = customer(page, 'Ada Berg');
    await ada.says('before');
    await ada.sees('Echo: before');
    await isReadyOffline(page);
    await app.server.stop();

    await failWorker(page);
    await echoes(page, 'still there?');

    await page.reload();
    await ada.sees('Echo: before');
    await echoes(page, 'without a network');
    await page.reload();
    await ada.sees('Echo: without a network');
    await page.getByText('Works offline').waitFor();
    expect(faultsOf(await readRawLog(page))).toEqual(whole);

    await page.close();
    for (const address of ['', 'index.html?x=1#/somewhere', 'sessions/5/']) {
      const offline = await app.open(address);
      await isStarted(offline);
      await offline.close();
    }
    const { errors, policyViolations, foreignRequests } = app.complaints;
    const others = errors.filter((error) => !error.includes(thrownInWorker));
    expect({ others, policyViolations, foreignRequests }).toEqual({
      others: [],
      policyViolations: [],
      foreignRequests: [],
    });

    const cleared = await app.open('#/stage');
    await isStarted(cleared);
    await clearCaches(cleared);
    await cleared.reload();
    // What to do when the browser has cleared the app, but not the data.
    await expect.poll(() => cleared.textContent('p')).toContain('Your data is kept apart and is safe');
  });
});

describe('what the browser has compiled', () => {
  it('is kept beside the app and read at the next start, of the window, the stage and the worker', async () => {
    const page = await app.open();
    await isStarted(page);
    await isReadyOffline(page);
    await page.close();

    // The first start from the cache compiles and keeps, and when that is written nobody tells.
    await expect
      .poll(startReadingCompiled)
      .toEqual(expect.arrayContaining(['index', 'main', 'stage', 'stage-parts']));
  });
});

type OfScript = { readonly data?: { readonly url?: string; readonly consumedCacheSize?: number } };

/** Starts the app and closes it; gives the names of the parts whose compiled code the browser had. */
async function startReadingCompiled(): Promise<readonly string[]> {
  const page = await app.open('reset.html');
  const trace = await traced<OfScript>(page, ['devtools.timeline', 'v8'], async () => {
    await page.goto(app.server.url);
    await isStarted(page);
  });
  await page.close();
  return trace
    .filter(({ name, args }) => name === 'v8.compileModule' && (args.data?.consumedCacheSize ?? 0) > 0)
    .map(({ args }) => args.data?.url ?? '')
    .map((url) => /([a-z-]+)-[\w-]{8}\.js$/.exec(url)?.[1] ?? url);
}

describe('another origin', () => {
  let foreign: StaticServer;

  beforeEach(async () => {
    foreign = await startStaticServer(builtApp);
  });

  afterEach(async () => {
    await foreign.stop();
  });

  it('cannot be reached from the page', async () => {
    const page = await app.open();
    await isStarted(page);

    const outcome = await page.evaluate(tryToFetch, `${foreign.url}index.html`);

    expect(outcome).toBe('refused');
    expect(foreign.requests).toEqual([]);
  });

  it('cannot be reached from the workers and their parts, which cannot make code from text either', async () => {
    const page = await app.open();
    await echoes(page, 'hi');
    await writeScript(page, 'echobot message received', '#setLanguageLevel 3;\nInteger a = ;\n');
    await page.locator('.cm-lintRange-error').first().waitFor();
    const parts = app.server.requests.map((path) => /assets\/([a-z-]+)-[^/]{8}\.js$/.exec(path)?.[1]);
    expect(parts).toEqual(expect.arrayContaining(['main', 'rules', 'script-help', 'code-editor']));

    const part = (await readdir(join(builtApp, 'assets'))).find((name) => /^rules-.*\.js$/.test(name)) ?? '';
    const workers = page.workers();
    expect(workers).toHaveLength(2);
    for (const worker of workers) {
      const fetched = await worker.evaluate(tryToFetch, `${foreign.url}index.html`);
      const own = await worker.evaluate(tryToImport(`${app.server.url}assets/${part}`));
      const imported = await worker.evaluate(tryToImport(`${foreign.url}assets/${part}`));
      const code = await worker.evaluate(tryToMakeCode);
      expect(worker.url()).toMatch(/^blob:/);
      expect({ own, fetched, imported, code }).toEqual({
        own: 'reached',
        fetched: 'refused',
        imported: 'refused',
        code: 'refused',
      });
    }
    expect(foreign.requests).toEqual([]);
  });

  it('cannot be reached past the page’s policy either: the service worker refuses it too', async () => {
    const page = await app.open();
    await isReadyOffline(page);
    await page.close();
    const session = await app.context.newCDPSession(await app.context.newPage());
    const [unguarded] = app.context.pages().slice(-1);
    await session.send('Page.setBypassCSP', { enabled: true });
    await unguarded?.goto(app.server.url);

    const outcome = await unguarded?.evaluate(tryToFetch, `${foreign.url}index.html`);

    expect(outcome).toBe('refused');
    expect(foreign.requests).toEqual([]);
  });
});

describe('a newer build', () => {
  let release: string;

  beforeAll(async () => {
    release = await mkdtemp(join(tmpdir(), 'rehearsal-release-'));
    await copyAsRelease(release);
  });

  afterAll(async () => {
    await rm(release, { recursive: true, force: true });
  });

  it('is offered in every tab and forced on none; once applied, every tab reloads once, with what is typed there', async () => {
    const tabs = [await openControlled(), await openTab()];
    const loads = tabs.map(countLoads);
    const before = await Promise.all(tabs.map(buildOf));

    app.server.deploy(release);
    await findUpdate(tabs[0]);

    for (const tab of tabs) {
      await tab.bringToFront();
      await updateButton(tab).waitFor();
    }
    expect(loads.map((count) => count())).toEqual([0, 0]);
    for (const tab of tabs) expect(await brokenParts(tab)).toEqual([]);

    const composer = tabs[1]?.getByRole('textbox', { name: /^Message from/ }).first();
    await composer?.fill('Not sent yet');
    const reloaded = tabs.map((tab) => tab.waitForEvent('load'));
    await tabs[0]?.bringToFront();
    await updateButton(tabs[0]).click();
    await Promise.all(reloaded);

    for (const tab of tabs) await isStarted(tab);
    expect(loads.map((count) => count())).toEqual([1, 1]);
    for (const [at, tab] of tabs.entries()) expect(await buildOf(tab)).not.toBe(before[at]);
    await expect.poll(() => composer?.inputValue()).toBe('Not sent yet');
    expect(await updateButton(tabs[0]).count()).toBe(0);
    expect(app.complaints.errors).toEqual([]);
  });

  it('leaves a tab of the older one all its parts, also when its worker has to be started anew, until the last one is closed', async () => {
    const tab = await openControlled();
    // A document of ours without the app in it: nothing reloads it, so it stays a tab of the older build.
    const old = await app.open('icons/rehearsal.svg');
    app.server.deploy(release);
    await findUpdate(tab);
    await tab.bringToFront();
    await updateButton(tab).waitFor();

    await failWorker(tab);

    await echoes(tab, 'still the older one');
    expect(await missingFromHost()).not.toEqual([]);

    const reloaded = tab.waitForEvent('load');
    await updateButton(tab).click();
    await reloaded;
    await isStarted(tab);

    expect(await brokenParts(old)).toEqual([]);
    expect(await cachedBuilds(tab)).toBe(2);

    await old.close();
    await tab.reload();
    await expect.poll(() => cachedBuilds(tab)).toBe(1);
  });
});

describe('a part of the app that cannot be loaded', () => {
  it('reloads the page once, then says so', async () => {
    const page = await app.open();
    await isStarted(page);
    const loads = countLoads(page);

    const reloaded = page.waitForEvent('load');
    await missPart(page);
    await reloaded;
    await isStarted(page);
    await missPart(page);

    await page.getByText('A part of the app cannot be loaded.').waitFor();
    expect(loads()).toBe(1);
  });

  it('leaves the page as it is when there is nothing that a reload would find', async () => {
    const page = await openControlled();
    await clearCaches(page);
    await app.server.stop();
    const loads = countLoads(page);

    await missPart(page);

    await page.getByText('A part of the app cannot be loaded.').waitFor();
    expect(loads()).toBe(0);
  });
});

/** What the bundler's loader does when the host has deleted a chunk. */
function missPart(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.dispatchEvent(new Event('vite:preloadError'));
  });
}

function clearCaches(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
}

/** How this document was come by: `navigate` or `reload`. */
function wayIn(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming ? entry.type : undefined;
  });
}

async function openControlled(): Promise<Page> {
  const page = await app.open();
  await isReadyOffline(page);
  await page.reload();
  await isStarted(page);
  return page;
}

/** Another tab of the copy that this browser has. */
async function openTab(): Promise<Page> {
  const page = await app.open();
  await isStarted(page);
  return page;
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

async function findUpdate(page: Page | undefined): Promise<void> {
  await page?.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

function updateButton(page: Page | undefined) {
  if (!page) throw new Error('There is no such tab.');
  return page.getByRole('button', { name: 'Update' });
}

/** The address of the entry names the build. */
function buildOf(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector<HTMLScriptElement>('script[type=module]:not([async])')?.src ?? '',
  );
}

async function isStarted(page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByTestId('saved').waitFor();
}

async function engineWorker(page: Page): Promise<Worker> {
  return page.workers()[0] ?? page.waitForEvent('worker');
}

/** What the worker of `failWorker` throws. */
const thrownInWorker = 'out of order';

/** The worker ends with an error, as one does that is out of memory. */
async function failWorker(page: Page): Promise<void> {
  const worker = await engineWorker(page);
  const next = page.waitForEvent('worker');
  await worker.evaluate((text) => {
    setTimeout(() => {
      throw new Error(text);
    });
  }, thrownInWorker);
  await next;
}

async function echoes(page: Page, text: string): Promise<void> {
  const ada = customer(page, 'Ada Berg');
  await ada.says(text);
  await ada.sees(`Echo: ${text}`);
}

/** As text, because the test's own loader would take an `import` for its own. */
const tryToImport = (url: string): string =>
  `new Promise((resolve) => {
    setTimeout(() => import(${JSON.stringify(url)}).then(() => resolve('reached'), () => resolve('refused')));
  })`;

function tryToFetch(url: string): Promise<string> {
  return fetch(url, { mode: 'no-cors' }).then(
    () => 'reached',
    () => 'refused',
  );
}

/** In a later task: what the debugger evaluates directly is exempt from the policy. */
function tryToMakeCode(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve(typeof Reflect.construct(Function, ['return 1']));
      } catch {
        resolve('refused');
      }
    }, 0);
  });
}

async function olderAssets(): Promise<string[]> {
  return (await readdir(join(builtApp, 'assets'))).map((name) => `${app.server.url}assets/${name}`);
}

/** The parts of the older build that this tab cannot load. */
async function brokenParts(page: Page): Promise<string[]> {
  return page.evaluate(
    async (urls) => {
      const answers = await Promise.all(urls.map(async (url) => ({ url, ok: (await fetch(url)).ok })));
      return answers.filter(({ ok }) => !ok).map(({ url }) => url);
    },
    await olderAssets(),
  );
}

async function missingFromHost(): Promise<string[]> {
  const urls = await olderAssets();
  const answers = await Promise.all(urls.map((url) => fetch(url)));
  return urls.filter((_, at) => !answers[at]?.ok);
}

function cachedBuilds(page: Page): Promise<number> {
  return page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('precache')).length);
}
