import type { Engine } from '../store/store.ts';
import type { BrowserFacts, Offline } from './facts.ts';

/** So long somebody has to answer until they are taken for silent, in milliseconds. */
const patience = 8000;
const shortly = 3000;

export type Examined = Pick<Engine, 'workspaces'>;

/**
 * Looks at this computer, by trying: what is only said to be there may be forbidden, or full. The engine is asked last, as whatever
 * holds it up is not to keep the rest waiting; until it has answered, `tell` has what is known without it.
 */
export async function examine(
  engine: Examined,
  inMemory: () => boolean,
  tell: (facts: BrowserFacts) => void,
): Promise<BrowserFacts> {
  const answered = within(patience, answerTime(engine), 'silent' as const);
  const [database, files, persisted, free, offline, locks] = await Promise.all([
    within(shortly, tried(tryDatabase), 'fails' as const),
    within(shortly, tried(tryFiles), 'fails' as const),
    within(shortly, promised(), 'unknown' as const),
    within(shortly, freeBytes(), null),
    within(shortly, lookOffline(), { kind: 'coming' } as const),
    within(shortly, tryLocks(), false),
  ]);
  const facts: BrowserFacts = {
    isSecure: isSecureContext,
    host: location.hostname,
    database,
    inMemory: null,
    files,
    persisted,
    free,
    engine: 'waits',
    offline,
    now: Date.now(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locks,
    wasm: tryWasm(),
  };
  tell(facts);
  const took = await answered;
  const all = { ...facts, engine: took, inMemory: took === 'silent' ? null : inMemory() };
  tell(all);
  return all;
}

const within = <T, U>(milliseconds: number, asked: Promise<T>, otherwise: U): Promise<T | U> =>
  Promise.race([
    asked.catch(() => otherwise),
    new Promise<U>((resolve) => {
      setTimeout(() => {
        resolve(otherwise);
      }, milliseconds);
    }),
  ]);

const tried = (attempt: () => Promise<void>): Promise<'works' | 'fails'> =>
  attempt().then(
    () => 'works',
    () => 'fails',
  );

async function answerTime(engine: Examined): Promise<number> {
  const from = performance.now();
  await engine.workspaces();
  return Math.round(performance.now() - from);
}

const name = 'rehearsal doctor';

/** A database of its own, which is gone afterwards. */
async function tryDatabase(): Promise<void> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('tried');
  };
  const database = await done(opening);
  try {
    const store = database.transaction('tried', 'readwrite').objectStore('tried');
    await done(store.put('written', 1));
    if ((await done<unknown>(store.get(1))) !== 'written') throw new Error('What was written is not there.');
  } finally {
    database.close();
    indexedDB.deleteDatabase(name);
  }
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('It was not done.'));
    };
  });

/** Browsers leave all of it out where a page is not loaded from a safe address. */
const storage = (): Partial<StorageManager> => ('storage' in navigator ? navigator.storage : {});

async function tryFiles(): Promise<void> {
  const folder = await storage().getDirectory?.();
  if (folder === undefined) throw new Error('There are no private files.');
  await folder.getFileHandle(name, { create: true });
  await folder.removeEntry(name);
}

async function promised(): Promise<BrowserFacts['persisted']> {
  const persisted = await storage().persisted?.();
  return persisted === undefined ? 'unknown' : persisted ? 'yes' : 'no';
}

/** Asks the browser for the promise; true when it gives it. */
export const askForPromise = async (): Promise<boolean> =>
  (await storage()
    .persist?.()
    .catch(() => false)) ?? false;

async function freeBytes(): Promise<number | null> {
  const { usage, quota } = (await storage().estimate?.()) ?? {};
  return usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
}

async function tryLocks(): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  return navigator.locks.request(name, () => true);
}

function tryWasm(): boolean {
  try {
    // The smallest module that there is.
    return (
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) instanceof WebAssembly.Module
    );
  } catch {
    return false;
  }
}

async function lookOffline(): Promise<Offline> {
  if (!('serviceWorker' in navigator)) return { kind: 'none' };
  const { controller } = navigator.serviceWorker;
  if (controller === null) return { kind: 'coming' };
  const [files, registration] = await Promise.all([
    within(shortly, counted(controller), null),
    navigator.serviceWorker.getRegistration(),
  ]);
  return { kind: 'controls', files, newer: (registration?.waiting ?? null) !== null };
}

type Count = { readonly all: number; readonly missing: number };

/** The service worker counts its own files: it alone knows which there should be. */
const counted = (controller: ServiceWorker): Promise<Count> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Count>) => {
      resolve(data);
    };
    controller.postMessage({ type: 'COUNT' }, [port2]);
  });
