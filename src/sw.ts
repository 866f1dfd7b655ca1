import { cacheNames, setCacheNameDetails } from 'workbox-core';
import { addPlugins, getCacheKeyForURL, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';

/*
 * The service worker: the app from its cache, always; nothing from another origin but what the page with the network asks for
 * call by call (reliability M10, M13).
 *
 * Each build has a cache of its own. A newer build waits until a person applies it, and the caches of older builds
 * stay until every tab that was open at that moment is gone, so that a tab left open can still load its parts.
 */

declare const self: ServiceWorkerGlobalScope;
declare const __CONTENT_SECURITY_POLICY__: string;
declare const __NETWORK_POLICY__: string;

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
  // What may go out goes past us, under the policy of its page: ours may be stricter.
  if (!usesPermit(event)) event.respondWith(Response.error());
  event.stopImmediatePropagation();
});

// What is kept has its headers already and is handed out as it lies there: Chromium keeps the compiled code of a script beside it
// in the cache, and reads it only where a page is given just that answer (ARCHITECTURE, Starting).
addPlugins([
  {
    cacheWillUpdate: ({ request, response }) =>
      Promise.resolve(response.ok ? secured(response, request.url) : null),
    handlerWillRespond: ({ request, response }) => Promise.resolve(secured(response, request.url)),
  },
]);
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
  if (!isHome && !isNetworkPage(url.href)) return Response.redirect(home.href + url.search);
  const page = await matchPrecache(isHome ? 'index.html' : 'network.html');
  return page ? secured(page, url.href) : fetch(isHome ? home : url);
}

/** The same app under a wider policy, for workspaces whose network is switched on (docs/network.md). */
function isNetworkPage(address: string): boolean {
  const { origin, pathname } = new URL(address);
  const name = (origin + pathname).slice(scope.length);
  return address.startsWith(scope) && (name === 'network.html' || name === 'network');
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
    if (response) return secured(response, request.url);
  }
  return undefined;
}

/** The same policy as the page's own, as a header: it also binds what a meta element cannot. What has it already stays the same object. */
function secured(response: Response, address: string = scope): Response {
  const policy = isNetworkPage(address) ? __NETWORK_POLICY__ : __CONTENT_SECURITY_POLICY__;
  const wanted = {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
  const isLacking = ([name, value]: readonly [string, string]) => response.headers.get(name) !== value;
  const lacking = Object.entries(wanted).filter(isLacking);
  if (lacking.length === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of lacking) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

// ---- what may leave ----

/** A permit is for one request, which follows at once. */
const permitLasts = 10_000;
/** By page, method and address: when each was given, in milliseconds since this worker started. */
const permits = new Map<string, number>();

/** The page with the network says of each call that it is to go out, just before it asks; nobody else is listened to. */
function permit({ source, data, ports }: ExtendableMessageEvent): void {
  const { method, url } = data as { readonly method?: unknown; readonly url?: unknown };
  if (!(source instanceof WindowClient) || !isNetworkPage(source.url)) return;
  if (permits.size >= 100) permits.clear();
  permits.set(`${source.id} ${String(method)} ${String(url)}`, performance.now());
  ports[0]?.postMessage(true);
}

/** Whether a request is one that was let out, by the page itself, without cookies and without following where it is sent on to. */
function usesPermit({ clientId, request }: FetchEvent): boolean {
  const key = `${clientId} ${request.method} ${request.url}`;
  const given = permits.get(key);
  permits.delete(key);
  // A request that asks for nothing, and whose answer nobody can read, only tells whether somebody is there.
  const isProbe = request.method === 'HEAD' && request.mode === 'no-cors';
  const isPlain = request.credentials === 'omit' && (request.redirect === 'manual' || isProbe);
  return given !== undefined && performance.now() - given < permitLasts && isPlain;
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
  if (type === 'PERMIT') permit(event);
  if (type === 'COUNT') event.waitUntil(count(event));
});

/** Tells who asks how many files the app has, and how many of them the browser has lost. */
async function count({ ports }: ExtendableMessageEvent): Promise<void> {
  const held = new Set((await (await caches.open(currentCache)).keys()).map(({ url }) => url));
  const files = manifest.map((entry) => getCacheKeyForURL(typeof entry === 'string' ? entry : entry.url));
  const missing = files.filter((key) => key === undefined || !held.has(key)).length;
  ports[0]?.postMessage({ all: files.length, missing });
}

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
