import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { builtApp } from './build-app.ts';
import { provideBrowser } from './find-browser.mjs';
import { startStaticServer, type StaticServer } from './static-server.ts';

export type LaunchOptions = {
  /** The built app to serve; `dist` if not given. */
  readonly folder?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: string;
};

/** What went wrong in any page of the browser, in words. A good journey leaves all three empty. */
export type Complaints = {
  /** Uncaught exceptions and `console.error`. */
  readonly errors: readonly string[];
  readonly policyViolations: readonly string[];
  /** Requests to any other origin than the app's. */
  readonly foreignRequests: readonly string[];
};

export type LaunchedApp = {
  readonly server: StaticServer;
  readonly context: BrowserContext;
  readonly complaints: Complaints;
  /** A new tab with the app, loaded from its sub-path. `path` may hold a hash or a query. */
  open(path?: string): Promise<Page>;
  close(): Promise<void>;
};

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium on the built app. The profile is a real one on disk, thrown away at the end: a private
 * (ephemeral) one keeps IndexedDB in memory and behaves differently where it matters.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const server = await startStaticServer(options.folder ?? builtApp);
  const profile = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: provideBrowser(),
    headless: true,
    args: browserArguments,
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: options.locale ?? 'en-GB',
  });
  context.setDefaultTimeout(20_000);
  const complaints = listen(context, server.origin);

  return {
    server,
    context,
    complaints,
    open: async (path = '') => {
      const page = await context.newPage();
      await page.goto(server.url + path);
      return page;
    },
    close: async () => {
      await context.close();
      await server.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Waits until the service worker has taken every file and this page would load without a network. */
export async function isReadyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

function listen(context: BrowserContext, origin: string): Complaints {
  const complaints = {
    errors: [] as string[],
    policyViolations: [] as string[],
    foreignRequests: [] as string[],
  };
  context.on('weberror', (error) => complaints.errors.push(String(error.error())));
  context.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy|Trusted ?Type/i.test(text)) complaints.policyViolations.push(text);
    else if (message.type() === 'error') complaints.errors.push(text);
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.foreignRequests.push(url.href);
  });
  return complaints;
}
