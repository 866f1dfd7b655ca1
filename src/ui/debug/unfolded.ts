import { signal, type Signal } from '@preact/signals';

/** Which rows are unfolded, and how many parts of each are shown: by place, so that it lasts from statement to statement. */
export type Unfolded = {
  /** So many parts are shown of what stands at a place; 0 is folded. */
  readonly shown: (place: string) => number;
  readonly change: (place: string, shown: number) => void;
};

/** So many parts are shown at first, and more with each wish for more. */
export const pageOfParts = 100;

export function createUnfolded(): Unfolded {
  const places: Signal<ReadonlyMap<string, number>> = signal(new Map());
  return {
    shown: (place) => places.value.get(place) ?? 0,
    change: (place, shown) => {
      const next = new Map(places.peek());
      if (shown === 0) next.delete(place);
      else next.set(place, shown);
      places.value = next;
    },
  };
}
