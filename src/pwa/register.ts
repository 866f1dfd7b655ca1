import { Workbox } from 'workbox-window';
import { joinFlushRound } from './flush-round.ts';

const CHECK_EVERY_MS = 60 * 60 * 1000;

/** What the page wants to know, and what it must be able to do. */
export type UpdateHooks = {
  /** Every file of the app is on this machine: from now on it starts without a network. */
  readonly worksOffline: () => void;
  /** A newer build is installed and waits. It may be offered; nothing happens until `applyUpdate`. */
  readonly offered: () => void;
  /** Resolves when everything typed but not sent is on disk. Called before any reload, in every tab. */
  readonly flushDrafts: () => Promise<void>;
  /** Reloads this tab, once; a newer build has taken over. */
  readonly reloadOnce: () => Promise<void>;
};

export type AppUpdates = {
  /** All tabs write their drafts, the newer build takes over, and each tab reloads once. */
  applyUpdate(): Promise<void>;
  /** Asks the host for a newer build now. Silent without a network. */
  checkForUpdate(): Promise<void>;
};

const nothing: AppUpdates = {
  applyUpdate: () => Promise.resolve(),
  checkForUpdate: () => Promise.resolve(),
};

/**
 * Registers the service worker, which makes the app work without a network, and watches for newer builds
 * (reliability M13, W01 to W03). Nothing waits for it, so the page loads it when it is idle. Does nothing in development and where the browser has no service workers.
 */
export function registerServiceWorker(hooks: UpdateHooks): AppUpdates {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return nothing;

  const script = new URL('sw.js', document.baseURI);
  const scope = new URL('./', script).href;
  const workbox = new Workbox(script.href, { scope, updateViaCache: 'none' });
  const registration = workbox.register({ immediate: true }).catch(() => undefined);
  const flushAllTabs = joinFlushRound(scope, hooks.flushDrafts);
  const { reloadOnce } = hooks;

  void navigator.serviceWorker.ready.then(hooks.worksOffline);
  workbox.addEventListener('waiting', hooks.offered);
  reloadWhenReplaced(workbox, reloadOnce);
  navigator.serviceWorker.controller?.postMessage({ type: 'TIDY' });

  const checkForUpdate = () => workbox.update().catch(() => undefined);
  setInterval(() => void checkForUpdate(), CHECK_EVERY_MS);

  return {
    checkForUpdate,
    applyUpdate: async () => {
      await flushAllTabs();
      const waiting = (await registration)?.waiting;
      // A tab that was loaded past the service worker is not told of the change, so it watches for itself.
      waiting?.addEventListener('statechange', () => {
        if (waiting.state === 'activated') void reloadOnce();
      });
      workbox.messageSkipWaiting();
    },
  };
}

/** The first service worker of a page takes it over quietly; any later one means that the build has changed. */
function reloadWhenReplaced(workbox: Workbox, reloadOnce: () => Promise<void>): void {
  let controlled = navigator.serviceWorker.controller !== null;
  workbox.addEventListener('controlling', () => {
    if (controlled) void reloadOnce();
    controlled = true;
  });
}
