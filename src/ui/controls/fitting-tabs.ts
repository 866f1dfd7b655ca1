type Room = {
  /** Pixels of each tab, in their order. */
  readonly widths: readonly number[];
  readonly gap: number;
  /** Pixels that there are, and those of what opens the others. */
  readonly room: number;
  readonly more: number;
  /** Which one is open: it is always seen. */
  readonly open: number;
};

/** Which tabs are seen, by their places: all of them, or as many of the first as leave room for what opens the rest. */
export function fittingTabs({ widths, gap, room, more, open }: Room): readonly number[] {
  const all = widths.map((_, index) => index);
  const length = (those: readonly number[]) =>
    those.reduce((sum, index) => sum + (widths[index] ?? 0) + gap, 0) - gap;
  if (length(all) <= room) return all;
  for (let count = all.length - 1; count > 0; count -= 1) {
    const first = all.slice(0, count);
    const shown = first.includes(open) ? first : [...first.slice(0, -1), open];
    if (length(shown) + gap + more <= room) return shown;
  }
  return [open];
}
