import type { DiskFolder } from '../../protocol/script-folder-api.ts';

/** How often a folder is looked at where the browser does not tell what changes, in milliseconds: at least. */
const often = 3000;
/** The same where it does: nobody promises that it tells everything, on a drive in a network for instance. */
const seldom = 20_000;
/** A look at a large folder takes a while; so many times as long it is left alone then. */
const rest = 20;

type Observer = {
  observe(folder: unknown, options: { readonly recursive: boolean }): Promise<void>;
  disconnect(): void;
};
type ObserverClass = new (hear: () => void) => Observer;

/**
 * Has `look` called when something may have changed in a folder: as the browser tells it, when the page gets the focus,
 * and again and again as long as it is seen.
 *
 * @returns what ends it.
 */
export function watchFolder(folder: DiskFolder, look: () => Promise<void>): () => void {
  let isOver = false;
  let pause = often;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: ReturnType<typeof setTimeout> | undefined;
  const again = (after: number) => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void lookNow(), after);
  };
  let isLooking = false;
  let wanted = 0;
  let done = 0;
  /** Looks that are asked for while one is going on are one behind it. */
  const lookOnce = async () => {
    wanted += 1;
    if (isLooking) return;
    isLooking = true;
    while (done < wanted && !isOver) {
      done = wanted;
      await look();
    }
    isLooking = false;
  };
  const lookNow = async () => {
    if (document.visibilityState === 'hidden') {
      again(pause);
      return;
    }
    const from = performance.now();
    await lookOnce();
    again(Math.max(pause, (performance.now() - from) * rest));
  };
  const hear = () => {
    // An editor that saves writes more than once.
    clearTimeout(told);
    told = setTimeout(() => void lookOnce(), 150);
  };
  const onFocus = () => {
    hear();
  };
  addEventListener('focus', onFocus);
  const observer = observerOf(hear);
  again(pause);
  void observer?.observe(folder, { recursive: true }).then(
    () => {
      pause = seldom;
    },
    () => undefined,
  );
  return () => {
    isOver = true;
    clearTimeout(timer);
    clearTimeout(told);
    removeEventListener('focus', onFocus);
    observer?.disconnect();
  };
}

function observerOf(hear: () => void): Observer | null {
  const { FileSystemObserver: Class } = globalThis as { readonly FileSystemObserver?: ObserverClass };
  return Class === undefined ? null : new Class(hear);
}
