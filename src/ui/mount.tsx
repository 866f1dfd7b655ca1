import { effect, signal } from '@preact/signals';
import { options, render } from 'preact';
import type { World } from '../engine/world.ts';
import type { Listener } from '../protocol/engine-api.ts';
import { afterPaint } from './after-paint.ts';
import { App } from './app.tsx';
import type { Notice } from './banner.tsx';
import { createChecks } from './bots/scripts/checks.ts';
import { createErasing } from './erased/erasing.ts';
import { createFilesState, takeLink } from './files/files-state.ts';
import { fetchPlace, isPlace } from './frame/places.ts';
import { createRouter, hrefOf } from './frame/router.ts';
import { findDraftOwner } from './store/draft-owner.ts';
import { createDraftsBridge } from './store/drafts-bridge.ts';
import type { HelpClient } from './help-client.ts';
import { createBrowserStorage } from './browser-storage.ts';
import { createTooMuch, type TooMuch } from './help/too-much.ts';
import { createStore, type Engine, type Store } from './store/store.ts';
import { loadSentences } from './sentence.ts';
import { wantedNext } from './open-next.ts';
import { createOpeningMark } from './opening-mark.ts';
import { createPaletteState } from './palette/palette-state.ts';
import { createUndo } from './undo/undo.ts';
import { idleBegins, whenIdle } from './when-idle.ts';
import { createWindowState } from './window-state.ts';
import './styles/all.css';

/** What a line on top of the window is about; one line for each. */
type Subject = 'engine' | 'update' | 'storage';

export type Mounted = {
  readonly store: Store;
  /** Shows a line on top of the window, or takes it away. */
  notify(subject: Subject, notice: Notice | null): void;
  setWorksOffline(works: boolean): void;
  /** Everything was erased: nothing is to be kept any more. */
  isErased(): boolean;
  /** The engine does not answer; if that is while a workspace opens, the next page asks before it does that again. */
  hangs(): void;
};

export type MountOptions = {
  readonly root: HTMLElement;
  /** Makes the engine; it tells what happens to the listener. */
  readonly connect: (listener: Listener) => Engine;
  /** Makes what helps to write the scripts of a world; `tooMuch` is what it is not to be asked about. */
  readonly connectHelp: (world: () => World | null, tooMuch: TooMuch) => HelpClient;
  /** Ends the engine for good. */
  readonly stopEngine: () => void;
  readonly version: string;
};

/** How long nothing else begins while the first workspace is opened, in milliseconds. */
const openingTakes = 2000;

/** How the browser came to this page. */
const navigationType = (): string | undefined =>
  (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.type;

/** Draws the window into `root` over any engine, and opens the last workspace. */
export function mount({ root, connect, connectHelp, stopEngine, version }: MountOptions): Mounted {
  // The engine tells nothing before this function has ended: its worker has to start first.
  const engine = connect((publication) => {
    if (publication.type === 'erased') erasing.heard();
    else store.receive(publication);
  });
  const keepers = createBrowserStorage();
  const erasing = createErasing({ engine, stopEngine, keepers });
  const store: Store = createStore(engine, {
    newId: () => crypto.randomUUID(),
    mono: () => performance.now(),
    after: (milliseconds, run) => {
      setTimeout(run, milliseconds);
    },
    draftsBridge: createDraftsBridge(keepers.local),
    draftOwner: findDraftOwner({
      keeper: keepers.session,
      locks: 'locks' in navigator ? navigator.locks : null,
      newId: () => `${Date.now().toString(36)}-${crypto.randomUUID()}`,
      isReload: navigationType() === 'reload',
    }),
  });
  const windowState = createWindowState(keepers.local);
  const help = connectHelp(() => store.world.value, createTooMuch(keepers.local));
  const files = createFilesState(keepers.local);
  // Before the router reads the address: a link names no place.
  const takeUpLink = (then: string) => {
    const link = takeLink({ location, history }, then);
    if (link !== null) files.bring([link]);
  };
  takeUpLink('');
  const router = createRouter({
    location,
    history,
    onMoved: (heard) => {
      const moved = () => {
        takeUpLink(hrefOf(router.path.peek()));
        heard();
      };
      addEventListener('popstate', moved);
      addEventListener('hashchange', moved);
    },
    keeper: keepers.local,
  });
  const [place, , workspace] = router.path.peek();
  // While the workspace opens; what fails here is told where the place is drawn.
  if (isPlace(place)) fetchPlace(place).catch(() => undefined);
  const palette = createPaletteState(keepers.local);
  const context = {
    store,
    windowState,
    router,
    palette,
    help,
    checks: createChecks(help),
    undo: createUndo(),
    keepers,
    erasing,
    files,
  };
  const notices = signal<Readonly<Record<string, Notice | null>>>({});
  const worksOffline = signal(false);
  const mark = createOpeningMark(keepers.local);
  const heldBack = signal(mark.isSet());
  effect(() => {
    const open = store.workspace.value;
    if (open === null) return;
    mark.set(false);
    windowState.enter(open.id, open.parent);
    // What is shown comes first; what the next message needs is there before somebody has written it.
    afterPaint(idleBegins);
    whenIdle(() => {
      void engine.makeReady(open.id);
      void loadSentences();
    });
  });
  const notify: Mounted['notify'] = (subject, notice) => {
    notices.value = { ...notices.value, [subject]: notice };
  };
  // Nobody waits for it; without it, what came back is there all the same.
  whenIdle(() => {
    const loading = import('./storage-notice.ts').then(({ watchStorage }) => {
      watchStorage({
        store,
        keeper: keepers.local,
        notify: (notice) => {
          notify('storage', notice);
        },
        now: () => new Date(),
      });
    });
    loading.catch(() => undefined);
  });
  // Preact waits 35 ms for a frame before it runs effects: they would run before the first conversation is painted, not after it.
  // Signals that are put straight into JSX would wait for that frame, too: `{signal.value}` does not.
  options.requestAnimationFrame = afterPaint;
  render(<App {...{ context, version, worksOffline, notices, heldBack }} />, root);
  // Where no workspace opens, or none soon, the rest is there all the same.
  setTimeout(idleBegins, openingTakes);
  const wanted = wantedNext(keepers.session);
  if (!heldBack.peek()) void store.open(place === 'widget' ? (workspace ?? null) : wanted);
  return {
    store,
    notify,
    setWorksOffline: (works) => {
      worksOffline.value = works;
    },
    isErased: () => erasing.state.peek() !== null,
    hangs: () => {
      if (store.workspace.peek() === null) mark.set(true);
    },
  };
}
