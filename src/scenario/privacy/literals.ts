/**
 * Texts in quotes and comments of a script, in either language. What is not closed reaches to the end, so that nothing is
 * looked through twice.
 */
const literals =
  /"(?:[^"\\]|\\[^])*(?:"|\\?$)|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*(?:`|\\?$)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** The script with each of its texts and comments changed, and its code as it was. */
export const changeLiterals = (source: string, change: (literal: string) => string): string =>
  source.replace(literals, (literal) => change(literal));

/** Where texts and comments stand in a script. */
export const literalsOf = (source: string): readonly { readonly text: string; readonly start: number }[] =>
  [...source.matchAll(literals)].map(({ 0: text, index }) => ({ text, start: index }));
