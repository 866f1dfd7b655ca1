import type { Span } from '../diagnostic.ts';

export type TokenKind =
  'name' | 'keyword' | 'integer' | 'long' | 'float' | 'string' | 'operator' | 'directive' | 'end';

/** The smallest piece of a script that means something. It is its own span. */
export type Token = Span & {
  readonly kind: TokenKind;
  /** As written; for keywords in the spelling of the language, for strings the value. */
  readonly text: string;
};

/** The words that have a meaning of their own (crm §2.3). Other listed words are type names. */
export const keywords: ReadonlySet<string> = new Set([
  'if',
  'else',
  'for',
  'foreach',
  'in',
  'while',
  'return',
  'break',
  'continue',
  'struct',
  'this',
  'try',
  'catch',
  'throw',
  'true',
  'false',
]);

/** Longest first, so that `==` is not read as two `=`. */
export const operators: readonly string[] = [
  '++',
  '--',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '+',
  '-',
  '*',
  '/',
  '%',
  '=',
  '<',
  '>',
  '!',
  '.',
  ',',
  ';',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '?',
  ':',
];
