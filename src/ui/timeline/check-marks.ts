import { signal } from '@preact/signals';

/** The events at which checks of a lesson passed, and the moments that they belong to, with what is said of them. */
export const checkMarks = signal<{
  readonly seqs: ReadonlyMap<number, string>;
  readonly moments: ReadonlyMap<string, string>;
}>({
  seqs: new Map(),
  moments: new Map(),
});

/** Where a lesson that is being made starts and is done, by the step behind which that is; `kind` is how it looks. */
export type StepMark = { readonly step: number; readonly kind: 'start' | 'goal'; readonly text: string };

export const stepMarks = signal<readonly StepMark[]>([]);

/** At which of these rows each mark stands: the last one up to its step. */
export const marksOn = (
  marks: readonly StepMark[],
  rows: readonly { readonly level: number; readonly laned: { readonly event: { readonly step: number } } }[],
): ReadonlyMap<number, StepMark> =>
  new Map(
    marks.map((mark) => [
      rows.findLastIndex(({ level, laned }) => level === 0 && laned.event.step <= mark.step),
      mark,
    ]),
  );
