import { cacheNames, setCacheNameDetails } from 'workbox-core';
import { addPlugins, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';

/*
 * The service worker: the app from its cache, always; nothing from another origin, ever (reliability M10, M13).
 *
 * Each build has a cache of its own. A newer build waits until a person applies it, and the caches of older builds
 * stay until every tab that was open at that moment is gone, so that a tab left open can still load its parts.
 */

declare const self: ServiceWorkerGlobalScope;
declare const __CONTENT_SECURITY_POLICY__: string;

const scope = self.registration.scope;
const manifest = self.__WB_MANIFEST;

setCacheNameDetails({ prefix: 'rehearsal', suffix: `${scope}#${fingerprint(JSON.stringify(manifest))}` });
const currentCache = cacheNames.precache;
const anyBuildsCache = currentCache.slice(0, currentCache.lastIndexOf('#') + 1);

/** Remembers which caches are only kept for which tabs. */
const previousCache = `rehearsal-previous-${scope}`;
type Previous = { readonly caches: readonly string[]; readonly clients: readonly string[] };

// ---- what a page asks for ----

// First listener, so that no route is even asked.
self.addEventListener('fetch', (event) => {
  if (new URL(event.request.url).origin === self.location.origin) return;
  event.respondWith(Response.error());
  event.stopImmediatePropagation();
});

addPlugins([{ handlerWillRespond: ({ response }) => Promise.resolve(secured(response)) }]);
precacheAndRoute(manifest);
registerRoute(new NavigationRoute(({ url }) => shell(url)));
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.href.startsWith(scope),
  async ({ request }) => (await fromOlderBuild(request)) ?? fetch(request),
);
setCatchHandler(({ request }) =>
  Promise.resolve(request.mode === 'navigate' ? emptyShell() : Response.error()),
);

/** Any address in our folder is the app; addresses inside the page live in the hash. */
async function shell(url: URL): Promise<Response> {
  const home = new URL(scope);
  const isHome = url.pathname === home.pathname || url.pathname === `${home.pathname}index.html`;
  if (!isHome) return Response.redirect(home.href + url.search);
  const page = await matchPrecache('index.html');
  return page ? secured(page) : fetch(home);
}

/** The app's cache was cleared and there is no network: say what is lost (nothing) and what to do. */
function emptyShell(): Response {
  const text =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Rehearsal</title>' +
    '<h1>The app is not on this machine any more</h1>' +
    '<p>The browser has cleared its copy of the app. Your data is kept apart and is safe. ' +
    'Connect to the network once and load this page again.</p></html>';
  return secured(
    new Response(text, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
  );
}

async function fromOlderBuild(request: Request): Promise<Response | undefined> {
  for (const name of await olderCaches()) {
    const response = await (await caches.open(name)).match(request);
    if (response) return secured(response);
  }
  return undefined;
}

/** The same policy as the page's own, as a header: it also binds what a meta element cannot. */
function secured(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', `${__CONTENT_SECURITY_POLICY__}; frame-ancestors 'none'`);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'no-referrer');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

// ---- life and succession ----

let isFirst = false;

self.addEventListener('install', () => {
  isFirst = self.registration.active === null;
});

self.addEventListener('activate', (event) => {
  event.waitUntil(succeed());
});

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: unknown };
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (type === 'TIDY') event.waitUntil(tidy());
});

async function succeed(): Promise<void> {
  const before = await readPrevious();
  const tabs = (await openTabs()).map(({ id }) => id);
  // A still newer build may be filling its cache at this moment; what is left over is found by its successor.
  const older = self.registration.installing ? before.caches : await olderCaches();
  await writePrevious({ caches: older, clients: [...new Set([...before.clients, ...tabs])] });
  await tidy();
  if (isFirst) await self.clients.claim();
}

/** Drops the caches of older builds once the last tab that may need them is gone. */
async function tidy(): Promise<void> {
  const previous = await readPrevious();
  const open = new Set((await openTabs()).map(({ id }) => id));
  if (previous.clients.some((id) => open.has(id))) return;
  await Promise.all([previousCache, ...previous.caches].map((name) => caches.delete(name)));
}

function openTabs(): Promise<readonly WindowClient[]> {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

async function olderCaches(): Promise<string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(anyBuildsCache) && name !== currentCache);
}

async function readPrevious(): Promise<Previous> {
  const stored = await caches.match(scope, { cacheName: previousCache });
  return stored ? ((await stored.json()) as Previous) : { caches: [], clients: [] };
}

async function writePrevious(previous: Previous): Promise<void> {
  const cache = await caches.open(previousCache);
  await cache.put(scope, Response.json(previous));
}

/** FNV-1a: two builds with the same files are one build. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
