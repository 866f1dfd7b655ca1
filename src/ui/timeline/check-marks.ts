import { signal } from '@preact/signals';

/** The events at which checks of a lesson passed, and the moments that they belong to, with what is said of them. */
export const checkMarks = signal<{
  readonly seqs: ReadonlyMap<number, string>;
  readonly moments: ReadonlyMap<string, string>;
}>({
  seqs: new Map(),
  moments: new Map(),
});
