import { longOperators as ownOperators } from '../syntax/token.ts';

/** What another language writes, and what CRMScript writes for it, where it has anything. */
export const foreignOperators: ReadonlyMap<string, string | undefined> = new Map([
  ['===', '=='],
  ['!==', '!='],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
  ['&', '&&'],
  ['|', '||'],
  ['->', '.'],
  ['?.', '.'],
  ['::', '.'],
  [':=', '='],
  ['.=', '+='],
  ['...', undefined],
  ['..', '.'],
  ['**', undefined],
  ['<<', undefined],
  ['>>', undefined],
  ['??', undefined],
  ['^', undefined],
  ['~', undefined],
]);

/** Operators of two and three characters, with their kind. The longest that fits is read. */
export const longOperators: ReadonlyMap<string, 'operator' | 'foreign'> = new Map([
  ...Array.from(ownOperators, (text) => [text, 'operator'] as const),
  ...[...foreignOperators.keys()]
    .filter(({ length }) => length > 1)
    .map((text) => [text, 'foreign'] as const),
]);
