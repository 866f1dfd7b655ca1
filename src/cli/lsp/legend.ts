import type { TokenModifier, TokenType } from '../../crmscript/tokens.ts';

/** The words in which the colours of a text are told, in an order that never changes: they are told by their numbers. */
const tokenTypes: TokenType[] = [
  'keyword',
  'type',
  'struct',
  'function',
  'method',
  'variable',
  'parameter',
  'property',
  'enum',
  'enumMember',
  'number',
  'string',
  'comment',
  'operator',
  'macro',
];
const tokenModifiers: TokenModifier[] = ['declaration', 'defaultLibrary', 'global'];

export const legend = { tokenTypes, tokenModifiers };
