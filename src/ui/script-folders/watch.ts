import type { DiskFolder } from '../../protocol/script-folder-api.ts';

/** How often a folder is looked at where the browser does not tell what changes, in milliseconds: at least. */
const often = 3000;
/** A look at a large folder takes a while; so many times as long it is left alone then. */
const rest = 20;

type Observer = {
  observe(folder: unknown, options: { readonly recursive: boolean }): Promise<void>;
  disconnect(): void;
};
type ObserverClass = new (hear: () => void) => Observer;

/**
 * Has `look` called when something may have changed in a folder: as the browser tells it; where it does not, again and
 * again as long as the page is seen, and when it gets the focus.
 *
 * @returns what ends it.
 */
export function watchFolder(folder: DiskFolder, look: () => Promise<void>): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: ReturnType<typeof setTimeout> | undefined;
  const again = (after: number) => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(() => void lookNow(), after);
  };
  const lookNow = async () => {
    if (document.visibilityState === 'hidden') {
      again(often);
      return;
    }
    const from = performance.now();
    await look();
    again(Math.max(often, (performance.now() - from) * rest));
  };
  const hear = () => {
    // An editor that saves writes more than once.
    clearTimeout(told);
    told = setTimeout(() => void look(), 150);
  };
  const onFocus = () => {
    hear();
  };
  addEventListener('focus', onFocus);
  const observer = observerOf(hear);
  if (observer === null) again(often);
  else
    observer.observe(folder, { recursive: true }).catch(() => {
      again(often);
    });
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
