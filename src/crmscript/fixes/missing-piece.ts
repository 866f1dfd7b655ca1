import { parseExpression } from './parse-expression.ts';
import { describe, type TokenStream } from './token-stream.ts';

/* Pieces that are left out in the middle of an expression or a head, or stand there twice. */

const operands: ReadonlySet<string> = new Set(['name', 'string', 'integer', 'long', 'float']);

/** True at what begins a value: a name, a written value, `this`. */
export function beginsOperand(tokens: TokenStream, ahead = 0): boolean {
  const { kind, text } = tokens.peek(ahead);
  return (
    operands.has(kind) || (kind === 'keyword' && (text === 'true' || text === 'false' || text === 'this'))
  );
}

/** Two values side by side, as in `if (n 1)`. What follows is read, and nothing more is said about it. */
export function operatorIsMissing(tokens: TokenStream): void {
  const found = tokens.current;
  const joined = found.line === tokens.previous().line && beginsOperand(tokens);
  if (!joined) return;
  const message = `Expected an operator, such as == or +, before ${describe(found)}.`;
  tokens.complain('expected-operator', message, found);
  tokens.distrust();
  parseExpression(tokens);
}

/** After a mistake between parentheses: to behind the one that closes them. */
export function skipParentheses(tokens: TokenStream): void {
  let depth = 0;
  while (!tokens.atEnd && !tokens.is('{') && !tokens.is('}')) {
    if (tokens.is('(')) depth += 1;
    if (tokens.is(')')) depth -= 1;
    if (depth < 0) {
      tokens.next();
      tokens.recover();
      return;
    }
    tokens.next();
  }
  if (tokens.is('{')) tokens.recover();
}

/** True at a name that stands there again. */
export function isTwin(tokens: TokenStream): boolean {
  const second = tokens.peek(1);
  if (second.kind !== 'name') return false;
  const first = tokens.current;
  return second.text === first.text && second.line === first.line;
}

/** `for for (…)`: takes the first of two equal words, with a report. */
export function dropTwin(tokens: TokenStream): void {
  const { text, start } = tokens.current;
  const second = tokens.peek(1);
  const fix = { label: `Remove "${text}"`, start, end: second.start, text: '' };
  tokens.complain('twice', `"${text}" stands here twice.`, second, fix);
  tokens.next();
}

/** `} } else {`: a brace too many before a word that goes on with the statement. */
export function dropBraceBefore(tokens: TokenStream, word: string): void {
  if (!tokens.is('}') || tokens.unclosed >= 0 || !tokens.is(word, 1)) return;
  const { start, end } = tokens.current;
  const fix = { label: 'Remove "}"', start, end, text: '' };
  tokens.complainAnew('stray-brace', 'This "}" closes nothing.', tokens.current, fix);
  tokens.next();
  tokens.unclosed += 1;
}
