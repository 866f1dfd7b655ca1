/** How long the other tabs may take to put their unsent text on disk. A frozen tab never answers. */
const PATIENCE_MS = 5_000;

type Note =
  { readonly type: 'flush'; readonly round: string } | { readonly type: 'flushed'; readonly round: string };

/** Resolves when every open tab has written its unsent text, or has had its time. */
export type FlushRound = () => Promise<void>;

/**
 * Joins this tab to the others of the same app. Each tab holds a lock of its own for as long as it lives, so
 * the one that asks knows how many answers to expect.
 */
export function joinFlushRound(scope: string, flushDrafts: () => Promise<void>): FlushRound {
  const prefix = `rehearsal tab ${scope} `;
  const own = prefix + crypto.randomUUID();
  const channel = new BroadcastChannel(`rehearsal flush ${scope}`);
  const answered = new Map<string, () => void>();
  const send = (note: Note) => {
    channel.postMessage(note);
  };

  void navigator.locks.request(own, () => new Promise(() => undefined));
  channel.addEventListener('message', ({ data: note }: MessageEvent<Note>) => {
    if (note.type === 'flushed') answered.get(note.round)?.();
    else
      void flushDrafts().finally(() => {
        send({ type: 'flushed', round: note.round });
      });
  });

  return async () => {
    const { held = [] } = await navigator.locks.query();
    let missing = held.filter(({ name }) => name?.startsWith(prefix) && name !== own).length;
    const round = crypto.randomUUID();
    const others = new Promise<void>((resolve) => {
      if (missing === 0) resolve();
      setTimeout(resolve, PATIENCE_MS);
      answered.set(round, () => {
        missing -= 1;
        if (missing <= 0) resolve();
      });
    });
    send({ type: 'flush', round });
    await Promise.all([flushDrafts(), others]);
    answered.delete(round);
  };
}
