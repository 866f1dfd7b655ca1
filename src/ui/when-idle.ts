/** The latest that it runs, in milliseconds, however busy the page is. */
const latest = 2000;

/** Runs something when what was just changed is drawn and nothing else is to be done. What it returns takes it back. */
export function whenIdle(run: () => void): () => void {
  // Not every browser tells when it is idle.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, 200);
    return () => {
      clearTimeout(timer);
    };
  }
  const request = requestIdleCallback(run, { timeout: latest });
  return () => {
    cancelIdleCallback(request);
  };
}
