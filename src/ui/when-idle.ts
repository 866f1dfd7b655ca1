/** The latest that it runs, in milliseconds, however busy the page is. */
const latest = 2000;

let begin: () => void = () => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

/**
 * From now on there are idle moments. Until the first conversation is shown there are none: a page that waits for its worker has
 * nothing to do, and whatever it begins takes the time of what it waits for.
 */
export const idleBegins = (): void => {
  begin();
};

/** Runs something when what was just changed is drawn and nothing else is to be done. What it returns takes it back. */
export function whenIdle(run: () => void): () => void {
  let takeBack: (() => void) | null = () => undefined;
  void begun.then(() => {
    if (takeBack !== null) takeBack = nextIdle(run);
  });
  return () => {
    takeBack?.();
    takeBack = null;
  };
}

function nextIdle(run: () => void): () => void {
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
