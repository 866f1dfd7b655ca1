import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type Request,
  type WebError,
} from 'playwright-core';
import { builtApp } from './build-app.ts';
import { provideBrowser } from './find-browser.mjs';
import { startStaticServer, type StaticServer } from './static-server.ts';
import { stepTimeout } from './waits.ts';

export type LaunchOptions = {
  /** The built app to serve; `dist` if not given. */
  readonly folder?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Has a browser of its own, as has one with a locale. */
  readonly locale?: string;
  /** A browser that nothing was done in before, gone when the app is closed. */
  readonly ownBrowser?: boolean;
  /** The tour is offered, as it is on a first visit; else whoever comes has put it away before. */
  readonly offersTour?: boolean;
  /** The service worker takes a copy of the app, as it does for people; a page without one takes a third less to start. */
  readonly worksOffline?: boolean;
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

type Browser = {
  readonly context: BrowserContext;
  readonly closePages: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const viewport = { width: 1440, height: 900 };

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
async function startBrowser(locale: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'rehearsal-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: provideBrowser(),
    headless: true,
    args: browserArguments,
    viewport,
    locale,
  });
  context.setDefaultTimeout(stepTimeout);
  // Stays open: a browser without any page may end.
  const [keeper] = context.pages();
  return {
    context,
    closePages: async () => {
      const others = context.pages().filter((page) => page !== keeper);
      await Promise.all(others.map((page) => page.close()));
    },
    stop: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

let shared: Browser | null = null;
/** Origins of the apps before: a page that is being closed still says this and that. */
const former = new Set<string>();
const isFormer = (url: string): boolean => URL.canParse(url) && former.has(new URL(url).origin);

/** Ends the browser that the apps of a test file shared. */
export async function stopSharedBrowser(): Promise<void> {
  await shared?.stop();
  shared = null;
}

/**
 * Serves the built app from an origin that no browser has seen, so that this is a first visit, and opens a browser on
 * it: the one of the apps before, unless another one is asked for. One at a time.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const server = await startStaticServer(options.folder ?? builtApp);
  const isOwn = options.ownBrowser === true || options.locale !== undefined;
  const browser = isOwn
    ? await startBrowser(options.locale ?? 'en-GB')
    : (shared ??= await startBrowser('en-GB'));
  const { context } = browser;
  const { complaints, deafen } = listen(context, server.origin);

  return {
    server,
    context,
    complaints,
    open: async (path = '') => {
      const page = await context.newPage();
      await page.setViewportSize(options.viewport ?? viewport);
      await page.emulateMedia({ colorScheme: options.colorScheme ?? 'light' });
      if (options.worksOffline !== true) await page.addInitScript(withoutServiceWorker);
      if (options.offersTour !== true) await page.addInitScript(withoutTour);
      await page.goto(server.url + path);
      return page;
    },
    close: async () => {
      if (isOwn) await browser.stop();
      else await browser.closePages();
      deafen();
      former.add(server.origin);
      await server.stop();
    },
  };
}

/** As a browser is that has none, or none for this address. */
function withoutServiceWorker(): void {
  Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
}

/** As for somebody who knows the app: no card stands over a corner of it. */
function withoutTour(): void {
  try {
    localStorage.setItem('rehearsal.tour', 'over');
  } catch {
    // A page that may keep nothing is offered it, like everybody's first.
  }
}

/** Waits until the service worker has taken every file and this page would load without a network. */
export async function isReadyOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

function listen(context: BrowserContext, origin: string) {
  const complaints = {
    errors: [] as string[],
    policyViolations: [] as string[],
    foreignRequests: [] as string[],
  };
  const onError = (error: WebError) => {
    if (!isFormer(error.page()?.url() ?? '')) complaints.errors.push(String(error.error()));
  };
  const onConsole = (message: ConsoleMessage) => {
    if (isFormer(message.location().url)) return;
    const text = message.text();
    if (/Content Security Policy|Trusted ?Type/i.test(text)) complaints.policyViolations.push(text);
    else if (message.type() === 'error') complaints.errors.push(text);
  };
  const onRequest = (request: Request) => {
    const url = new URL(request.url());
    if (!url.protocol.startsWith('http') || url.origin === origin || isFormer(url.href)) return;
    complaints.foreignRequests.push(url.href);
  };
  context.on('weberror', onError).on('console', onConsole).on('request', onRequest);
  return {
    complaints: complaints as Complaints,
    deafen: () => {
      context.off('weberror', onError).off('console', onConsole).off('request', onRequest);
    },
  };
}
