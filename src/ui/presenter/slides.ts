import type { Bookmark, StepMark } from '../../protocol/engine-api.ts';
import { momentOf } from '../past/places-in-time.ts';

/**
 * One thing to show: the place where presenting began, when that is not the stage; the moment of a bookmark; or the
 * present. `seq` is the event after which the world is shown: 0 for the start, `Infinity` for the present.
 */
export type Slide =
  | { readonly kind: 'place'; readonly title: string; readonly seq: -1 }
  | { readonly kind: 'moment'; readonly title: string; readonly note: string; readonly seq: number }
  | { readonly kind: 'now'; readonly seq: typeof Infinity };

/** The slides, in the order of the log: every bookmark is one. `place` is the title of where presenting began; '' for the stage. */
export function slidesOf(
  place: string,
  bookmarks: readonly Bookmark[],
  marks: readonly StepMark[],
): readonly Slide[] {
  const moments = bookmarks
    .flatMap((bookmark) => {
      const seq = bookmark.step === 0 ? (bookmark.event ?? 0) : momentOf(bookmark, marks);
      if (seq === undefined) return [];
      return [{ kind: 'moment' as const, title: bookmark.name, note: bookmark.note ?? '', seq }];
    })
    .toSorted((a, b) => a.seq - b.seq);
  return [
    ...(place === '' ? [] : [{ kind: 'place' as const, title: place, seq: -1 as const }]),
    ...moments,
    { kind: 'now', seq: Infinity },
  ];
}

/** What the window shows: a place (-1), a moment, or the present (`Infinity`). The slide that is there, from 0; -1 between two. */
export const slideAt = (slides: readonly Slide[], shown: number): number =>
  slides.findIndex(({ seq }) => seq === shown);

/** The slide before or after what is shown, whoever brought the window there; undefined at an end. */
export const nextSlide = (slides: readonly Slide[], shown: number, by: 1 | -1): Slide | undefined =>
  by === 1 ? slides.find(({ seq }) => seq > shown) : slides.findLast(({ seq }) => seq < shown);
