import { depthLimit } from '../syntax/cursor.ts';

/** How far things stand from the left, and how wide lines should be at most. */
export type Measure = { readonly indent: string; readonly width: number };

/** Deeper than this nothing moves further to the right: a text stays as long as it is, give or take. */
const deepest = Math.floor(depthLimit / 5);
const tabWidth = 4;

/** What a line of a level begins with. */
export const indentOf = ({ indent }: Measure, level: number): string =>
  indent.repeat(Math.min(level, deepest));

/** How wide that is. */
export function indentWidth({ indent }: Measure, level: number): number {
  let width = 0;
  for (const character of indent) width += character === '\t' ? tabWidth : 1;
  return width * Math.min(level, deepest);
}
