/** The id after the highest one in use. */
export const nextId = (things: readonly { readonly id: number }[]): number =>
  things.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
