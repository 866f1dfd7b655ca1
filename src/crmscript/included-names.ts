import { Problems } from './syntax/problems.ts';
import { scan } from './syntax/scanner.ts';

/** The names behind the `#include`s of a source, in the order of the text: what must be at hand to check it. */
export function includedNames(source: string): readonly string[] {
  if (!/include/i.test(source)) return [];
  const tokens = scan(source, '', new Problems());
  return tokens.flatMap(({ kind, text }, index) => {
    const name = tokens[index + 1];
    const includes = kind === 'directive' && text.toLowerCase() === 'include' && name?.kind === 'string';
    return includes ? [name.text] : [];
  });
}
