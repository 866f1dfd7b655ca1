type Tiles = {
  /** Everybody there is, in the order of the list. */
  readonly all: readonly number[];
  readonly pinned: readonly number[];
  /** Who was selected, the latest first: the first of them is selected now. */
  readonly recent: readonly number[];
  /** How many tiles fit. */
  readonly room: number;
};

/**
 * Who has a tile. Where all fit, all have one. Else those who are pinned, and in what room is left those who were
 * selected last; when nobody was yet, the first of the list. Nobody is pinned until somebody pins them: what one
 * works with stays, and who is added or selected is always there, if need be beside as many pinned ones as there are.
 */
export function shownTiles({ all, pinned, recent, room }: Tiles): readonly number[] {
  if (all.length <= room) return all;
  const there = new Set(all);
  const kept = pinned.filter((id) => there.has(id));
  const [selected] = recent.filter((id) => there.has(id));
  const least = selected === undefined || kept.includes(selected) ? 0 : 1;
  const others = new Set<number>();
  for (const id of [...recent, ...all]) {
    if (others.size >= Math.max(least, room - kept.length)) break;
    if (there.has(id) && !kept.includes(id)) others.add(id);
  }
  return [...kept, ...all.filter((id) => others.has(id))];
}

/** Pinned if it was not, and the other way round. */
export const pinnedOrNot = (pinned: readonly number[], id: number): readonly number[] =>
  pinned.includes(id) ? pinned.filter((one) => one !== id) : [...pinned, id];
