/**
 * A writer may acknowledge what it has put into its journal for so many milliseconds after it last saw in the database
 * that it is the one who writes; after that it looks again first. A tab that was frozen thus finds out.
 */
export const lease = 2000;

/** Whoever takes over from a writer that holds its journal reads it no sooner than so many milliseconds after the claim. */
export const leaseIsOver = 2200;
