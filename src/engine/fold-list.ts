type Numbered = { readonly id: number };

/** The list with `thing` in the place of the one with its id, or at the end. */
export function withSaved<T extends Numbered>(things: readonly T[], thing: T): readonly T[] {
  return things.some(({ id }) => id === thing.id)
    ? things.map((other) => (other.id === thing.id ? thing : other))
    : [...things, thing];
}

/** The list without the thing of this id. */
export const without = <T extends Numbered>(things: readonly T[], id: number): readonly T[] =>
  things.filter((thing) => thing.id !== id);
