import { signal } from '@preact/signals';

/** Events that show a hint at a bot, and the moments that they belong to; found by a part that is loaded later. */
export const hintMarks = signal<{
  readonly seqs: ReadonlySet<number>;
  readonly moments: ReadonlySet<string>;
}>({
  seqs: new Set(),
  moments: new Set(),
});
