/** What a run may take. */
export type Limits = {
  /** The most that a run and those that share its count may cost, a statement being 1 (rulings 1). */
  readonly price: number;
  readonly bytes: number;
  readonly calls: number;
  /** How deep the host's own stack may get, in calls of the host as the compiler estimates them. */
  readonly frames: number;
};

export const defaultLimits: Limits = {
  price: 5_000_000,
  bytes: 16 * 1024 * 1024,
  calls: 1000,
  frames: 4100,
};

/**
 * What scripts have used so far, which runs that nest share (rulings 44). `statements` is what a debugger stops at;
 * `price` is what the budget limits: the statements, and what the library's work was worth beside them.
 */
export type Count = { readonly statements: number; readonly price: number };

export const nothingUsed: Count = { statements: 0, price: 0 };
