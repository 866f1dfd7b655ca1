import { countOf } from '../format.ts';

/** The words around a picture of values. */
export const plotWords = {
  asTable: 'As a table',
  time: 'Time',
  moreRows: (n: number) => `and ${countOf(n)} more, which the picture shows`,
} as const;
