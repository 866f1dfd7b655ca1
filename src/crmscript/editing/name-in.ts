import type { FileRange } from './names-of.ts';

/** What can stand between the parenthesis around a name and the name. */
const before = /(?:[\s\uFEFF(]|\/\/[^\n\r]*|\/\*[^]*?\*\/)*/y;

/**
 * Where a name stands in a range of the text that the grammar gives it: an expression in parentheses has them in its range. Undefined
 * where it is not written there: a page prints the text around its code.
 */
export function nameIn(source: string, name: string, { file, start }: FileRange): FileRange | undefined {
  if (name === '') return undefined;
  let from = start;
  if (!source.startsWith(name, from)) {
    before.lastIndex = start;
    before.test(source);
    from = before.lastIndex;
  }
  return source.startsWith(name, from) ? { file, start: from, end: from + name.length } : undefined;
}
