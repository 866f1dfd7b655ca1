const FLUSH_PATIENCE_MS = 5_000;

/** Reloads the page, once however often it is asked, after everything typed but not sent is on disk. */
export function reloader(flushDrafts: () => Promise<void>): () => Promise<void> {
  let reloading = false;
  return async () => {
    if (reloading) return;
    reloading = true;
    const timeIsUp = new Promise((resolve) => setTimeout(resolve, FLUSH_PATIENCE_MS));
    await Promise.race([flushDrafts().catch(() => undefined), timeIsUp]);
    location.reload();
  };
}
