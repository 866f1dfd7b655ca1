/** What of the app may be left on a computer. */
export type Left = 'database' | 'journals' | 'settings' | 'app';

/** As the worker calls them. */
const names = { database: 'rehearsal', journals: 'journals' };
const isOurs = (key: string): boolean => key.startsWith('rehearsal');

/** How often, and how long after each other in milliseconds, it is deleted again when something is left. */
const attempts = 8;
const tryAgainAfter = 300;

/**
 * Deletes what the page itself keeps, settings and the copy of the app, and looks what of all is left. What belongs to
 * another app of the same host stays. Another tab that loads a part of the app at that moment makes its cache anew: so
 * what is left is deleted again for a while before it is said to be.
 */
export async function cleanBrowser(): Promise<readonly Left[]> {
  let left = await cleanOnce();
  for (let tried = 1; left.length > 0 && tried < attempts; tried++) {
    await new Promise((resolve) => setTimeout(resolve, tryAgainAfter));
    left = await cleanOnce();
  }
  return left;
}

async function cleanOnce(): Promise<readonly Left[]> {
  for (const store of stores()) for (const key of keysOf(store)) store.removeItem(key);
  await dropApp().catch(() => undefined);
  const isLeft: Record<Left, boolean> = {
    database: await isDatabaseLeft().catch(() => false),
    journals: await areJournalsLeft().catch(() => false),
    settings: stores().some((store) => keysOf(store).length > 0),
    app: await isAppLeft().catch(() => false),
  };
  return (Object.keys(isLeft) as Left[]).filter((one) => isLeft[one]);
}

function stores(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return []; // forbidden: nothing was ever kept there
  }
}

const keysOf = (store: Storage): readonly string[] =>
  Array.from({ length: store.length }, (_, n) => store.key(n) ?? '').filter(isOurs);

const scope = (): string => new URL('./', document.baseURI).href;

async function ourCaches(): Promise<readonly string[]> {
  if (!('caches' in globalThis)) return [];
  // The name of each ends with the address of the app, or goes on with the number of a build.
  return (await caches.keys()).filter((name) => isOurs(name) && name.split('#')[0]?.endsWith(`-${scope()}`));
}

async function ourRegistrations(): Promise<readonly ServiceWorkerRegistration[]> {
  if (!('serviceWorker' in navigator)) return [];
  return (await navigator.serviceWorker.getRegistrations()).filter((one) => one.scope === scope());
}

async function dropApp(): Promise<void> {
  for (const one of await ourRegistrations()) await one.unregister();
  for (const name of await ourCaches()) await caches.delete(name);
}

const isAppLeft = async (): Promise<boolean> =>
  (await ourCaches()).length > 0 || (await ourRegistrations()).length > 0;

/** Some browsers do not tell which databases there are: then what the worker said is all that is known. */
async function isDatabaseLeft(): Promise<boolean> {
  if (!('databases' in indexedDB)) return false;
  return (await indexedDB.databases()).some(({ name }) => name === names.database);
}

async function areJournalsLeft(): Promise<boolean> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return false;
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(names.journals).then(
    () => true,
    () => false,
  );
}
