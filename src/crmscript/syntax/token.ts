import type { Span } from '../diagnostic.ts';

/** `foreign`: an operator of another language, on which the parser has a word. `bad`: has been reported already. */
export type TokenKind =
  | 'name'
  | 'keyword'
  | 'integer'
  | 'long'
  | 'float'
  | 'string'
  | 'operator'
  | 'directive'
  | 'foreign'
  | 'bad'
  | 'end';

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

/** Operators of two characters. */
export const longOperators: ReadonlySet<string> = new Set([
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
]);
