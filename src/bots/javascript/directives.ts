/** A line that takes in another script. */
export type Directive = {
  readonly name: string;
  /** Where it stands. */
  readonly start: number;
  readonly end: number;
  /** Where the name stands. */
  readonly nameStart: number;
  /** From 1. */
  readonly line: number;
};

const forms =
  /^[ \t]*(?:\/\/\/[ \t]*<include[ \t]+includeId[ \t]*=[ \t]*(["'])(.*?)\1[ \t]*\/?>|#include[ \t]*(["'])(.*?)\3[ \t]*;?)[ \t]*$/gim;

/** The directives of a source in their order: `///<include includeId="name">` and `#include 'name';`, each on a line of its own. */
export function directivesIn(source: string): readonly Directive[] {
  let line = 1;
  let counted = 0;
  return [...source.matchAll(forms)].map((found) => {
    const [text, , first, , second = ''] = found;
    const start = found.index;
    for (; counted < start; counted += 1) if (source.charCodeAt(counted) === 10) line += 1;
    const nameStart = start + text.search(/["']/) + 1;
    return { name: first ?? second, start, end: start + text.length, nameStart, line };
  });
}

const endings = /\.(?:tsfso|ts|mjs|js)$/i;

/** The names that a directive can mean: as it is written, and without the ending of a file. */
export const namesMeant = (name: string): readonly string[] =>
  endings.test(name) ? [name, name.replace(endings, '')] : [name];

/** The first that one of the names that a directive can mean is found as. */
export function firstMeant<T>(name: string, find: (name: string) => T | undefined): T | undefined {
  for (const one of namesMeant(name)) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The source with spaces in the place of its directives. */
export const withoutDirectives = (source: string): string =>
  source.replaceAll(forms, (text) => ' '.repeat(text.length));
