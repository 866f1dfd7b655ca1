import type { Expression } from '../syntax/ast.ts';
import { operatorHere } from './foreign.ts';
import { beginsOperand, operatorIsMissing, skipParentheses } from './missing-piece.ts';
import { missing, parseExpression } from './parse-expression.ts';
import { isCall, pastPair } from './recover.ts';
import type { Token } from '../syntax/token.ts';
import type { TokenStream } from './token-stream.ts';

// condition := "(" expression ")"
/** The condition in its parentheses. Where they are missing, it is read without. */
export function parseCondition(tokens: TokenStream, word: string): Expression {
  if (tokens.is('(') && !goesOnBehind(tokens)) return parseInParentheses(tokens);
  if (tokens.is('{') || tokens.is(';') || tokens.atEnd) {
    tokens.complain('expected', `Expected a condition in parentheses after "${word}".`, tokens.gap());
    return missing(tokens);
  }
  return parseBare(tokens, word);
}

/** `then`, where it is no variable that the statement begins with. */
export const isThen = (tokens: TokenStream): boolean => {
  const { kind, text } = tokens.current;
  const goesOn = tokens.peek(1).kind === 'operator' && !tokens.is('{', 1);
  return kind === 'name' && text.toLowerCase() === 'then' && !goesOn;
};

const joints: ReadonlySet<string> = new Set(['&&', '||', '==', '!=', '<', '>', '<=', '>=']);

/** `(a) && (b) {`: the first parentheses do not hold all of the condition. */
function goesOnBehind(tokens: TokenStream): boolean {
  const past = pastPair(tokens);
  if (past < 0) return false;
  const token = tokens.peek(past);
  if (token.kind === 'operator') return joints.has(token.text);
  if (token.kind !== 'foreign' && token.kind !== 'name') return false;
  const behind = tokens.is('(', past + 1) ? !isCall(tokens, past + 1) : beginsOperand(tokens, past + 1);
  return behind && joints.has(operatorHere(token) ?? '');
}

function parseInParentheses(tokens: TokenStream): Expression {
  tokens.next();
  if (tokens.is(')')) {
    tokens.complain('expected-expression', 'Expected a condition between the parentheses.', tokens.current);
    tokens.next();
    return missing(tokens);
  }
  const condition = parseExpression(tokens);
  if (tokens.panicking) skipParentheses(tokens);
  else {
    operatorIsMissing(tokens);
    tokens.expectSoftly(')', 'after the condition');
  }
  return condition;
}

/**
 * A condition that does not stand in parentheses. What else is wrong with it is not said, but mended by the same
 * change where that is a matter of words: it would be a second message about one place.
 */
function parseBare(tokens: TokenStream, word: string): Expression {
  const from = tokens.current;
  const mark = tokens.mark();
  const condition = parseExpression(tokens);
  const last = tokens.previous();
  if (last.end <= from.start) return condition; // Nothing could be read: that has been said.
  const misread = tokens.problems.mark > mark.problems;
  tokens.problems.rewind(mark.problems);
  if (tokens.panicking) tokens.recover();
  const compared = comparisonsOf(condition);
  const written = writtenHere(tokens, mark.index, compared);
  const same = written === tokens.slice(from, last);
  const half = tokens.accept(')') && same && !isThen(tokens);
  if (isThen(tokens)) tokens.next();
  const { start } = from;
  const fix = half
    ? { label: 'Add "("', start, end: start, text: '(' }
    : { label: 'Add parentheses', start, end: tokens.previous().end, text: `(${written})` };
  const how = compared.size === 0 ? 'stands in parentheses' : 'stands in parentheses and compares with ==';
  const message = `The condition after "${word}" ${how}: ${word} (${written}).`;
  // What was said about the condition has been taken back, and would keep this from being said.
  if (misread) tokens.complainAnew('expected', message, from, fix);
  else tokens.complain('expected', message, from, fix);
  tokens.problems.damage(from.file, from.start, last.end, 0);
  return condition;
}

/** Where the places of `=` are that `==` is meant by: a call's answer may well be kept. */
function comparisonsOf(condition: Expression, found = new Set<number>()): ReadonlySet<number> {
  if (condition.kind === 'chain') {
    comparisonsOf(condition.first, found);
    for (const { operand } of condition.rest) comparisonsOf(operand, found);
  }
  if (condition.kind !== 'assignment' || condition.operator !== '=') return found;
  const { kind } = condition.value;
  if (kind !== 'call' && kind !== 'methodCall') found.add(condition.operatorSpan.start);
  return comparisonsOf(condition.value, found);
}

/** The tokens from `first` on as they stand, with operators of other languages by those of this one. */
function writtenHere(tokens: TokenStream, first: number, compared: ReadonlySet<number>): string {
  let text = '';
  let { start: at } = tokens.at(first);
  let before: Token | undefined;
  for (let index = first; index < tokens.position; index++) {
    const token = tokens.at(index);
    const here = operatorOf(token, before, compared);
    before = here === undefined ? token : { ...token, kind: 'operator', text: here };
    if (here === undefined) continue;
    text += tokens.source.slice(at, token.start) + here;
    at = here === '!' ? tokens.at(index + 1).start : token.end;
  }
  return text + tokens.source.slice(at, tokens.previous().end);
}

function operatorOf(
  token: Token,
  before: Token | undefined,
  compared: ReadonlySet<number>,
): string | undefined {
  if (token.kind === 'foreign') return operatorHere(token);
  if (token.kind === 'operator') return compared.has(token.start) ? '==' : undefined;
  if (token.kind !== 'name' || before?.text === '.') return undefined;
  const operand = before !== undefined && (before.kind !== 'operator' || /[)\]]/.test(before.text));
  if (operand) return operatorHere(token);
  return token.text.toLowerCase() === 'not' ? '!' : undefined;
}
