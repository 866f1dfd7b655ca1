import { depthLimit } from '../syntax/cursor.ts';

/** How far things stand from the left, and how wide lines should be at most. */
export type Measure = {
  readonly indent: string;
  readonly width: number;
  /** What lines of a level begin with, where code stands in a page. */
  readonly margin?: { readonly text: string; readonly level: number };
};

/** Deeper than this nothing moves further to the right: a text stays as long as it is, give or take. */
const deepest = Math.floor(depthLimit / 5);
const tabWidth = 4;

/** What a line of a level begins with. */
export const indentOf = ({ indent, margin }: Measure, level: number): string =>
  `${margin?.text ?? ''}${indent.repeat(Math.min(level - (margin?.level ?? 0), deepest))}`;

/** How wide that is. */
export const indentWidth = (measure: Measure, level: number): number => {
  let width = 0;
  for (const character of indentOf(measure, level)) width += character === '\t' ? tabWidth : 1;
  return width;
};
