/** How long an answer waits for its events before it counts all the same. */
const patience = 2000;

type Waiting = { readonly seq: number; readonly resolve: () => void };

/** An answer may come before the events it speaks of: this waits until the page shows them. */
export function createAwaited(reached: () => number, after: (milliseconds: number, run: () => void) => void) {
  const waiting = new Set<Waiting>();
  return {
    /** Resolves when event `seq` is shown. */
    until(seq: number): Promise<void> {
      if (reached() >= seq) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.add({ seq, resolve });
        after(patience, resolve);
      });
    },
    /** To be called when more is shown. */
    wake(): void {
      for (const one of waiting) {
        if (reached() < one.seq) continue;
        waiting.delete(one);
        one.resolve();
      }
    },
  };
}
