import type { About, Bookmark } from '../protocol/engine-api.ts';

/** A bookmark without an event stands behind all events of its step. */
const wholeStep = Number.MAX_SAFE_INTEGER;

const isAfter = (a: Bookmark, b: Bookmark): number =>
  a.step - b.step || (a.event ?? wholeStep) - (b.event ?? wholeStep);

/** What a workspace says of itself with a bookmark in the place of the one at the same moment, or without that one. */
export function withBookmark(about: About | undefined, bookmark: Bookmark, isKept: boolean) {
  const others = (about?.bookmarks ?? []).filter((one) => isAfter(one, bookmark) !== 0);
  const bookmarks = isKept ? [...others, bookmark].sort(isAfter) : others;
  return { about: { ...about, bookmarks }, bookmarks };
}
