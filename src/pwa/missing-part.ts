const RELOADED_FOR = 'rehearsal reloaded for build';

/** The address of this chunk carries the hash of its content, so it names the build. */
const build = import.meta.url;

/**
 * What to do when a part of the app that loads later cannot be had: the host has deleted it after a newer build,
 * and this tab has no service worker that kept it. One reload per build and tab; after that it is only said.
 */
export function watchForMissingParts(reload: () => Promise<void>, broken: () => void): void {
  window.addEventListener('vite:preloadError', () => {
    void canReload().then((can) => {
      if (can && firstTime()) void reload();
      else broken();
    });
  });
}

/** A reload would take away what still works where nobody has the page: no network, and no copy that was kept of it. */
function canReload(): Promise<boolean> {
  return fetch(document.baseURI, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function firstTime(): boolean {
  try {
    if (sessionStorage.getItem(RELOADED_FOR) === build) return false;
    sessionStorage.setItem(RELOADED_FOR, build);
    return true;
  } catch {
    return false; // storage is blocked: nothing would stop a loop
  }
}
