import './boot.ts';
import { effect } from '@preact/signals';
import { watchForMissingParts } from './pwa/missing-part.ts';
import { reloader } from './pwa/reload-once.ts';
import { createEngineClient, type EngineClient } from './ui/engine-client.ts';
import { helpLater } from './ui/help/help-later.ts';
import { mount, type Mounted } from './ui/mount.tsx';
import { startWorker } from './ui/start-worker.ts';
import { whenIdle } from './ui/when-idle.ts';
import { words } from './ui/words/words.ts';

declare const __APP_VERSION__: string;

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no element to draw in.');

const reload = () => {
  location.reload();
};
const later: { mounted?: Mounted; client?: EngineClient } = {};

const after = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
const monotonic = () => performance.now();

const mounted = mount({
  root,
  version: __APP_VERSION__,
  connect: (listener) => {
    later.client = createEngineClient({
      startWorker: () => Promise.resolve(startWorker('engine')),
      listener,
      base: document.baseURI,
      after,
      monotonic,
      newId: () => crypto.randomUUID(),
      stateChanged: ({ kind }) => {
        const retry = () => later.client?.retry();
        if (kind === 'busy') later.mounted?.hangs();
        if (kind === 'running') later.mounted?.notify('engine', null);
        else if (kind === 'failed') {
          later.mounted?.notify('engine', { text: words.engineFailed, action: words.tryAgain, act: retry });
        } else if (kind === 'busy') later.mounted?.notify('engine', { text: words.engineBusy });
        else if (kind === 'restarting') later.mounted?.notify('engine', { text: words.engineRestarting });
      },
    });
    return later.client;
  },
  stopEngine: () => {
    later.client?.stop();
  },
  connectHelp: (world, tooMuch) =>
    helpLater(async () => {
      const { createHelpClient } = await import('./ui/help-client.ts');
      return createHelpClient({
        startWorker: () => Promise.resolve(startWorker('help')),
        world,
        tooMuch,
        base: document.baseURI,
        after,
        monotonic,
      });
    }),
});
later.mounted = mounted;

// Text that was typed but not sent outlives the page, however it goes.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void mounted.store.leave();
});

const reloadOnce = reloader(mounted.store.flushDrafts);
if (import.meta.env.PROD) {
  watchForMissingParts(reloadOnce, () => {
    mounted.notify('update', { text: words.partMissing, action: words.reload, act: reload });
  });
}
// What is shown comes first; a page that shows nothing may need the newer build most.
let watches = false;
const watch = () => {
  if (!watches) void watchForUpdates();
  watches = true;
};
effect(() => {
  if (mounted.store.workspace.value !== null) whenIdle(watch);
});
after(5000, watch);

async function watchForUpdates(): Promise<void> {
  const { registerServiceWorker } = await import('./pwa/register.ts');
  if (mounted.isErased()) return;
  const updates = registerServiceWorker({
    worksOffline: () => {
      mounted.setWorksOffline(true);
    },
    offered: () => {
      const update = () => void updates.applyUpdate();
      mounted.notify('update', { text: words.newerVersion, action: words.update, act: update });
    },
    flushDrafts: mounted.store.flushDrafts,
    reloadOnce,
  });
}
