import type { Expression } from '../syntax/ast.ts';
import type { Token } from '../syntax/token.ts';
import { through, type TokenStream } from './token-stream.ts';

/** What stands before the expression that begins at `from`, when its value goes into a variable or back. */
export type Place = {
  readonly name: string;
  readonly declared: boolean;
  readonly end: number;
  readonly type: Token;
};

export function placeBefore(tokens: TokenStream, from: number): Place | undefined {
  const name = tokens.at(from - 2);
  if (tokens.at(from - 1).text !== '=' || name.kind !== 'name') return undefined;
  const first = tokens.statementStart;
  const type = tokens.at(from - 3);
  if (from - 2 === first) return { name: name.text, declared: false, end: name.end, type };
  const declared = from - 2 > first && (type.kind === 'name' || type.text === ']');
  return declared ? { name: name.text, declared, end: name.end, type } : undefined;
}

/** True when another statement can stand beside this one: not where it is the body of an `if` without braces. */
export const standsInBlock = (tokens: TokenStream): boolean => {
  const { text, kind } = tokens.at(tokens.statementStart - 1);
  return (
    tokens.statementStart === 0 || (kind === 'operator' && (text === ';' || text === '{' || text === '}'))
  );
};

/** Stands for what was read to its end, so that nothing more is said about it. */
export const unread = (tokens: TokenStream, from: number): Expression => ({
  kind: 'missing',
  span: through(tokens.at(from), tokens.previous()),
});
