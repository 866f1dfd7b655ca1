type Numbered = { readonly id: number };

/**
 * The list with `thing` in the place of the one with its id. A new one stands before the first with a higher number, so that what
 * was deleted comes back to its place.
 */
export function withSaved<T extends Numbered>(things: readonly T[], thing: T): readonly T[] {
  const at = things.findIndex(({ id }) => id >= thing.id);
  return things.some(({ id }) => id === thing.id) || at < 0
    ? withSavedLast(things, thing)
    : [...things.slice(0, at), thing, ...things.slice(at)];
}

/** The same for lists whose order is made by hand: a new one stands at the end. */
export const withSavedLast = <T extends Numbered>(things: readonly T[], thing: T): readonly T[] =>
  things.some(({ id }) => id === thing.id)
    ? things.map((other) => (other.id === thing.id ? thing : other))
    : [...things, thing];

/** The list without the thing of this id. */
export const without = <T extends Numbered>(things: readonly T[], id: number): readonly T[] =>
  things.filter((thing) => thing.id !== id);
