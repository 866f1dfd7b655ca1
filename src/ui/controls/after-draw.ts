const due = new Set<() => void>();

/**
 * Does something once all that is being drawn is in the document, before it is painted. Who measures while others still
 * draw makes the browser lay out the document anew for each of them. The same work is done once.
 */
export function afterDraw(work: () => void): void {
  if (due.size === 0) {
    queueMicrotask(() => {
      const now = [...due];
      due.clear();
      for (const one of now) one();
    });
  }
  due.add(work);
}
